/** What has to be known of a pull request, read from the API: an event's payload may be out of date, the API is not. */

import { explained } from './api-error.ts';
import type { GithubClient, Repository } from './client.ts';

export interface PullRequest {
  number: number;
  open: boolean;
  draft: boolean;
  headSha: string;
  headRef: string;
  /** `owner/name`; null where the fork was deleted. */
  headRepository: string | null;
  /** Whether its commits come from another repository, or from one that is gone. */
  fromFork: boolean;
  baseRef: string;
  /** Where the base branch was when GitHub last looked, which is not when it is asked: `readTip` is for now. Not the merge base. */
  baseSha: string;
  /** Null for an account that was deleted. */
  author: string | null;
  labels: string[];
  url: string;
}

interface Answered {
  number: number;
  state: string;
  draft?: boolean | undefined;
  head: { sha: string; ref: string; repo: { full_name: string } | null };
  base: { sha: string; ref: string; repo: { full_name: string } };
  user: { login: string } | null;
  labels: { name?: string }[];
  html_url: string;
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

function read(answered: Answered): PullRequest {
  const { head, base } = answered;
  const headRepository = head.repo?.full_name ?? null;
  return {
    number: answered.number,
    open: answered.state === 'open',
    draft: answered.draft ?? false,
    headSha: head.sha,
    headRef: head.ref,
    headRepository,
    fromFork: headRepository === null || !same(headRepository, base.repo.full_name),
    baseRef: base.ref,
    baseSha: base.sha,
    author: answered.user?.login ?? null,
    labels: answered.labels.flatMap(({ name }) => (name === undefined ? [] : [name])),
    url: answered.html_url,
  };
}

/** One pull request as it is now. @throws UserError */
export async function readPullRequest(
  client: GithubClient,
  repository: Repository,
  number: number,
): Promise<PullRequest> {
  const what = `read pull request #${number} of ${repository.owner}/${repository.repo}`;
  return explained({ what, permission: 'pull-requests: read' }, async () => {
    const { data } = await client.rest.pulls.get({ ...repository, pull_number: number });
    return read(data as Answered);
  });
}

/**
 * The open pull requests whose head is this very commit. GitHub finds the commits of forks only by going through all that are open.
 *
 * @throws UserError
 */
export async function findPullRequests(
  client: GithubClient,
  repository: Repository,
  headSha: string,
): Promise<PullRequest[]> {
  const what = `find the pull requests of ${headSha.slice(0, 7)} in ${repository.owner}/${repository.repo}`;
  return explained({ what, permission: 'pull-requests: read' }, async () => {
    const { listPullRequestsAssociatedWithCommit: ofCommit } = client.rest.repos;
    const known = await client.paginate(ofCommit, { ...repository, commit_sha: headSha, per_page: 100 });
    const of = (all: readonly unknown[]) =>
      all.map((one) => read(one as Answered)).filter((pull) => pull.open && pull.headSha === headSha);
    const found = of(known);
    if (found.length > 0) return found;
    const all = await client.paginate(client.rest.pulls.list, {
      ...repository,
      state: 'open',
      per_page: 100,
    });
    return of(all);
  });
}

/**
 * The files that a pull request changes, under their new names; GitHub lists at most 3000 of them.
 *
 * @throws UserError
 */
export async function listChangedFiles(
  client: GithubClient,
  repository: Repository,
  number: number,
): Promise<string[]> {
  const what = `list the files of pull request #${number} of ${repository.owner}/${repository.repo}`;
  return explained({ what, permission: 'pull-requests: read' }, async () => {
    const asked = { ...repository, pull_number: number, per_page: 100 };
    const files = await client.paginate(client.rest.pulls.listFiles, asked);
    return files.filter(({ status }) => status !== 'removed').map(({ filename }) => filename);
  });
}
