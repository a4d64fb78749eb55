/** Each event to its end, where nothing has to be trained. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PullSeed } from '../github/stand-in-state.ts';
import { type Desk, event, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';
import { openPlanDesk } from './plan-desk.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let desk: Desk;
beforeAll(async () => {
  desk = await openPlanDesk();
});
afterAll(() => desk?.close());

const pull = (sha: string, more: Partial<PullSeed> = {}): PullSeed => ({
  ...{ number: 7, head: { sha }, base: { sha: desk.base }, author: 'ann', files: [{ filename: TRAIN }] },
  ...more,
});

describe('push', () => {
  it('to another branch does nothing, and a plan of it starts no job', async () => {
    await using github = await openGithub([]);
    const push = event('push', { ref: 'refs/heads/wip', before: desk.base, after: desk.good });
    const step = await runJob(desk, { github, event: push, inputs: { mode: 'plan' } });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs).toMatchObject({
      verdict: 'not_affected',
      blocked: 'false',
      matrix: '{"include":[]}',
    });
    expect(github.requests).toEqual([]);
  });

  it('whose base was forced away is compared with the commit before it, and writes no check', async () => {
    await using github = await openGithub([]);
    const gone = 'f'.repeat(40);
    const push = event('push', { ref: 'refs/heads/main', before: gone, after: desk.unrelated });
    const step = await runJob(desk, { github, event: push });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.log).toContain(`${gone.slice(0, 7)} is gone`);
    expect(step.outputs.verdict).toBe('not_affected');
    expect(github.state.checks).toEqual([]);
  });
});

describe('a pull request whose event is old', () => {
  const tightened = () => desk.repository.commit({ 'data/test.jsonl': '{"messages":[]}\n' }, desk.base);

  it('is held to where the base branch is now: an event that is played again says where it was', async () => {
    const tip = await tightened();
    await using github = await openGithub([pull(desk.good)]);
    github.state.refs.push({ ref: 'refs/heads/main', sha: tip });
    const step = await runJob(desk, {
      github,
      event: pullRequestEvent({ number: 7, head: desk.good, base: desk.base }),
      inputs: { mode: 'plan' },
    });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('error[base-moved]');
    expect(step.log).toContain('data/test.jsonl: its rows are others now');
    expect(github.state.checks[0]).toMatchObject({ conclusion: 'failure' });
  });

  it('is not held to what a push to the base branch has there itself', async () => {
    const tip = await tightened();
    await using github = await openGithub([]);
    const push = event('push', { ref: 'refs/heads/main', before: tip, after: desk.good });
    const step = await runJob(desk, { github, event: push, inputs: { mode: 'plan' } });
    expect(step.exitCode, step.log).toBe(0);
  });
});

describe('merge_group', () => {
  it('gets its check on the head of the group, and no comment', async () => {
    await using github = await openGithub([]);
    const group = {
      head_sha: desk.unrelated,
      base_sha: desk.base,
      base_ref: 'refs/heads/main',
      head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
    };
    const step = await runJob(desk, {
      github,
      event: event('merge_group', { action: 'checks_requested', merge_group: group }),
      inputs: { comment: 'always' },
    });
    expect(step.exitCode, step.log).toBe(0);
    expect(github.state.checks).toHaveLength(1);
    expect(github.state.checks[0]).toMatchObject({ head_sha: desk.unrelated, conclusion: 'success' });
    expect(github.state.comments).toEqual([]);
  });
});

describe('workflow_dispatch', () => {
  const dispatch = (head_sha: string, check_run_id = '') =>
    event('workflow_dispatch', { inputs: { pr: '7', head_sha, check_run_id } });

  it.each([
    ['a closed pull request', { state: 'closed' }, 'is closed'],
    [
      'a head that was pushed over',
      { head: { sha: 'd'.repeat(40) } },
      'is not the head of #7, which is ddddddd',
    ],
  ] as const)('for %s is refused', async (_, more, said) => {
    await using github = await openGithub([pull(desk.unrelated, more)]);
    const step = await runJob(desk, { github, event: dispatch(desk.unrelated) });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('error[dispatch-stale]');
    expect(step.log).toContain(said);
    expect(github.state.checks).toEqual([]);
  });

  it('for an open head is as if it had been pushed', async () => {
    await using github = await openGithub([pull(desk.unrelated)]);
    const step = await runJob(desk, { github, event: dispatch(desk.unrelated) });
    expect(step.exitCode, step.log).toBe(0);
    expect(github.state.checks[0]).toMatchObject({ head_sha: desk.unrelated, conclusion: 'success' });
  });

  it('from the app for a merge group is judged against the base, and for a commit of no queue refused', async () => {
    await using github = await openGithub([pull(desk.good)]);
    const step = await runJob(desk, { github, event: dispatch(desk.unrelated, '55') });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('is not the head of #7');
    const ref = (number: number) => `refs/heads/gh-readonly-queue/main/pr-${number}-${desk.base}`;
    github.state.refs.push({ ref: ref(8), sha: desk.unrelated }, { ref: 'refs/heads/main', sha: desk.base });
    // The group of another pull request.
    expect((await runJob(desk, { github, event: dispatch(desk.unrelated, '55') })).exitCode).toBe(2);
    github.state.refs.unshift({ ref: ref(7), sha: desk.unrelated });
    const group = await runJob(desk, { github, event: dispatch(desk.unrelated, '55') });
    expect(group.exitCode, group.log).toBe(0);
    expect(group.outputs.verdict).toBe('not_affected');
    // A person names heads.
    expect((await runJob(desk, { github, event: dispatch(desk.unrelated) })).exitCode).toBe(2);
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('from the app leaves check and comment to the app', async () => {
    await using github = await openGithub([pull(desk.unrelated)]);
    const step = await runJob(desk, { github, event: dispatch(desk.unrelated, '55') });
    expect(step.exitCode, step.log).toBe(0);
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  });
});

describe('events that are not answered', () => {
  it('pull_request_target fails with the reason, before anything is asked or read', async () => {
    await using github = await openGithub([pull(desk.good)]);
    const { payload } = pullRequestEvent({ number: 7, head: desk.good, base: desk.base });
    const step = await runJob(desk, { github, event: { name: 'pull_request_target', payload } });
    expect(step.exitCode).toBe(2);
    expect(step.log).toContain('error[pull-request-target]');
    expect(github.requests).toEqual([]);
  });

  it('inputs that are wrong fail with all their names', async () => {
    await using github = await openGithub([]);
    const opened = pullRequestEvent({ number: 7, head: desk.good, base: desk.base });
    const step = await runJob(desk, { github, event: opened, inputs: { mode: 'x', runtime: 'y' } });
    expect(step.exitCode).toBe(2);
    expect(step.log).toContain('mode: "x"');
    expect(step.log).toContain('runtime: "y"');
  });
});
