/** Where a branch is now. What events and pull requests say of their base is from when the head was pushed, or the event came. */

import { explained, hasStatus } from './api-error.ts';
import type { GithubClient, Repository } from './client.ts';

/** Undefined where there is no such branch (any more). @throws UserError */
export async function readTip(
  client: GithubClient,
  repository: Repository,
  branch: string,
): Promise<string | undefined> {
  const what = `read the branch ${branch}`;
  return explained({ what, permission: 'contents: read' }, async () => {
    try {
      const { data } = await client.rest.git.getRef({ ...repository, ref: `heads/${branch}` });
      return data.object.sha;
    } catch (thrown) {
      if (hasStatus(thrown, 404)) return undefined;
      throw thrown;
    }
  });
}
