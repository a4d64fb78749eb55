/** A result with the waivers of its pull request as they stand now, for whoever publishes it: the Action and the app. */

import type { Logger } from '../log.ts';
import { applyWaivers } from '../report/apply-waivers.ts';
import type { Result } from '../report/result.ts';
import type { GithubClient, Repository } from './client.ts';
import { readHeadSince } from './head-since.ts';
import { readWaivers, type Waiver } from './waivers.ts';

export interface WaivedOptions {
  /** null where there is none, or its author is gone: nothing is waived. */
  pull: number | null;
  author: string | null;
  headSha: string;
  /** When the caller saw this head first, by GitHub's clock. */
  seenAt?: string | null;
  logger: Logger;
}

/**
 * Whatever waivers the result came with are gone; those that count now are in it. Where nothing blocks none are asked for.
 * @throws what the client throws
 */
export async function readWaivedResult(
  client: () => GithubClient,
  repository: Repository,
  result: Result,
  options: WaivedOptions,
): Promise<Result> {
  const bare = applyWaivers(result, []);
  return bare.verdict.blocked ? applyWaivers(result, await waiversOf(client, repository, options)) : bare;
}

async function waiversOf(
  client: () => GithubClient,
  repository: Repository,
  { pull, author, headSha, seenAt, logger }: WaivedOptions,
): Promise<Waiver[]> {
  if (pull === null || author === null) return [];
  const headPushedAt = await readHeadSince(client(), { ...repository, pull }, headSha, seenAt ?? null);
  const found = await readWaivers(client(), repository, { pull, author, headSha, headPushedAt });
  for (const { by, why, url } of found.ignored) {
    logger.info(`a waiver of ${by} on #${pull} does not count: ${why} (${url})`);
  }
  return found.waivers;
}
