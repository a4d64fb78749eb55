/** A job that does not end by itself: cancelled, out of time, killed. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Desk, openDesk, openGithub, pullRequestEvent, stepOptions, TRAIN } from './desk.ts';
import { runStep, startStep } from './runner.ts';

let desk: Desk;
/** So many epochs that nobody waits for the end. */
beforeAll(async () => {
  desk = await openDesk({ epochs: 400, rest: '' });
});
afterAll(() => desk?.close());

const opened = (number: number) => pullRequestEvent({ number, head: desk.good, base: desk.base });
const githubOf = (number: number) =>
  openGithub([{ number, head: { sha: desk.good }, author: 'ann', files: [{ filename: TRAIN }] }]);

describe('a job that is cancelled while it trains', () => {
  it('completes check and comment as cancelled, keeps a checkpoint, and goes on from it', async () => {
    await using github = await githubOf(7);
    const options = stepOptions(desk, { github, event: opened(7) });
    const running = await startStep(options);
    await running.logged('training');
    // The runner sends both, one after the other.
    running.process.kill('SIGINT');
    running.process.kill('SIGTERM');
    const step = await running.done();
    expect(step.exitCode, step.log).toBe(130);
    expect(step.outputs).toMatchObject({ verdict: 'not_evaluated', blocked: 'true' });
    expect(github.state.checks).toHaveLength(1);
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'cancelled' });
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.comments[0]?.body).toContain('cancelled');
    expect(step.state['lora-gate-check']).toBe('');

    const again = await startStep(stepOptions(desk, { github, event: opened(7), attempt: 2 }));
    await again.logged('resum');
    again.process.kill('SIGTERM');
    await again.done();
    expect(github.state.comments).toHaveLength(1);
  });
});

describe('a job that is out of time', () => {
  it('fails check, comment and summary with what to do', async () => {
    await using github = await githubOf(8);
    const step = await runStep(
      stepOptions(desk, { github, event: opened(8), inputs: { 'timeout-minutes': '0.1' } }),
    );
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('error[out-of-time]: not done within 0.1 minutes');
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    for (const text of [github.state.comments[0]?.body, step.summary]) expect(text).toContain('out-of-time');
  });
});

describe('a job that is killed', () => {
  it('leaves its check to the post step, which completes it once', async () => {
    await using github = await githubOf(9);
    const options = stepOptions(desk, { github, event: opened(9) });
    const running = await startStep(options);
    await running.logged('training');
    running.process.kill('SIGKILL');
    const step = await running.done();
    expect(github.state.checks[0]).toMatchObject({ status: 'in_progress' });

    const post = await runStep(options, step.state);
    expect(post.exitCode, post.log).toBe(0);
    expect(github.state.checks).toHaveLength(1);
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.comments[0]?.body).not.toContain('started');
  });
});
