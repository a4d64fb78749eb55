/**
 * A dispatched run that has ended: its artifact, which is hostile until it was read, and the waivers of the pull request become the check
 * and the comment. Run again it writes the same, so it also mends what a killed process has left half told.
 */

import { UserError } from '../errors.ts';
import { artifactName } from '../github/artifact-name.ts';
import { createPublisher, type Publisher } from '../github/publisher.ts';
import type { PullRequest } from '../github/pull-request.ts';
import { readResultArtifact } from '../github/result-artifact.ts';
import type { RunStamp } from '../github/run-stamp.ts';
import { readVotedResult } from '../github/spot-votes.ts';
import { readWaivedResult } from '../github/waived-result.ts';
import { errorOf } from '../report/failure.ts';
import type { Result } from '../report/result.ts';
import { summaryOf } from '../report/run-summary.ts';
import { CONFIG } from './config-path.ts';
import type { Desk } from './desk.ts';
import type { EndedRun, RunEnd } from './metrics.ts';
import type { OwnRun } from './own-runs.ts';

export type AppStamp = Pick<RunStamp, 'headSha' | 'headOrder' | 'runId'>;

export interface Telling {
  pull: PullRequest;
  checkName: string;
  stamp: AppStamp;
  /** Of the run's log. */
  detailsUrl: string | null;
}

/** The stamp of one of our checks; attempts are a matter of workflows. */
export const stampOf = (stamp: AppStamp): Omit<RunStamp, 'state'> => ({
  ...stamp,
  config: CONFIG,
  runAttempt: 1,
});

/** Beside "Re-run", which GitHub shows of itself. checks.ts answers it. */
const BUTTONS = [
  { label: 'Explain', description: 'Say what this check means', identifier: 'explain' },
] as const;

export function publisherOf(desk: Desk, { pull, checkName, stamp, detailsUrl }: Telling): Publisher {
  const { client, repository, self, logger } = desk;
  return createPublisher({
    ...{ client, repository, self, logger, checkName, detailsUrl },
    pull: pull.number,
    stamp: stampOf(stamp),
    comment: 'on-change',
    actions: BUTTONS,
  });
}

/** Errors that say nothing of the run: it is looked at again. */
const PASSING = ['github-network', 'github-server', 'github-rate-limit', 'github-permission'];

export interface Ended extends Telling {
  run: OwnRun;
  /** When we saw this head first, by GitHub's clock. */
  seenAt: string | null;
}

const without = (end: RunEnd): EndedRun => ({ end, gpuSeconds: 0 });

export interface Publishing {
  run: OwnRun;
  /** The commit that has to have been judged, and the branch that it is for. */
  headSha: string;
  baseRef: string;
  publisher: Publisher;
  /** What becomes of waivers and votes: those that the artifact came with are nobody's. */
  waived: (result: Result) => Promise<Result>;
}

/** @returns how it ended, for the metrics */
export async function publishArtifact(
  desk: Desk,
  { run, headSha, baseRef, publisher, waived }: Publishing,
): Promise<EndedRun> {
  try {
    const asked = { runId: run.id, name: artifactName(CONFIG), headSha, baseRef };
    const { result, failure } = await readResultArtifact(desk.client, desk.repository, asked);
    if (failure) {
      const { kind } = failure;
      await (kind === 'cancelled' ? publisher.cancelled() : publisher.failed(errorOf(failure)));
      return without(kind === 'cancelled' ? 'cancelled' : 'crashed');
    }
    const whole = await waived(result);
    await publisher.finished(whole);
    desk.logger.info(`#${run.pull} at ${headSha.slice(0, 7)}: ${whole.verdict.outcome}`);
    return { end: whole.verdict.outcome, gpuSeconds: summaryOf(result).gpu_seconds };
  } catch (thrown) {
    if (!(thrown instanceof UserError) || PASSING.includes(thrown.code)) throw thrown;
    const stopped = thrown.code === 'artifact-missing' && run.conclusion === 'cancelled';
    await (stopped ? publisher.cancelled() : publisher.failed(thrown));
    return without(stopped ? 'cancelled' : 'crashed');
  }
}

/** @returns how it ended, for the metrics */
export async function publishRun(desk: Desk, ended: Ended): Promise<EndedRun> {
  const { run, pull } = ended;
  return publishArtifact(desk, {
    ...{ run, headSha: pull.headSha, baseRef: pull.baseRef, publisher: publisherOf(desk, ended) },
    async waived(result) {
      const whole = await readWaivedResult(() => desk.client, desk.repository, result, {
        ...{ pull: pull.number, author: pull.author, headSha: pull.headSha },
        ...{ seenAt: ended.seenAt, logger: desk.logger },
      });
      return readVotedResult(desk.client, desk.repository, whole, pull.number);
    },
  });
}
