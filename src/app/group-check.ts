/** The check of a merge group's commit: how it is known, and what is told in it. It has no comment and no pull request of its own. */

import { completeCheck } from '../github/check-run.ts';
import { findMergeGroup } from '../github/merge-group-ref.ts';
import type { OwnCheck } from '../github/own-checks.ts';
import { createPublisher } from '../github/publisher.ts';
import { decodeStamp } from '../github/run-stamp.ts';
import { applyWaivers } from '../report/apply-waivers.ts';
import type { CheckOutput } from '../report/check-output.ts';
import type { Result } from '../report/result.ts';
import type { Desk } from './desk.ts';
import type { OwnRun } from './own-runs.ts';
import { publishArtifact, stampOf } from './workflow-run.ts';

/** Of a head of a pull request it is the time when it was seen. */
export const GROUP_ORDER = 0;

export const groupStamp = (headSha: string) => stampOf({ headSha, headOrder: GROUP_ORDER, runId: 1 });

interface GroupCheck {
  headSha: string;
  /** The branch that the queue merges into. */
  baseRef: string;
  checkName: string;
}

export async function tellGroup(
  { client, repository, self }: Desk,
  { headSha, checkName: name }: GroupCheck,
  output: CheckOutput,
  check?: OwnCheck,
): Promise<void> {
  const stamp = { ...groupStamp(headSha), state: 'done' as const };
  await completeCheck(client, repository, check?.id, { name, stamp, self, output });
}

/** What a run has found about the group's commit, without waivers. */
export async function publishGroup(
  desk: Desk,
  { headSha, baseRef, checkName }: GroupCheck,
  check: OwnCheck,
  run: OwnRun,
): Promise<void> {
  const { client, repository, self, logger } = desk;
  const publisher = createPublisher({
    ...{ client, repository, self, logger, checkName, detailsUrl: run.url },
    ...{ pull: null, comment: 'never', stamp: stampOf(check.stamp) },
  });
  const waived = async (result: Result) => applyWaivers(result, []);
  const published = await publishArtifact(desk, { run, headSha, baseRef, publisher, waived });
  desk.ended?.(published);
}

/** A run of ours is for a check that no pull request has: where it is a group's that the queue still has, its turn is next. */
export async function followGroup(desk: Desk, id: number): Promise<void> {
  const { client, repository, self } = desk;
  const { data } = await client.rest.checks.get({ ...repository, check_run_id: id });
  const ours = `${data.app?.slug}[bot]` === self && data.status !== 'completed';
  if (!ours || decodeStamp(data.external_id)?.headOrder !== GROUP_ORDER) return;
  const found = await findMergeGroup(client, repository, data.head_sha);
  if (found) desk.enqueue({ kind: 'merge-group', headSha: data.head_sha, headRef: found.ref });
}
