/**
 * The one comment of a config on a pull request: found again by its marker and its author, written by the latest run alone. Works by
 * looking, acting, and looking again until what is there is what should be there, so that a lost answer or a second job at the
 * same time leaves one comment. Knows nothing of what the comment says.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { UserError } from '../errors.ts';
import { COMMENT_LIMIT, COMMENT_MARKER } from '../report/markdown.ts';
import { explained, hasStatus, mayHaveTakenEffect } from './api-error.ts';
import type { GithubClient, Repository } from './client.ts';
import { isLogin, ownLogin } from './own-login.ts';
import { readPullRequest } from './pull-request.ts';
import {
  compareStamps,
  isOfConfig,
  MARKER_BYTES,
  type RunStamp,
  readMarker,
  stampMarker,
} from './run-stamp.ts';

/** `renderComment(result, { limit: COMMENT_BODY_LIMIT })` leaves room for the stamp. */
export const COMMENT_BODY_LIMIT = COMMENT_LIMIT - MARKER_BYTES;

/** Looks at the pull request: two suffice where nobody else writes and nothing is lost. */
const MOST_LOOKS = 8;

export interface CommentRequest {
  pull: number;
  stamp: RunStamp;
  /** As `renderComment` makes it, with or without its marker. */
  body: string;
  /** false writes only where a comment of ours is there already. */
  create?: boolean;
  /** The login that the client writes as, where GitHub does not tell it: `slug[bot]` of an App. */
  self?: string;
  /** After an answer was lost, before looking whether the comment is there. */
  pauseMilliseconds?: number;
}

export interface CommentOutcome {
  /** Undefined where a run of an old head came too late to write the first one. */
  id: number | undefined;
  url: string | undefined;
  outcome: 'created' | 'updated' | 'unchanged' | 'superseded';
}

interface OwnComment {
  id: number;
  url: string;
  body: string;
  stamp: RunStamp;
}

const PERMISSION = 'pull-requests: write';

function stampedText(body: string, stamp: RunStamp): string {
  const text = body.trimEnd();
  const bare = text.endsWith(COMMENT_MARKER) ? text.slice(0, -COMMENT_MARKER.length).trimEnd() : text;
  const whole = `${bare}\n\n${stampMarker(stamp)}`;
  if (whole.length > COMMENT_LIMIT) {
    throw new RangeError(`a comment of ${whole.length} characters: render it with COMMENT_BODY_LIMIT`);
  }
  return whole;
}

/** GitHub may send other line ends and none at the end. */
const normal = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();

function own(comment: { id: number; html_url: string; body?: string | undefined }): OwnComment | undefined {
  const body = normal(comment.body ?? '');
  const stamp = readMarker(body);
  return stamp && { id: comment.id, url: comment.html_url, body, stamp };
}

/** Ours for the config, the oldest first, over all pages. */
async function ownComments(
  client: GithubClient,
  repository: Repository,
  { pull, stamp }: CommentRequest,
  self: string,
): Promise<OwnComment[]> {
  const asked = { ...repository, issue_number: pull, per_page: 100 };
  const all = await client.paginate(client.rest.issues.listComments, asked);
  return all
    .filter(({ user }) => isLogin(user?.login, self))
    .flatMap((comment) => own(comment) ?? [])
    .filter((comment) => isOfConfig(comment.stamp, stamp.config))
    .sort((a, b) => a.id - b.id);
}

/** The comment made; undefined where the answer was lost, so that it has to be looked for. */
async function create(
  client: GithubClient,
  repository: Repository,
  { pull, pauseMilliseconds = 2000 }: CommentRequest,
  body: string,
): Promise<OwnComment | undefined> {
  try {
    const asked = { ...repository, issue_number: pull, body, request: { retries: 0 } };
    return own((await client.rest.issues.createComment(asked)).data);
  } catch (thrown) {
    if (!mayHaveTakenEffect(thrown)) throw thrown;
    await wait(pauseMilliseconds);
    return undefined;
  }
}

/** Does something to a comment; false where it is gone. */
async function unlessGone(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    if (hasStatus(thrown, 404, 410)) return false;
    throw thrown;
  }
}

async function remove(client: GithubClient, repository: Repository, { id }: OwnComment): Promise<void> {
  await unlessGone(client.rest.issues.deleteComment({ ...repository, comment_id: id }));
}

/** Whether a comment is there that a run later than `stamp` wrote, or whose head the pull request has left. */
function isSuperseded(there: readonly OwnComment[], stamp: RunStamp, head: string): boolean {
  if (there.length === 0) return stamp.headSha !== head;
  return there.some((comment) => compareStamps(comment.stamp, stamp, head) > 0);
}

async function settle(
  client: GithubClient,
  repository: Repository,
  request: CommentRequest,
): Promise<CommentOutcome> {
  const { stamp } = request;
  const self = await ownLogin(client, request.self);
  const text = stampedText(request.body, stamp);
  let done: 'created' | 'updated' | 'unchanged' = 'unchanged';
  let made: OwnComment | undefined;
  for (let look = 0; look < MOST_LOOKS; look++) {
    const { headSha } = await readPullRequest(client, repository, request.pull);
    const there = await ownComments(client, repository, request, self);
    // A listing may lag behind what was just written.
    const mine = made;
    if (mine && !there.some(({ id }) => id === mine.id)) there.push(mine);
    const [oldest, ...others] = there;
    if (isSuperseded(there, stamp, headSha)) {
      // Whoever is later moves to the oldest comment; ours beside it is only in the way.
      if (mine && oldest && oldest.id !== mine.id) await remove(client, repository, mine);
      return { id: oldest?.id, url: oldest?.url, outcome: 'superseded' };
    }
    if (!oldest) {
      if (request.create === false) return { id: undefined, url: undefined, outcome: 'unchanged' };
      made = await create(client, repository, request, text);
      done = 'created';
      continue;
    }
    // What GitHub keeps may differ from what was sent in a letter; once written, the stamp tells.
    const asWanted =
      done === 'unchanged' ? oldest.body === normal(text) : compareStamps(oldest.stamp, stamp, headSha) === 0;
    if (!asWanted) {
      const asked = { ...repository, comment_id: oldest.id, body: text };
      if (await unlessGone(client.rest.issues.updateComment(asked))) done = 'updated';
      else made = undefined;
      continue;
    }
    for (const other of others) await remove(client, repository, other);
    return { id: oldest.id, url: oldest.url, outcome: done };
  }
  throw new UserError(
    'github-comment',
    `the comment of #${request.pull} was not there as it was written, ${MOST_LOOKS} times`,
    { hint: 'another job or a bot writes or deletes the same comment: let one job a config report' },
  );
}

/**
 * Writes the comment of a config on a pull request, unless a later run has: a newer push goes before an older one, a later run or
 * attempt before an earlier one.
 *
 * @throws UserError where GitHub refuses or cannot be reached
 */
export async function upsertComment(
  client: GithubClient,
  repository: Repository,
  request: CommentRequest,
): Promise<CommentOutcome> {
  const what = `write the comment of ${repository.owner}/${repository.repo}#${request.pull}`;
  return explained({ what, permission: PERMISSION }, () => settle(client, repository, request));
}
