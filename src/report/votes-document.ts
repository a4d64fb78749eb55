/**
 * The file of votes that the spot check of report.html exports: blind choices, and the sheet they were made on. It comes from
 * anywhere, so it is hostile input; what it may say is checked against the result it is for.
 */

import { z } from 'zod';
import { UserError } from '../errors.ts';
import { type JsonSource, parseLimited, readLimited } from './limited-json.ts';
import type { Result } from './result.ts';
import { count } from './result-metric.ts';
import { MOST_SPOT_CHECKED, type ResultSpotCheck } from './result-spot-check.ts';
import { BLIND_CHOICES, type BlindChoice, type SpotSheet, spotCheckOf, spotSheets } from './spot-sheet.ts';

export const VOTES_SCHEMA_ID = 'lora-gate/votes/1';
const MAX_BYTES = 2 * 2 ** 20;

const votesDocument = z.strictObject({
  schema: z.literal(VOTES_SCHEMA_ID),
  sheets: z
    .array(
      z.strictObject({
        sheet: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits'),
        votes: z
          .array(
            z.strictObject({
              item: count.describe('Place on the sheet, from 0'),
              choice: z.enum(BLIND_CHOICES),
            }),
          )
          .min(1)
          .max(MOST_SPOT_CHECKED),
      }),
    )
    .min(1)
    .max(1000),
});

export type VotesDocument = z.output<typeof votesDocument>;

const source = (file: string): JsonSource => ({
  file,
  what: 'a file of votes',
  code: 'votes',
  maxBytes: MAX_BYTES,
});

/** Votes from disk. @throws UserError naming the file and everything that is wrong with it. */
export async function readVotes(file: string): Promise<VotesDocument> {
  return parseLimited(await readLimited(source(file)), votesDocument, source(file));
}

/** The choices by conversation id, or what is wrong with them. */
function choicesOf(sheet: SpotSheet, votes: VotesDocument['sheets'][number]['votes']) {
  const choices = new Map<string, BlindChoice>();
  for (const { item, choice } of votes) {
    const id = sheet.items[item]?.id;
    if (id === undefined) return `item ${item} is not on the sheet, which has ${sheet.items.length}`;
    if (choices.has(id)) return `item ${item} has two votes`;
    choices.set(id, choice);
  }
  return choices;
}

/**
 * The result with the votes in it, and the adapters that were voted on; their votes of an earlier spot check are replaced.
 * @throws UserError `votes-other-result` listing every sheet that is not the result's
 */
export function withVotes(
  result: Result,
  votes: VotesDocument,
  file: string,
): { result: Result; voted: string[] } {
  const sheets = new Map(spotSheets(result).map((sheet) => [sheet.digest, sheet]));
  const problems: string[] = [];
  const checks = new Map<string, ResultSpotCheck>();
  for (const [i, entry] of votes.sheets.entries()) {
    const sheet = sheets.get(entry.sheet);
    const choices = sheet
      ? choicesOf(sheet, entry.votes)
      : 'the votes were given on other answers than the result’s';
    if (typeof choices === 'string') problems.push(`${file}: sheets[${i}]: ${choices}`);
    else if (sheet && checks.has(sheet.adapter))
      problems.push(`${file}: sheets[${i}]: this sheet is there twice`);
    else if (sheet) checks.set(sheet.adapter, spotCheckOf(sheet, choices));
  }
  if (problems.length > 0) {
    throw new UserError('votes-other-result', `${file} does not fit the result`, {
      problems,
      hint: 'Vote in the report.html that lies beside this result.json, and export again.',
    });
  }
  const adapters = result.adapters.map((section) => ({
    ...section,
    spot_check: checks.get(section.name) ?? section.spot_check,
  }));
  return { result: { ...result, adapters }, voted: [...checks.keys()] };
}
