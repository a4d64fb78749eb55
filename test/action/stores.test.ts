/** Runners that keep nothing find what others have trained: through the Actions cache, and through a bucket. Forks don't. */

import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { type CacheStandIn, startCacheStandIn } from '../adapter/cache-stand-in.ts';
import { type LoopbackProxy, startProxy } from '../adapter/loopback-proxy.ts';
import { openBucket } from '../adapter/s3-bucket.ts';
import { findS3Server, startS3Server } from '../adapter/s3-server.ts';
import { type ArtifactService, startArtifactService } from './artifact-service.ts';
import { type Desk, event, openDesk, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';
import type { Step } from './runner.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 300_000 });

const program = await findS3Server();
const FORK = 'somebody/desk';
let desk: Desk;
let folder: string;
let cache: CacheStandIn;
let artifacts: ArtifactService;
/** What a runner calls its results service: the caches' and the artifacts'. */
let results: LoopbackProxy;
beforeAll(async () => {
  desk = await openDesk();
  folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-runners-'));
  cache = await startCacheStandIn();
  artifacts = await startArtifactService();
  cache.token = artifacts.tokenOf(1000);
  results = await startProxy({
    to: artifacts.url,
    path: (url) => (url.includes('CacheService') ? `${cache.url}${url}` : url),
  });
});
afterAll(async () => {
  await desk?.close();
  for (const each of [results, cache, artifacts]) await each?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** A runner that was made for this job: a cache folder with the runtime in it and nothing else. */
async function newRunner(name: string): Promise<Record<string, string>> {
  const tools = path.join(folder, name);
  await mkdir(path.join(tools, 'lora-gate'), { recursive: true });
  await symlink(path.join(defaultCacheDir(process.env), 'runtime'), path.join(tools, 'lora-gate', 'runtime'));
  return { RUNNER_TOOL_CACHE: tools };
}

const cacheEnv = () => ({
  ACTIONS_RESULTS_URL: results.url,
  ACTIONS_RUNTIME_TOKEN: cache.token,
  ACTIONS_CACHE_SERVICE_V2: 'true',
});

const pull = (repo?: string) => ({
  number: 7,
  head: { sha: desk.good, ...(repo && { repo }) },
  ...{ author: 'ann', files: [{ filename: TRAIN }] },
});
const opened = (from?: string) =>
  pullRequestEvent({ number: 7, head: desk.good, base: desk.base, ...(from && { from }) });
const pushed = () => event('push', { ref: 'refs/heads/main', before: desk.base, after: desk.good });
const trainingsFound = ({ log }: Step) =>
  log.split('\n').filter((line) => line.startsWith('training ') && line.includes('found in the store'))
    .length;

it('a push and a pull request on runners of their own meet in the Actions cache', async () => {
  const inputs = { 'baseline-store': 'actions-cache', mode: 'run' };
  await using github = await openGithub([pull()]);
  const env = { ...cacheEnv(), ...(await newRunner('cache-push')) };
  const first = await runJob(desk, { github, event: pushed(), inputs, env });
  expect(first.exitCode, first.log).toBe(0);
  expect(cache.entries.length).toBeGreaterThan(0);
  expect(cache.entries.every(({ key }) => /^lora-gate-base-[0-9a-f]{64}-1$/.test(key))).toBe(true);

  const other = { ...cacheEnv(), ...(await newRunner('cache-pull')) };
  const second = await runJob(desk, { github, event: opened(), inputs, env: other });
  expect(second.exitCode, second.log).toBe(0);
  expect(trainingsFound(second), second.log).toBe(2);
  expect(second.log).not.toContain(cache.token);
});

it('an approved fork asks the Actions cache for nothing', async () => {
  const inputs = { 'baseline-store': 'actions-cache', mode: 'run' };
  await using github = await openGithub([pull(FORK)], { collaborators: { mia: 'write' } });
  github.comment(7, 'mia', `/lora-gate run ${desk.good}`);
  cache.requests.length = 0;
  const before = cache.entries.length;
  const env = { ...cacheEnv(), ...(await newRunner('cache-fork')) };
  const step = await runJob(desk, { github, event: opened(FORK), inputs, env });
  expect(step.exitCode, step.log).toBe(0);
  expect(step.log).toContain('the Actions cache is neither read nor written in a run for a fork');
  expect(trainingsFound(step)).toBe(0);
  expect(cache.requests.filter(({ what }) => /Cache/.test(what))).toEqual([]);
  expect(cache.entries.length).toBe(before);
});

it.skipIf(program === undefined)('they meet in a bucket, with keys that no log shows', async () => {
  await using server = await startS3Server(program ?? '');
  const bucket = await openBucket(server, 'team-store');
  const inputs = { 'baseline-store': 's3://team-store/desk', mode: 'run' };
  await using github = await openGithub([pull()]);
  const env = { ...server.env, ...(await newRunner('s3-push')) };
  const first = await runJob(desk, { github, event: pushed(), inputs, env });
  expect(first.exitCode, first.log).toBe(0);
  expect((await bucket.list('desk/base/')).length).toBeGreaterThan(0);

  const limits = { 'store-max-size': '1kB' };
  const other = { ...server.env, ...(await newRunner('s3-pull')) };
  const second = await runJob(desk, {
    github,
    event: opened(),
    inputs: { ...inputs, ...limits },
    env: other,
  });
  expect(second.exitCode, second.log).toBe(0);
  expect(trainingsFound(second), second.log).toBe(2);
  for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
    expect(first.log + second.log).not.toContain(`=${server.env[name]}`);
});
