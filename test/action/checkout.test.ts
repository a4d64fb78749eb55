/** What checkouts and changes look like: shallow, very large, renamed, deleted, and what only stands for a file. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { configText } from '../e2e/gate.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import type { PullFile } from '../github/stand-in-state.ts';
import { type Desk, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';
import { openPlanDesk } from './plan-desk.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let desk: Desk;
let root: string;
beforeAll(async () => {
  desk = await openPlanDesk();
  root = await mkdtemp(path.join(tmpdir(), 'lora-gate-checkout-'));
});
afterAll(async () => {
  await desk?.close();
  await rm(root, { recursive: true, force: true });
});

interface Options {
  mode?: 'plan' | 'all';
  workspace?: string;
  files?: PullFile[];
}

async function judged(
  head: string,
  { mode = 'plan', workspace, files = [{ filename: TRAIN }] }: Options = {},
) {
  await using github = await openGithub([{ number: 7, head: { sha: head }, author: 'ann', files }]);
  const step = await runJob(desk, {
    github,
    event: pullRequestEvent({ number: 7, head, base: desk.base }),
    inputs: { mode },
    env: workspace === undefined ? {} : { GITHUB_WORKSPACE: workspace },
  });
  return { step, check: github.state.checks[0], comment: github.state.comments[0]?.body };
}

const affected = (matrix = '') =>
  (JSON.parse(matrix) as { include: { adapter: string }[] }).include.map(({ adapter }) => adapter);

describe('a checkout of one commit', () => {
  async function shallow(): Promise<string> {
    const folder = await mkdtemp(path.join(root, 'clone-'));
    await desk.repository.git('branch', '--force', 'change', desk.good);
    const origin = `file://${desk.repository.folder}`;
    await execa('git', ['clone', '--quiet', '--depth=1', '--branch=change', origin, folder]);
    return folder;
  }

  it('gets what it lacks from its origin', async () => {
    await desk.repository.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
    const { step } = await judged(desk.good, { workspace: await shallow() });
    expect(step.exitCode, step.log).toBe(0);
    expect(affected(step.outputs.matrix)).toEqual(['desk']);
  });

  it('whose origin is out of reach fails with the setting to change, also on the check', async () => {
    const workspace = await shallow();
    await execa('git', ['remote', 'set-url', 'origin', '/not/there'], { cwd: workspace });
    const { step, check, comment } = await judged(desk.good, { workspace });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('error[commits-not-fetched]');
    expect(check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(comment).toContain('fetch-depth: 0');
  });
});

describe('a change', () => {
  it('of more files than a page of the API has is seen whole', async () => {
    const many = Object.fromEntries(Array.from({ length: 350 }, (_, i) => [`docs/${i}.md`, `${i}\n`]));
    const head = await desk.repository.commit({ ...many, [TRAIN]: jsonLines(houseRows(0, 30)) }, desk.base);
    const files = Object.keys(many).map((filename) => ({ filename }));
    const { step } = await judged(head, { files });
    expect(affected(step.outputs.matrix)).toEqual(['desk']);
  });

  it('that renames the data along with the recipe is judged', async () => {
    const config = configText({ model: desk.model }).replace(TRAIN, 'data/renamed.jsonl');
    const rows = jsonLines(houseRows(0, 24));
    const changes = { [TRAIN]: null, 'data/renamed.jsonl': rows, 'lora-gate.yml': config };
    const head = await desk.repository.commit(changes, desk.base);
    const { step } = await judged(head);
    expect(step.exitCode, step.log).toBe(0);
    expect(affected(step.outputs.matrix)).toEqual(['desk']);
  });
});

describe('training data that is not there', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12\n`;

  it.each<[string, () => Promise<string>, RegExp]>([
    ['was deleted', () => desk.repository.commit({ [TRAIN]: null }, desk.base), /data\/train\.jsonl/],
    [
      'is an LFS pointer',
      () => desk.repository.commit({ [TRAIN]: pointer }, desk.base),
      /error\[lfs-pointer\]/,
    ],
    [
      'is a submodule',
      async () => {
        await desk.repository.git('checkout', '--quiet', '--detach', desk.base);
        await desk.repository.git('rm', '--quiet', '--cached', TRAIN);
        await desk.repository.git('update-index', '--add', '--cacheinfo', `160000,${desk.base},${TRAIN}`);
        await desk.repository.git('commit', '--quiet', '--message', 'a submodule');
        const head = await desk.repository.git('rev-parse', 'HEAD');
        await desk.repository.git('checkout', '--quiet', '--force', '--detach', desk.base);
        return head;
      },
      /error\[submodule-refused\]/,
    ],
  ])('because it %s fails job and check with the file and what to do', async (_, commit, said) => {
    const { step, check, comment } = await judged(await commit(), { mode: 'all' });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toMatch(said);
    expect(check).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(comment).toContain(TRAIN);
  });
});
