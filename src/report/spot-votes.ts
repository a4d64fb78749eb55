/**
 * A spot check in comments: the sheet as Markdown to vote on, what a vote says, and a result with the votes in it. A vote names the sheet
 * by the beginning of its digest, so it counts for the answers that its writer has read and for no others. Knows no API.
 */

import { code, details, join, lines, type Markdown, md, paragraph, table } from './markdown-escape.ts';
import { countOf } from './numbers.ts';
import type { Result } from './result.ts';
import { type BlindChoice, type SpotItem, type SpotSheet, spotCheckOf, spotSheets } from './spot-sheet.ts';
import { clip } from './visible-text.ts';

/** Digits of the digest that name a sheet: 48 bits, and only the sheets of one result are told apart. */
const CODE_LENGTH = 12;

export const sheetCode = ({ digest }: SpotSheet): string => digest.slice(0, CODE_LENGTH);

/** Choices by the number of the pair, from 1. */
export interface SpotVote {
  sheet: string;
  choices: ReadonlyMap<number, BlindChoice>;
}

const CHOICES: Readonly<Record<string, BlindChoice>> = { a: 'A', b: 'B', t: 'tie', tie: 'tie' };

/** `3f2a91c0de12 1a 2b 3t`; null where nothing was said, and what is wrong with it else. */
export function parseSpotVote(words: string): SpotVote | null | string {
  const [sheet, ...marks] = words
    .trim()
    .toLowerCase()
    .split(/[\s,;]+/);
  if (sheet === undefined || sheet === '') return null;
  if (!/^[0-9a-f]{12}$/.test(sheet))
    return `expected the ${CODE_LENGTH} digits that name the sheet first, as in "3f2a91c0de12 1a 2b 3t"`;
  const choices = new Map<number, BlindChoice>();
  for (const mark of marks.filter((each) => each !== '')) {
    const [, number, letter = ''] = /^([1-9]\d{0,2})[:=]?([abt]|tie)$/.exec(mark) ?? [];
    if (number === undefined)
      return `${JSON.stringify(clip(mark, 20))} is no choice, expected such as 1a, 2b or 3t (a tie)`;
    if (choices.has(Number(number))) return `pair ${number} has two choices`;
    choices.set(Number(number), CHOICES[letter] as BlindChoice);
  }
  return choices.size === 0 ? 'expected choices behind the sheet, such as 1a 2b 3t' : { sheet, choices };
}

/** Why a vote does not fit the result; null where it does. */
export function voteProblem(result: Result, { sheet: named, choices }: SpotVote): string | null {
  const sheet = spotSheets(result).find((each) => sheetCode(each) === named);
  if (!sheet) return 'that sheet is not of the answers that this head has now';
  const beyond = [...choices.keys()].find((number) => number > sheet.items.length);
  return beyond === undefined
    ? null
    : `there is no pair ${beyond} on the sheet, which has ${sheet.items.length}`;
}

/** The result with these votes and no others, the later in place of the earlier; what does not fit is left out. */
export function withSpotVotes(result: Result, votes: readonly SpotVote[]): Result {
  const sheets = new Map(spotSheets(result).map((sheet) => [sheet.adapter, sheet]));
  const fitting = votes.filter((vote) => voteProblem(result, vote) === null);
  return {
    ...result,
    adapters: result.adapters.map((section) => {
      const sheet = sheets.get(section.name);
      const chosen = new Map<string, BlindChoice>();
      for (const vote of sheet ? fitting.filter((each) => each.sheet === sheetCode(sheet)) : []) {
        for (const [number, choice] of vote.choices) {
          const id = sheet?.items[number - 1]?.id;
          if (id !== undefined) chosen.set(id, choice);
        }
      }
      return { ...section, spot_check: sheet && chosen.size > 0 ? spotCheckOf(sheet, chosen) : null };
    }),
  };
}

const MOST_LINES = 12;
/** Characters of each text, the first that lets all sheets fit. */
const STAGES = [1200, 600, 300, 150, 60] as const;

function pairText({ prompt, a, b }: SpotItem, number: number, most: number): Markdown {
  const text = (of: string) => (of.trim() === '' ? md`(empty)` : lines(clip(of, most), MOST_LINES));
  // Of a long prompt the end is what was answered.
  const asked = prompt.length <= most ? prompt : `…${prompt.slice(1 - most)}`;
  const body = join(
    [md`Prompt: ${text(asked)}`, table([md`${number}a`, md`${number}b`], [[text(a), text(b)]])],
    paragraph,
  );
  return details(md`Pair ${number}`, body);
}

function sheetText(sheet: SpotSheet, most: number, prefix: string): Markdown {
  const heading = md`**${sheet.adapter}**, ${countOf(sheet.items.length, 'pair')}: which answer is whose is not shown. Choose, for as many as you like, and comment, with ${code('t')} for a tie:`;
  const example = code(`${prefix} ${sheetCode(sheet)} 1a 2b 3t`);
  return join([heading, example, ...sheet.items.map((item, i) => pairText(item, i + 1, most))], paragraph);
}

/**
 * All sheets of a result to vote on, in at most `limit` characters: texts are cut first, then whole sheets are left out.
 *
 * @param prefix the command that a vote begins with
 * @returns null where no two answers may be shown
 */
export function spotSheetText(
  result: Result,
  { prefix, limit }: { prefix: string; limit: number },
): Markdown | null {
  const sheets = spotSheets(result);
  if (sheets.length === 0) return null;
  for (const most of STAGES) {
    const whole = join(
      sheets.map((sheet) => sheetText(sheet, most, prefix)),
      paragraph,
    );
    if (whole.source.length <= limit) return whole;
  }
  const note = md`The other sheets are too long for a comment: they are in report.html of the run.`;
  const shown: Markdown[] = [];
  for (const sheet of sheets) {
    const next = sheetText(sheet, STAGES.at(-1) as number, prefix);
    if (join([...shown, next, note], paragraph).source.length > limit) break;
    shown.push(next);
  }
  return join([...shown, note], paragraph);
}
