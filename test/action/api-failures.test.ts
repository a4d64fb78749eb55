/** GitHub failing while a verdict is published, and tokens that may not publish one. */

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Github, GithubSeed } from '../github/stand-in.ts';
import type { FailureRule } from '../github/stand-in-failures.ts';
import { type Desk, openGithub, pullRequestEvent, runJob } from './desk.ts';
import { openPlanDesk } from './plan-desk.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let desk: Desk;
beforeAll(async () => {
  desk = await openPlanDesk();
});
afterAll(() => desk?.close());

const githubOf = (seed: Partial<GithubSeed> = {}) =>
  openGithub(
    [{ number: 7, head: { sha: desk.unrelated }, author: 'ann', files: [{ filename: 'notes.md' }] }],
    seed,
  );

/** A change that affects nothing and says so in a comment: both are written, in a second. */
const publish = (github: Github, run = 1000) =>
  runJob(desk, {
    github,
    event: pullRequestEvent({ number: 7, head: desk.unrelated, base: desk.base }),
    inputs: { comment: 'always' },
    run,
  });

function expectOneOfEach(github: Github): void {
  expect(github.state.comments).toHaveLength(1);
  expect(github.state.checks).toHaveLength(1);
  expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'success' });
}

describe('GitHub', () => {
  const both = (rule: Omit<FailureRule, 'path'>): FailureRule[] => [
    { ...rule, path: '/check-runs' },
    { ...rule, path: '/comments' },
  ];
  it.each<[string, FailureRule[]]>([
    ['loses the answers to what it has done', both({ how: 'cut-after', method: 'POST' })],
    ['answers 502 to what it has done', both({ how: 'error-after', method: 'POST' })],
    [
      'breaks connections, is unavailable and asks to wait',
      [
        ...both({ how: 'cut-before' }),
        ...both({ how: 'unavailable', seconds: 0 }),
        ...both({ how: 'too-many-requests', seconds: 0 }),
        { how: 'secondary-rate-limit', method: 'PATCH', seconds: 0 },
      ],
    ],
  ])('%s: there is one comment and one completed check', async (_, rules) => {
    await using github = await githubOf();
    for (const rule of rules) github.fail(rule);
    const step = await publish(github);
    expect(step.exitCode, step.log).toBe(0);
    expectOneOfEach(github);
  });

  it('refuses everything: the job fails and says with what GitHub answered', async () => {
    await using github = await githubOf();
    github.fail({ how: 'invalid', path: '/check-runs', times: 1000 });
    github.fail({ how: 'invalid', path: '/comments', times: 1000 });
    const step = await publish(github);
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toMatch(/error\[github-\w+\]/);
    expect(step.outputs.verdict).toBe('not_affected');
  });
});

describe('a token', () => {
  it.each([
    ['checks: write', { pull_requests: 'write', contents: 'read' }],
    ['pull-requests: write', { checks: 'write', contents: 'read' }],
  ] as const)(
    'without `%s` fails the job with the line to add, and the other part is written',
    async (line, permissions) => {
      await using github = await githubOf({ permissions: { ...permissions } });
      const step = await publish(github);
      expect(step.exitCode, step.log).toBe(2);
      expect(step.log).toContain('error[github-permission]');
      expect(step.log).toContain(`permissions:\n    ${line}`);
      expect(github.state.checks.length + github.state.comments.length).toBe(1);
      expect(step.summary).toContain('nothing to judge');
    },
  );

  it('that is none fails the job with what to pass', async () => {
    await using github = await githubOf({ token: 'another' });
    const step = await publish(github);
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('github-token');
    expect(step.log).not.toMatch(/at .*\.ts:\d+/);
  });
});

describe('two jobs at once', () => {
  it('leave one comment and no check that is open', async () => {
    await using github = await githubOf();
    const steps = await Promise.all([publish(github, 1000), publish(github, 1001)]);
    for (const step of steps) expect(step.exitCode, step.log).toBe(0);
    expect(github.state.comments).toHaveLength(1);
    expect(github.state.checks.every(({ status }) => status === 'completed')).toBe(true);
  });
});
