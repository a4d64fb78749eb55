/** What events ask for, on the payloads that GitHub publishes as examples of its own. */

import examples from '@octokit/webhooks-examples';
import { describe, expect, it } from 'vitest';
import { readTrigger } from '../../src/action/event.ts';
import type { UserError } from '../../src/errors.ts';

type Payload = Record<string, unknown>;

function examplesOf(name: string): Payload[] {
  const found = (examples as unknown as { name: string; examples: Payload[] }[]).find(
    (one) => one.name === name,
  );
  if (!found) throw new Error(`no example of ${name}`);
  return structuredClone(found.examples);
}

const HEAD = 'a'.repeat(40);
const BASE = 'b'.repeat(40);

function pullRequest(action: string): { payload: Payload; pull: Record<string, Payload> } {
  const payload = examplesOf('pull_request').find((one) => one.action === 'opened');
  if (!payload) throw new Error('no example of an opened pull request');
  return { payload: { ...payload, action }, pull: payload.pull_request as Record<string, Payload> };
}

const errorOf = (name: string, payload: unknown): UserError => {
  try {
    readTrigger(name, payload);
  } catch (thrown) {
    return thrown as UserError;
  }
  throw new Error('it was taken');
};

describe('pull_request', () => {
  it.each(['opened', 'synchronize', 'reopened', 'ready_for_review'])('%s is judged', (action) => {
    const { payload, pull } = pullRequest(action);
    expect(readTrigger('pull_request', payload)).toEqual({
      kind: 'pull_request',
      repository: (payload.repository as Payload).full_name,
      pull: pull.number,
      headSha: pull.head?.sha,
      baseSha: pull.base?.sha,
      baseRef: pull.base?.ref,
      defaultBranch: (payload.repository as Payload).default_branch,
      draft: false,
      fork: false,
      author: pull.user?.login,
    });
  });

  it.each(['labeled', 'closed', 'edited', 'assigned'])('%s changes nothing', (action) => {
    expect(readTrigger('pull_request', pullRequest(action).payload).kind).toBe('nothing');
  });

  it('takes every example of GitHub', () => {
    for (const payload of examplesOf('pull_request')) {
      expect(['pull_request', 'nothing']).toContain(readTrigger('pull_request', payload).kind);
    }
  });

  it('takes a head of another repository, or of one that was deleted, for a fork', () => {
    const { payload, pull } = pullRequest('opened');
    (pull.head as Payload).repo = { full_name: 'somebody/desk' };
    expect(readTrigger('pull_request', payload)).toMatchObject({ fork: true });
    (pull.head as Payload).repo = null;
    expect(readTrigger('pull_request', payload)).toMatchObject({ fork: true });
  });

  it('takes an author whose account was deleted for nobody', () => {
    const { payload } = pullRequest('opened');
    (payload.pull_request as Payload).user = null;
    expect(readTrigger('pull_request', payload)).toMatchObject({ author: null });
  });

  it('takes no sha that git could read as an option or a range', () => {
    const { payload, pull } = pullRequest('opened');
    (pull.head as Payload).sha = '--upload-pack=touch x';
    const error = errorOf('pull_request', payload);
    expect(error.code).toBe('event-payload');
    expect(error.problems[0]).toContain('pull_request.head.sha');
  });
});

describe('push', () => {
  const payload = (more: Payload): Payload => {
    const example = examplesOf('push')[0] as Payload;
    return {
      ...example,
      repository: { ...(example.repository as Payload), default_branch: 'main' },
      ...{ ref: 'refs/heads/main', before: BASE, after: HEAD, deleted: false },
      ...more,
    };
  };

  it('to the default branch is trained for what comes next', () => {
    expect(readTrigger('push', payload({}))).toMatchObject({ kind: 'push', headSha: HEAD, baseSha: BASE });
  });

  it('of a first commit has nothing before it', () => {
    expect(readTrigger('push', payload({ before: '0'.repeat(40) }))).toMatchObject({ baseSha: null });
  });

  it.each([
    ['to another branch', { ref: 'refs/heads/main-2' }],
    ['of a tag called like the branch', { ref: 'refs/tags/main' }],
    ['that deletes', { deleted: true, after: '0'.repeat(40) }],
  ])('%s is none of our business', (_, more) => {
    expect(readTrigger('push', payload(more)).kind).toBe('nothing');
  });

  it('takes every example of GitHub', () => {
    for (const one of examplesOf('push')) expect(readTrigger('push', one).kind).toMatch(/^(push|nothing)$/);
  });
});

describe('merge_group', () => {
  it('is judged on the head of the group', () => {
    for (const payload of examplesOf('merge_group')) {
      const group = payload.merge_group as Payload;
      expect(readTrigger('merge_group', payload)).toMatchObject({
        kind: 'merge_group',
        headSha: group.head_sha,
        baseSha: group.base_sha,
      });
    }
  });
});

describe('workflow_dispatch', () => {
  const payload = (inputs: unknown) => ({ ...examplesOf('workflow_dispatch')[0], inputs });

  it('names pull request, head and, from the app, the check', () => {
    const inputs = { pr: '7', head_sha: HEAD, check_run_id: '' };
    const expected = { kind: 'workflow_dispatch', pull: 7, headSha: HEAD, checkRunId: null };
    expect(readTrigger('workflow_dispatch', payload(inputs))).toMatchObject(expected);
    const fromApp = payload({ ...inputs, check_run_id: '12' });
    expect(readTrigger('workflow_dispatch', fromApp)).toMatchObject({ checkRunId: 12 });
  });

  it.each([null, undefined, {}])('with inputs %j names what is missing', (inputs) => {
    const error = errorOf('workflow_dispatch', payload(inputs));
    expect(error.code).toBe('dispatch-inputs');
    expect(error.problems).toHaveLength(2);
  });

  it.each([
    { pr: '0', head_sha: HEAD },
    { pr: '7; rm -rf /', head_sha: HEAD },
    { pr: '7', head_sha: HEAD.slice(0, 7) },
    { pr: '7', head_sha: `${HEAD}\n::set-output name=x::y` },
    { pr: '7', head_sha: HEAD, check_run_id: '-1' },
  ])('refuses %j', (inputs) => {
    expect(errorOf('workflow_dispatch', payload(inputs)).problems).toHaveLength(1);
  });
});

describe('workflow_run', () => {
  it('is about the run that ended', () => {
    for (const payload of examplesOf('workflow_run')) {
      const run = payload.workflow_run as Payload;
      expect(readTrigger('workflow_run', payload)).toMatchObject({
        ...{ kind: 'workflow_run', runId: run.id, headSha: run.head_sha, event: run.event },
      });
    }
  });
});

it('refuses pull_request_target and says why', () => {
  const error = errorOf('pull_request_target', pullRequest('opened').payload);
  expect(error.code).toBe('pull-request-target');
  expect(error.hint).toContain('write token');
});

it('refuses an event that it does not know, by name', () => {
  expect(errorOf('issue_comment', {}).message).toContain('"issue_comment"');
});
