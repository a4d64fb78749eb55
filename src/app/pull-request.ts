/**
 * Brings one pull request to where it should be, from wherever it is: reads what GitHub has and takes the next step. Every event, every
 * command and the reconciling end here, so twice, late, out of order or after a crash is all the same.
 *
 * A head's checks are its history: none → decide; held → decide again; open → follow its run; completed → nothing but what was wished
 * for since, or a comment that a crash has left out.
 */

import { UserError } from '../errors.ts';
import type { OwnCheck } from '../github/own-checks.ts';
import { readPullRequest } from '../github/pull-request.ts';
import { readApprovals } from '../github/waivers.ts';
import { readAffected } from './affected.ts';
import { readComments } from './comments.ts';
import type { Desk } from './desk.ts';
import type { Errand, Wish } from './events.ts';
import { endFormer } from './former.ts';
import { followGroup } from './group-check.ts';
import { announce, open } from './opening.ts';
import { dispatchRun, listOwnRuns, MOST_CALLS, type OwnRun } from './own-runs.ts';
import { showProgress } from './progress.ts';
import { readScene, type Scene, telling } from './scene.ts';
import { publisherOf, publishRun } from './workflow-run.ts';

/** What every head gets without being asked for. */
const FIRST: Wish = { order: 1, kind: 'run' };

const isHeld = ({ completed, conclusion }: OwnCheck) => completed && conclusion === 'action_required';

/** What a head without an answer gets. `order` is the stamp of the check to write. */
async function decide(scene: Scene, order: number, repairOnly = false): Promise<void> {
  const { desk, pull, checks } = scene;
  const headOrder = checks[0]?.stamp.headOrder ?? Math.floor(desk.now() / 1000);
  const held = checks[0] && isHeld(checks[0]) ? checks[0] : undefined;
  const stamp = (runId: number) => ({ headSha: pull.headSha, headOrder, runId });
  const next = held && !repairOnly ? Math.max(order, held.stamp.runId + 1) : order;
  const publisher = publisherOf(desk, telling(scene, stamp(next)));
  try {
    const affected = await readAffected(desk, pull);
    if (!affected) return;
    if (affected.adapters.length === 0) {
      // The list of files is that of whatever the head is by now: nobody passes by pushing something harmless meanwhile.
      if (await hasMoved(scene)) return void desk.enqueue({ kind: 'pull', pull: pull.number });
      return await publisher.notAffected(affected.removed);
    }
    const why = await holdOf(scene, affected.drafts);
    if (why !== null) {
      // Held as before: told again where a part is missing, and not a check more.
      const again = held?.title?.includes('draft') === (why === 'draft') ? held : undefined;
      return await (again ? publisherOf(desk, telling(scene, again.stamp)) : publisher).held(why);
    }
    if (!repairOnly) await open(scene, stamp(next), affected.adapters);
    else if (checks[0]?.completed === false) await open(scene, stamp(order + 1), affected.adapters);
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.code.startsWith('github-')) throw thrown;
    await publisher.failed(thrown);
  }
}

async function hasMoved({ desk, pull }: Scene): Promise<boolean> {
  const now = await readPullRequest(desk.client, desk.repository, pull.number);
  return now.headSha !== pull.headSha || now.baseSha !== pull.baseSha || now.baseRef !== pull.baseRef;
}

async function holdOf({ desk, pull }: Scene, drafts: boolean): Promise<'draft' | 'fork' | null> {
  const { client, repository } = desk;
  if (pull.draft && !drafts) return 'draft';
  if (!pull.fromFork) return null;
  const { approval } = await readApprovals(client, repository, { pull: pull.number, headSha: pull.headSha });
  return approval === null ? 'fork' : null;
}

/** An open check goes where its run has gone. */
async function follow(scene: Scene, check: OwnCheck): Promise<void> {
  const { desk, pull, checkName, defaultBranch, runs } = scene;
  const ofCheck = (all: readonly OwnRun[]) => all.find((one) => one.check === check.id);
  let run = ofCheck(runs);
  if (!run) {
    const age = desk.now() - Date.parse(check.startedAt ?? '');
    // GitHub lists a run some seconds after it was asked for.
    if (age < desk.graceMilliseconds)
      return desk.enqueue({ kind: 'pull', pull: pull.number }, desk.graceMilliseconds);
    // It may wait for a machine behind more runs than were looked at.
    run = ofCheck(await listOwnRuns(desk, defaultBranch, MOST_CALLS));
  }
  if (!run) {
    try {
      const { headSha, number } = pull;
      await announce(scene, check.stamp, (await readAffected(desk, pull))?.adapters ?? []);
      return await dispatchRun(desk, defaultBranch, { pull: number, headSha, check: check.id });
    } catch (thrown) {
      if (!(thrown instanceof UserError) || thrown.code !== 'dispatch') throw thrown;
      return await publisherOf(desk, telling(scene, check.stamp)).failed(thrown);
    }
  }
  if (run.status === 'done') {
    const seenAt = scene.checks.at(-1)?.startedAt ?? null;
    const published = await publishRun(desk, { ...telling(scene, check.stamp, run.url), run, seenAt });
    return desk.ended?.(published);
  }
  await showProgress(desk, checkName, check, run);
}

/** The newest run of this head that has ended: what is told again comes from it. */
export function endedRun({ checks, runs }: Pick<Scene, 'checks' | 'runs'>): OwnRun | undefined {
  return runs.find((run) => run.status === 'done' && checks.some(({ id }) => id === run.check));
}

/** Tells the result of the head anew, as a check of that order. */
async function tellAgain(scene: Scene, order: number): Promise<boolean> {
  const run = endedRun(scene);
  const [latest] = scene.checks;
  if (!run || !latest) return false;
  const stamp = { headSha: latest.stamp.headSha, headOrder: latest.stamp.headOrder, runId: order };
  const seenAt = scene.checks.at(-1)?.startedAt ?? null;
  await publishRun(scene.desk, { ...telling(scene, stamp, run.url), run, seenAt });
  return true;
}

/** A completed check whose comment is missing or tells of something older. */
async function mendComment(scene: Scene, latest: OwnCheck): Promise<void> {
  const { stamp } = await readComments(scene.desk, scene.pull.number);
  if (stamp?.headSha === scene.pull.headSha && stamp.state === 'done' && stamp.runId >= latest.stamp.runId)
    return;
  if (!stamp && latest.conclusion === 'success' && latest.title?.startsWith('not affected')) return;
  if (isHeld(latest)) return decide(scene, latest.stamp.runId, true);
  await finishTelling(scene, latest.stamp.runId);
}

async function finishTelling(scene: Scene, order: number): Promise<void> {
  if (!(await tellAgain(scene, order))) await decide(scene, order, true);
}

/** @throws UserError where GitHub refuses or cannot be reached; what is missing then is found when it is done again */
export async function settlePull(
  desk: Desk,
  number: number,
  { wish = FIRST, oldHead, check }: Omit<Extract<Errand, { kind: 'pull' }>, 'kind' | 'pull'> = {},
): Promise<void> {
  const scene = await readScene(desk, number);
  const heads = new Set(oldHead === undefined ? [] : [oldHead]);
  // A head that nobody has looked at: the one before may have been left while nobody listened, and the comment tells of it.
  const told = scene.checks.length === 0 ? (await readComments(desk, number)).stamp : undefined;
  if (told) heads.add(told.headSha);
  await endFormer(scene, heads);
  if (check !== undefined && !scene.checks.some(({ id }) => id === check)) await followGroup(desk, check);
  if (!scene.pull.open) return;
  const [latest] = scene.checks;
  if (!latest) return decide(scene, wish.order);
  if (!latest.completed && latest.stamp.state !== 'done') return follow(scene, latest);
  // It was being told when the process ended.
  if (!latest.completed) return finishTelling(scene, latest.stamp.runId);
  if (isHeld(latest)) return decide(scene, wish.order);
  if (latest.stamp.runId >= wish.order) return mendComment(scene, latest);
  if (wish.kind === 'run') return decide(scene, wish.order);
  await tellAgain(scene, wish.order);
}
