/** Branches that a merge queue makes of what it is about to merge. GitHub alone writes them; their name tells base and pull request. */

import { explained } from './api-error.ts';
import type { GithubClient, Repository } from './client.ts';

/** `refs/heads/gh-readonly-queue/main/pr-7-…`: the last pull request of the group. */
const REF = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,9})-[0-9a-f]{40,64}$/;

export interface MergeGroupRef {
  ref: string;
  baseRef: string;
  /** Number of the last of its pull requests. */
  last: number;
}

/** Undefined for every other branch. */
export function parseMergeGroupRef(ref: string): MergeGroupRef | undefined {
  const [, baseRef, last] = REF.exec(ref) ?? [];
  return baseRef === undefined ? undefined : { ref, baseRef, last: Number(last) };
}

/** The group whose commit this is, as long as the queue has it. @throws UserError */
export async function findMergeGroup(
  client: GithubClient,
  repository: Repository,
  headSha: string,
): Promise<MergeGroupRef | undefined> {
  const what = `look for the merge group of ${headSha.slice(0, 7)}`;
  return explained({ what, permission: 'contents: read' }, async () => {
    const asked = { ...repository, ref: 'heads/gh-readonly-queue/' };
    const refs = await client.paginate(client.rest.git.listMatchingRefs, asked);
    const found = refs.find(({ object }) => object.sha === headSha);
    return found && parseMergeGroupRef(found.ref);
  });
}
