/** One job that trains and publishes, run as the runner runs it, on a tiny model. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Github } from '../github/stand-in.ts';
import { type Desk, openDesk, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';
import type { Step } from './runner.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const pull = (number: number, sha: string) => ({
  number,
  head: { sha },
  author: 'ann',
  files: [{ filename: TRAIN }],
});
const opened = (number: number, head: string) => pullRequestEvent({ number, head, base: desk.base });

describe('a pull request that makes the model better', () => {
  let github: Github;
  let step: Step;
  beforeAll(async () => {
    github = await openGithub([pull(7, desk.good)]);
    step = await runJob(desk, {
      github,
      event: opened(7, desk.good),
      env: { JUDGE_API_KEY: 'key-of-the-judge' },
    });
  });
  afterAll(() => github.close());

  it('ends with exit code 0 and the outputs of a pass', () => {
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
    expect(step.outputs['result-path']).toMatch(/result\.json$/);
    expect(step.outputs['adapters-path']).toMatch(/adapters$/);
    expect(step.outputs['comment-url']).toContain('#issuecomment-');
    expect(step.outputs['check-url']).toContain('/runs/');
  });

  it('opens check and comment before it trains, and ends both with the verdict', () => {
    const writes = github.requests.filter(({ method }) => method !== 'GET');
    expect(writes.map(({ method, path }) => `${method} ${path.replace(/\d+$/, 'N')}`)).toEqual([
      'POST /repos/team/desk/check-runs',
      'POST /repos/team/desk/issues/7/comments',
      'PATCH /repos/team/desk/check-runs/N',
      'PATCH /repos/team/desk/issues/comments/N',
    ]);
    expect((writes[0]!.body as { status: string }).status).toBe('in_progress');
    expect((writes[1]!.body as { body: string }).body).toContain('lora-gate: started');
    const [check] = github.state.checks;
    expect(check).toMatchObject({ name: 'lora-gate', head_sha: desk.good, conclusion: 'success' });
    const [comment] = github.state.comments;
    expect(github.state.comments).toHaveLength(1);
    expect(comment?.body).toContain('✅ lora-gate: pass');
    expect(check?.output.summary).toContain('✅ lora-gate: pass');
  });

  it('has the comment as the summary of the job', () => {
    expect(step.summary).toContain('✅ lora-gate: pass');
  });

  it('masks its secrets before anything else, and lets no command through while it works', () => {
    const [first, second, third] = step.log.split('\n');
    expect([first, second]).toEqual(['::add-mask::ghs_token_of_the_job', '::add-mask::key-of-the-judge']);
    const token = /^::stop-commands::(\S{36})$/.exec(third ?? '')?.[1];
    expect(token).toBeDefined();
    expect(step.log).toContain(`\n::${token}::`);
    expect(step.log.split('\n').slice(3).join('\n')).not.toContain('key-of-the-judge');
  });

  it('leaves nothing for the post step to close', () => {
    expect(step.state['lora-gate-check']).toBe('');
  });

  it('takes no second comment for a further push, and a rerun of the old head overwrites nothing', async () => {
    github.push(7, desk.bad);
    const newer = await runJob(desk, { github, event: opened(7, desk.bad), run: 1001 });
    expect(newer.exitCode, newer.log).toBe(1);
    const late = await runJob(desk, { github, event: opened(7, desk.good), run: 1000, attempt: 2 });
    expect(late.exitCode, late.log).toBe(0);
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.comments[0]?.body).toContain('❌ lora-gate: regression, blocks the merge');
    expect(github.state.comments[0]?.body).toContain(desk.bad.slice(0, 7));
  });
});

describe('a pull request that makes it worse', () => {
  it('fails the job and the check; a waiver for the head lifts both, and one by the author does not', async () => {
    await using github = await openGithub([pull(8, desk.bad)], {
      collaborators: { mia: 'write', ann: 'write' },
    });
    const waive = `/lora-gate waive perplexity @${desk.bad} a known dip of the harbour rows`;
    github.comment(8, 'ann', waive);
    const step = await runJob(desk, { github, event: opened(8, desk.bad) });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
    expect(github.state.checks[0]).toMatchObject({ conclusion: 'failure' });

    github.comment(8, 'mia', waive);
    const again = await runJob(desk, { github, event: opened(8, desk.bad), attempt: 2 });
    expect(again.exitCode, again.log).toBe(0);
    expect(again.outputs).toMatchObject({ verdict: 'regression', blocked: 'false' });
    expect(github.state.checks.at(-1)).toMatchObject({ conclusion: 'success' });
    expect(github.state.comments.at(-1)?.login === 'mia').toBe(true);
    const ours = github.state.comments.filter(({ login }) => login === 'github-actions[bot]');
    expect(ours).toHaveLength(1);
    expect(ours[0]?.body).toContain('a known dip of the harbour rows');

    // The next push is another change: what was accepted was the one before.
    const next = await desk.repository.commit({ 'notes.md': 'As before, and a note.\n' }, desk.bad);
    github.push(8, next);
    const pushed = await runJob(desk, { github, event: opened(8, next), run: 1001 });
    expect(pushed.exitCode, pushed.log).toBe(1);
    expect(pushed.outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
  });

  it('leaves the job green where it fails on nothing, and the check red all the same', async () => {
    await using github = await openGithub([pull(9, desk.bad)]);
    const step = await runJob(desk, { github, event: opened(9, desk.bad), inputs: { 'fail-on': 'never' } });
    expect(step.exitCode, step.log).toBe(0);
    expect(github.state.checks[0]).toMatchObject({ conclusion: 'failure' });
  });
});

describe('a pull request that touches nothing of an adapter', () => {
  it('completes the check without loading anything, and says nothing where it said nothing before', async () => {
    await using github = await openGithub([pull(10, desk.unrelated)]);
    const step = await runJob(desk, { github, event: opened(10, desk.unrelated) });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'not_affected', blocked: 'false' });
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'success' });
    expect(github.state.comments).toEqual([]);
    expect(step.log).not.toContain('loading model');
  });

  it('comments where it is asked to always', async () => {
    await using github = await openGithub([pull(11, desk.unrelated)]);
    await runJob(desk, { github, event: opened(11, desk.unrelated), inputs: { comment: 'always' } });
    expect(github.state.comments).toHaveLength(1);
  });
});
