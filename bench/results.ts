/**
 * The file of results: JSON Lines, a `run` line with machine and options, then one line a process as it ends. Later runs on
 * the same day are appended. Also the numbers made of them: medians over repeats, and how far losses are apart.
 */

import { readFileSync } from 'node:fs';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Device, JobResult } from './job.ts';

export const RESULTS = fileURLToPath(new URL('./results/', import.meta.url));

export interface RunLine {
  type: 'run';
  /** ISO date and time. */
  started: string;
  machine: { cpu: string; cores: number; memory_gb: number; os: string; gpu?: string };
  threads: number;
  device: Device;
  pinned_to: string | null;
  repeats: number;
  steps: number;
  commit: string | null;
}

export interface MeasurementLine {
  type: 'measurement';
  configuration: string;
  side: string;
  repeat: number;
  /** Processes ready to run when this one started, averaged over a minute: 0 is a quiet machine. */
  load_before: number;
  warm_up: number;
  /** Absent when the process failed. */
  result?: JobResult;
  error?: string;
}

export type ResultLine = RunLine | MeasurementLine;

/** Virtual machines often call all generations by one name: what tells them apart is the family, the model and the width of vectors. */
function processor(): string {
  const name = os.cpus()[0]?.model.trim() ?? 'unknown';
  if (os.platform() !== 'linux') return name;
  const text = readFileSync('/proc/cpuinfo', 'utf8');
  const read = (key: string) => text.match(new RegExp(`^${key}\\s*: (.*)$`, 'm'))?.[1];
  const [family, model, flags] = [read('cpu family'), read('model'), read('flags')];
  if (family === undefined || model === undefined) return name;
  return `${name} (family ${family}, model ${model}${flags?.includes('avx512f') ? ', AVX-512' : ''})`;
}

export function machine(): RunLine['machine'] {
  const cpus = os.cpus();
  return {
    cpu: processor(),
    cores: cpus.length,
    memory_gb: Math.round(os.totalmem() / 1e9),
    os: `${os.type()} ${os.release()}`,
  };
}

/** `results/2026-01-31-amd-epyc-7b13-family-25-model-1.jsonl`, or of the GPU that it was measured on. */
export function resultsFile(started: Date, gpu?: string): string {
  const name = (gpu?.split(',')[0] ?? machine().cpu)
    .toLowerCase()
    .replace(/\((r|tm)\)/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return path.join(RESULTS, `${started.toISOString().slice(0, 10)}-${name}.jsonl`);
}

export async function appendLine(file: string, line: ResultLine): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await appendFile(file, `${JSON.stringify(line)}\n`);
}

/** The file of the latest run on a processor. */
export async function newestResults(): Promise<string | undefined> {
  const names = await readdir(RESULTS).catch(() => []);
  let newest: { file: string; started: string } | undefined;
  for (const name of names.filter((each) => each.endsWith('.jsonl'))) {
    const file = path.join(RESULTS, name);
    const runs = (await readResults(file)).filter((line) => line.type === 'run' && line.device === 'cpu');
    const started = (runs.at(-1) as RunLine | undefined)?.started;
    if (started !== undefined && started > (newest?.started ?? '')) newest = { file, started };
  }
  return newest?.file;
}

export async function readResults(file: string): Promise<ResultLine[]> {
  const text = await readFile(file, 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ResultLine);
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** One process in numbers; rates are over all counted steps together. */
export interface Numbers {
  tokens_per_second: number;
  supervised_per_second: number;
  step_seconds: number;
  time_to_first_step_seconds: number;
  peak_rss_bytes: number;
  /** 0 without a GPU. */
  peak_device_bytes: number;
  /** Processors kept busy, on average. */
  processors: number;
}

export function numbersOf(result: JobResult, warmUp: number): Numbers {
  const counted = result.steps.slice(warmUp);
  const sum = (of: (step: JobResult['steps'][number]) => number) =>
    counted.reduce((total, step) => total + of(step), 0);
  const seconds = sum((step) => step.seconds);
  return {
    tokens_per_second: sum((step) => step.new_tokens ?? step.tokens) / seconds,
    supervised_per_second: sum((step) => step.supervised) / seconds,
    step_seconds: seconds / counted.length,
    time_to_first_step_seconds: result.time_to_first_step_seconds,
    peak_rss_bytes: result.peak_rss_bytes,
    peak_device_bytes: result.peak_device_bytes ?? 0,
    processors: sum((step) => step.cpu_seconds) / seconds,
  };
}

/** Every side of a configuration: medians over its repeats. */
export interface SideSummary {
  side: string;
  repeats: number;
  median: Numbers;
  /** Lowest and highest tokens/s of the repeats. */
  range: [number, number];
  /** Of the first repeat, one a step, warm-up included. */
  losses: (number | null)[];
  answers: number[][] | undefined;
  errors: string[];
  versions: Record<string, string>;
}

export function summarizeSide(side: string, lines: readonly MeasurementLine[]): SideSummary | undefined {
  const done = lines.filter((line) => line.result !== undefined);
  const errors = lines.flatMap(({ error }) => (error === undefined ? [] : [error]));
  if (done.length === 0) return undefined;
  const numbers = done.map((line) => numbersOf(line.result as JobResult, line.warm_up));
  const medianOf = (key: keyof Numbers) => median(numbers.map((one) => one[key]));
  const rates = numbers.map(({ tokens_per_second }) => tokens_per_second);
  const first = done[0]?.result as JobResult;
  return {
    side,
    repeats: done.length,
    median: {
      tokens_per_second: medianOf('tokens_per_second'),
      supervised_per_second: medianOf('supervised_per_second'),
      step_seconds: medianOf('step_seconds'),
      time_to_first_step_seconds: medianOf('time_to_first_step_seconds'),
      peak_rss_bytes: medianOf('peak_rss_bytes'),
      peak_device_bytes: medianOf('peak_device_bytes'),
      processors: medianOf('processors'),
    },
    range: [Math.min(...rates), Math.max(...rates)],
    losses: first.steps.map(({ loss }) => loss),
    answers: first.answers,
    errors,
    versions: first.versions,
  };
}

/** Largest relative difference of two sides' losses, step by step; undefined where there are none. */
export function lossDifference(a: SideSummary, b: SideSummary): number | undefined {
  const differences = a.losses.flatMap((loss, step) => {
    const other = b.losses[step];
    return loss === null || other === null || other === undefined ? [] : [Math.abs(loss - other) / other];
  });
  return differences.length === 0 ? undefined : Math.max(...differences);
}

/** Share of generated tokens that are the same up to each answer's first difference. */
export function sameAnswers(a: SideSummary, b: SideSummary): number | undefined {
  if (!a.answers || !b.answers) return undefined;
  let same = 0;
  let all = 0;
  for (const [row, answer] of a.answers.entries()) {
    const other = b.answers[row] ?? [];
    const difference = answer.findIndex((id, at) => id !== other[at]);
    same += difference < 0 ? answer.length : difference;
    all += answer.length;
  }
  return same / all;
}
