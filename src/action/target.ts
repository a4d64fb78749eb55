/**
 * What a run compares and what it may do, once the API has confirmed what the event says: which commits, for which pull request,
 * with how much trust, and whether it has to wait for a person first.
 */

import type { TrustLevel } from '../adapter/store.ts';
import { UserError } from '../errors.ts';
import { readTip } from '../github/branch-tip.ts';
import type { GithubClient, Repository } from '../github/client.ts';
import { findMergeGroup } from '../github/merge-group-ref.ts';
import { findPullRequests, type PullRequest, readPullRequest } from '../github/pull-request.ts';
import { readApprovals } from '../github/waivers.ts';
import type { PullRequestTrigger, Trigger } from './event.ts';

/** Why nothing may be trained yet. */
export type Hold = 'draft' | 'fork';

export interface Target {
  /** null for a merge group or a push. */
  pull: number | null;
  author: string | null;
  headSha: string;
  /** The base branch's tip; null for a push that has nothing before it. */
  baseSha: string | null;
  /** The base branch; the default one for a push. */
  baseRef: string;
  fork: boolean;
  /** A draft, which the configuration of the base may let through. */
  draft: boolean;
  trust: { read: TrustLevel; write: TrustLevel };
}

const OWN: Target['trust'] = { read: 'approved', write: 'approved' };
/** What a fork's run writes is read by no other. */
const FORK: Target['trust'] = { read: 'approved', write: 'fork' };

function ofEvent(trigger: PullRequestTrigger): Target {
  const { pull, author, headSha, baseSha, baseRef, fork, draft } = trigger;
  return { pull, author, headSha, baseSha, baseRef, fork, draft, trust: fork ? FORK : OWN };
}

function ofPull(pull: PullRequest): Target {
  const { number, author, headSha, baseSha, baseRef, fromFork, draft } = pull;
  return {
    ...{ pull: number, author, headSha, baseSha, baseRef, draft },
    ...{ fork: fromFork, trust: fromFork ? FORK : OWN },
  };
}

/** Judged against the base as it is now: what a queue has put between is part of the change. */
async function ofMergeGroup(
  client: GithubClient,
  repository: Repository,
  headSha: string,
  baseRef: string,
): Promise<Target> {
  const baseSha = await readTip(client, repository, baseRef);
  if (baseSha === undefined) {
    throw new UserError('dispatch-stale', `the branch ${baseRef} is gone`, {
      hint: 'Dispatch for a pull request that is open.',
    });
  }
  return { pull: null, author: null, headSha, baseSha, baseRef, fork: false, draft: false, trust: OWN };
}

/** A dispatch names a change; only the API can tell that it is one. The app names a merge group by its last pull request. */
async function ofDispatch(
  client: GithubClient,
  repository: Repository,
  { pull: number, headSha, checkRunId }: Extract<Trigger, { kind: 'workflow_dispatch' }>,
): Promise<Target> {
  const pull = await readPullRequest(client, repository, number);
  if (!pull.open) {
    throw new UserError('dispatch-stale', `pull request #${number} is closed`, {
      hint: 'Reopen it, or dispatch for another one.',
    });
  }
  if (pull.headSha !== headSha) {
    const group = checkRunId === null ? undefined : await findMergeGroup(client, repository, headSha);
    if (group?.last === number) return ofMergeGroup(client, repository, headSha, group.baseRef);
    throw new UserError(
      'dispatch-stale',
      `${headSha.slice(0, 7)} is not the head of #${number}, which is ${pull.headSha.slice(0, 7)}`,
      { hint: 'Dispatch again with the head of the pull request as it is now.' },
    );
  }
  // Whoever can dispatch can write to the repository, and has named this very commit.
  return ofPull(pull);
}

/** The pull request that another workflow's run was for. */
async function ofWorkflowRun(
  client: GithubClient,
  repository: Repository,
  { headSha }: Extract<Trigger, { kind: 'workflow_run' }>,
): Promise<Target | null> {
  const [pull] = await findPullRequests(client, repository, headSha);
  return pull ? ofPull(pull) : null;
}

/**
 * The target of an event; null where nothing is open that it could be for.
 * @throws UserError where the API does not confirm what a dispatch says
 */
export async function findTarget(
  trigger: Exclude<Trigger, { kind: 'nothing' }>,
  repository: Repository,
  client: () => GithubClient,
): Promise<Target | null> {
  switch (trigger.kind) {
    case 'pull_request':
      return ofEvent(trigger);
    case 'push':
    case 'merge_group': {
      const { headSha, baseSha, kind } = trigger;
      const baseRef = kind === 'push' ? trigger.defaultBranch : trigger.baseRef;
      const trust = kind === 'push' ? ({ read: 'approved', write: 'base' } as const) : OWN;
      return { pull: null, author: null, headSha, baseSha, baseRef, fork: false, draft: false, trust };
    }
    case 'workflow_dispatch':
      return ofDispatch(client(), repository, trigger);
    case 'workflow_run':
      return ofWorkflowRun(client(), repository, trigger);
  }
}

/** Whether a fork's head has to wait for somebody who says `/lora-gate run <sha>`. */
export async function awaitsApproval(
  target: Target,
  trigger: Trigger,
  repository: Repository,
  client: () => GithubClient,
): Promise<boolean> {
  if (!target.fork || target.pull === null || trigger.kind === 'workflow_dispatch') return false;
  const { approval } = await readApprovals(client(), repository, {
    pull: target.pull,
    headSha: target.headSha,
  });
  return approval === null;
}
