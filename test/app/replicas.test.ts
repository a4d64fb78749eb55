/** Two processes of the app at once: with Redis in between they do everything once, and without it they still train once. */

import { Redis } from 'ioredis';
import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app/create-app.ts';
import { REDIS_IS_THERE, startRedis } from '../helpers/redis.ts';
import { better, exampleSection } from '../report/example-result.ts';
import { type Replica, startReplica } from './replica.ts';
import { FastOctokit, HEAD, NEXT, openWorld, resultFor, SELF, settingsOf, type World } from './world.ts';

const opened = { action: 'opened', pull_request: { number: 7 } };

/** What people see of one head, without ids. */
const checksOf = ({ github }: World, sha: string) =>
  github.state.checks
    .filter(({ head_sha }) => head_sha === sha)
    .map(({ name, status, conclusion }) => ({ name, status, conclusion }));
const verdicts = ({ github }: World) => github.state.comments.filter(({ login }) => login === SELF);

/** Replicas are processes with a clock of their own, which GitHub's has to be. */
async function openWorldOfToday(): Promise<World> {
  const world = await openWorld();
  world.github.state.now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  return world;
}

/** The newest run has ended, and nobody was told. */
function endRun({ github }: World) {
  const run = github.state.runs.at(-1);
  if (!run) throw new Error('nothing was dispatched');
  Object.assign(run, { status: 'completed', conclusion: 'success' });
  return { action: 'completed', workflow_run: { event: run.event, display_title: run.display_title } };
}

/** Sends the same delivery to all, and waits until all have done what it asks for. */
async function tellAll(replicas: readonly Replica[], id: string, event: string, payload: object) {
  const answers = await Promise.all(replicas.map((one) => one.deliver(id, event, payload)));
  expect(answers).toEqual(replicas.map(() => 202));
  await Promise.all(replicas.map((one) => one.idle()));
}

describe.skipIf(!REDIS_IS_THERE)('two replicas with one Redis', { timeout: 240_000 }, () => {
  test('do once what both are told and both find', async () => {
    await using world = await openWorldOfToday();
    await using redis = await startRedis();
    // Each looks for what was missed when it starts: both find #7.
    await using one = await startReplica(world, redis.url);
    await using other = await startReplica(world, redis.url);
    const both = [one, other];
    await tellAll(both, 'opened', 'pull_request', opened);
    expect(checksOf(world, HEAD)).toEqual([{ name: 'lora-gate', status: 'queued', conclusion: null }]);
    expect(world.github.state.dispatches).toHaveLength(1);

    world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: better })]) });
    await tellAll(both, 'ended', 'workflow_run', endRun(world));
    expect(checksOf(world, HEAD)).toEqual([
      { name: 'lora-gate', status: 'completed', conclusion: 'success' },
    ]);
    expect(verdicts(world)).toMatchObject([{ body: expect.stringContaining('| perplexity |') }]);

    world.github.push(7, NEXT);
    const pushed = { action: 'synchronize', before: HEAD, pull_request: { number: 7 } };
    await tellAll(both, 'pushed', 'pull_request', pushed);
    const { id, body } = world.github.comment(7, 'bob', '/lora-gate help');
    const issue = { number: 7, pull_request: {} };
    const comment = { id, body, user: { type: 'User' } };
    await tellAll(both, 'help', 'issue_comment', { action: 'created', issue, comment });
    expect(checksOf(world, NEXT)).toEqual([{ name: 'lora-gate', status: 'queued', conclusion: null }]);
    expect(world.github.state.dispatches).toHaveLength(2);
    expect(verdicts(world)).toHaveLength(2);
    expect(world.github.state.reactions).toHaveLength(1);

    // Both wait in the queues of one installation, so that its limits hold for both together. Who writes is whoever was first.
    const seen = new Redis(redis.url);
    const queues = ['global', 'write', 'notifications'].map((name) =>
      seen.zcard(`b_lora-gate-${name}-${world.github.app?.installation}_client_last_seen`),
    );
    const [all, writes, notifications] = await Promise.all(queues);
    expect(all).toBe(2);
    for (const waiting of [writes, notifications]) expect([1, 2]).toContain(waiting);
    seen.disconnect();

    expect([await one.end('SIGTERM'), await other.end('SIGTERM')]).toEqual([0, 0]);
    const complaints = [...one.log, ...other.log].filter((line) => !/^(listening|SIGTERM)/.test(line));
    expect(complaints).toEqual([]);
  });

  test('when one dies in the middle of its work, the other ends it', async () => {
    await using world = await openWorldOfToday();
    await using redis = await startRedis();
    await using dying = await startReplica(world, redis.url);
    await tellAll([dying], 'opened', 'pull_request', opened);
    world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: better })]) });
    await using other = await startReplica(world, redis.url);
    await other.idle();

    world.github.fail({ method: 'PATCH', path: '/check-runs/', how: 'never' });
    const ended = endRun(world);
    await dying.deliver('ended', 'workflow_run', ended);
    await expect
      .poll(() => world.github.requests.some(({ method }) => method === 'PATCH'), { timeout: 60_000 })
      .toBe(true);
    // Waits for its turn, which the first has.
    await other.deliver('ended', 'workflow_run', ended);
    await dying.end('SIGKILL');
    await other.idle();
    expect(checksOf(world, HEAD)).toEqual([
      { name: 'lora-gate', status: 'completed', conclusion: 'success' },
    ]);
    expect(verdicts(world)).toMatchObject([{ body: expect.stringContaining('| perplexity |') }]);
    expect(world.github.state.dispatches).toHaveLength(1);
  });

  test('ask GitHub for no more at once than one alone may', async () => {
    await using redis = await startRedis();
    await using world = await openWorld();
    let [open, most] = [0, 0];
    const waiting: (() => void)[] = [];
    const held: typeof fetch = async (...asked) => {
      const address = asked[0] instanceof Request ? asked[0].url : String(asked[0]);
      if (!address.endsWith('/repos/team/desk')) return fetch(...asked);
      open += 1;
      most = Math.max(most, open);
      // All that may be open are; whoever comes besides would come now.
      if (open === 10) {
        setTimeout(() => {
          for (const go of waiting.splice(0)) go();
        }, 500);
      }
      await new Promise<void>((go) => {
        waiting.push(go);
      });
      open -= 1;
      return fetch(...asked);
    };
    const settings = { ...settingsOf(world.github), redisUrl: redis.url };
    const apps = [await createApp(settings, { fetch: held }), await createApp(settings, { fetch: held })];
    const clients = await Promise.all(apps.map(({ probot }) => probot.auth(100)));
    const ask = (client: (typeof clients)[number]) => client.rest.repos.get({ owner: 'team', repo: 'desk' });
    await Promise.all(Array.from({ length: 20 }, (_, i) => ask(clients[i % 2] as (typeof clients)[number])));
    expect(most).toBe(10);
    await Promise.all(apps.map((app) => app.close()));
  });
});

test('a Redis that is not there is named when the app starts, and its password is not', async () => {
  await using world = await openWorld();
  const settings = { ...settingsOf(world.github), redisUrl: 'redis://app:hush@127.0.0.1:1' };
  const thrown = await createApp(settings).catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code: 'app-redis', message: 'Redis at 127.0.0.1:1 does not answer' });
  expect(JSON.stringify(thrown)).not.toContain('hush');
});

test('two replicas without Redis that hear of one pull request at once start one run', async () => {
  let arrived = 0;
  let both: () => void = () => {};
  const met = new Promise<void>((go) => {
    both = go;
  });
  /** Neither check is made before both have found that there is none. */
  const meeting: typeof fetch = async (...asked) => {
    const { method, url } = new Request(...asked);
    if (method === 'POST' && url.endsWith('/check-runs')) {
      arrived += 1;
      if (arrived === 2) both();
      await met;
    }
    return fetch(...asked);
  };
  await using world = await openWorld({}, { fetch: meeting });
  const errors: unknown[] = [];
  const onError = (thrown: unknown) => errors.push(thrown);
  const options = { Octokit: FastOctokit, fetch: meeting, graceMilliseconds: 60_000, onError };
  const other = await createApp(settingsOf(world.github), options);
  const payload = {
    ...opened,
    installation: { id: world.github.app?.installation },
    repository: { name: 'desk', owner: { login: 'team' } },
  };
  for (const app of [world.app, other]) expect(app.accept({ event: 'pull_request', payload })).toBe(true);
  await Promise.all([world.app.idle(), other.idle()]);
  expect(arrived).toBe(2);
  expect(checksOf(world, HEAD)).toEqual([
    { name: 'lora-gate', status: 'queued', conclusion: null },
    { name: 'lora-gate (opened twice)', status: 'completed', conclusion: 'cancelled' },
  ]);
  expect(world.github.state.dispatches).toHaveLength(1);
  expect(verdicts(world)).toHaveLength(1);
  expect([...world.errors, ...errors]).toEqual([]);
  await other.close();
});
