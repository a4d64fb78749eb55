/**
 * How cost grows: time per token and memory for 10 to 10,000 rows, from the JSONL file to trained adapter and scores, on a
 * model so small that what surrounds it would show; and what eight adapters on one base hold in memory. Each count of rows
 * runs in a process of its own.
 *
 *   tsx bench/growth.ts [--model gemma3-270m] [--threads 2] [--write]
 */

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { execa } from 'execa';
import { makeBatch } from '../src/dataset/batches.ts';
import { tokenizeConversation } from '../src/dataset/chat.ts';
import type { TokenizedConversation } from '../src/dataset/conversation.ts';
import { readConversations } from '../src/dataset/read.ts';
import { scoreConversations } from '../src/evaluate/perplexity.ts';
import { silentLogger } from '../src/log.ts';
import type { Decoder } from '../src/model/decoder.ts';
import { createLoraAdapter, type LoraAdapter } from '../src/model/lora.ts';
import { createRng } from '../src/rng.ts';
import { lossAndGradients } from '../src/train/gradients.ts';
import { train } from '../src/train/trainer.ts';
import { BENCH_LORA, benchRecipe, limitThreads, openModel, openModelText, openRuntime } from './engine.ts';
import { replaceSection } from './readme.ts';
import { machine } from './results.ts';
import { DATA, realConversations } from './rows.ts';
import { TINY, tinyDecoder } from './tiny-model.ts';

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', default: 'gemma3-270m' },
    threads: { type: 'string', default: '2' },
    /** One measurement, in this process. */
    rows: { type: 'string' },
    adapters: { type: 'string' },
    /** Puts the tables into bench/README.md. */
    write: { type: 'boolean', default: false },
  },
});

const ROW_COUNTS = [10, 100, 1_000, 10_000];
const BATCH = 8;
/** Rows seen at least, in as many epochs as that takes: ten rows alone would be over before they could be timed. */
const LEAST_ROWS = 800;

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const peakRss = () => process.resourceUsage().maxRSS * 1024;

interface RowsResult {
  rows: number;
  tokens: number;
  read_us_per_token: number;
  /** Making the arrays of a batch out of tokenised rows, which nothing overlaps. */
  batch_us_per_token: number;
  train_us_per_token: number;
  score_us_per_token: number;
  /** Of the tokenised rows themselves: ids and masks. */
  rows_bytes: number;
  /** JavaScript objects in use at the end, garbage collected: the rows' texts and masks, the program itself. */
  heap_bytes: number;
  peak_rss_bytes: number;
  /** Highest number of bytes in tensors after a step. */
  tensor_bytes: number;
}

/** A JSONL file of `count` bundled conversations, over and over, each with an id of its own. */
async function writeRows(file: string, count: number): Promise<void> {
  const lines = (await readFile(`${DATA}train.jsonl`, 'utf8')).trim().split('\n');
  const rows = Array.from({ length: count }, (_, row) => {
    const content = JSON.parse(lines[row % lines.length] as string) as object;
    return JSON.stringify({ ...content, id: `row-${row}` });
  });
  await writeFile(file, `${rows.join('\n')}\n`);
}

async function trainOn(
  decoder: Decoder,
  conversations: readonly TokenizedConversation[],
  epochs: number,
): Promise<{ adapter: LoraAdapter; seconds: number; tensor_bytes: number }> {
  const adapter = createLoraAdapter(decoder.config, BENCH_LORA, createRng(1));
  const recipe = { ...benchRecipe(BATCH, 1024), num_train_epochs: epochs };
  const events = train({
    adapter,
    conversations,
    recipe,
    lossAndGradients: (current, batch, pass) => lossAndGradients(decoder, current, batch, pass),
    logger: silentLogger,
  });
  const started = performance.now();
  let tensor_bytes = 0;
  for await (const _ of events) tensor_bytes = Math.max(tensor_bytes, tf.memory().numBytes);
  return { adapter, seconds: (performance.now() - started) / 1000, tensor_bytes };
}

/** Microseconds a token. */
function timeBatches(conversations: readonly TokenizedConversation[]): number {
  const started = performance.now();
  let tokens = 0;
  for (let first = 0; first < conversations.length; first += BATCH) {
    const rows = conversations.slice(first, first + BATCH).map((_, index) => first + index);
    tokens += makeBatch(conversations, rows).ids.length;
  }
  return (1e3 * (performance.now() - started)) / tokens;
}

async function measureRows(count: number): Promise<RowsResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-growth-'));
  try {
    const text = await openModelText('smollm2-135m');
    const decoder = await tinyDecoder();
    // Everything once, so that compilation and first allocations are not counted.
    const some = (await realConversations(text)).slice(0, 2 * BATCH).map(small);
    await trainOn(decoder, some, 4);
    await scoreConversations(decoder, some, { logger: silentLogger });

    const file = path.join(folder, 'rows.jsonl');
    await writeRows(file, count);
    const started = performance.now();
    const rows = await readConversations(file);
    const conversations = rows.map((row) => small(tokenizeConversation(row, text.tokenizer, text.template)));
    const readSeconds = (performance.now() - started) / 1000;
    const tokens = conversations.reduce((sum, { ids }) => sum + ids.length, 0);
    const epochs = Math.max(1, Math.ceil(LEAST_ROWS / count));
    const { adapter, seconds, tensor_bytes } = await trainOn(decoder, conversations, epochs);
    const scored = await scoreConversations(decoder, conversations, { adapter, logger: silentLogger });
    return {
      rows: count,
      tokens,
      batch_us_per_token: timeBatches(conversations),
      read_us_per_token: (1e6 * readSeconds) / tokens,
      train_us_per_token: (1e6 * seconds) / (tokens * epochs),
      score_us_per_token: (1e6 * scored.seconds) / tokens,
      rows_bytes: conversations.reduce(
        (sum, { ids, assistant_mask }) => sum + ids.byteLength + assistant_mask.byteLength,
        0,
      ),
      heap_bytes: heapInUse(),
      peak_rss_bytes: peakRss(),
      tensor_bytes,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The tiny model has a vocabulary of its own size. */
function small(conversation: TokenizedConversation): TokenizedConversation {
  return { ...conversation, ids: conversation.ids.map((id) => id % TINY.vocab_size) };
}

interface AdaptersResult {
  /** Of tensors, after loading the base. */
  base_bytes: number;
  steps: { adapters: number; tensor_bytes: number; rss_bytes: number; perplexity: number }[];
  peak_rss_bytes: number;
}

/** One base, then adapters added one by one, each evaluated on the same rows. */
async function measureAdapters(count: number): Promise<AdaptersResult> {
  const model = await openModel(options.model);
  const rows = (await realConversations(model, 'test.jsonl')).slice(0, 4);
  const base_bytes = tf.memory().numBytes;
  const steps: AdaptersResult['steps'] = [];
  for (let adapters = 1; adapters <= count; adapters += 1) {
    const adapter = createLoraAdapter(model.decoder.config, BENCH_LORA, createRng(adapters));
    // B = 0 would leave every adapter the same: make each different.
    for (const module of adapter.modules.values()) {
      const B = tf.randomNormal<tf.Rank.R2>(module.B.shape, 0, 0.01, 'float32', adapters);
      module.B.dispose();
      module.B = B;
    }
    const { perplexity } = await scoreConversations(model.decoder, rows, { adapter, logger: silentLogger });
    steps.push({
      adapters,
      tensor_bytes: tf.memory().numBytes,
      rss_bytes: process.memoryUsage().rss,
      perplexity,
    });
  }
  return { base_bytes, steps, peak_rss_bytes: peakRss() };
}

async function inChild<T>(...args: string[]): Promise<T> {
  const self = fileURLToPath(import.meta.url);
  const common = ['--model', options.model, '--threads', options.threads];
  const { stdout } = await execa(
    process.execPath,
    ['--expose-gc', '--import', 'tsx', self, ...common, ...args],
    {
      stdin: 'ignore',
      stderr: 'inherit',
    },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1) as string) as T;
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

async function report(): Promise<string> {
  const results: RowsResult[] = [];
  for (const rows of ROW_COUNTS) {
    results.push(await inChild<RowsResult>('--rows', String(rows)));
    process.stderr.write(`${rows} rows: ${results.at(-1)?.train_us_per_token.toFixed(1)} µs a token\n`);
  }
  const adapters = await inChild<AdaptersResult>('--adapters', '8');
  const first = adapters.steps[0] as AdaptersResult['steps'][number];
  const last = adapters.steps.at(-1) as AdaptersResult['steps'][number];
  const perAdapter = (last.tensor_bytes - first.tensor_bytes) / (adapters.steps.length - 1);
  return [
    `${new Date().toISOString().slice(0, 10)}, ${machine().cpu}, ${options.threads} threads; a random model of two layers, batches of ${BATCH} bundled conversations. Few rows are trained for several epochs.`,
    '',
    '| rows | tokens | reading and tokenising, µs a token | making batches, µs a token | training, µs a token | scoring, µs a token | in tensors | rows in memory | JavaScript objects | peak RSS |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...results.map((result) =>
      [
        '',
        result.rows,
        result.tokens,
        result.read_us_per_token.toFixed(1),
        result.batch_us_per_token.toFixed(2),
        result.train_us_per_token.toFixed(1),
        result.score_us_per_token.toFixed(1),
        `${(result.tensor_bytes / 1e6).toFixed(1)} MB`,
        `${(result.rows_bytes / 1e6).toFixed(2)} MB`,
        megabytes(result.heap_bytes),
        megabytes(result.peak_rss_bytes),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    `Adapters on one base (${options.model}, float32): the base holds ${megabytes(adapters.base_bytes)} of tensors; with one adapter evaluated ${megabytes(first.tensor_bytes)}, with ${last.adapters} kept in memory and evaluated in turn ${megabytes(last.tensor_bytes)}, ${(perAdapter / 1e6).toFixed(1)} MB for each more. RSS ${megabytes(first.rss_bytes)} after the first, ${megabytes(last.rss_bytes)} after the last.`,
  ].join('\n');
}

if (options.rows !== undefined || options.adapters !== undefined) {
  limitThreads(Number(options.threads));
  await openRuntime();
  const result =
    options.rows === undefined
      ? await measureAdapters(Number(options.adapters))
      : await measureRows(Number(options.rows));
  process.stdout.write(`${JSON.stringify(result)}\n`);
  process.exit(0);
}
const text = await report();
process.stdout.write(`${text}\n`);
if (options.write) await replaceSection('growth', text);
