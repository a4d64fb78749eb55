/**
 * Brings one pull request to where it should be, from wherever it is: reads what GitHub has and takes the next step. Every event, every
 * command and the reconciling end here, so twice, late, out of order or after a crash is all the same.
 *
 * A head's checks are its history: none → decide; held → decide again; open → follow its run; completed → nothing but what was wished
 * for since, or a comment that a crash has left out.
 */

import { UserError } from '../errors.ts';
import { completeCheck, openCheck } from '../github/check-run.ts';
import { type OwnCheck, ownChecks } from '../github/own-checks.ts';
import { type PullRequest, readPullRequest } from '../github/pull-request.ts';
import { compareStamps, type RunStamp } from '../github/run-stamp.ts';
import { upsertComment } from '../github/sticky-comment.ts';
import { readApprovals } from '../github/waivers.ts';
import { type CheckText, cancelledOutput, startedOutput, supersededOutput } from '../report/check-output.ts';
import { startedComment } from '../report/state-comment.ts';
import { readAffected } from './affected.ts';
import { readComments } from './comments.ts';
import { checkNameFor, type Desk } from './desk.ts';
import type { Wish } from './events.ts';

import { cancelRun, dispatchRun, listOwnRuns, type OwnRun, readDefaultBranch } from './own-runs.ts';
import { type AppStamp, publisherOf, publishRun, stampOf, type Telling } from './workflow-run.ts';

/** What every head gets without being asked for. */
const FIRST: Wish = { order: 1, kind: 'run' };

/** For the run of a check that has waited for long. */
const MOST_CALLS = 10;

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

export async function readScene(desk: Desk, number: number): Promise<Scene> {
  const { client, repository, self } = desk;
  const pull = await readPullRequest(client, repository, number);
  const defaultBranch = await readDefaultBranch(desk);
  const checkName = checkNameFor(pull.baseRef, defaultBranch);
  const stamp = { ...stampOf({ headSha: pull.headSha, headOrder: 0, runId: 0 }), state: 'queued' as const };
  const checks = await ownChecks(client, repository, { name: checkName, stamp, self });
  checks.sort((a, b) => compareStamps(b.stamp, a.stamp, undefined) || b.id - a.id);
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

const isHeld = ({ completed, conclusion }: OwnCheck) => completed && conclusion === 'action_required';

function telling({ pull, checkName }: Scene, stamp: AppStamp, detailsUrl: string | null = null): Telling {
  return { pull, checkName, stamp, detailsUrl };
}

async function close(desk: Desk, check: OwnCheck, name: string, output: ReturnType<typeof supersededOutput>) {
  const { client, repository, self } = desk;
  await completeCheck(client, repository, check.id, { name, stamp: check.stamp, self, output });
}

/** First the check, then its run: as long as the run is there, the check is found. */
async function endFormer({ desk, pull, checks, runs, checkName }: Scene, oldHead: string | undefined) {
  const { client, repository, self } = desk;
  const [latest, ...older] = checks;
  const closed = cancelledOutput({ reason: 'the pull request was closed' });
  for (const check of pull.open ? older : checks) {
    if (!check.completed) await close(desk, check, checkName, pull.open ? supersededOutput() : closed);
  }
  if (oldHead !== undefined && oldHead !== pull.headSha) {
    const stamp = { ...stampOf({ headSha: oldHead, headOrder: 0, runId: 0 }), state: 'queued' as const };
    for (const check of await ownChecks(client, repository, { name: checkName, stamp, self })) {
      if (!check.completed) await close(desk, check, checkName, supersededOutput({ by: pull.headSha }));
    }
  }
  for (const run of runs) {
    if (run.status === 'done' || (pull.open && run.check === latest?.id)) continue;
    if (!checks.some(({ id }) => id === run.check)) await closeFormer(desk, run.check, pull.headSha);
    await cancelRun(desk, run);
  }
}

/** The check of another head. */
async function closeFormer({ client, repository, self }: Desk, id: number, headSha: string): Promise<void> {
  const { data } = await client.rest.checks.get({ ...repository, check_run_id: id });
  if (data.status === 'completed' || `${data.app?.slug}[bot]` !== self) return;
  const { conclusion, annotations: _, ...output } = supersededOutput({ by: headSha });
  await client.rest.checks.update({
    ...repository,
    check_run_id: id,
    status: 'completed',
    conclusion,
    output,
  });
}

function waitingOutput(adapters: readonly string[]): CheckText {
  const { length } = adapters;
  return {
    title: 'waiting for a GPU runner',
    summary: `This change affects ${length} adapter${length === 1 ? '' : 's'}. Their training is queued; this check is updated when it starts.`,
  };
}

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
    if (affected.adapters.length === 0) return await publisher.notAffected();
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

async function holdOf({ desk, pull }: Scene, drafts: boolean): Promise<'draft' | 'fork' | null> {
  const { client, repository } = desk;
  if (pull.draft && !drafts) return 'draft';
  if (!pull.fromFork) return null;
  const { approval } = await readApprovals(client, repository, { pull: pull.number, headSha: pull.headSha });
  return approval === null ? 'fork' : null;
}

async function open(scene: Scene, stamp: AppStamp, adapters: readonly string[]): Promise<void> {
  const { desk, pull, checkName, defaultBranch } = scene;
  const { client, repository, self } = desk;
  const queued = { ...stampOf(stamp), state: 'queued' as const };
  const check = { name: checkName, stamp: queued, self };
  const output = waitingOutput(adapters);
  const opened = await openCheck(client, repository, { ...check, status: 'queued', output });
  if (opened.outcome !== 'created' || opened.id === undefined) return;
  await announce(scene, queued, adapters);
  await dispatchRun(desk, defaultBranch, { pull: pull.number, headSha: pull.headSha, check: opened.id });
}

/** Before anything is dispatched, so that a run has its comment. */
async function announce({ desk, pull }: Scene, stamp: RunStamp, adapters: readonly string[]): Promise<void> {
  const { client, repository, self } = desk;
  const body = startedComment(adapters, null, { headSha: pull.headSha, detailsUrl: null });
  await upsertComment(client, repository, { pull: pull.number, stamp, body, self });
}

/** An open check goes where its run has gone. */
async function follow(scene: Scene, check: OwnCheck): Promise<void> {
  const { desk, pull, checkName, defaultBranch, runs } = scene;
  const { client, repository, self } = desk;
  const run = runs.find((one) => one.check === check.id);
  if (!run) {
    const age = desk.now() - Date.parse(check.startedAt ?? '');
    // GitHub lists a run some seconds after it was asked for.
    if (age < desk.graceMilliseconds)
      return desk.enqueue({ kind: 'pull', pull: pull.number }, desk.graceMilliseconds);
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
  if (run.status === 'waiting') return;
  await openCheck(client, repository, {
    ...{ name: checkName, self, detailsUrl: run.url, output: startedOutput(), status: 'in_progress' },
    stamp: { ...check.stamp, state: 'running' },
  });
}

/** The newest run of this head that has ended: what is told again comes from it. */
function source({ checks, runs }: Scene): OwnRun | undefined {
  return runs.find((run) => run.status === 'done' && checks.some(({ id }) => id === run.check));
}

/** Tells the result of the head anew, as a check of that order. */
async function tellAgain(scene: Scene, order: number): Promise<boolean> {
  const run = source(scene);
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
  { wish = FIRST, oldHead }: { wish?: Wish | undefined; oldHead?: string | undefined } = {},
): Promise<void> {
  const scene = await readScene(desk, number);
  await endFormer(scene, oldHead);
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
