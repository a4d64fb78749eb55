/** Whose comments and checks are ours. Knows nothing of what stands in them. */

import { explained, hasStatus } from './api-error.ts';
import type { GithubClient } from './client.ts';

/** Who writes with the token of a workflow. */
export const ACTIONS_LOGIN = 'github-actions[bot]';

const known = new WeakMap<GithubClient, string>();

/**
 * The login that the client writes as. GitHub tells it to people alone: the token of an installation is refused (403), and then it
 * is a workflow's unless `self` says otherwise, which an App has to (`slug[bot]`).
 */
export async function ownLogin(client: GithubClient, self?: string): Promise<string> {
  if (self !== undefined) return self;
  const before = known.get(client);
  if (before !== undefined) return before;
  const login = await explained({ what: 'ask GitHub whose token this is' }, async () => {
    try {
      return (await client.rest.users.getAuthenticated()).data.login;
    } catch (thrown) {
      if (hasStatus(thrown, 403)) return ACTIONS_LOGIN;
      throw thrown;
    }
  });
  known.set(client, login);
  return login;
}

/** Logins differ in more than case; brackets stand in no person's, so nobody can take a bot's. */
export function isLogin(a: string | null | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

/** The slug of the App that a bot's login belongs to; a person's login is the slug of none. */
export function appSlug(login: string): string | undefined {
  return /^(.+)\[bot\]$/.exec(login)?.[1];
}
