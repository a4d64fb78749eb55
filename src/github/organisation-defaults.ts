/**
 * The file that `_extends` names, read from another repository of the same owner: as its default branch has it now, one named file,
 * bounded in size. Knows nothing of what is in it.
 */

import { isMadeForIt } from '../config/extends.ts';
import type { DefaultsReader } from '../config/resolve.ts';
import { UserError } from '../errors.ts';
import { explained } from './api-error.ts';
import type { GithubClient, Repository } from './client.ts';
import { isLogin } from './own-login.ts';

const MOST_BYTES = 2 ** 20;

/** GitHub's words for what is not there, or not for this token. */
const NOT_SEEN = ['github-not-found', 'github-permission'];

/** @param client made only where something has to be read: a job without a token can do without defaults */
export function organisationDefaults(client: () => GithubClient, repository: Repository): DefaultsReader {
  return async ({ owner, repo, path }) => {
    const named = `${owner ?? repository.owner}/${repo}`;
    if (owner !== null && !isLogin(owner, repository.owner)) {
      throw new UserError('extends-refused', `_extends names ${named}, which is another owner’s`, {
        hint: `Defaults come from a repository of ${repository.owner}.`,
      });
    }
    if (!isMadeForIt(path)) {
      throw new UserError('extends-refused', `_extends names ${path} of ${named}`, {
        hint: 'Name a file whose name has lora-gate in it, repository:path/of/lora-gate.yml: no other was made to be read here.',
      });
    }
    try {
      const asked = { what: `read ${path} of ${named}, which _extends names`, permission: 'contents: read' };
      return await explained(asked, async () => {
        const { data } = await client().rest.repos.getContent({ owner: repository.owner, repo, path });
        const file = Array.isArray(data) ? undefined : data;
        if (file?.type !== 'file' || file.encoding !== 'base64' || file.size > MOST_BYTES) {
          throw new UserError('extends-refused', `${path} of ${named} is no file of at most a megabyte`, {
            hint: 'Put the defaults there as a file, not as a folder, a link or a submodule.',
          });
        }
        const text = Buffer.from(file.content, 'base64').toString('utf8');
        return { repository: `${repository.owner}/${repo}`, path, sha: file.sha, text };
      });
    } catch (thrown) {
      if (!(thrown instanceof UserError) || !NOT_SEEN.includes(thrown.code)) throw thrown;
      throw new UserError('extends-missing', thrown.message, {
        hint: `Write it on the default branch of ${named}. Where that repository is private, install the App there, too, and let the job that trains read it: a \`github-token\` with \`contents: read\` of both.`,
        cause: thrown,
      });
    }
  };
}
