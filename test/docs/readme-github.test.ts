/** What the README says of the Action is what the Action is: its workflow, rights, inputs, outputs and picture. */

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { DEFAULT_ACTION } from '../../src/commands/init/pinned-actions.ts';
import { workflowText } from '../../src/commands/init/workflow.ts';
import { readWorkflow, ruleProblems, schemaProblems } from '../workflows/workflow-rules.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MOST_BYTES = 300_000;

const readme = await readFile(path.join(ROOT, 'README.md'), 'utf8');
const section = /^## On GitHub$([\s\S]*?)(?=^## )/m.exec(readme)?.[1] ?? '';
const workflow = /^```yaml\n# \.github\/workflows\/lora-gate\.yml\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? '';
const init = workflowText({
  ...{ branch: 'main', runsOn: ['self-hosted', 'gpu'], action: DEFAULT_ACTION },
  ...{ timeoutMinutes: 60, singleJob: false, app: false },
});
const action = parse(await readFile(path.join(ROOT, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default: string }>;
  outputs: Record<string, unknown>;
};

it('the workflow to copy is the one that init writes', async () => {
  expect(parse(workflow)).toEqual(parse(init));
  expect(await schemaProblems([workflow])).toEqual([[]]);
  expect(ruleProblems(workflow, { ownAction: DEFAULT_ACTION })).toEqual([]);
});

it('the table of permissions is that of the workflow', () => {
  const asked = Object.entries(readWorkflow(init).jobs).flatMap(([job, { permissions = {} }]) =>
    Object.entries(permissions).map(([name, level]) => `${job} ${name}: ${level}`),
  );
  const told = [...section.matchAll(/^\| (`[a-z-]+: (?:read|write)`.*?) \| ([a-z, ]+) \|/gm)].flatMap(
    ([, rights = '', jobs = '']) =>
      jobs
        .split(', ')
        .flatMap((job) => [...rights.matchAll(/`([^`]+)`/g)].map(([, right]) => `${job} ${right}`)),
  );
  expect(told.sort()).toEqual(asked.sort());
});

it('every input is there with its default, and every output', () => {
  const rows = [...section.matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| ([^|]+) \| [^|]*\|$/gm)];
  const told = rows.flatMap(([, names = '', defaults = '']) => {
    const values = defaults.trim().split(', ');
    return [...names.matchAll(/`([a-z-]+)`/g)].map(([, name], i) => [name, values[i]?.replaceAll('`', '')]);
  });
  // Where nothing is the default, the table has words for what that means.
  const inWords: Record<string, string> = {
    ...{ adapters: 'all', part: 'the whole run', 'baseline-store': 'a folder on the runner' },
    ...{ 'store-max-size': 'none', 'store-max-age': 'none' },
  };
  const expected = Object.entries(action.inputs).map(([name, { default: value }]) => [
    name,
    value === '' ? inWords[name] : value,
  ]);
  expect(Object.fromEntries(told)).toEqual(Object.fromEntries(expected));
  const outputs = /^Outputs: (.*)$/m.exec(section)?.[1] ?? '';
  expect([...outputs.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual(Object.keys(action.outputs));
});

it('the picture of the comments is there, and small', async () => {
  const [, picture = ''] = /!\[[^\]]+\]\(([^)]+\.png)\)/.exec(readme) ?? [];
  const { size } = await stat(path.join(ROOT, picture));
  expect(size).toBeGreaterThan(10_000);
  expect(size).toBeLessThan(MOST_BYTES);
});
