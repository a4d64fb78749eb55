/**
 * The process is killed after each single call of the API: the call takes effect, its answer never comes, and whatever was to follow
 * does not happen. (Killed before a call is killed after the one before it.) Another process reconciles, and the end has to be the same
 * as without.
 */

import { expect, test } from 'vitest';
import { parseResult } from '../../src/report/result.ts';
import { spotSheets } from '../../src/report/spot-sheet.ts';
import { sheetCode } from '../../src/report/spot-votes.ts';
import { exampleBehaviour } from '../report/example-behaviour.ts';
import { better, exampleSection, worse } from '../report/example-result.ts';
import { dyingFetch } from './dying-fetch.ts';
import { HEAD, NEXT, openWorld, resultFor, SELF, type World } from './world.ts';

/** What people see, without ids and times. */
function seen({ github: { state } }: World) {
  return {
    checks: state.checks.map(({ head_sha, status, conclusion, output }) => ({
      ...{ head_sha, status, conclusion, title: output.title },
    })),
    comments: state.comments.map(({ login, body }) => ({
      login,
      body: body
        .replaceAll(/order=\d+ run=\d+/g, '')
        .replaceAll(/\/runs\/\d+/g, '/runs/')
        .replaceAll(/127.0.0.1:\d+/g, 'github'),
    })),
    dispatches: state.dispatches.map(({ inputs: { head_sha } }) => head_sha),
    runs: state.runs.map(({ status, conclusion }) => ({ status, conclusion })),
    reactions: state.reactions.map(({ content }) => content),
  };
}

/** An event of the story; the process that hears it may die of it. */
interface Chapter {
  name: string;
  before: (world: World) => Promise<void>;
  happens: (world: World) => Promise<unknown>;
}

const opened = (world: World) => world.pullEvent('opened');

const judged = async (world: World) => {
  await opened(world);
  await world.runEvent({ status: 'in_progress' });
  world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: worse })]) });
};

const ANSWERED = resultFor(HEAD, [{ ...exampleSection({ change: worse }), ...exampleBehaviour(4) }]);
const SHEET = spotSheets(parseResult(ANSWERED, { file: 'result.json' }))
  .map(sheetCode)
  .join();

const CHAPTERS: Chapter[] = [
  { name: 'a pull request is opened', before: async () => {}, happens: opened },
  {
    name: 'a run ends',
    before: judged,
    happens: (world) => world.runEvent({ status: 'completed', conclusion: 'success' }),
  },
  {
    name: 'a push comes while a run is on its way',
    before: judged,
    happens: (world) => {
      world.github.push(7, NEXT);
      return world.pullEvent('synchronize', { before: HEAD });
    },
  },
  {
    name: 'somebody waives a regression',
    before: async (world) => {
      await judged(world);
      await world.runEvent({ status: 'completed', conclusion: 'success' });
    },
    happens: (world) => world.say('mia', `/lora-gate waive perplexity @${HEAD} the tone matters more`),
  },
  {
    name: 'somebody has it run again',
    before: async (world) => {
      await judged(world);
      await world.runEvent({ status: 'completed', conclusion: 'success' });
    },
    happens: (world) => world.say('mia', '/lora-gate rerun'),
  },
  {
    name: 'somebody votes in a spot check',
    before: async (world) => {
      await judged(world);
      world.upload({ 'result.json': ANSWERED });
      await world.runEvent({ status: 'completed', conclusion: 'success' });
    },
    happens: (world) => world.say('mia', `/lora-gate spot-check ${SHEET} 1a 2t`),
  },
  {
    name: 'the pull request is closed while a run is on its way',
    before: judged,
    happens: (world) => {
      for (const pull of world.github.state.pulls) pull.state = 'closed';
      return world.pullEvent('closed');
    },
  },
];

async function settle(world: World): Promise<void> {
  for (let look = 0; look < 2; look++) {
    await world.app.reconcile();
    await world.app.idle();
  }
}

test.each(CHAPTERS)(
  'killed at any moment when $name, it ends the same',
  { timeout: 300_000 },
  async ({ before, happens }) => {
    await using whole = await openWorld();
    await before(whole);
    const calls = whole.github.requests.length;
    await happens(whole);
    // A process that has just started asks for its tokens first.
    const most = whole.github.requests.length - calls + 6;
    await settle(whole);
    const expected = seen(whole);
    expect(whole.errors).toEqual([]);
    let reached = 0;
    for (let call = 1; call <= most; call++) {
      await using world = await openWorld();
      await before(world);
      const dying = dyingFetch(call);
      await world.restart({ fetch: dying.fetch, onError: () => {} });
      await Promise.race([happens(world), dying.died]);
      if (dying.made() < call) break;
      reached += 1;
      await world.restart();
      await settle(world);
      expect(seen(world), `killed after call ${call}`).toEqual(expected);
      expect(world.errors).toEqual([]);
    }
    expect(reached).toBeGreaterThan(7);
  },
);

test('a run that ended while nobody listened is told of by the next look', async () => {
  await using world = await openWorld();
  await judged(world);
  world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: better })]) });
  for (const run of world.github.state.runs)
    Object.assign(run, { status: 'completed', conclusion: 'success' });
  await settle(world);
  expect(world.github.state.checks).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  expect(world.github.state.comments.filter(({ login }) => login === SELF)).toHaveLength(1);
});

test('a check that was opened for a commit, and whose process died before it started a run, ends with the next push', async () => {
  await using world = await openWorld();
  /** Ends with the answer to the request that has made the check. */
  const opens: typeof fetch = async (...asked) => {
    const { method, url } = new Request(...asked);
    const answer = await fetch(...asked);
    if (method !== 'POST' || !url.endsWith('/check-runs')) return answer;
    dead();
    return new Promise<Response>(() => {});
  };
  let dead: () => void = () => {};
  const died = new Promise<void>((resolve) => {
    dead = resolve;
  });
  await world.restart({ fetch: opens, onError: () => {} });
  await Promise.race([opened(world), died]);
  expect(world.github.state.checks).toMatchObject([{ head_sha: HEAD, status: 'queued' }]);
  expect(world.github.state.dispatches).toEqual([]);
  // Nobody hears of the push.
  world.github.push(7, NEXT);
  await world.restart();
  await settle(world);
  expect(world.github.state.checks).toMatchObject([
    { head_sha: HEAD, conclusion: 'cancelled', output: { title: `superseded by ${NEXT.slice(0, 7)}` } },
    { head_sha: NEXT, status: 'queued' },
  ]);
  expect(world.github.state.dispatches).toHaveLength(1);
  expect(world.errors).toEqual([]);
});
