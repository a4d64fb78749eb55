/**
 * How the gate grows with an organisation: a seeded simulation of pull requests, runners, judge, GitHub's limits and caches. Prints what
 * fills up first and what waits, and writes it into docs/scale.md. The same command prints the same numbers on every machine.
 *
 *   npx tsx bench/scale.ts [--prs-per-day 10,100,1000] [--runners 1,2,4,8,16,32,64,96] [--write]
 */

import { parseArgs } from 'node:util';
import { replaceSection } from './readme.ts';
import { demandTable, inputsTable, measuresTable, waitsTable } from './scale/tables.ts';

const { values: options } = parseArgs({
  options: {
    'prs-per-day': { type: 'string', default: '10,100,1000' },
    runners: { type: 'string', default: '1,2,4,8,16,32,64,96' },
    /** Puts the tables into docs/scale.md. */
    write: { type: 'boolean', default: false },
  },
});

function numbers(name: 'prs-per-day' | 'runners'): number[] {
  return options[name].split(',').map((text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < 1) {
      throw new Error(`--${name}: found ${JSON.stringify(text)}, expected whole numbers such as 10,100`);
    }
    return value;
  });
}

const sizes = numbers('prs-per-day');
const most = Math.max(...sizes);
const sections = {
  demand: demandTable(sizes),
  waits: waitsTable(sizes, numbers('runners')),
  measures: measuresTable(most, Math.max(1, Math.round((most * 64) / 1000))),
  inputs: inputsTable(),
};
for (const [name, content] of Object.entries(sections)) {
  process.stdout.write(`${content}\n\n`);
  if (options.write) await replaceSection(name, content, 'docs/scale.md');
}
