import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { expect, test } from 'vitest';
import { readTasks } from '../../src/app/events.ts';
import { HEAD, NEXT, openWorld, SELF } from './world.ts';

test('a delivery with another signature, or none, is answered with 401 and does nothing', async () => {
  await using world = await openWorld();
  for (const signature of ['sha256='.padEnd(71, '0'), 'nonsense']) {
    expect(await world.pullEvent('opened', { signature })).toBe(401);
  }
  expect(world.github.requests).toEqual([]);
});

test('a delivery that comes twice, late or out of order changes nothing', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened', { id: 'one' });
  await world.pullEvent('opened', { id: 'one' });
  await world.pullEvent('opened', { id: 'a-replay' });
  world.github.push(7, NEXT);
  await world.pullEvent('synchronize', { before: HEAD });
  await world.pullEvent('opened', { id: 'late' });
  await world.pullEvent('synchronize', { before: HEAD, id: 'again' });
  const { checks, dispatches, comments } = world.github.state;
  expect(checks.map(({ head_sha, status }) => [head_sha, status])).toEqual([
    [HEAD, 'completed'],
    [NEXT, 'queued'],
  ]);
  expect(dispatches).toHaveLength(2);
  expect(comments).toMatchObject([{ login: SELF }]);
  expect(world.errors).toEqual([]);
});

test('a delivery is answered while GitHub’s API does not answer', async () => {
  await using world = await openWorld({}, { fetch: () => new Promise(() => {}) });
  expect(await world.pullEvent('opened', { wait: false })).toBe(202);
  expect(world.app.running).toBe(1);
  // Its work never ends, and closing would wait for it.
  world.app.close = async () => {};
});

test('GitHub’s own examples of every event are read without an error', () => {
  const read = (examples as unknown as { name: string; examples: object[] }[]).flatMap(
    ({ name, examples: all }) =>
      all.map(
        (payload) =>
          readTasks({ event: name, payload: { ...payload, installation: { id: 1 } } }, 1)[0]?.errand.kind,
      ),
  );
  expect(read.length).toBeGreaterThan(100);
  expect(new Set(read)).toEqual(new Set([undefined, 'pull', 'merge-group', 'welcome']));
});
