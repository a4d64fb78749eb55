/** The votes of a spot check that stand in a pull request's comments: of people who can write, in comments that nobody has edited. */

import type { Result } from '../report/result.ts';
import { spotSheets } from '../report/spot-sheet.ts';
import { parseSpotVote, type SpotVote, withSpotVotes } from '../report/spot-votes.ts';
import { createPermissionCheck } from './permission.ts';
import type { WaiverClient } from './waivers.ts';
import { writtenCommands } from './written-commands.ts';

/**
 * The result with the votes of its pull request and no others, whatever it came with. They change no verdict.
 *
 * @throws what the client throws
 */
export async function readVotedResult(
  client: WaiverClient,
  repository: { owner: string; repo: string },
  result: Result,
  pull: number,
): Promise<Result> {
  const { owner, repo } = repository;
  if (spotSheets(result).length === 0) return withSpotVotes(result, []);
  const written = await writtenCommands(client, { owner, repo, pull }, ['spot-check']);
  const objectionTo = createPermissionCheck(client, { owner, repo });
  const votes: SpotVote[] = [];
  for (const { command, by, edited, throughApp } of written) {
    const vote = parseSpotVote(command.words);
    if (edited || throughApp || vote === null || typeof vote === 'string') continue;
    if ((await objectionTo(by)) === null) votes.push(vote);
  }
  return withSpotVotes(result, votes);
}
