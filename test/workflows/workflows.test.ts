/** The workflows of this repository and those that `lora-gate init` writes: valid for GitHub, and of the least rights. */

import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DEFAULT_ACTION } from '../../src/commands/init/pinned-actions.ts';
import { workflowText } from '../../src/commands/init/workflow.ts';
import { loadConfig } from '../../src/config/load.ts';
import { type Job, readWorkflow, ruleProblems, schemaProblems } from './workflow-rules.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = path.join(ROOT, '.github/workflows');

const options = {
  branch: 'main',
  runsOn: ['self-hosted', 'gpu'],
  action: DEFAULT_ACTION,
  timeoutMinutes: 60,
  singleJob: false,
};

const files = await readdir(FOLDER);
const texts: [name: string, text: string][] = [
  ...(await Promise.all(
    files.map(
      async (name): Promise<[string, string]> => [name, await readFile(path.join(FOLDER, name), 'utf8')],
    ),
  )),
  ['init, two jobs', workflowText(options)],
  ['init, one job', workflowText({ ...options, singleJob: true })],
  ['init, odd names', workflowText({ ...options, branch: 'on', runsOn: ['a b', 'null', '8'], action: './' })],
];

const usesGate = ({ steps }: Job) => steps.some(({ uses }) => uses === './' || uses === DEFAULT_ACTION);
const gates = texts.filter(([, text]) => Object.values(readWorkflow(text).jobs).some(usesGate));

it('every workflow is one to GitHub’s own parser', async () => {
  const problems = await schemaProblems(texts.map(([, text]) => text));
  expect(Object.fromEntries(texts.map(([name], i) => [name, problems[i]]))).toEqual(
    Object.fromEntries(texts.map(([name]) => [name, []])),
  );
});

describe.each(texts)('workflow %s', (_, text) => {
  it('pins actions, asks for no right without a reason and puts no expression into a shell', () => {
    expect(ruleProblems(text, { ownAction: DEFAULT_ACTION })).toEqual([]);
  });
});

describe.each(gates)('gate %s', (name, text) => {
  const { on, jobs, concurrency } = readWorkflow(text);

  it('answers every event that a required check is asked at, on all paths', () => {
    expect(on.pull_request).toEqual({ types: ['opened', 'synchronize', 'reopened', 'ready_for_review'] });
    expect(Object.keys(on)).toEqual(['pull_request', 'push', 'merge_group', 'workflow_dispatch']);
    expect(Object.keys(on.workflow_dispatch?.inputs as object)).toEqual(['pr', 'head']);
  });

  it('lets no fork onto a machine of one’s own', () => {
    const own = Object.values(jobs).filter((job) => Array.isArray(job['runs-on']));
    expect(own).toHaveLength(1);
    expect(own[0]?.if).toBe(
      "github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository",
    );
  });

  it('cancels the runs for a pull request that a newer push supersedes', () => {
    expect(concurrency).toEqual({
      group: `lora-gate-\${{ github.event.pull_request.number || inputs.pr || github.ref }}`,
      'cancel-in-progress': `\${{ github.event_name != 'push' }}`,
    });
  });

  it('has no job that is named as the check is, which would be a second one of that name', () => {
    expect(Object.keys(jobs)).not.toContain('lora-gate');
  });

  it.runIf(!name.includes('one job'))(
    'trains without a token that writes, and reports without the head',
    () => {
      const { train, report } = jobs as { train: Job; report: Job };
      expect(train.permissions).toEqual({ contents: 'read' });
      expect(report.permissions).toEqual({
        checks: 'write',
        'pull-requests': 'write',
        actions: 'read',
        contents: 'read',
      });
      expect(report.if).toBe('always()');
      expect(report['runs-on']).toBe('ubuntu-latest');
      const refs = report.steps.flatMap(({ with: inputs }) =>
        inputs?.ref === undefined ? [] : [inputs.ref],
      );
      expect(refs.filter((ref) => /head/.test(String(ref)))).toEqual([]);
    },
  );
});

describe('the rules', () => {
  it.each([
    ['an unpinned action', 'uses: actions/checkout@v6', 'is not pinned'],
    ['text of strangers in a shell', `run: echo "\${{ github.event.pull_request.title }}"`, 'an expression'],
    ['kept credentials', `uses: actions/checkout@${'a'.repeat(40)}`, 'keeps its credentials'],
  ])('notice %s', (_, step, problem) => {
    const text = `on: { push: {} }\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    timeout-minutes: 1\n    permissions: {}\n    steps:\n      - ${step}\n`;
    expect(ruleProblems(text).join('\n')).toContain(problem);
  });

  it('notice a key that GitHub does not know', async () => {
    const text = workflowText(options).replace('timeout-minutes: 70', 'timeout-minute: 70');
    expect((await schemaProblems([text])).flat().join('\n')).toContain("'timeout-minute'");
  });
});

describe('lora-gate.yml of this repository', () => {
  it('is valid and names files that are there', async () => {
    const { config, warnings } = loadConfig(await readFile(path.join(ROOT, 'lora-gate.yml'), 'utf8'), {
      file: 'lora-gate.yml',
    });
    expect(warnings).toEqual([]);
    for (const { train, test } of Object.values(config.adapters)) {
      for (const file of [train, test]) await readFile(path.join(ROOT, file));
    }
  });
});
