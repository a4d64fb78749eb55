/**
 * Since when the head of a pull request has been its head, by a clock that the author cannot set. Commits carry whatever dates
 * their author wrote, and so do the timeline's `committed` events; a check's `started_at` is written by whoever opens it; and
 * the suite or run of a commit may be older than the commit's place here, when it was pushed elsewhere before.
 *
 * What holds: GitHub stamps a workflow run when it makes it, and records branch, repository and commit with it. A run of the
 * head's branch at the head's commit therefore proves that the branch was there then. It may have left and come back since, but a
 * branch goes back only by a force push, by being restored, or while the pull request is closed; each is an event with a time of
 * GitHub's. So: the first run of that branch at that commit after the last such event. Without one the answer is null.
 */

import type { Octokit } from 'octokit';
import type { PullPlace } from './written-commands.ts';

export type HeadClient = Pick<Octokit, 'request' | 'paginate'>;

/** After these the head may be an earlier one, or be compared with another base. */
const MOVES: readonly (string | undefined)[] = [
  'head_ref_force_pushed',
  'head_ref_restored',
  'reopened',
  'base_ref_changed',
  'base_ref_force_pushed',
  'automatic_base_change_succeeded',
];

/** Their runs carry the head's own commit; those of pull_request_target carry the base's. */
const EVENTS: readonly string[] = ['pull_request', 'push'];

async function lastMove(client: HeadClient, { owner, repo, pull }: PullPlace): Promise<number> {
  const pages = client.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', {
    owner,
    repo,
    issue_number: pull,
    per_page: 100,
  });
  let last = Number.NEGATIVE_INFINITY;
  for await (const { data } of pages) {
    for (const event of data) {
      if (!MOVES.includes(event.event)) continue;
      const at = 'created_at' in event ? Date.parse(event.created_at ?? '') : Number.NaN;
      // A move at an unknown time may have been just now.
      last = Math.max(last, Number.isNaN(at) ? Number.POSITIVE_INFINITY : at);
    }
  }
  return last;
}

/** Needs `pull-requests: read` and `actions: read`; a time in ISO 8601, or null where it cannot be told. */
export async function readHeadSince(
  client: HeadClient,
  place: PullPlace,
  headSha: string,
  /** When we ourselves have seen this head as the head, such as the start of the App's own check; null where we have not. */
  seenAt: string | null = null,
): Promise<string | null> {
  const { owner, repo, pull } = place;
  const { data } = await client.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
    owner,
    repo,
    pull_number: pull,
  });
  const { head } = data;
  if (head.sha !== headSha || !head.repo) return null;
  const moved = await lastMove(client, place);
  const seen = Date.parse(seenAt ?? '');
  let first = seen > moved ? seen : Number.POSITIVE_INFINITY;
  try {
    const pages = client.paginate.iterator('GET /repos/{owner}/{repo}/actions/runs', {
      owner,
      repo,
      head_sha: headSha,
      per_page: 100,
    });
    for await (const { data: runs } of pages) {
      for (const { event, head_branch, head_sha, head_repository, created_at } of runs) {
        const here = head_sha === headSha && head_branch === head.ref && head_repository?.id === head.repo.id;
        const at = Date.parse(created_at);
        if (here && EVENTS.includes(event) && at > moved) first = Math.min(first, at);
      }
    }
  } catch (thrown) {
    // A token without `actions: read`; whoever waives can name the commit.
    if (![403, 404].includes((thrown as { status?: number } | null)?.status ?? 0)) throw thrown;
  }
  return Number.isFinite(first) ? new Date(first).toISOString() : null;
}
