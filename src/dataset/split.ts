/**
 * Divides conversations into training and test rows so that nothing of one side gives the other away: rows of one group, with
 * one prompt, or nearly the same, stay together. Seeded. Knows nothing of files.
 */

import { UserError } from '../errors.ts';
import type { Rng } from '../rng.ts';
import { createWordsHash } from './checks/normal-text.ts';
import { createRowMatcher, createSigner } from './checks/row-matcher.ts';
import { type RowView, viewRow } from './checks/row-view.ts';
import type { Conversation } from './conversation.ts';

export interface Split {
  train: Conversation[];
  test: Conversation[];
  /** Sets of rows that had to stay together, rows by themselves included; and how many of them the test set has. */
  units: number;
  testUnits: number;
}

/** Below this neither side is one: a spread needs two, and a share of 20 % of fewer is a row or none. */
export const LEAST_UNITS = 10;

/**
 * Draws units in random order into the test set until it has `share` of the rows; both keep the order of the file.
 * @throws UserError `split-too-small` when there are fewer than LEAST_UNITS units, or the share leaves a side fewer than two.
 */
export function splitConversations(rows: readonly Conversation[], share: number, rng: Rng): Split {
  const units = unitsOf(rows);
  if (units.length < LEAST_UNITS) {
    throw new UserError(
      'split-too-small',
      `${rows.length} conversations are ${units.length} independent ones, expected at least ${LEAST_UNITS}`,
      {
        hint: 'Rows of one group, with one prompt, or nearly the same cannot be on both sides. Add other conversations, or name your own test file in lora-gate.yml.',
      },
    );
  }
  const wanted = Math.round(share * rows.length);
  const chosen = new Set<Conversation>();
  let testUnits = 0;
  for (const unit of rng.shuffled(units)) {
    // A unit larger than what is missing is left to the training rows, so that the share is met and not passed.
    if (chosen.size + unit.length > wanted) continue;
    for (const row of unit) chosen.add(row);
    testUnits += 1;
  }
  if (testUnits < 2 || units.length - testUnits < 2) {
    throw new UserError(
      'split-too-small',
      `a share of ${share} makes a test set of ${testUnits} of ${units.length} independent conversations, expected at least 2 on both sides`,
      { hint: 'Give another --test-share, or more conversations.' },
    );
  }
  return {
    train: rows.filter((row) => !chosen.has(row)),
    test: rows.filter((row) => chosen.has(row)),
    units: units.length,
    testUnits,
  };
}

/** Sets of rows that belong together, in the order of their first row. */
function unitsOf(rows: readonly Conversation[]): Conversation[][] {
  const parent = new Map<Conversation, Conversation>();
  const rootOf = (row: Conversation): Conversation => {
    let root = row;
    for (let next = parent.get(root); next !== undefined; next = parent.get(root)) root = next;
    if (root !== row) parent.set(row, root);
    return root;
  };
  const join = (a: Conversation, b: Conversation) => {
    const [from, to] = [rootOf(a), rootOf(b)];
    if (from !== to) parent.set(from, to);
  };
  const byGroup = new Map<string, Conversation>();
  const byPrompt = new Map<number, Conversation>();
  const alike = createRowMatcher(rows.length, createSigner());
  for (const row of rows) {
    const view = viewRow(row, 'train');
    joinSame(byGroup, row.group, row, join);
    const prompt = promptKey(view);
    if (prompt !== undefined) joinSame(byPrompt, prompt, row, join);
    const match = alike.match(view);
    if (match) join(row, match.conversation);
    alike.keep(view);
  }
  const units = new Map<Conversation, Conversation[]>();
  for (const row of rows) {
    const unit = units.get(rootOf(row));
    if (unit) unit.push(row);
    else units.set(rootOf(row), [row]);
  }
  return [...units.values()];
}

function joinSame<K>(
  first: Map<K, Conversation>,
  key: K,
  row: Conversation,
  join: (a: Conversation, b: Conversation) => void,
): void {
  const earlier = first.get(key);
  if (earlier === undefined) first.set(key, row);
  else join(row, earlier);
}

/** The words of the first user message; punctuation, case and spacing apart. */
function promptKey({ conversation, words }: RowView): number | undefined {
  const index = conversation.messages.findIndex(({ role }) => role === 'user');
  const prompt = words[index];
  if (prompt === undefined) return undefined;
  const hash = createWordsHash();
  hash.add(prompt);
  return hash.key();
}
