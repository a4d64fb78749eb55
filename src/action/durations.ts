/**
 * How long the adapters of a configuration took on this machine the last time they were trained, what "about 12 min" rests on; and how
 * many tokens a second it trained and scored, which a plan is sized by.
 */

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../adapter/atomic-file.ts';
import type { Rates } from '../parts/measure-run.ts';
import type { Result } from '../report/result.ts';
import type { ResultSection } from '../report/result-section.ts';
import type { Measured } from '../stages/expected-cost.ts';

const MOST_ENTRIES = 10_000;
const document = z.record(z.string(), z.number().min(0));

const fileIn = (cacheDir: string) => path.join(cacheDir, 'durations.json');
const keyOf = (config: string, adapter: string) => `${config} ${adapter}`;
const judgeKeyOf = (config: string, adapter: string) => `${keyOf(config, adapter)} judge tokens/prompt`;
const rateKeyOf = (config: string, adapter: string, work: keyof Rates) =>
  `${keyOf(config, adapter)} ${work} tokens/s`;

/** A file that cannot be read knows nothing. */
async function known(cacheDir: string): Promise<Record<string, number>> {
  const text = await readFile(fileIn(cacheDir), 'utf8').catch(() => '{}');
  try {
    return document.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

async function keep(cacheDir: string, entries: readonly (readonly [string, number])[]): Promise<void> {
  if (entries.length === 0) return;
  const before = Object.entries(await known(cacheDir));
  const all = Object.fromEntries([...before, ...entries].slice(-MOST_ENTRIES));
  await mkdir(cacheDir, { recursive: true });
  await replaceFile(fileIn(cacheDir), (file) => writeFile(file, JSON.stringify(all)));
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

/** Tokens a second of an adapter's last training and scoring here; null where there was none. */
export async function measuredRates(cacheDir: string, config: string, adapter: string): Promise<Rates> {
  const all = await known(cacheDir);
  const rate = (work: keyof Rates) => all[rateKeyOf(config, adapter, work)] || null;
  return { training: rate('training'), scoring: rate('scoring') };
}

/** The same with the tokens of the judge, a prompt. */
export async function measuredCost(cacheDir: string, config: string, adapter: string): Promise<Measured> {
  const rates = await measuredRates(cacheDir, config, adapter);
  const all = await known(cacheDir);
  return { ...rates, judge_tokens: all[judgeKeyOf(config, adapter)] || null };
}

/** Of a judge that had to be asked everything. */
function judgeEntries(config: string, { name, judge }: ResultSection): [string, number][] {
  if (!judge || judge.provider === 'local' || judge.prompts === 0 || judge.cost.cached > 0) return [];
  const tokens = judge.cost.prompt_tokens + judge.cost.completion_tokens;
  return tokens > 0 ? [[judgeKeyOf(config, name), tokens / judge.prompts]] : [];
}

const peakKeyOf = (config: string) => `${config} peak bytes`;

/** Most memory that a run of a configuration took here; null where none was measured. */
export async function measuredPeak(cacheDir: string, config: string): Promise<number | null> {
  return (await known(cacheDir))[peakKeyOf(config)] || null;
}

/** What some work took; of nothing, nothing is kept. */
export interface Took {
  tokens: number;
  seconds: number;
}

export async function keepRates(
  cacheDir: string,
  config: string,
  adapter: string,
  took: Record<keyof Rates, Took>,
): Promise<void> {
  await keep(cacheDir, rateEntries(config, adapter, took));
}

function rateEntries(config: string, adapter: string, took: Record<keyof Rates, Took>) {
  return (['training', 'scoring'] as const).flatMap((work) => {
    const { tokens, seconds } = took[work];
    return tokens > 0 && seconds > 0 ? [[rateKeyOf(config, adapter, work), tokens / seconds] as const] : [];
  });
}

/** Keeps what was trained and scored; what came from the store says nothing of how long it takes. */
export async function keepDurations(
  cacheDir: string,
  config: string,
  { adapters }: Pick<Result, 'adapters'>,
): Promise<void> {
  const measured = adapters.filter(({ cost }) => cost.training_seconds > 0);
  const peak = Math.max(0, ...measured.map(({ cost }) => cost.peak_rss_bytes ?? 0));
  await keep(cacheDir, [
    ...measured.map(({ name, cost }) => [keyOf(config, name), cost.seconds] as const),
    ...(peak > 0 ? [[peakKeyOf(config), peak] as const] : []),
    ...adapters.flatMap((section) => judgeEntries(config, section)),
    ...adapters.flatMap(({ name, cost }) =>
      rateEntries(config, name, {
        training: { tokens: cost.trained_tokens, seconds: cost.training_seconds },
        scoring: { tokens: cost.evaluated_tokens, seconds: cost.evaluation_seconds },
      }),
    ),
  ]);
}
