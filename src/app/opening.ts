/** Opens the check of a head and starts its run, once however many try. */

import { openCheck } from '../github/check-run.ts';
import { ownChecks } from '../github/own-checks.ts';
import { isSameRun, type RunStamp } from '../github/run-stamp.ts';
import { upsertComment } from '../github/sticky-comment.ts';
import type { CheckText } from '../report/check-output.ts';
import { startedComment } from '../report/state-comment.ts';
import { closeDuplicate } from './former.ts';
import { dispatchRun } from './own-runs.ts';
import { latestFirst, type Scene } from './scene.ts';
import { type AppStamp, stampOf } from './workflow-run.ts';

export function waitingOutput(adapters: readonly string[]): CheckText {
  const { length } = adapters;
  return {
    title: 'waiting for a GPU runner',
    summary: `This change affects ${length} adapter${length === 1 ? '' : 's'}. Their training is queued; this check is updated when it starts.`,
  };
}

/**
 * First the comment: its stamp names the head, so that a check of this head is found and closed even when nobody lives to start its
 * run and a push comes meanwhile. Of two processes that open a check at once, the one whose check was made first goes on.
 */
export async function open(scene: Scene, stamp: AppStamp, adapters: readonly string[]): Promise<void> {
  const { desk, pull, checkName, defaultBranch } = scene;
  const { client, repository, self } = desk;
  const queued = { ...stampOf(stamp), state: 'queued' as const };
  const check = { name: checkName, stamp: queued, self };
  await announce(scene, queued, adapters);
  const output = waitingOutput(adapters);
  const opened = await openCheck(client, repository, { ...check, status: 'queued', output });
  if (opened.outcome !== 'created' || opened.id === undefined) return;
  const same = (await ownChecks(client, repository, check)).filter((one) => isSameRun(one.stamp, queued));
  const [first] = same.sort(latestFirst);
  if (first && first.id < opened.id) return closeDuplicate(desk, opened.id, checkName);
  await dispatchRun(desk, defaultBranch, { pull: pull.number, headSha: pull.headSha, check: opened.id });
}

/** So that a run has its comment. */
export async function announce(
  { desk, pull }: Scene,
  stamp: RunStamp,
  adapters: readonly string[],
): Promise<void> {
  const { client, repository, self } = desk;
  const body = startedComment(adapters, null, { headSha: pull.headSha, detailsUrl: null });
  await upsertComment(client, repository, { pull: pull.number, stamp, body, self });
}
