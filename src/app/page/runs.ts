/**
 * What the page shows, read from GitHub with the viewer's own token and from nowhere else: the repositories where viewer and App
 * meet, and the latest check of each recent pull request. Bounded in requests: 1 for the pull requests, 1 for each of them.
 */

import pLimit from 'p-limit';
import type { GithubClient, Repository } from '../../github/client.ts';
import { decodeStamp } from '../../github/run-stamp.ts';
import { decodeSummary, type RunSummary } from '../../report/run-summary.ts';

const MOST_INSTALLATIONS = 20;
const AT_ONCE = 6;

export interface VisibleRepository extends Repository {
  fullName: string;
  url: string;
  pushedAt: string;
}

/** One check of ours on the head of a pull request. */
export interface PageRun {
  pull: { number: number; title: string; url: string; mergedAt: string | null };
  check: { name: string; url: string; completed: boolean; completedAt: string | null };
  /** Log and artifacts. */
  reportUrl: string | null;
  /** Undefined while it runs and where it ended without a result. */
  summary: RunSummary | undefined;
}

export interface Viewer {
  login: string;
  /** Pushed to last first. */
  repositories: VisibleRepository[];
}

interface Listed {
  name: string;
  full_name: string;
  html_url: string;
  owner: { login: string };
  pushed_at?: string | null;
}

/** The first hundred repositories of each installation. @throws RequestError where GitHub refuses the token */
export async function readViewer(client: GithubClient): Promise<Viewer> {
  const { data: user } = await client.rest.users.getAuthenticated();
  const { data } = await client.rest.apps.listInstallationsForAuthenticatedUser({
    per_page: MOST_INSTALLATIONS,
  });
  const limit = pLimit(AT_ONCE);
  const lists = await Promise.all(
    data.installations.map(({ id }) =>
      limit(async () => {
        const asked = { installation_id: id, per_page: 100 };
        return (await client.rest.apps.listInstallationReposForAuthenticatedUser(asked)).data.repositories;
      }),
    ),
  );
  const repositories = (lists.flat() as Listed[]).map((one) => ({
    owner: one.owner.login,
    repo: one.name,
    fullName: one.full_name,
    url: one.html_url,
    pushedAt: one.pushed_at ?? '',
  }));
  const later = (a: VisibleRepository, b: VisibleRepository) => (a.pushedAt < b.pushedAt ? 1 : -1);
  return { login: user.login, repositories: repositories.sort(later) };
}

interface Checked {
  name: string;
  head_sha: string;
  html_url: string | null;
  details_url: string | null;
  status: string;
  external_id: string | null;
  completed_at: string | null;
  output: { text: string | null };
  app: { id: number } | null;
}

/** Another App's check may say what it likes: it is not shown. */
function runOf(check: Checked, pull: PageRun['pull'], appId: number): PageRun[] {
  const stamp = decodeStamp(check.external_id);
  if (check.app?.id !== appId || stamp?.headSha !== check.head_sha) return [];
  const summary = decodeSummary(check.output.text);
  const completed = check.status === 'completed';
  return [
    {
      pull,
      check: {
        name: check.name,
        url: check.html_url ?? pull.url,
        completed,
        completedAt: check.completed_at,
      },
      reportUrl: check.details_url,
      summary: completed && summary?.head === check.head_sha ? summary : undefined,
    },
  ];
}

/** The checks of the pull requests that moved last, in that order. @throws RequestError */
export async function readRuns(
  client: GithubClient,
  repository: Repository,
  { appId, most }: { appId: number; most: number },
): Promise<PageRun[]> {
  const { owner, repo } = repository;
  const { data: pulls } = await client.rest.pulls.list({
    owner,
    repo,
    state: 'all',
    sort: 'updated',
    direction: 'desc',
    per_page: most,
  });
  const limit = pLimit(AT_ONCE);
  const runs = await Promise.all(
    pulls.slice(0, most).map((pull) =>
      limit(async () => {
        const { data } = await client.rest.checks.listForRef({
          owner,
          repo,
          ref: pull.head.sha,
          app_id: appId,
          filter: 'latest',
          per_page: 20,
        });
        const shown = {
          number: pull.number,
          title: pull.title,
          url: pull.html_url,
          mergedAt: pull.merged_at ?? null,
        };
        return (data.check_runs as Checked[]).flatMap((check) => runOf(check, shown, appId));
      }),
    ),
  );
  return runs.flat();
}
