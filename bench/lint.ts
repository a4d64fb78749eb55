/**
 * How long the checks of the data take and how much memory: seeded rows are written to a scratch folder, then a process of
 * its own reads and checks them. `npx tsx bench/lint.ts [rows]`; for two cores put `taskset -c 0,1` before it.
 */

import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { lintFiles } from '../src/dataset/lint.ts';
import { createRng, type Rng } from '../src/rng.ts';

interface Row {
  messages: { role: string; content: string }[];
}

const MEASURE = '--measure';

/** Words with the frequencies of a language (Zipf), in a made-up vocabulary. */
function createWords(rng: Rng, size = 20_000): () => string {
  const syllables = [
    'ba',
    'ten',
    'ri',
    'so',
    'mal',
    'ku',
    'ver',
    'lo',
    'an',
    'is',
    'der',
    'pe',
    'tra',
    'no',
    'gil',
  ];
  const word = () =>
    Array.from({ length: 1 + rng.integer(4) }, () => syllables[rng.integer(syllables.length)]).join('');
  const vocabulary = Array.from({ length: size }, word);
  return () => vocabulary[Math.floor(size ** rng.uniform()) - 1] ?? 'ba';
}

function createRows(rng: Rng): () => Row {
  const word = createWords(rng.fork('words'));
  const sentence = (words: number) => {
    const text = Array.from({ length: words }, word).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  };
  const paragraph = (sentences: number) =>
    Array.from({ length: sentences }, () => sentence(6 + rng.integer(14))).join(' ');
  const signature = 'Next: call the desk on 555-0142 or write to desk@example.com.\n— The desk';
  return () => ({
    messages: Array.from({ length: 1 + rng.integer(3) }, () => [
      { role: 'user', content: `${paragraph(1 + rng.integer(2))} Order ${rng.integer(1e9)}?` },
      { role: 'assistant', content: `${paragraph(2 + rng.integer(5))}\n${signature}` },
    ]).flat(),
  });
}

/** 3 rows in 100 are copies of an earlier one, half of them with a word changed. */
async function writeRows(file: string, count: number, next: () => Row, rng: Rng): Promise<void> {
  const stream = createWriteStream(file);
  const kept: Row[] = [];
  for (let i = 0; i < count; i += 1) {
    let row = next();
    const copied = kept[rng.integer(1000)];
    if (copied && rng.uniform() < 0.03) {
      row = structuredClone(copied);
      if (rng.uniform() < 0.5) {
        const last = row.messages.at(-1);
        if (last) last.content = last.content.replace(' ', ' changed ');
      }
    } else if (kept.length < 1000) kept.push(row);
    if (!stream.write(`${JSON.stringify(row)}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

async function measure(train: string, test: string, base: string | undefined): Promise<void> {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const run = await lintFiles({ train: [train], test, ...(base !== undefined && { base: [base] }) });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const cpu_seconds = (user + system) / 1e6;
  const peak_rss_bytes = process.resourceUsage().maxRSS * 1024;
  console.log(JSON.stringify({ seconds, cpu_seconds, peak_rss_bytes, counts: run.counts }));
}

async function main(rows: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lint-bench-'));
  try {
    const rng = createRng(1);
    const next = createRows(rng);
    const file = (name: string) => path.join(folder, `${name}.jsonl`);
    const testRows = Math.round(rows / 50);
    const baseRows = Math.round(rows / 2);
    await writeRows(file('train'), rows - testRows, next, rng.fork('train'));
    await writeRows(file('test'), testRows, next, rng.fork('test'));
    await writeRows(file('base'), baseRows, next, rng.fork('base'));
    const megabytes = (await stat(file('train'))).size / 1e6;
    for (const files of [
      ['train', 'test'],
      ['train', 'test', 'base'],
    ]) {
      const printed = execFileSync(
        process.execPath,
        [...process.execArgv, fileURLToPath(import.meta.url), MEASURE, ...files.map(file)],
        { encoding: 'utf8' },
      );
      const { seconds, cpu_seconds, peak_rss_bytes, counts } = JSON.parse(printed) as {
        seconds: number;
        cpu_seconds: number;
        peak_rss_bytes: number;
        counts: object;
      };
      const read = files.includes('base') ? rows + baseRows : rows;
      console.log(
        `${files.join(' + ')}: ${read} rows (training file ${megabytes.toFixed(0)} MB) in ${seconds.toFixed(1)} s (processor ${cpu_seconds.toFixed(1)} s), peak ${(peak_rss_bytes / 2 ** 20).toFixed(0)} MiB; found ${JSON.stringify(counts)}`,
      );
    }
  } finally {
    await rm(folder, { recursive: true });
  }
}

const [first, ...rest] = process.argv.slice(2);
if (first === MEASURE) await measure(rest[0] ?? '', rest[1] ?? '', rest[2]);
else await main(Number(first ?? 100_000));
