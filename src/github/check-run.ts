/**
 * The check run of a config on a commit: opened once however often it is tried, and completed by the latest run alone. A completed
 * check cannot be opened again, so each run has a check of its own, and the newest of a name is the one that counts. Knows nothing of
 * what the check says.
 */

import { type CheckOutput, type CheckText, supersededOutput } from '../report/check-output.ts';
import { explained, hasStatus, isApiError, mayHaveTakenEffect } from './api-error.ts';
import { checkText, inBatches } from './check-limits.ts';
import type { GithubClient, Repository } from './client.ts';
import {
  type CheckRequest,
  createCheck,
  fieldsOf,
  laterCheck,
  MOST_TRIES,
  type OwnCheck,
  ownChecks,
} from './own-checks.ts';
import { compareStamps, isSameRun, type RunStamp } from './run-stamp.ts';

export interface CheckOutcome {
  id: number | undefined;
  url: string | undefined;
  outcome: 'created' | 'found' | 'updated' | 'completed' | 'superseded';
}

const PERMISSION = 'checks: write';
const outcomeOf = ({ id, url }: OwnCheck, outcome: CheckOutcome['outcome']): CheckOutcome => ({
  id,
  url,
  outcome,
});

/** Older checks of the commit that were left open: their runs are gone or will be told. Not ours to close, and they stay. */
async function closeOlder(
  client: GithubClient,
  repository: Repository,
  checks: readonly OwnCheck[],
): Promise<void> {
  for (const { id, completed } of checks) {
    if (completed) continue;
    const { conclusion, annotations: _, ...text } = supersededOutput();
    const asked = { ...repository, check_run_id: id, status: 'completed' as const, conclusion, output: text };
    await client.rest.checks.update(asked).catch((thrown: unknown) => {
      if (!isApiError(thrown)) throw thrown;
    });
  }
}

/**
 * Opens the check of a run, or finds the one that this very run has opened before.
 *
 * @throws UserError where GitHub refuses or cannot be reached
 */
export async function openCheck(
  client: GithubClient,
  repository: Repository,
  request: CheckRequest & { status: 'queued' | 'in_progress'; output?: CheckText },
): Promise<CheckOutcome> {
  const { stamp, status, output } = request;
  const content = { status, ...(output ? { output: checkText(output) } : {}) };
  const what = `open the check "${request.name}" on ${stamp.headSha.slice(0, 7)}`;
  return explained({ what, permission: PERMISSION }, async () => {
    const there = await ownChecks(client, repository, request);
    const newer = laterCheck(there, stamp);
    if (newer) return outcomeOf(newer, 'superseded');
    const same = there.find((check) => isSameRun(check.stamp, stamp));
    if (!same) {
      await closeOlder(client, repository, there);
      return outcomeOf(await createCheck(client, repository, request, content), 'created');
    }
    if (!same.completed && compareStamps(same.stamp, stamp, undefined) < 0) {
      await update(client, repository, same.id, { ...fieldsOf(request), ...content });
    }
    return outcomeOf(same, 'found');
  });
}

type Changes = Omit<
  Parameters<GithubClient['rest']['checks']['update']>[0] & object,
  'owner' | 'repo' | 'check_run_id'
>;

/** Changes without annotations may be sent twice, so the client may repeat them. */
async function update(
  client: GithubClient,
  repository: Repository,
  id: number,
  { request: _, ...changes }: Changes,
): Promise<void> {
  await client.rest.checks.update({ ...repository, check_run_id: id, ...changes });
}

/**
 * Tells how far the run is.
 *
 * @throws UserError where GitHub refuses or cannot be reached
 */
export async function updateCheck(
  client: GithubClient,
  repository: Repository,
  id: number,
  request: CheckRequest & { status: 'queued' | 'in_progress'; output: CheckText },
): Promise<void> {
  const what = `update the check "${request.name}" on ${request.stamp.headSha.slice(0, 7)}`;
  const { status, output } = request;
  await explained({ what, permission: PERMISSION }, () =>
    update(client, repository, id, { ...fieldsOf(request), status, output: checkText(output) }),
  );
}

/** Sends what must not be sent twice: annotations are added to those that are there. Looks where an answer was lost. */
async function sendOnce(
  client: GithubClient,
  repository: Repository,
  id: number,
  batch: Batch,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await client.rest.checks.update({ ...repository, check_run_id: id, ...batch.changes });
      return;
    } catch (thrown) {
      if (!mayHaveTakenEffect(thrown) || tries >= MOST_TRIES) throw thrown;
      const { data } = await client.rest.checks.get({ ...repository, check_run_id: id });
      const arrived = data.output.annotations_count >= batch.total;
      if (arrived && (!batch.last || data.status === 'completed')) return;
    }
  }
}

interface Batch {
  changes: Changes;
  /** Annotations that are there once it has arrived. */
  total: number;
  last: boolean;
}

async function finish(
  client: GithubClient,
  repository: Repository,
  { id, annotations: sent }: OwnCheck,
  request: CheckRequest & { output: CheckOutput },
): Promise<void> {
  const { conclusion, annotations, ...text } = request.output;
  const output = checkText(text);
  // What an earlier try has sent is there; the check is completed by the last batch alone.
  const batches = inBatches(annotations.slice(sent));
  let total = sent;
  for (const [i, some] of batches.entries()) {
    total += some.length;
    const last = i === batches.length - 1;
    const { text: _, ...short } = output;
    const content = { ...(last ? output : short), ...(some.length > 0 ? { annotations: some } : {}) };
    const buttons = request.actions && { actions: [...request.actions] };
    const end = last ? { status: 'completed' as const, conclusion, ...buttons } : {};
    await sendOnce(client, repository, id, {
      changes: { ...fieldsOf(request), ...end, output: content },
      total,
      last,
    });
  }
}

/** GitHub lets no workflow run change a check that another one has opened with its own token. */
function isAnotherRuns(thrown: unknown): boolean {
  return (
    hasStatus(thrown, 403, 422) &&
    /only be updated internally|Invalid app_id/i.test((thrown as Error).message)
  );
}

/**
 * Completes the check of a run, annotations first. One that a later run has taken over is completed as superseded.
 *
 * @throws UserError where GitHub refuses or cannot be reached; trying again goes on where it ended
 */
export async function completeCheck(
  client: GithubClient,
  repository: Repository,
  id: number | undefined,
  request: CheckRequest & { output: CheckOutput },
): Promise<CheckOutcome> {
  const stamp: RunStamp = { ...request.stamp, state: 'done' };
  const what = `complete the check "${request.name}" on ${stamp.headSha.slice(0, 7)}`;
  return explained({ what, permission: PERMISSION }, async () => {
    const there = await ownChecks(client, repository, { ...request, stamp });
    const newer = laterCheck(there, stamp);
    const output = newer ? supersededOutput() : request.output;
    const whole = { ...request, stamp, output };
    const mine =
      there.find((check) => check.id === id) ?? there.find((check) => isSameRun(check.stamp, stamp));
    const opened =
      mine ?? (newer ? undefined : await createCheck(client, repository, whole, { status: 'in_progress' }));
    const outcome = newer ? 'superseded' : 'completed';
    if (!opened || opened.completed) return outcomeOf(newer ?? (opened as OwnCheck), outcome);
    try {
      await finish(client, repository, opened, whole);
      return outcomeOf(newer ?? opened, outcome);
    } catch (thrown) {
      if (!isAnotherRuns(thrown)) throw thrown;
      if (newer) return outcomeOf(newer, outcome);
      const again = await createCheck(client, repository, whole, { status: 'in_progress' });
      await finish(client, repository, again, whole);
      return outcomeOf(again, outcome);
    }
  });
}
