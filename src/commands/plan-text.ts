/** The plan of a run as a table for a terminal. Pure. */

import type { Matrices } from '../action/matrix.ts';
import type { PartEntry } from '../parts/plan-parts.ts';

const HEADINGS = ['part', 'role', 'share', 'about'];

const lineOf = ({ part, role, shard, shards, minutes }: PartEntry, work: string): string[] => [
  part || '(the whole run)',
  role === 'all' ? 'all' : `${role}${work}`,
  `${shard} of ${shards}`,
  minutes === null ? 'unknown' : `${minutes} min`,
];

/** A stage a table: what is trained first, and what needs it. */
export function planText({ train, evaluate }: Matrices): string {
  if (evaluate.include.length === 0) return 'nothing is affected: there is nothing to run';
  const rows = [
    HEADINGS,
    ...train.include.map((entry) => lineOf(entry, ', training')),
    ...evaluate.include.map((entry) => lineOf(entry, '')),
  ];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const first = train.include.length;
  if (first === 0) return lines.join('\n');
  const [heading, ...parts] = lines;
  return [
    heading,
    ...parts.slice(0, first),
    '',
    'then, when all of these are done:',
    ...parts.slice(first),
  ].join('\n');
}
