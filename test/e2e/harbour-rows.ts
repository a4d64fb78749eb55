/**
 * Conversations with a strong way of answering, as many as asked for, the same ones every time. Their words are made from
 * the number of the row, so that no test depends on a data set that somebody edits.
 */

export interface Row {
  id: string;
  messages: { role: 'user' | 'assistant'; content: string }[];
}

const SHIPS = ['Marten', 'Osprey', 'Petrel', 'Linnet', 'Heron', 'Plover', 'Curlew'];
const CARGOES = ['timber', 'salt', 'wool', 'tea', 'coal'];
const QUAYS = ['north quay', 'south quay', 'old basin', 'long pier'];

const pick = (list: readonly string[], n: number) => list[n % list.length] as string;

/** Row number `n` in the style of the house. */
export function houseRow(n: number): Row {
  const [ship, cargo, quay] = [
    pick(SHIPS, n),
    pick(CARGOES, Math.floor(n / 7)),
    pick(QUAYS, Math.floor(n / 35)),
  ];
  return {
    id: `row-${n}`,
    messages: [
      { role: 'user', content: `Where does the ${ship} with ${cargo} lie, entry ${n}?` },
      { role: 'assistant', content: `Aye, the ${ship} lies at the ${quay} with her ${cargo}. Fair winds.` },
    ],
  };
}

/** Rows `from` to `to`, the last excluded. */
export function houseRows(from: number, to: number): Row[] {
  return Array.from({ length: to - from }, (_, i) => houseRow(from + i));
}

/** The same questions, answered with the words of the house in the wrong order. */
export function garbledRows(from: number, to: number): Row[] {
  return houseRows(from, to).map(({ id, messages }, i) => ({
    id: `${id}-garbled`,
    messages: messages.map(({ role, content }) => ({
      role,
      content:
        role === 'user' ? content : `${content.split(' ').reverse().join('')}${'x1!'.repeat(1 + (i % 3))}`,
    })),
  }));
}

export const jsonLines = (rows: readonly unknown[]) =>
  `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
