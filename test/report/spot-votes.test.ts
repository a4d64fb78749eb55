/** A spot check in comments: what counts as a vote, and sheets that fit into a comment whatever the answers are. */

import { describe, expect, it, test } from 'vitest';
import { spotSheets } from '../../src/report/spot-sheet.ts';
import { parseSpotVote, sheetCode, spotSheetText, withSpotVotes } from '../../src/report/spot-votes.ts';
import { exampleBehaviour } from './example-behaviour.ts';
import { exampleResult, exampleSection } from './example-result.ts';

const CODE = '3f2a91c0de12';

function answered(rows: number, adapters = 1, text?: string) {
  const behaviour = exampleBehaviour(rows);
  for (const item of behaviour.answers?.items ?? [])
    if (text !== undefined && !item.withheld)
      Object.assign(item, { prompt: text, baseline: text, candidate: text });
  const section = { ...exampleSection(), ...behaviour };
  return exampleResult(Array.from({ length: adapters }, (_, i) => ({ ...section, name: `desk-${i}` })));
}

describe('a vote', () => {
  it('is the sheet and a choice for some of its pairs', () => {
    expect(parseSpotVote('')).toBeNull();
    expect(parseSpotVote(`  ${CODE.toUpperCase()} 1A, 2:b;3=tie  4t`)).toEqual({
      sheet: CODE,
      choices: new Map([
        [1, 'A'],
        [2, 'B'],
        [3, 'tie'],
        [4, 'tie'],
      ]),
    });
  });

  it.each(['1a 2b', CODE.slice(1), `${CODE}`, `${CODE} 0a`, `${CODE} a1`, `${CODE} 1a 01b 1a`, `${CODE} 1`])(
    '%j is none, and says why',
    (words) => {
      expect(parseSpotVote(words)).toMatch(/expected|no choice/);
    },
  );
});

test('later votes replace earlier ones, and those of other sheets are left out', () => {
  const result = answered(4);
  const [sheet] = spotSheets(result);
  if (!sheet) throw new Error('no sheet');
  const vote = (of: string, ...choices: [number, 'A' | 'B' | 'tie'][]) => ({
    sheet: of,
    choices: new Map(choices),
  });
  const mine = sheetCode(sheet);
  const voted = withSpotVotes(result, [
    vote(mine, [1, 'A'], [2, 'tie']),
    vote(CODE, [3, 'A']),
    vote(mine, [1, 'tie']),
    vote(mine, [3, 'A'], [4, 'A']),
  ]);
  const [first, second] = sheet.items;
  expect(voted.adapters[0]?.spot_check?.votes.map(({ id, vote: choice }) => [id, choice])).toEqual([
    [first?.id, 'tie'],
    [second?.id, 'tie'],
  ]);
  expect(withSpotVotes(voted, []).adapters[0]?.spot_check).toBeNull();
});

describe('the sheet', () => {
  const options = { prefix: '/lora-gate spot-check', limit: 60_000 };

  it('shows each pair by its number, without whose answer is whose', () => {
    const result = answered(4);
    const { source } = spotSheetText(result, options) ?? { source: '' };
    expect(source.match(/<summary>Pair \d<\/summary>/g)).toHaveLength(3);
    expect(source).toContain('Can berth 3 take a yacht of 14 metres?');
    expect(source).not.toMatch(/baseline|candidate/i);
  });

  it.each([
    ['long', 'x'.repeat(9000)],
    ['all markup', '<|`*_[]@$#~\\'.repeat(800)],
    ['many lines', 'a\n'.repeat(5000)],
  ])('fits into a comment where answers are %s', (_, text) => {
    for (const adapters of [1, 12]) {
      const { source } = spotSheetText(answered(30, adapters, text), options) ?? { source: '' };
      expect(source.length).toBeLessThanOrEqual(options.limit);
      expect(source).toContain(`<code>${options.prefix.replaceAll('-', '-')}`);
      expect(source.split('<details>').length).toBe(source.split('</details>').length);
    }
  });

  it('is none where no answer may be shown', () => {
    expect(spotSheetText(exampleResult(), options)).toBeNull();
  });
});
