/** Ends what a pull request has left behind: checks of heads that it no longer has, and their runs. */

import { completeCheck } from '../github/check-run.ts';
import { type OwnCheck, ownChecks } from '../github/own-checks.ts';
import { decodeStamp, isSameRun } from '../github/run-stamp.ts';
import { cancelledOutput, supersededOutput } from '../report/check-output.ts';
import type { Desk } from './desk.ts';
import { GROUP_ORDER } from './group-check.ts';
import { cancelRun } from './own-runs.ts';
import type { Scene } from './scene.ts';
import { stampOf } from './workflow-run.ts';

async function close(desk: Desk, check: OwnCheck, name: string, output: ReturnType<typeof supersededOutput>) {
  const { client, repository, self } = desk;
  await completeCheck(client, repository, check.id, { name, stamp: check.stamp, self, output });
}

/** Under another name: of two checks of one name the later one counts for a branch's rules, and this one has nothing to say. */
export async function closeDuplicate(
  { client, repository }: Desk,
  id: number,
  checkName: string,
): Promise<void> {
  const { conclusion, annotations: _, ...output } = supersededOutput();
  await client.rest.checks.update({
    ...{ ...repository, check_run_id: id, name: `${checkName} (opened twice)` },
    ...{ status: 'completed' as const, conclusion, output },
  });
}

/**
 * First the check, then its run: as long as the run is there, the check is found.
 *
 * @param heads that the pull request may have had
 */
export async function endFormer(scene: Scene, heads: ReadonlySet<string>): Promise<void> {
  const { desk, pull, checks, runs, checkName } = scene;
  const { client, repository, self } = desk;
  const [latest, ...older] = checks;
  const closed = cancelledOutput({ reason: 'the pull request was closed' });
  for (const check of pull.open ? older : checks) {
    if (check.completed) continue;
    if (latest && check !== latest && isSameRun(check.stamp, latest.stamp))
      await closeDuplicate(desk, check.id, checkName);
    else await close(desk, check, checkName, pull.open ? supersededOutput() : closed);
  }
  for (const head of heads) {
    if (head === pull.headSha) continue;
    const stamp = { ...stampOf({ headSha: head, headOrder: 0, runId: 0 }), state: 'queued' as const };
    for (const check of await ownChecks(client, repository, { name: checkName, stamp, self })) {
      if (!check.completed) await close(desk, check, checkName, supersededOutput({ by: pull.headSha }));
    }
  }
  for (const run of runs) {
    if (run.status === 'done' || (pull.open && run.check === latest?.id)) continue;
    const own = checks.some(({ id }) => id === run.check);
    if (own || (await closeFormer(desk, run.check, pull.headSha))) await cancelRun(desk, run);
  }
}

/** The check of another head; false for one of a merge group, which is none of the pull request's. */
async function closeFormer({ client, repository, self }: Desk, id: number, by: string): Promise<boolean> {
  const { data } = await client.rest.checks.get({ ...repository, check_run_id: id });
  if (`${data.app?.slug}[bot]` !== self) return true;
  if (decodeStamp(data.external_id)?.headOrder === GROUP_ORDER) return false;
  if (data.status === 'completed') return true;
  const { conclusion, annotations: _, ...output } = supersededOutput({ by });
  const asked = { ...repository, check_run_id: id, status: 'completed' as const, conclusion, output };
  await client.rest.checks.update(asked);
  return true;
}
