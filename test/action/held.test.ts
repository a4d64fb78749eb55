/** Changes that wait for a person, and the plan that other jobs start from: nothing is trained in either. */

import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Desk, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';
import { openPlanDesk } from './plan-desk.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

const FORK = 'somebody/desk';

let desk: Desk;
beforeAll(async () => {
  desk = await openPlanDesk();
});
afterAll(() => desk?.close());

const pull = (number: number, head: { sha: string; repo?: string }) => ({
  ...{ number, head, author: 'ann', files: [{ filename: TRAIN }] },
});
const trained = () =>
  readdir(desk.store).then(
    () => true,
    () => false,
  );

describe('a draft', () => {
  it('waits with a completed check, a comment and an empty matrix until it is ready', async () => {
    await using github = await openGithub([pull(7, { sha: desk.good })]);
    const event = pullRequestEvent({ number: 7, head: desk.good, base: desk.base, draft: true });
    const step = await runJob(desk, { github, event });
    expect(step.exitCode, step.log).toBe(3);
    expect(step.outputs).toMatchObject({
      verdict: 'not_evaluated',
      blocked: 'true',
      matrix: '{"include":[]}',
    });
    expect(github.state.checks).toHaveLength(1);
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', head_sha: desk.good });
    expect(github.state.checks[0]?.conclusion).not.toBe('success');
    expect(github.state.comments[0]?.body).toContain('ready for review');
    expect(await trained()).toBe(false);
  });

  it('is planned like any other where the base wants drafts judged', async () => {
    const willing = await openPlanDesk('github: { drafts: true }\n');
    await using github = await openGithub([pull(7, { sha: willing.good })]);
    const event = pullRequestEvent({ number: 7, head: willing.good, base: willing.base, draft: true });
    const step = await runJob(willing, { github, event, inputs: { mode: 'plan', comment: 'never' } });
    expect(step.exitCode, step.log).toBe(0);
    expect(JSON.parse(step.outputs.matrix ?? '')).toMatchObject({ include: [{ adapter: 'desk' }] });
    expect(github.state.checks[0]).toMatchObject({ status: 'in_progress' });
    expect(github.state.comments).toEqual([]);
    await willing.close();
  });

  it('that touches no adapter is told so at once', async () => {
    await using github = await openGithub([pull(8, { sha: desk.unrelated })]);
    const event = pullRequestEvent({ number: 8, head: desk.unrelated, base: desk.base, draft: true });
    const step = await runJob(desk, { github, event });
    expect(step.exitCode, step.log).toBe(0);
    expect(github.state.checks[0]).toMatchObject({ conclusion: 'success' });
  });
});

describe('a change from a fork', () => {
  const event = () => pullRequestEvent({ number: 9, head: desk.good, base: desk.base, from: FORK });

  it('waits for an approval of its very commit, and says the words', async () => {
    const options = { collaborators: { mia: 'write', rob: 'read' } } as const;
    await using github = await openGithub([pull(9, { sha: desk.good, repo: FORK })], options);
    // By its author, by somebody who may not write, and for another commit.
    github.comment(9, 'ann', `/lora-gate run ${desk.good}`);
    github.comment(9, 'rob', `/lora-gate run ${desk.good}`);
    github.comment(9, 'mia', `/lora-gate run ${desk.bad}`);
    const step = await runJob(desk, { github, event: event() });
    expect(step.exitCode, step.log).toBe(3);
    expect(step.outputs).toMatchObject({ verdict: 'not_evaluated', blocked: 'true' });
    expect(step.summary).toContain(`/lora-gate run ${desk.good}`);
    expect(github.state.checks[0]?.status).toBe('completed');
    expect(github.state.checks[0]?.conclusion).not.toBe('success');
    expect(github.state.comments.at(-1)?.body).toContain(`/lora-gate run ${desk.good}`);
    expect(await trained()).toBe(false);
  });

  it('waits in the job that plans and in the one that trains as well', async () => {
    await using github = await openGithub([pull(9, { sha: desk.good, repo: FORK })]);
    const plan = await runJob(desk, { github, event: event(), inputs: { mode: 'plan' } });
    expect(plan.outputs.matrix).toBe('{"include":[]}');
    expect(plan.exitCode, plan.log).toBe(3);
    const run = await runJob(desk, { github, event: event(), inputs: { mode: 'run' } });
    expect(run.exitCode, run.log).toBe(3);
    expect(await trained()).toBe(false);
  });
});

describe('the plan', () => {
  const planOf = (head: string, github: Awaited<ReturnType<typeof openGithub>>) =>
    runJob(desk, {
      github,
      event: pullRequestEvent({ number: 10, head, base: desk.base }),
      inputs: { mode: 'plan' },
    });

  it('is a matrix of what is affected, and a check that stays open for the job that reports', async () => {
    await using github = await openGithub([pull(10, { sha: desk.good })]);
    const step = await planOf(desk.good, github);
    expect(step.exitCode, step.log).toBe(0);
    const { include } = JSON.parse(step.outputs.matrix ?? '') as { include: { adapter: string }[] };
    expect(include.map(({ adapter }) => adapter)).toEqual(['desk']);
    expect(step.outputs.verdict).toBeUndefined();
    expect(github.state.checks[0]).toMatchObject({ status: 'in_progress' });
    expect(step.state['lora-gate-check'] ?? '').toBe('');
    expect(github.state.comments[0]?.body).toContain('started');
  });

  it('ends it all where nothing is affected', async () => {
    await using github = await openGithub([pull(10, { sha: desk.unrelated })]);
    const step = await planOf(desk.unrelated, github);
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs).toMatchObject({
      matrix: '{"include":[]}',
      verdict: 'not_affected',
      blocked: 'false',
    });
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'success' });
    expect(github.state.comments).toEqual([]);
  });
});
