/**
 * Which waivers and approvals of a pull request count. A waiver counts when somebody wrote it who can write to the repository now
 * and is not the author, in a comment that was not edited, for the commit that is the head now. Everything in doubt does not
 * count, and says why. Knows nothing of results: report/apply-waivers.ts puts waivers into one.
 */

import { DATA_CHECKS } from '../gate/waive.ts';
import type { ResultWaiver } from '../report/result-waivers.ts';
import { createPermissionCheck, type PermissionClient } from './permission.ts';
import {
  type CommentClient,
  type IgnoredCommand,
  type WrittenCommand,
  type WrittenComment,
  writtenCommands,
} from './written-commands.ts';

export type WaiverClient = PermissionClient & CommentClient;
export type Waiver = ResultWaiver;

export interface WaiverOptions {
  pull: number;
  /** Login of the pull request's author. */
  author: string;
  headSha: string;
  /**
   * A time at which the head was the head already, by GitHub's clock (ISO 8601), from head-since.ts. null where it is not known:
   * then only waivers that name the commit count.
   */
  headPushedAt: string | null;
}

/** The list of what does not count is for people. */
const MOST_IGNORED = 100;

function ignored({ by, url }: WrittenComment, why: string): IgnoredCommand {
  return { by: by.login, why, url };
}

/** Why the comment itself does not count, whoever wrote it. */
function commentObjection({ edited, throughApp }: WrittenComment): string | null {
  if (edited) return 'the comment was edited: write it anew';
  return throughApp ? 'an app posted it: write it on GitHub' : null;
}

/** Why a waiver is not for the head. Equal seconds do not count: GitHub's times have no smaller part. */
function headObjection(
  { command: { sha, metric }, at }: WrittenCommand<'waive'>,
  { headSha, headPushedAt }: WaiverOptions,
): string | null {
  if (sha === headSha) return null;
  if (sha !== null) return `it is for ${sha}, which is not the head`;
  const name = `name the commit: /lora-gate waive ${metric} @${headSha} <reason>`;
  if (headPushedAt === null) return `it is not known whether the head is newer than the comment; ${name}`;
  return Date.parse(at) > Date.parse(headPushedAt)
    ? null
    : `it was written before the head was pushed; ${name}`;
}

function waiverObjection(written: WrittenCommand<'waive'>, options: WaiverOptions): string | null {
  if (written.by.login.toLowerCase() === options.author.toLowerCase()) {
    return 'the author of a change cannot waive what it breaks';
  }
  return commentObjection(written) ?? headObjection(written, options);
}

/** Whether taking back `back` takes back `metric`: in doubt it does, since that only blocks. */
export function takesBack(back: string, metric: string): boolean {
  const [backName = '', backAdapter] = back.split(':').reverse();
  const [name = '', adapter] = metric.split(':').reverse();
  if (backAdapter !== undefined && adapter !== undefined && backAdapter !== adapter) return false;
  const isData = (text: string) => text === DATA_CHECKS || text.startsWith('data/');
  return name === backName || (isData(name) && isData(backName) && [name, backName].includes(DATA_CHECKS));
}

/**
 * The waivers of a pull request that count for its head, the latest of each metric, and those that don't, with the reason.
 * `unwaive` of anybody who can write takes back what was written before it, however the comment came about.
 * @throws what the client throws: without all comments and permissions nothing is waived.
 */
export async function readWaivers(
  client: WaiverClient,
  repository: { owner: string; repo: string },
  options: WaiverOptions,
): Promise<{ waivers: Waiver[]; ignored: IgnoredCommand[] }> {
  const { owner, repo } = repository;
  const written = await writtenCommands(client, { owner, repo, pull: options.pull }, ['waive', 'unwaive']);
  const objectionTo = createPermissionCheck(client, { owner, repo });
  const standing = new Map<string, { waiver: Waiver; from: WrittenComment }>();
  const without: IgnoredCommand[] = [];
  for (const each of written) {
    const { command, by, at, url } = each;
    const why =
      (command.kind === 'waive' ? waiverObjection({ ...each, command }, options) : null) ??
      (await objectionTo(by));
    if (why !== null) without.push(ignored(each, why));
    else if (command.kind === 'waive') {
      const { metric, reason } = command;
      const waiver = { metric, reason, by: by.login, at, url, head_sha: options.headSha };
      standing.set(metric, { waiver, from: each });
    } else {
      for (const [metric, { from }] of standing) {
        if (!takesBack(command.metric, metric)) continue;
        standing.delete(metric);
        without.push(ignored(from, `${by.login} took it back`));
      }
    }
  }
  return {
    waivers: [...standing.values()].map(({ waiver }) => waiver),
    ignored: without.slice(-MOST_IGNORED),
  };
}

export interface Approval {
  sha: string;
  by: string;
  at: string;
  url: string;
}

/**
 * Whether somebody who can write has said `run` of exactly the head of a fork; its author may where they can write, since they
 * could run the same from a branch. null where nobody has.
 * @throws what the client throws: without all comments and permissions nothing is approved.
 */
export async function readApprovals(
  client: WaiverClient,
  repository: { owner: string; repo: string },
  { pull, headSha }: Pick<WaiverOptions, 'pull' | 'headSha'>,
): Promise<{ approval: Approval | null; ignored: IgnoredCommand[] }> {
  const { owner, repo } = repository;
  const written = await writtenCommands(client, { owner, repo, pull }, ['run']);
  const objectionTo = createPermissionCheck(client, { owner, repo });
  let approval: Approval | null = null;
  const without: IgnoredCommand[] = [];
  for (const each of written) {
    const { command, by, at, url } = each;
    if (command.sha === null) continue;
    const other = command.sha === headSha ? null : `it is for ${command.sha}, which is not the head`;
    const why = other ?? commentObjection(each) ?? (await objectionTo(by));
    if (why !== null) without.push(ignored(each, why));
    else approval ??= { sha: headSha, by: by.login, at, url };
  }
  return { approval, ignored: without.slice(-MOST_IGNORED) };
}
