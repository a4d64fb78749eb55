/**
 * Finds what was missed: deliveries that never came, and what a killed process has left half done. Looks only; what has to be done
 * is queued as if a delivery had asked for it.
 *
 * What it costs, for n open pull requests: n / 50 calls of the query API after a start, and afterwards the pages on which something has
 * changed and one more, since the latest changed come first; a call costs two points of that API's own hourly quota. Beside
 * them one call for the runs. What is queued takes at most CALLS of the other API's quota for each pull request; so many are queued that
 * a fifth of both quotas is left for deliveries, and the rest is remembered and queued by later looks, when GitHub has given new ones.
 */

import { hasStatus } from '../github/api-error.ts';
import { checkNameFor } from '../github/check-name.ts';
import { compareStamps } from '../github/run-stamp.ts';
import { readComments, type SeenComments } from './comments.ts';
import type { Desk } from './desk.ts';
import { GROUP_ORDER } from './group-check.ts';
import { listOwnRuns, type OwnRun } from './own-runs.ts';
import { type SeenGroup, type SeenPull, survey } from './survey.ts';

/** Of each quota. */
const RESERVE = 0.2;
/** For a pull request that nothing was done for: about 15, with all that is written. */
const CALLS = 15;
/** In one look, where GitHub counts nothing. */
const MOST_QUEUED = 500;
/** Once all was seen: what moves comes first. */
const MOST_LATER_PAGES = 20;
/** A hundred runs each. */
const MOST_RUN_PAGES = 10;

/** What earlier looks have found. Lost with the process, and read again. */
export interface Memory {
  /** Of each pull request that was looked at: what it was like then. */
  seen: Map<number, string>;
  /** Those whose check was open, and whether it said that its run is running. */
  open: Map<number, boolean>;
  /** To be queued as soon as the quota allows. */
  wanted: Set<number>;
  /** Whether one look has seen all. */
  whole: boolean;
}

export const createMemory = (): Memory => ({
  ...{ seen: new Map(), open: new Map(), wanted: new Set(), whole: false },
});

type State = 'settled' | 'running' | 'waiting' | 'missing';

function stateOf(pull: SeenPull, comments: SeenComments, defaultBranch: string): State {
  const name = checkNameFor(pull.baseRef, defaultBranch);
  const checks = pull.checks
    .filter((check) => check.name === name)
    .sort((a, b) => compareStamps(b.stamp, a.stamp, undefined));
  const [latest] = checks;
  if (!latest) return 'missing';
  const openOnes = checks.filter(({ completed }) => !completed);
  // It was being told when somebody ended, or an older one was left.
  if (openOnes.some((check) => check !== latest || check.stamp.state === 'done')) return 'missing';
  if (!latest.completed) return latest.stamp.state === 'running' ? 'running' : 'waiting';
  const { stamp } = comments;
  const told = stamp?.headSha === pull.headSha && stamp.runId >= latest.stamp.runId && stamp.state === 'done';
  // It waits for a person, who makes it move; but a draft that is none any more was missed.
  if (latest.conclusion === 'action_required')
    return told && (pull.draft || !latest.title?.includes('draft')) ? 'settled' : 'missing';
  const quiet = !stamp && latest.conclusion === 'success' && latest.title?.startsWith('not affected');
  return told || quiet ? 'settled' : 'missing';
}

/** So many pull requests may be worked on without using up the hour. */
async function affordable({ client }: Desk): Promise<number> {
  try {
    // Not counted itself.
    const { core } = (await client.rest.rateLimit.get()).data.resources;
    const most = Math.floor((core.remaining - core.limit * RESERVE) / CALLS);
    return Math.max(0, Math.min(MOST_QUEUED, most));
  } catch (thrown) {
    // An Enterprise server that limits nobody.
    if (hasStatus(thrown, 404)) return MOST_QUEUED;
    throw thrown;
  }
}

async function lookAt(desk: Desk, memory: Memory, pull: SeenPull, defaultBranch: string): Promise<void> {
  const { number, state } = pull;
  const comments = pull.comments ?? (await readComments(desk, number));
  for (const comment of comments.unanswered) desk.enqueue({ kind: 'comment', pull: number, comment });
  const found = stateOf(pull, comments, defaultBranch);
  memory.open.delete(number);
  if (found === 'missing') memory.wanted.add(number);
  else if (found !== 'settled') memory.open.set(number, found === 'running');
  // A missing one is queued once, and again when it changes: more cannot be done for it.
  memory.seen.set(number, state);
}

function queueGroups(desk: Desk, groups: readonly SeenGroup[]): void {
  for (const { ref, headSha, checks } of groups) {
    const own = checks.filter(({ stamp }) => stamp.headOrder === GROUP_ORDER);
    if (!own.some(({ completed }) => completed)) desk.enqueue({ kind: 'merge-group', headSha, headRef: ref });
  }
}

/** Of what is open: what its run does not explain. */
function wantedByRuns({ open, wanted }: Memory, runs: readonly OwnRun[]): void {
  const active = new Map<number, OwnRun[]>();
  for (const run of runs) {
    if (run.status !== 'done') active.set(run.pull, [...(active.get(run.pull) ?? []), run]);
  }
  for (const [pull, all] of active) if (all.length > 1 || !open.has(pull)) wanted.add(pull);
  for (const [pull, saysRunning] of open) {
    const [run] = active.get(pull) ?? [];
    if (!run || (run.status === 'running') !== saysRunning) wanted.add(pull);
  }
}

/** @returns how many pull requests were looked at, and how many wait for a better quota */
export async function reconcileRepository(
  desk: Desk,
  memory: Memory,
): Promise<{ read: number; wanted: number }> {
  let [read, pages, ended] = [0, 0, true];
  let branch: string | undefined;
  const before = new Set(memory.open.keys());
  for await (const { defaultBranch, pulls, groups, left } of survey(desk)) {
    if (defaultBranch === undefined) break;
    branch = defaultBranch;
    pages += 1;
    queueGroups(desk, groups);
    let changed = 0;
    for (const pull of pulls) {
      const same = memory.seen.get(pull.number) === pull.state;
      if (!same) changed += 1;
      if (same && !before.has(pull.number)) continue;
      read += 1;
      before.delete(pull.number);
      await lookAt(desk, memory, pull, defaultBranch);
    }
    // Whoever comes after those has not changed either.
    if (memory.whole && changed === 0 && (before.size === 0 || pages >= MOST_LATER_PAGES)) break;
    if (left >= RESERVE) continue;
    desk.logger.warn('most of the hour’s points of the query API are used: the next look goes on');
    ended = false;
    break;
  }
  memory.whole ||= ended;
  // Closed by now, or moved far behind: their pull request says.
  for (const pull of before) {
    memory.open.delete(pull);
    memory.wanted.add(pull);
  }
  if (branch !== undefined) {
    const most = Math.min(MOST_RUN_PAGES, 1 + Math.ceil(memory.open.size / 100));
    wantedByRuns(memory, await listOwnRuns(desk, branch, most));
  }
  if (memory.wanted.size > 0) {
    const queued = [...memory.wanted].slice(0, await affordable(desk));
    for (const pull of queued) {
      desk.enqueue({ kind: 'pull', pull });
      memory.wanted.delete(pull);
    }
  }
  return { read, wanted: memory.wanted.size };
}
