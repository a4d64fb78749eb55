/**
 * Finds what was missed: deliveries that never came, and what a killed process has left half done. Looks only; what has to be done
 * is queued as if a delivery had asked for it.
 *
 * Calls of the API, for a repository with n open pull requests: n/100 for their listing, 2 for the runs. Then 2 for each pull request that
 * was not seen settled before (its checks, its comments), and nothing for one that was, as long as neither head nor `updated_at` moved.
 * With 10,000 open pull requests the first look after a start takes 20,102 calls, and each later one 102 and 2 for each that changed. So
 * that no start uses up the hour's quota (5,000 an installation, 15,000 on Enterprise Cloud), one look reads at most MOST_READ pull
 * requests, the latest changed first, and the next goes on: every 5 minutes 2 × 150 + 102, which is 4,824 an hour. What is queued then
 * takes 5 calls (pull request, repository, checks, runs, comments), and about 10 more where a run is started or its end is told.
 */

import { explained } from '../github/api-error.ts';
import { ownChecks } from '../github/own-checks.ts';
import { compareStamps } from '../github/run-stamp.ts';
import { readComments } from './comments.ts';
import { checkNameFor, type Desk } from './desk.ts';
import { listOwnRuns, readDefaultBranch } from './own-runs.ts';
import { stampOf } from './workflow-run.ts';

const MOST_READ = 150;

/** By number of a pull request: what it was like when nothing was missing. Lost with the process, and read again. */
export type Settled = Map<number, string>;

interface Listed {
  number: number;
  updated_at: string;
  draft?: boolean | undefined;
  head: { sha: string };
  base: { ref: string };
}

/** Whether its last check stands completed; comments with commands that nobody answered are queued. */
async function look(
  desk: Desk,
  pull: Listed,
  defaultBranch: string,
): Promise<'settled' | 'open' | 'missing'> {
  const { client, repository, self } = desk;
  const { number, head, base } = pull;
  const stamp = { ...stampOf({ headSha: head.sha, headOrder: 0, runId: 0 }), state: 'queued' as const };
  const name = checkNameFor(base.ref, defaultBranch);
  const checks = await ownChecks(client, repository, { name, stamp, self });
  const [latest] = checks.sort((a, b) => compareStamps(b.stamp, a.stamp, undefined) || b.id - a.id);
  const comments = await readComments(desk, number);
  for (const comment of comments.unanswered) desk.enqueue({ kind: 'comment', pull: number, comment });
  if (!latest) return 'missing';
  if (checks.some(({ completed }) => !completed)) return 'open';
  if (latest.conclusion === 'action_required') return 'missing';
  const told = comments.stamp?.headSha === head.sha && comments.stamp.runId >= latest.stamp.runId;
  const quiet =
    !comments.stamp && latest.conclusion === 'success' && latest.title?.startsWith('not affected');
  if ((told && comments.stamp?.state === 'done') || quiet)
    return comments.unanswered.length > 0 ? 'open' : 'settled';
  return 'missing';
}

/** @returns how many pull requests were read */
export async function reconcileRepository(desk: Desk, settled: Settled): Promise<number> {
  const { client, repository } = desk;
  const what = `list the pull requests of ${repository.owner}/${repository.repo}`;
  const pulls: Listed[] = await explained({ what, permission: 'pull-requests: read' }, () =>
    client.paginate(client.rest.pulls.list, {
      ...{ ...repository, state: 'open' as const, per_page: 100 },
      ...{ sort: 'updated' as const, direction: 'desc' as const },
    }),
  );
  const defaultBranch = await readDefaultBranch(desk);
  const wanted = new Set<number>();
  for (const run of await listOwnRuns(desk, defaultBranch)) if (run.status !== 'done') wanted.add(run.pull);
  const present = new Set(pulls.map(({ number }) => number));
  for (const number of settled.keys()) if (!present.has(number)) settled.delete(number);
  let read = 0;
  for (const pull of pulls) {
    const state = `${pull.head.sha} ${pull.updated_at} ${pull.draft}`;
    if (settled.get(pull.number) === state) continue;
    if (read >= MOST_READ) break;
    read += 1;
    const found = await look(desk, pull, defaultBranch);
    if (found === 'settled') settled.set(pull.number, state);
    else wanted.add(pull.number);
    // Nothing more can be done for it before something changes: no configuration, or it waits for a person.
    if (found === 'missing') settled.set(pull.number, state);
  }
  for (const pull of wanted) desk.enqueue({ kind: 'pull', pull });
  return read;
}
