/** Checkouts of a depth that workflows use, and what is fetched into them from a real origin. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import { fetchCommits } from '../../src/plan/fetch-commits.ts';
import { changedFiles, mergeBase } from '../../src/plan/git.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';

let origin: TestRepository;
let root: string;
/** Where a branch left the trunk, the trunk's tip 60 commits later, the branch's tip 3 later. */
let [fork, trunk, branch] = ['', '', ''];

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'lora-gate-fetch-'));
  origin = await createRepository();
  await origin.commit({ 'a.txt': 'first\n' });
  fork = await origin.commit({ 'a.txt': 'second\n' });
  branch = fork;
  for (let i = 0; i < 3; i += 1) branch = await origin.commit({ 'b.txt': `${i}\n` }, branch);
  await origin.git('branch', 'change', branch);
  await origin.git('checkout', '--quiet', '--detach', fork);
  for (let i = 0; i < 60; i += 1) await origin.git('commit', '--quiet', '--allow-empty', '--message', `${i}`);
  trunk = await origin.git('rev-parse', 'HEAD');
  await origin.git('branch', '--force', 'main', trunk);
  await origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true');
});
afterAll(async () => {
  for (const folder of [root, origin.folder]) await rm(folder, { recursive: true, force: true });
});

async function cloneOf(...args: string[]): Promise<string> {
  const folder = await mkdtemp(path.join(root, 'clone-'));
  await execa('git', ['clone', '--quiet', ...args, `file://${origin.folder}`, folder]);
  return folder;
}

const gitIn = async (cwd: string, ...args: string[]) => (await execa('git', args, { cwd })).stdout.trim();

function logged() {
  const messages: string[] = [];
  return { messages, logger: { ...silentLogger, info: (text: string) => void messages.push(text) } };
}

async function codeOf(work: Promise<unknown>): Promise<UserError> {
  return work.then(
    () => {
      throw new Error('it did not fail');
    },
    (thrown: unknown) => thrown as UserError,
  );
}

describe('fetchCommits', () => {
  it('asks nobody where the checkout has all of it', async () => {
    const clone = await cloneOf();
    await gitIn(clone, 'remote', 'set-url', 'origin', '/not/there');
    const { logger, messages } = logged();
    await fetchCommits(clone, { base: trunk, head: branch, logger });
    expect(messages).toEqual([]);
  });

  it('fetches base and where both meet into a checkout of one commit, and leaves its files alone', async () => {
    const clone = await cloneOf('--depth=1', '--branch=change');
    await writeFile(path.join(clone, 'b.txt'), 'being edited\n');
    const { logger, messages } = logged();
    await fetchCommits(clone, { base: trunk, head: branch, logger });
    expect(await mergeBase(clone, trunk, branch)).toBe(fork);
    expect((await changedFiles(clone, fork, branch)).map(({ path }) => path)).toEqual(['b.txt']);
    expect(messages[0]).toBe(`fetching ${trunk.slice(0, 7)}`);
    expect(await gitIn(clone, 'status', '--porcelain')).toBe('M b.txt');
    expect(await gitIn(clone, 'rev-parse', 'HEAD')).toBe(branch);
  });

  it('fetches commits that no branch of the checkout has', async () => {
    const clone = await cloneOf('--single-branch', '--branch=main');
    await fetchCommits(clone, { base: trunk, head: branch, logger: silentLogger });
    expect(await mergeBase(clone, trunk, branch)).toBe(fork);
  });

  it('says what the checkout lacks where the origin cannot be reached', async () => {
    const clone = await cloneOf('--depth=1', '--branch=change');
    await gitIn(clone, 'remote', 'set-url', 'origin', '/not/there');
    const error = await codeOf(fetchCommits(clone, { base: trunk, head: branch, logger: silentLogger }));
    expect(error.code).toBe('commits-not-fetched');
    expect(error.message).toContain(trunk.slice(0, 7));
    expect(error.hint).toContain('fetch-depth: 0');
  });

  it('says so where the origin does not have the commit', async () => {
    const clone = await cloneOf('--depth=1', '--branch=change');
    const error = await codeOf(
      fetchCommits(clone, { base: 'e'.repeat(40), head: branch, logger: silentLogger }),
    );
    expect(error.code).toBe('commits-not-fetched');
  });

  it('shows the token to no file, no argument and no message', async () => {
    const clone = await cloneOf('--depth=1', '--branch=change');
    await gitIn(clone, 'remote', 'set-url', 'origin', 'http://127.0.0.1:9/team/desk');
    const token = 'ghs_secretOfThisTest';
    const credentials = { server: 'http://127.0.0.1:9', token };
    const error = await codeOf(
      fetchCommits(clone, { base: trunk, head: branch, credentials, logger: silentLogger }),
    );
    const shown = `${error.message}${error.hint}${error.problems.join()}`;
    expect(error.code).toBe('commits-not-fetched');
    for (const secret of [token, Buffer.from(`x-access-token:${token}`).toString('base64')]) {
      expect(shown).not.toContain(secret);
      expect((await execa('grep', ['-r', secret, clone], { reject: false })).exitCode).toBe(1);
    }
  });

  it('ends when the job is cancelled', async () => {
    const clone = await cloneOf('--depth=1', '--branch=change');
    const signal = AbortSignal.abort(new Error('stop'));
    const error = await codeOf(
      fetchCommits(clone, { base: trunk, head: branch, logger: silentLogger, signal }),
    );
    expect(error.message).toBe('stop');
  });
});
