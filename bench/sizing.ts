/**
 * What a model needs and what a card is expected to give: the sizing table of docs/scale.md, and in docs/scale.md the check of its
 * arithmetic against the peaks in bench/results. Starts no model and measures nothing.
 *
 *   npx tsx bench/sizing.ts [--write]
 */

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { replaceSection } from './readme.ts';
import { RESULTS, readResults } from './results.ts';
import { type PeakCheck, peakChecks, peakTable, sizingNotes, sizingTable } from './sizing/tables.ts';

const { values: options } = parseArgs({
  options: {
    /** Puts the tables into docs/scale.md. */
    write: { type: 'boolean', default: false },
  },
});

/** Each configuration from the newest file that has it: older engines needed other amounts. */
async function newestChecks(): Promise<PeakCheck[]> {
  const names = (await readdir(RESULTS)).filter((name) => name.endsWith('.jsonl')).sort();
  const found = new Map<string, PeakCheck>();
  for (const name of names) {
    for (const check of peakChecks(await readResults(path.join(RESULTS, name)))) {
      found.set(`${check.configuration} ${check.side}`, check);
    }
  }
  return [...found.values()];
}

const table = `${sizingTable()}\n\n${sizingNotes()}`;
const check = peakTable(await newestChecks());
process.stdout.write(`${table}\n\n${check}\n`);
if (options.write) {
  await replaceSection('sizing', table, 'docs/scale.md');
  await replaceSection('peaks', check, 'docs/scale.md');
}
