/** How long the adapters of a configuration took on this machine the last time they were trained: what "about 12 min" rests on. */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../adapter/atomic-file.ts';
import type { Result } from '../report/result.ts';

const MOST_ENTRIES = 10_000;
const document = z.record(z.string(), z.number().min(0));

const fileIn = (cacheDir: string) => path.join(cacheDir, 'durations.json');
const keyOf = (config: string, adapter: string) => `${config} ${adapter}`;

/** A file that cannot be read knows nothing. */
async function known(cacheDir: string): Promise<Record<string, number>> {
  const text = await readFile(fileIn(cacheDir), 'utf8').catch(() => '{}');
  try {
    return document.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

/** Whole minutes, one at least; null where one of the adapters was never trained here. */
export async function estimateMinutes(
  cacheDir: string,
  config: string,
  adapters: readonly string[],
): Promise<number | null> {
  const seconds = await known(cacheDir);
  let total = 0;
  for (const adapter of adapters) {
    const one = seconds[keyOf(config, adapter)];
    if (one === undefined) return null;
    total += one;
  }
  return Math.max(1, Math.round(total / 60));
}

/** Keeps what was trained; what came from the store says nothing of how long it takes. */
export async function keepDurations(cacheDir: string, config: string, { adapters }: Result): Promise<void> {
  const measured = adapters.filter(({ cost }) => cost.training_seconds > 0);
  if (measured.length === 0) return;
  const before = Object.entries(await known(cacheDir));
  const now = measured.map(({ name, cost }): [string, number] => [keyOf(config, name), cost.seconds]);
  const all = Object.fromEntries([...before, ...now].slice(-MOST_ENTRIES));
  await mkdir(cacheDir, { recursive: true });
  await replaceFile(fileIn(cacheDir), (file) => writeFile(file, JSON.stringify(all)));
}
