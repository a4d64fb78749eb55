/** The comments of a pull request as the app sees them: its own stamp, commands that nobody has answered, and replies, each written once. */

import { explained } from '../github/api-error.ts';
import { parseCommands } from '../github/commands.ts';
import { isLogin } from '../github/own-login.ts';
import { isOfConfig, type RunStamp, readMarker } from '../github/run-stamp.ts';
import { join, type Markdown, paragraph } from '../report/markdown-escape.ts';
import { CONFIG } from './config-path.ts';
import type { Desk } from './desk.ts';

export interface SeenComments {
  /** Of our comment with the verdict, to see whether it tells what the check tells. */
  stamp: RunStamp | undefined;
  /** Ids of comments with commands that have no reaction of the kinds that we give. */
  unanswered: number[];
  /** What we have replied to: the keys of our replies. */
  replied: Set<string>;
}

/** What a command gets when it was done, and when it was not. */
export const ACKNOWLEDGED = 'eyes';
export const REFUSED = 'confused';

const REPLY = /<!-- lora-gate:reply ([\w-]{1,40}) -->$/;

/** A comment as either API has it. */
export interface Written {
  id: number;
  body: string;
  /** `slug[bot]` of an App; undefined where the account is gone. */
  login: string | undefined;
  person: boolean;
  /** Whether it has a reaction of the kinds that we give. */
  answered: boolean;
}

/** @param comments in their order */
export function sumUp(comments: readonly Written[], self: string): SeenComments {
  const seen: SeenComments = { stamp: undefined, unanswered: [], replied: new Set() };
  for (const { id, body, login, person, answered } of comments) {
    const text = body.replaceAll('\r\n', '\n').trimEnd();
    if (isLogin(login, self)) {
      const stamp = readMarker(text);
      if (stamp && isOfConfig(stamp, CONFIG)) seen.stamp ??= stamp;
      const key = REPLY.exec(text)?.[1];
      if (key !== undefined) seen.replied.add(key);
      continue;
    }
    if (!person || answered) continue;
    const { commands, problems } = parseCommands(text);
    if (commands.length + problems.length > 0) seen.unanswered.push(id);
  }
  return seen;
}

export async function readComments(desk: Desk, pull: number): Promise<SeenComments> {
  const { client, repository, self } = desk;
  const what = `read the comments of #${pull}`;
  const comments = await explained({ what, permission: 'pull-requests: read' }, () =>
    client.paginate(client.rest.issues.listComments, { ...repository, issue_number: pull, per_page: 100 }),
  );
  const written = comments.map(({ id, user, body, reactions }) => ({
    ...{ id, body: body ?? '', login: user?.login, person: user?.type === 'User' },
    answered: (reactions?.[ACKNOWLEDGED] ?? 0) + (reactions?.[REFUSED] ?? 0) > 0,
  }));
  return sumUp(written, self);
}

/** A reply of its own, unless one of that key is there: its key says what it answers. */
export async function replyOnce(
  desk: Desk,
  pull: number,
  key: string,
  parts: readonly Markdown[],
): Promise<void> {
  const { client, repository } = desk;
  if ((await readComments(desk, pull)).replied.has(key)) return;
  const body = `${join(parts, paragraph).source}\n\n<!-- lora-gate:reply ${key} -->`;
  await explained({ what: `reply on #${pull}`, permission: 'pull-requests: write' }, async () => {
    await client.rest.issues.createComment({
      ...repository,
      issue_number: pull,
      body,
      request: { retries: 0 },
    });
  });
}
