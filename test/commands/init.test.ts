/** `lora-gate init`: what it writes is valid as it stands, nothing of anybody's is lost, and the split leaks nothing. */

import { access, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterEach, describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/commands/context.ts';
import { initCommand } from '../../src/commands/init.ts';
import { loadConfig } from '../../src/config/load.ts';
import { defaultSeverities } from '../../src/dataset/checks/finding.ts';
import { lintFiles } from '../../src/dataset/lint.ts';
import { silentLogger } from '../../src/log.ts';
import { readWorkflow } from '../workflows/workflow-rules.ts';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function checkout(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-init-'));
  folders.push(folder);
  await execa('git', ['init', '--quiet', '--initial-branch=trunk'], { cwd: folder });
  return folder;
}

/** The command in this process: starting one for each case takes longer than what it does. */
async function init(folder: string, ...args: string[]): Promise<{ printed: string; warnings: string[] }> {
  const printed: string[] = [];
  const warnings: string[] = [];
  const context = {
    logger: { ...silentLogger, warn: (text: string) => void warnings.push(text) },
    print: (text: string) => void printed.push(text),
  } as Partial<CommandContext> as CommandContext;
  await initCommand(() => context).parseAsync(['--repo', folder, ...args], { from: 'user' });
  return { printed: printed.join('\n'), warnings };
}

const WORKFLOW = '.github/workflows/lora-gate.yml';
const read = (folder: string, name: string) => readFile(path.join(folder, name), 'utf8');

describe('init', () => {
  it('writes a configuration, a sample and a workflow that are valid, and says what to do next', async () => {
    const folder = await checkout();
    const { printed } = await init(folder, '--name', 'tea-desk', '--runs-on', 'self-hosted, a100');
    expect(printed).toContain(
      'wrote lora-gate.yml\nwrote datasets/tea-desk/train.jsonl\nwrote datasets/tea-desk/test.jsonl\nwrote .github/workflows/lora-gate.yml\n',
    );
    expect(printed).toContain('require the check "lora-gate"');
    const { config, warnings } = loadConfig(await read(folder, 'lora-gate.yml'), { file: 'lora-gate.yml' });
    expect(warnings).toEqual([]);
    expect(config.adapters['tea-desk']?.test).toBe('datasets/tea-desk/test.jsonl');
    const { on, jobs } = readWorkflow(await read(folder, WORKFLOW));
    expect(on.push).toEqual({ branches: ['trunk'] });
    expect(jobs.train?.['runs-on']).toEqual(['self-hosted', 'a100']);
    const { files, findings } = await lintFiles(
      {
        train: [path.join(folder, 'datasets/tea-desk/train.jsonl')],
        test: path.join(folder, 'datasets/tea-desk/test.jsonl'),
      },
      { severities: defaultSeverities() },
    );
    expect(files.map(({ problems }) => problems)).toEqual([[], []]);
    expect(findings).toEqual([]);
  });

  it('divides a file into rows that are as they were, all of them, the same at the same seed', async () => {
    const folder = await checkout();
    const rows = Array.from(
      { length: 40 },
      (_, i) => `{ "prompt" : "Question ${i}?",  "completion":"Answer ${i}" }`,
    );
    await writeFile(path.join(folder, 'all.jsonl'), `${rows.join('\r\n')}\r\n`);
    const args = ['--data', path.join(folder, 'all.jsonl'), '--test-share', '0.25', '--seed', '7'];
    const { printed, warnings } = await init(folder, ...args);
    expect(printed).toContain('all.jsonl divided with seed 7: 30 to train, 10 to test');
    expect(warnings.join()).toContain('the test set has 10 independent conversations');
    const files = ['train', 'test'].map((name) => `datasets/my-assistant/${name}.jsonl`);
    const texts = await Promise.all(files.map((name) => read(folder, name)));
    expect(texts.flatMap((text) => text.trimEnd().split('\n')).sort()).toEqual([...rows].sort());
    await init(folder, ...args, '--force');
    expect(await Promise.all(files.map((name) => read(folder, name)))).toEqual(texts);
  });

  it('overwrites nothing unless told, and never anybody’s rows with the sample', async () => {
    const folder = await checkout();
    await init(folder);
    await writeFile(path.join(folder, 'lora-gate.yml'), 'mine');
    await writeFile(path.join(folder, 'datasets/my-assistant/train.jsonl'), 'my rows');
    await expect(init(folder, '--single-job')).rejects.toMatchObject({
      code: 'init-file-exists',
      problems: expect.arrayContaining(['lora-gate.yml: kept as it is']),
    });
    expect(await read(folder, 'lora-gate.yml')).toBe('mine');

    const forced = await init(folder, '--single-job', '--force');
    expect(forced.printed).toContain('kept  datasets/my-assistant/train.jsonl');
    expect(await read(folder, 'datasets/my-assistant/train.jsonl')).toBe('my rows');
    expect(await read(folder, 'lora-gate.yml')).toContain('version: 1');
    expect(Object.keys(readWorkflow(await read(folder, WORKFLOW)).jobs)).toEqual(['gate']);
  });

  it('writes a workflow that leaves pull requests to the app', async () => {
    const folder = await checkout();
    const { printed } = await init(folder, '--app');
    const { on, jobs } = readWorkflow(await read(folder, WORKFLOW));
    expect(Object.keys(on)).toEqual(['push', 'workflow_dispatch']);
    expect(Object.keys(jobs)).toEqual(['train']);
    expect(printed).toContain('with the App as its source');
  });

  it('writes nothing through a symbolic link that leads out of the checkout', async () => {
    const [folder, elsewhere] = [await checkout(), await checkout()];
    await symlink(elsewhere, path.join(folder, '.github'));
    await expect(init(folder)).rejects.toMatchObject({ code: 'init-unwritable' });
    await expect(access(path.join(elsewhere, 'workflows/lora-gate.yml'))).rejects.toThrow('ENOENT');
  });

  it.each([
    [['--branch', 'a]\n  evil: [b'], 'init-option'],
    [['--runs-on', 'gpu]'], 'init-option'],
    [['--action', 'lora-gate/lora-gate'], 'init-option'],
    [['--name', '../out'], 'init-option'],
    [['--data', 'missing.jsonl'], 'dataset-not-found'],
  ])('refuses %j', async (args, code) => {
    await expect(init(await checkout(), ...args)).rejects.toMatchObject({ code });
  });

  it('refuses a folder that is no checkout', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-init-'));
    folders.push(folder);
    await expect(init(folder)).rejects.toMatchObject({ code: 'not-a-repository' });
  });
});
