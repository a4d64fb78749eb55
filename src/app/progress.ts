/**
 * How far the run of an open check is, in the check: which runner works on it, or that none has taken it for long. Writes only what the
 * check does not say yet. Time passes without an event, so a look at the next step is queued.
 */

import { explained, hasStatus } from '../github/api-error.ts';
import { openCheck, updateCheck } from '../github/check-run.ts';
import type { OwnCheck } from '../github/own-checks.ts';
import { notTakenOutput, startedOutput } from '../report/check-output.ts';
import type { Desk } from './desk.ts';
import type { OwnRun } from './own-runs.ts';

/** Minutes after which it is said, each time with one request; the last of them again every day. */
const SAID_AFTER = [10, 30, 60, 120, 240, 480, 960, 1440] as const;
const DAY = 1440;

interface RunJob {
  status: string;
  runner: string | undefined;
  labels: string[];
}

/** Of the run's latest attempt, without those that were skipped. */
async function readJobs({ client, repository }: Desk, run: number): Promise<RunJob[]> {
  return explained({ what: `list the jobs of run ${run}`, permission: 'actions: read' }, async () => {
    try {
      const { data } = await client.rest.actions.listJobsForWorkflowRun({ ...repository, run_id: run });
      return data.jobs.flatMap(({ status, runner_name: runner, labels }) =>
        status === 'completed' ? [] : [{ status, runner: runner || undefined, labels }],
      );
    } catch (thrown) {
      if (hasStatus(thrown, 404)) return [];
      throw thrown;
    }
  });
}

/** The last of the steps that is over; undefined while it is no long wait. */
export function longWait(minutes: number): number | undefined {
  if (minutes >= DAY) return Math.floor(minutes / DAY) * DAY;
  return SAID_AFTER.findLast((step) => minutes >= step);
}

/** @param name of the check */
export async function showProgress(desk: Desk, name: string, check: OwnCheck, run: OwnRun): Promise<void> {
  const { client, repository, self } = desk;
  const request = { name, self, detailsUrl: run.url };
  if (run.status === 'waiting') {
    const waited = (desk.now() - Date.parse(check.startedAt ?? '')) / 60_000;
    const minutes = longWait(waited);
    const next = SAID_AFTER.find((step) => step > waited) ?? DAY;
    desk.enqueue({ kind: 'pull', pull: run.pull }, Math.max(60_000, (next - waited) * 60_000));
    if (minutes === undefined || check.title === notTakenOutput(minutes, []).title) return;
    const waiting = (await readJobs(desk, run.id)).filter(({ status }) => status === 'queued');
    const output = notTakenOutput(minutes, waiting[0]?.labels ?? []);
    return updateCheck(client, repository, check.id, {
      ...{ ...request, status: 'queued', stamp: check.stamp, output },
    });
  }
  // Which runner it is does not change.
  if (check.stamp.state === 'running' && check.title?.startsWith('started on ')) return;
  const working = (await readJobs(desk, run.id)).find(({ status }) => status === 'in_progress');
  const output = startedOutput(working?.runner === undefined ? {} : { runner: working.runner });
  const stamp = { ...check.stamp, state: 'running' as const };
  if (check.stamp.state !== 'running') {
    await openCheck(client, repository, { ...request, output, status: 'in_progress', stamp });
  } else if (working?.runner !== undefined && check.title !== output.title) {
    await updateCheck(client, repository, check.id, { ...request, output, status: 'in_progress', stamp });
  }
}
