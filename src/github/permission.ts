/**
 * Who may decide on a pull request: people who can write to the repository right now. Asks GitHub each time anew, since what an
 * event or a comment says of its writer was true when it was made. Knows nothing of commands.
 */

import type { Octokit } from 'octokit';

/** What is needed of a client: that of the `octokit` package, or Probot's. */
export type PermissionClient = Pick<Octokit, 'request'>;

export interface Account {
  login: string;
  id: number;
}

/** GitHub names the role `maintain` as `write` here; older servers and custom roles may not. */
const MAY_DECIDE: readonly string[] = ['admin', 'maintain', 'write'];

/** Strangers can write as many comments as they like, and each is asked about once. */
const MOST_ASKED = 100;

const noPermission = (login: string) => `${login} has no write permission`;

function statusOf(thrown: unknown): number | undefined {
  return (thrown as { status?: number } | null)?.status;
}

async function ask(
  client: PermissionClient,
  repository: { owner: string; repo: string },
  { login, id }: Account,
): Promise<string | null> {
  try {
    const { data } = await client.request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
      ...repository,
      username: login,
    });
    // A login that was given up can be taken by somebody else.
    if (data.user?.id !== id) return `${login} is another account by now`;
    return MAY_DECIDE.includes(data.permission) ? null : noPermission(login);
  } catch (thrown) {
    if (statusOf(thrown) === 404) return noPermission(login);
    if (statusOf(thrown) === 403) return `GitHub did not tell what permission ${login} has (HTTP 403)`;
    throw thrown;
  }
}

/**
 * A function that says why somebody may not decide, or null when they may; it asks about each account once.
 * @throws what the client throws for anything but a refusal, so that nothing is decided on a guess.
 */
export function createPermissionCheck(
  client: PermissionClient,
  repository: { owner: string; repo: string },
): (account: Account) => Promise<string | null> {
  const asked = new Map<number, Promise<string | null>>();
  return async (account) => {
    const known = asked.get(account.id);
    if (known) return known;
    if (asked.size >= MOST_ASKED) return `more than ${MOST_ASKED} people wrote commands`;
    const answer = ask(client, repository, account);
    asked.set(account.id, answer);
    return answer;
  };
}
