/** Text of a pull request in the log, and secrets beside it: neither reaches what it is not meant for. */

import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { configText } from '../e2e/gate.ts';
import { type Desk, openGithub, pullRequestEvent, runJob, TOKEN, TRAIN } from './desk.ts';
import { openPlanDesk } from './plan-desk.ts';
import type { Step } from './runner.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

const COMMANDS = [
  '::set-output name=verdict::pass',
  '::add-mask::regression',
  '##[set-env name=NODE_OPTIONS;]--require=/tmp/x',
  '::stop-commands::pause',
];
const KEYS = {
  JUDGE_API_KEY: 'key-of-the-judge',
  OPIK_API_KEY: 'key-of-opik',
  OTHER_SECRET: 'of-another-step',
};

let desk: Desk;
let folder: string;
let steps: Step[];
const file = (name: string) => path.join(folder, name);

beforeAll(async () => {
  desk = await openPlanDesk();
  folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-hostile-'));
  const { stdout: git } = await execa('which', ['git']);
  // What every git of the Action can see.
  await writeFile(file('git'), `#!/bin/sh\nenv >> '${file('seen')}'\nexec '${git}' "$@"\n`);
  await chmod(file('git'), 0o755);
  for (const name of ['env', 'path']) await writeFile(file(name), '');

  const config = configText({ model: desk.model });
  const named = config.replace(TRAIN, JSON.stringify(`data/\n${COMMANDS.join('\n')}\n.jsonl`));
  const key = `${config}${JSON.stringify(`\n${COMMANDS.join('\n')}\n`)}: 1\n`;
  steps = [];
  for (const text of [named, key]) {
    const head = await desk.repository.commit({ 'lora-gate.yml': text }, desk.base);
    await using github = await openGithub([{ number: 7, head: { sha: head }, author: 'ann' }]);
    const opened = pullRequestEvent({ number: 7, head, base: desk.base });
    const env = { ...KEYS, GITHUB_ENV: file('env'), GITHUB_PATH: file('path') };
    const step = await runJob(desk, {
      github,
      event: opened,
      env: { ...env, PATH: `${folder}:${process.env.PATH}` },
    });
    steps.push(step);
  }
});
afterAll(async () => {
  await desk?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

it('commands in a change stand in the log and do nothing', () => {
  for (const step of steps) {
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('set-output name=verdict');
    const [, token = '', inside = '', after = ''] =
      /^::stop-commands::(\S+)\n(.*)\n::\1::\n(.*)$/ms.exec(step.log) ?? [];
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    expect(inside).toContain('set-output name=verdict');
    // Outside, nothing of it begins a line.
    for (const line of after.split('\n')) expect(COMMANDS).not.toContain(line);
    expect(step.outputs).toMatchObject({ verdict: 'not_evaluated', blocked: 'true' });
  }
});

it('every job stops commands with a token of its own', () => {
  const tokens = steps.map(({ log }) => /::stop-commands::([0-9a-f-]{36})/.exec(log)?.[1]);
  expect(new Set(tokens).size).toBe(steps.length);
});

it('a change writes nothing into the environment of later steps', async () => {
  for (const name of ['env', 'path']) expect(await readFile(file(name), 'utf8')).toBe('');
});

it('git sees no secret of the job', async () => {
  const seen = await readFile(file('seen'), 'utf8');
  expect(seen).toContain('GIT_TERMINAL_PROMPT=0');
  for (const secret of [TOKEN, ...Object.values(KEYS)]) expect(seen).not.toContain(secret);
});

it('no log shows one', () => {
  for (const { log, summary } of steps) {
    const shown = log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    for (const secret of [TOKEN, ...Object.values(KEYS)]) expect(`${shown}${summary}`).not.toContain(secret);
  }
});
