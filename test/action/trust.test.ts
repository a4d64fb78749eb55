/** Who trained an adapter, and who may start from it: the default branch, pull requests, forks. */

import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Desk, event, openDesk, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

const FORK = 'somebody/desk';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const pull = (repo?: string) => ({
  number: 7,
  head: { sha: desk.good, ...(repo && { repo }) },
  ...{ author: 'ann', files: [{ filename: TRAIN }] },
});
/** Of adapters, or of anything at all. */
const found = (log: string, what = '') =>
  log.split('\n').filter((line) => line.startsWith(what) && line.includes('found in the store')).length;

it('a push to the default branch trains for what comes next, and a pull request finds it', async () => {
  await using github = await openGithub([pull()]);
  const store = { 'baseline-store': path.join(desk.store, 'of-pushes') };
  const first = await desk.repository.git('rev-parse', `${desk.base}^{commit}`);
  const push = event('push', { ref: 'refs/heads/main', before: first, after: desk.good });
  const pushed = await runJob(desk, { github, event: push, inputs: store });
  expect(pushed.exitCode, pushed.log).toBe(0);
  expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);

  const opened = pullRequestEvent({ number: 7, head: desk.good, base: desk.base });
  const step = await runJob(desk, { github, event: opened, inputs: store });
  expect(step.exitCode, step.log).toBe(0);
  expect(found(step.log, 'training '), step.log).toBe(2);
});

it('an approved fork is judged with a token that cannot write, and what it trained is found by nobody else', async () => {
  const store = { 'baseline-store': path.join(desk.store, 'of-forks') };
  const readOnly = { contents: 'read', pull_requests: 'read', issues: 'read' } as const;
  const collaborators = { mia: 'write' } as const;
  {
    await using github = await openGithub([pull(FORK)], { permissions: readOnly, collaborators });
    github.comment(7, 'mia', `/lora-gate run ${desk.good}`);
    const opened = pullRequestEvent({ number: 7, head: desk.good, base: desk.base, from: FORK });
    const step = await runJob(desk, { github, event: opened, inputs: store });
    expect(step.exitCode, step.log).toBe(0);
    expect(step.outputs).toMatchObject({ verdict: 'pass', blocked: 'false' });
    expect(step.summary).toContain('✅ lora-gate: pass');
    expect(github.state.checks).toEqual([]);
    expect(github.state.comments.map(({ login }) => login)).toEqual(['mia']);
  }
  await using github = await openGithub([pull()]);
  const opened = pullRequestEvent({ number: 7, head: desk.good, base: desk.base });
  const step = await runJob(desk, { github, event: opened, inputs: store });
  expect(step.exitCode, step.log).toBe(0);
  expect(found(step.log), step.log).toBe(0);
});
