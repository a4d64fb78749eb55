/** What GitHub has of a pull request at one moment: itself, the checks of its head, the runs that were started for it. Reads only. */

import { checkNameFor } from '../github/check-name.ts';
import { type OwnCheck, ownChecks } from '../github/own-checks.ts';
import { type PullRequest, readPullRequest } from '../github/pull-request.ts';
import { compareStamps } from '../github/run-stamp.ts';
import type { Desk } from './desk.ts';
import { listOwnRuns, MOST_CALLS, type OwnRun, readDefaultBranch } from './own-runs.ts';
import { type AppStamp, stampOf, type Telling } from './workflow-run.ts';

export interface Scene {
  desk: Desk;
  pull: PullRequest;
  defaultBranch: string;
  checkName: string;
  /** Of the head, the latest first. */
  checks: OwnCheck[];
  /** Of the pull request, whatever their head, the newest first. */
  runs: OwnRun[];
}

/**
 * For sorting. Of two checks that two processes have opened for the same at once the first one counts, in whatever state: it is the
 * one that both see.
 */
export function latestFirst(a: OwnCheck, b: OwnCheck): number {
  const ended = (check: OwnCheck) => ({ ...check.stamp, state: 'done' as const });
  return compareStamps(ended(b), ended(a), undefined) || a.id - b.id;
}

export async function readScene(desk: Desk, number: number): Promise<Scene> {
  const { client, repository, self } = desk;
  const pull = await readPullRequest(client, repository, number);
  const defaultBranch = await readDefaultBranch(desk);
  const checkName = checkNameFor(pull.baseRef, defaultBranch);
  const stamp = { ...stampOf({ headSha: pull.headSha, headOrder: 0, runId: 0 }), state: 'queued' as const };
  const checks = await ownChecks(client, repository, { name: checkName, stamp, self });
  checks.sort(latestFirst);
  const ofPull = (run: OwnRun) => run.pull === number;
  let runs = (await listOwnRuns(desk, defaultBranch)).filter(ofPull);
  const [latest] = checks;
  // A check in progress has a run; where it waited for long it is no longer among the newest.
  if (
    latest?.stamp.state === 'running' &&
    !latest.completed &&
    !runs.some(({ check }) => check === latest.id)
  )
    runs = (await listOwnRuns(desk, defaultBranch, MOST_CALLS)).filter(ofPull);
  return { desk, pull, defaultBranch, checkName, checks, runs };
}

export function telling(
  { pull, checkName }: Scene,
  stamp: AppStamp,
  detailsUrl: string | null = null,
): Telling {
  return { pull, checkName, stamp, detailsUrl };
}
