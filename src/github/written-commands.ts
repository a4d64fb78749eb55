/**
 * The commands in a pull request's comments with what GitHub records of their comments. Decides nothing: who may give which
 * command is for its reader.
 */

import type { Octokit } from 'octokit';
import { type Command, type CommandKind, parseCommands } from './commands.ts';
import type { Account } from './permission.ts';

export type CommentClient = Pick<Octokit, 'paginate'>;

export interface PullPlace {
  owner: string;
  repo: string;
  /** Its number. */
  pull: number;
}

/** What GitHub records of a comment. */
export interface WrittenComment {
  by: Account;
  /** When GitHub took the comment, ISO 8601 in UTC. */
  at: string;
  url: string;
  /** Its text is not the one that was posted, and somebody else may have written it. */
  edited: boolean;
  /** Posted by a program in somebody's name. */
  throughApp: boolean;
}

export interface WrittenCommand<K extends CommandKind> extends WrittenComment {
  command: Extract<Command, { kind: K }>;
}

/** A command that does not count. */
export interface IgnoredCommand {
  by: string;
  why: string;
  url: string;
}

/**
 * Every command of these kinds that a person wrote, oldest first, over all pages. Bots are left out, ourselves among them.
 * @throws what the client throws: a list with a page missing is no list.
 */
export async function writtenCommands<K extends CommandKind>(
  client: CommentClient,
  { owner, repo, pull }: PullPlace,
  kinds: readonly K[],
): Promise<WrittenCommand<K>[]> {
  const pages = client.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner,
    repo,
    issue_number: pull,
    per_page: 100,
  });
  const found = new Map<number, WrittenCommand<K>[]>();
  for await (const { data } of pages) {
    for (const { id, body, user, created_at, updated_at, html_url, performed_via_github_app } of data) {
      if (!body || user?.type !== 'User') continue;
      const commands = parseCommands(body).commands.filter(
        (command): command is Extract<Command, { kind: K }> =>
          (kinds as readonly string[]).includes(command.kind),
      );
      if (commands.length === 0) continue;
      const comment = {
        by: { login: user.login, id: user.id },
        at: new Date(created_at).toISOString(),
        url: html_url,
        edited: updated_at !== created_at,
        throughApp: Boolean(performed_via_github_app),
      };
      // By id: a comment moves to another page when one before it is deleted meanwhile.
      found.set(
        id,
        commands.map((command) => ({ ...comment, command })),
      );
    }
  }
  return [...found].sort(([a], [b]) => a - b).flatMap(([, commands]) => commands);
}
