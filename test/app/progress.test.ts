/** What the check of an open run says on its way, and what a push to the default branch brings. */

import { expect, test } from 'vitest';
import { longWait } from '../../src/app/progress.ts';
import { HEAD, openWorld, type World } from './world.ts';

const BASE = 'b'.repeat(40);
const checksOf = ({ github }: World) => github.state.checks;
const newestRun = ({ github }: World) => github.state.runs.at(-1)?.id ?? 0;
const patches = ({ github }: World) => github.requests.filter(({ method }) => method === 'PATCH').length;

const jobEvent = (world: World, run = newestRun(world), head_branch = 'main') =>
  world.deliver('workflow_job', { action: 'in_progress', workflow_job: { run_id: run, head_branch } });

test('the check names the runner that has taken the training', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  await world.runEvent({ status: 'in_progress' });
  expect(checksOf(world)).toMatchObject([{ status: 'in_progress', output: { title: 'started' } }]);
  world.jobs.set(newestRun(world), [
    { status: 'in_progress', runner_name: 'gpu-box-3 @team', labels: ['gpu'] },
  ]);
  await jobEvent(world);
  expect(world.errors).toEqual([]);
  expect(checksOf(world)).toMatchObject([
    { status: 'in_progress', output: { title: 'started on gpu-box-3 @team' } },
  ]);
  expect(checksOf(world)[0]?.output.summary).not.toContain('@team');
  const written = patches(world);
  await jobEvent(world);
  expect(patches(world)).toBe(written);
});

test('a job of another branch is not asked about, nor does a run of somebody else move a check', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  const asked = world.github.requests.length;
  await jobEvent(world, newestRun(world), 'change-7');
  expect(world.github.requests.length).toBe(asked);
  const [run] = world.github.state.runs;
  Object.assign(run ?? {}, { actor: 'eve', status: 'in_progress' });
  await jobEvent(world);
  expect(checksOf(world)).toMatchObject([{ status: 'queued' }]);
});

test('the check says for how long no runner has taken the training, once for each step', async () => {
  let minutes = 0;
  // The stand-in's clock begins here.
  const now = () => Date.UTC(2026, 0, 1) + minutes * 60_000 + 30_000;
  await using world = await openWorld({}, { now });
  await world.pullEvent('opened');
  world.jobs.set(newestRun(world), [
    { status: 'queued', runner_name: null, labels: ['self-hosted', 'a100'] },
  ]);
  const look = async () => {
    await world.pullEvent('edited');
    return checksOf(world)[0]?.output.title;
  };
  minutes = 8;
  expect(await look()).toBe('waiting for a GPU runner');
  minutes = 12;
  expect(await look()).toBe('no runner has taken it for 10 minutes');
  expect(checksOf(world)).toMatchObject([
    { status: 'queued', output: { summary: expect.stringContaining('<code>a100</code>') } },
  ]);
  const written = patches(world);
  minutes = 25;
  expect(await look()).toBe('no runner has taken it for 10 minutes');
  expect(patches(world)).toBe(written);
  minutes = 130;
  expect(await look()).toBe('no runner has taken it for 2 hours');
  world.jobs.set(newestRun(world), [{ status: 'in_progress', runner_name: 'box', labels: [] }]);
  await world.runEvent({ status: 'in_progress' });
  expect(checksOf(world)).toMatchObject([{ status: 'in_progress', output: { title: 'started on box' } }]);
  expect(world.errors).toEqual([]);
});

test.each([
  [9, undefined],
  [10, 10],
  [59, 30],
  [1439, 960],
  [3000, 2880],
  [Number.NaN, undefined],
])('after %i minutes of waiting the step is %s', (minutes, step) => {
  expect(longWait(minutes)).toBe(step);
});

const pushed = (world: World, paths: string[], ref = 'refs/heads/main') =>
  world.deliver('push', { ref, commits: [{ added: [], modified: paths, removed: [] }] });

test('a push that brings the configuration has open pull requests looked at, and trains nothing itself', async () => {
  await using world = await openWorld();
  world.configs.set(BASE, null);
  await world.pullEvent('opened');
  expect(checksOf(world)).toEqual([]);
  world.configs.delete(BASE);
  await pushed(world, ['data/train.jsonl', 'README.md']);
  await pushed(world, ['lora-gate.yml'], 'refs/heads/other');
  expect(checksOf(world)).toEqual([]);
  await pushed(world, ['lora-gate.yml']);
  expect(world.errors).toEqual([]);
  expect(checksOf(world)).toMatchObject([{ head_sha: HEAD, status: 'queued' }]);
  expect(world.github.state.dispatches.map(({ inputs }) => inputs.pr)).toEqual(['7']);
});
