/** The look for what was missed, with many pull requests: how many calls it makes, and what it leaves of GitHub's quotas. */

import { expect, test } from 'vitest';
import { startDemoGithub } from '../../src/app/demo/github.ts';
import { addComment, addPull, append, createDemoState, type DemoState } from '../../src/app/demo/state.ts';
import type { Desk } from '../../src/app/desk.ts';
import type { Errand } from '../../src/app/events.ts';
import { createMemory, reconcileRepository } from '../../src/app/reconcile.ts';
import { createGithubClient } from '../../src/github/client.ts';
import { encodeStamp, stampMarker } from '../../src/github/run-stamp.ts';
import { silentLogger } from '../../src/log.ts';
import { repository } from '../github/stand-in-objects.ts';
import { openWorld } from './world.ts';

const SELF = 'lora-gate[bot]';

/** The first so many were never looked at; all others have their check and their comment. */
function seeded(pulls: number, untouched = 0): DemoState {
  const state = createDemoState({
    ...{ owner: 'org', repo: 'desk', appId: 1, slug: 'lora-gate', installation: 1 },
    ...{ mainSha: 'b'.repeat(40), files: {}, collaborators: {} },
  });
  for (let number = 1; number <= pulls; number++) {
    const headSha = number.toString(16).padStart(40, 'a');
    const about = { title: `Change ${number}`, author: 'ann', headRef: `change-${number}`, files: [] };
    addPull(state, { ...about, number, headSha, baseSha: state.mainSha, open: true });
    if (number <= untouched) continue;
    const stamp = {
      ...{ config: 'lora-gate.yml', headSha, headOrder: 1, runId: 1, runAttempt: 1, state: 'done' as const },
    };
    append(state.checksOfSha, headSha, {
      ...{ id: state.nextId(), name: 'lora-gate', head_sha: headSha, external_id: encodeStamp(stamp) },
      ...{ details_url: null, status: 'completed', conclusion: 'success', annotations: 0 },
      ...{ started_at: state.now(), completed_at: state.now() },
      output: { title: 'pass', summary: '', text: null },
    });
    addComment(state, number, SELF, `verdict\n\n${stampMarker(stamp)}`);
  }
  return state;
}

async function openDesk(state: DemoState) {
  const github = await startDemoGithub({ states: [state], onDispatch: () => {} });
  const quota = { core: 5000, points: 5000 };
  /** What is left is what the test says. */
  const limited: typeof fetch = async (...asked) => {
    const answer = await fetch(...asked);
    const address = new URL(String(asked[0]));
    if (address.pathname === '/rate_limit') {
      const core = { limit: 5000, remaining: quota.core, used: 0, reset: 0 };
      return Response.json({ resources: { core, graphql: core }, rate: core });
    }
    if (address.pathname !== '/graphql') return answer;
    const { data } = (await answer.json()) as { data: object };
    return Response.json({ data: { ...data, rateLimit: { limit: 5000, remaining: quota.points } } });
  };
  const queued: Errand[] = [];
  const desk: Desk = {
    client: createGithubClient({
      ...{ token: 'ghs_demo_1', apiUrl: github.url, logger: silentLogger, fetch: limited },
      secondMilliseconds: 1,
    }),
    repository: { owner: 'org', repo: 'desk' },
    ...{ appId: 1, self: SELF, workflow: 'lora-gate.yml', welcome: 'off' as const, logger: silentLogger },
    ...{ graceMilliseconds: 60_000, now: () => 0, enqueue: (errand: Errand) => queued.push(errand) },
  };
  const memory = createMemory();
  return {
    ...{ github, quota, queued },
    /** Calls of either API in one look. */
    async look() {
      github.counts.clear();
      queued.length = 0;
      const found = await reconcileRepository(desk, memory);
      const pages = github.counts.get('POST /graphql') ?? 0;
      const all = [...github.counts.values()].reduce((sum, n) => sum + n, 0);
      return { ...found, pages, others: all - pages };
    },
    [Symbol.asyncDispose]: () => github[Symbol.asyncDispose](),
  };
}

test('fifty settled pull requests take one call, and later looks one call until something moves', async () => {
  const state = seeded(120);
  await using desk = await openDesk(state);
  expect(await desk.look()).toEqual({ read: 120, wanted: 0, pages: 3, others: 1 });
  expect(await desk.look()).toEqual({ read: 0, wanted: 0, pages: 1, others: 1 });
  const moved = state.pulls.get(9);
  if (moved) moved.updatedAt = '2026-02-01T00:00:00Z';
  addComment(state, 9, 'mia', '/lora-gate rerun');
  expect(await desk.look()).toMatchObject({ read: 1, pages: 2 });
  expect(desk.queued).toMatchObject([{ kind: 'comment', pull: 9 }]);
  expect(desk.github.unknown).toEqual([]);
});

test('as many are begun as leave a fifth of the quota, and the others when GitHub has given a new one', async () => {
  await using desk = await openDesk(seeded(60, 60));
  // A fifth of 5,000 and fifteen calls for each of ten.
  desk.quota.core = 1000 + 10 * 15;
  expect(await desk.look()).toMatchObject({ read: 60, wanted: 50 });
  expect(desk.queued).toHaveLength(10);
  desk.quota.core = 900;
  expect(await desk.look()).toMatchObject({ wanted: 50 });
  expect(desk.queued).toEqual([]);
  desk.quota.core = 5000;
  expect(await desk.look()).toMatchObject({ wanted: 0 });
  expect(new Set(desk.queued.map((errand) => 'pull' in errand && errand.pull)).size).toBe(50);
});

test('a look ends where a fifth of the query API’s points is left, and a later one sees the rest', async () => {
  await using desk = await openDesk(seeded(120));
  desk.quota.points = 999;
  expect(await desk.look()).toMatchObject({ read: 50, pages: 1 });
  desk.quota.points = 5000;
  expect(await desk.look()).toMatchObject({ read: 70, pages: 3 });
});

test('the commands of a pull request with more comments than one call shows are all read', async () => {
  const state = seeded(1);
  addComment(state, 1, 'mia', '/lora-gate explain');
  for (let i = 0; i < 40; i++) addComment(state, 1, 'bob', 'I wonder');
  await using desk = await openDesk(state);
  await desk.look();
  expect(desk.queued).toMatchObject([{ kind: 'comment', pull: 1 }]);
});

test('a repository that cannot be looked at keeps no other from its turn', async () => {
  const broken: typeof fetch = async (...asked) => {
    const body = String(asked[1]?.body ?? '');
    if (body.includes('"name":"broken"')) return Response.json({ message: 'out of order' }, { status: 500 });
    return fetch(...asked);
  };
  await using world = await openWorld({}, { fetch: broken });
  world.github.route('GET /installation/repositories', {
    answer: () => {
      const repositories = ['team/broken', 'team/desk'].map((name) => ({
        ...repository(name),
        archived: false,
      }));
      return { status: 200, body: { total_count: 2, repository_selection: 'all', repositories } };
    },
  });
  await world.app.reconcile();
  await world.app.idle();
  expect(world.errors).toHaveLength(1);
  expect(world.github.state.dispatches).toHaveLength(1);
});
