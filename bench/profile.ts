/**
 * Where the time of one of our training steps goes: every TensorFlow operation by kind and shape, the rate of each matrix
 * product in place and alone in the same run, and what holds the memory at the peak.
 *
 *   tsx bench/profile.ts [--model gemma3-270m] [--rows 4] [--length 256] [--share 50] [--threads 2] [--checkpointing]
 */

import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { silentLogger } from '../src/log.ts';
import { createLoraAdapter } from '../src/model/lora.ts';
import { nativeBackend } from '../src/runtime/raw-op.ts';
import { lossAndGradients } from '../src/train/gradients.ts';
import { trainingStreams } from '../src/train/seeds.ts';
import { train } from '../src/train/trainer.ts';
import { BENCH_LORA, benchRecipe, limitThreads, openModel, openRuntime } from './engine.ts';
import { isProduct, type LiveTensors, type OpRecord, OpRecorder } from './op-recorder.ts';
import { exactRows, realConversations } from './rows.ts';

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', default: 'gemma3-270m' },
    rows: { type: 'string', default: '4' },
    length: { type: 'string', default: '256' },
    /** Supervised share in percent. */
    share: { type: 'string', default: '50' },
    threads: { type: 'string', default: '2' },
    /** Steps measured after two warm-up steps. */
    steps: { type: 'string', default: '2' },
    dtype: { type: 'string', default: 'float32' },
    checkpointing: { type: 'boolean', default: false },
    /** Product shapes that are measured alone. */
    products: { type: 'string', default: '16' },
    json: { type: 'string' },
  },
});

const WARM_UP_STEPS = 2;

interface Measured {
  wall: number;
  records: OpRecord[];
  transfers: OpRecorder['transfers'];
}

/** A row of the table of products. */
interface ProductRate {
  shapes: string;
  calls: number;
  seconds: number;
  gflops_in_place: number;
  gflops_alone: number | null;
  faults: number;
}

const recorder = new OpRecorder();
let atPeak: LiveTensors | undefined;
let cpuSeconds = 0;

function add(total: Measured | undefined, wall: number): Measured {
  const records = [...recorder.records.values()];
  if (!total)
    return { wall, records: records.map((record) => ({ ...record })), transfers: { ...recorder.transfers } };
  const byKey = new Map(
    total.records.map((record) => [`${record.name} ${record.inputs} ${record.output}`, record]),
  );
  for (const record of records) {
    const found = byKey.get(`${record.name} ${record.inputs} ${record.output}`);
    if (!found) total.records.push({ ...record });
    else {
      found.calls += record.calls;
      found.seconds += record.seconds;
      found.faults += record.faults;
    }
  }
  for (const key of ['create', 'read', 'free'] as const) total.transfers[key] += recorder.transfers[key];
  total.wall += wall;
  return total;
}

/** GFLOP/s of the product with nothing else going on: the median of calls for about half a second after one warm-up. */
function rateAlone({
  name,
  attributes,
  inputShapes,
  flops,
}: Pick<OpRecord, 'name' | 'attributes' | 'inputShapes' | 'flops'>): number {
  const backend = nativeBackend();
  if (!backend) throw new Error('no TensorFlow');
  const inputs = inputShapes.map((shape) => tf.randomUniform([...shape], -1, 1));
  const ids = backend.getInputTensorIds(inputs);
  const seconds: number[] = [];
  const until = performance.now() + 500;
  while (seconds.length < 4 || performance.now() < until) {
    const started = performance.now();
    const [out] = backend.binding.executeOp(name, [...attributes], ids, 1);
    seconds.push((performance.now() - started) / 1000);
    backend.binding.deleteTensor((out as { id: number }).id);
  }
  tf.dispose(inputs);
  return flops / median(seconds.slice(1)) / 1e9;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] as number)
    : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

async function measure(): Promise<{ measured: Measured; steps: number; losses: number[]; tokens: number }> {
  const rows = Number(options.rows);
  const length = Number(options.length);
  const steps = Number(options.steps);
  const model = await openModel(options.model, options.dtype as 'float32');
  const { bos_token_id } = model.tokenizer;
  const conversations = exactRows(await realConversations(model), bos_token_id, {
    count: rows * (steps + WARM_UP_STEPS),
    length,
    share: Number(options.share) / 100,
  });
  const recipe = benchRecipe(rows, length);
  const adapter = createLoraAdapter(model.decoder.config, BENCH_LORA, trainingStreams(recipe.seed).init);
  const events = train({
    adapter,
    conversations,
    recipe,
    lossAndGradients: (current, batch, pass) =>
      lossAndGradients(model.decoder, current, batch, {
        ...pass,
        gradient_checkpointing: options.checkpointing,
      }),
    logger: silentLogger,
  });
  let measured: Measured | undefined;
  const losses: number[] = [];
  let started = performance.now();
  let cpu = process.cpuUsage();
  for await (const event of events) {
    const wall = (performance.now() - started) / 1000;
    process.stderr.write(`step ${event.step}: ${wall.toFixed(2)} s, loss ${event.loss.toFixed(4)}\n`);
    losses.push(event.loss);
    const { user, system } = process.cpuUsage(cpu);
    if (event.step > WARM_UP_STEPS) cpuSeconds += (user + system) / 1e6;
    if (event.step > WARM_UP_STEPS) measured = add(measured, wall);
    atPeak = recorder.peak;
    recorder.reset();
    started = performance.now();
    cpu = process.cpuUsage();
  }
  return { measured: measured as Measured, steps, losses, tokens: rows * length };
}

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** Sums over records with the same key, largest first. */
function grouped(records: readonly OpRecord[], keyOf: (record: OpRecord) => string) {
  const groups = new Map<string, { key: string; calls: number; seconds: number; faults: number }>();
  for (const record of records) {
    const key = keyOf(record);
    const group = groups.get(key) ?? { key, calls: 0, seconds: 0, faults: 0 };
    group.calls += record.calls;
    group.seconds += record.seconds;
    group.faults += record.faults;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.seconds - a.seconds);
}

limitThreads(Number(options.threads));
const runtime = await openRuntime();
recorder.install();
const { measured, steps, losses, tokens } = await measure();
const { records, transfers } = measured;
const wall = measured.wall / steps;
const seconds = (value: number) => (value / steps).toFixed(3);
const share = (value: number) => `${((100 * value) / measured.wall).toFixed(1)} %`;

const products = records.filter(({ name }) => isProduct(name)).sort((a, b) => b.seconds - a.seconds);
const productSeconds = products.reduce((sum, record) => sum + record.seconds, 0);
const measuredAlone = new Set(products.slice(0, Number(options.products)));
const rates = products.map((record): ProductRate & { record: OpRecord } => ({
  record,
  shapes: `${record.inputs} → ${record.output}`,
  calls: record.calls / steps,
  seconds: record.seconds / steps,
  gflops_in_place: (record.flops * record.calls) / record.seconds / 1e9,
  gflops_alone: measuredAlone.has(record) && options.dtype === 'float32' ? rateAlone(record) : null,
  faults: record.faults / steps,
}));
const compared = rates.filter(({ gflops_alone }) => gflops_alone !== null);
// Seconds that the compared products would take at the rate each has alone.
const ideal = compared.reduce(
  (sum, { record, gflops_alone }) => sum + (record.flops * record.calls) / ((gflops_alone as number) * 1e9),
  0,
);
const comparedSeconds = compared.reduce((sum, { record }) => sum + record.seconds, 0);
const productFlops = products.reduce((sum, { flops, calls }) => sum + flops * calls, 0);
const squareFlops = 2 * 2048 ** 3;
const square = rateAlone({
  name: 'MatMul',
  attributes: [
    { name: 'T', type: nativeBackend()?.binding.TF_ATTR_TYPE as number, value: 1 },
    { name: 'transpose_a', type: nativeBackend()?.binding.TF_ATTR_BOOL as number, value: false },
    { name: 'transpose_b', type: nativeBackend()?.binding.TF_ATTR_BOOL as number, value: false },
  ],
  inputShapes: [
    [2048, 2048],
    [2048, 2048],
  ],
  flops: squareFlops,
});

const opSeconds = records.reduce((sum, record) => sum + record.seconds, 0);
const calls = records.reduce((sum, record) => sum + record.calls, 0);
const transferred = transfers.create + transfers.read + transfers.free;
const kinds = grouped(records, ({ name }) => name);
const others = records.filter(({ name }) => !isProduct(name)).sort((a, b) => b.seconds - a.seconds);

const report = [
  `## One training step: ${options.model}, ${options.rows} × ${options.length}, ${options.share} % supervised, ${options.dtype}${options.checkpointing ? ', gradient checkpointing' : ''}, ${options.threads} threads`,
  '',
  `${wall.toFixed(2)} s a step (mean of ${steps} after ${WARM_UP_STEPS}), ${(tokens / wall).toFixed(1)} tokens/s, TensorFlow ${runtime.tensorflow_version}, ${(calls / steps).toFixed(0)} operations, peak RSS ${(process.resourceUsage().maxRSS / 1e6).toFixed(2)} GB, losses ${losses.map((loss) => loss.toFixed(4)).join(' ')}`,
  '',
  `- matrix products: **${share(productSeconds)}** of the step, ${(productFlops / productSeconds / 1e9).toFixed(0)} GFLOP/s in place; the ${compared.length} costliest shapes run at **${((100 * ideal) / comparedSeconds).toFixed(0)} %** of the rate that the same products reach alone`,
  `- the machine's own rate, 2048 × 2048 × 2048: ${square.toFixed(0)} GFLOP/s`,
  `- the step had ${((100 * cpuSeconds) / measured.wall / Number(options.threads)).toFixed(0)} % of the processor time of ${options.threads} threads`,
  `- a step of nothing but the products at their own rate: ${((productSeconds - comparedSeconds + ideal) / steps).toFixed(2)} s`,
  '',
  table(
    ['operation', 's', 'share', 'calls', 'page faults'],
    [
      ...kinds
        .slice(0, 24)
        .map(({ key, ...kind }) => [
          key,
          seconds(kind.seconds),
          share(kind.seconds),
          (kind.calls / steps).toFixed(0),
          (kind.faults / steps).toFixed(0),
        ]),
      ['making, reading, freeing tensors', seconds(transferred), share(transferred), '', ''],
      [
        'JavaScript and dispatch outside the operations',
        seconds(measured.wall - opSeconds - transferred),
        share(measured.wall - opSeconds - transferred),
        '',
        '',
      ],
    ],
  ),
  '',
  table(
    ['product', 's', 'share', 'calls', 'GFLOP/s in place', 'alone', 'ratio', 'page faults'],
    rates
      .slice(0, 24)
      .map((rate) => [
        rate.shapes,
        rate.seconds.toFixed(3),
        share(rate.seconds * steps),
        rate.calls.toFixed(0),
        rate.gflops_in_place.toFixed(0),
        rate.gflops_alone?.toFixed(0) ?? '',
        rate.gflops_alone === null
          ? ''
          : `${((100 * rate.gflops_in_place) / rate.gflops_alone).toFixed(0)} %`,
        rate.faults.toFixed(0),
      ]),
  ),
  '',
  table(
    ['other operation', 's', 'share', 'calls', 'page faults'],
    others
      .slice(0, 24)
      .map((record) => [
        `${record.name} ${record.inputs} → ${record.output}`,
        seconds(record.seconds),
        share(record.seconds),
        (record.calls / steps).toFixed(0),
        (record.faults / steps).toFixed(0),
      ]),
  ),
  '',
  atPeak
    ? table(
        [`alive at the peak: ${(atPeak.bytes / 1e9).toFixed(2)} GB`, 'GB', 'tensors'],
        atPeak.groups
          .slice(0, 20)
          .map(({ shape, madeBy, count, bytes }) => [
            `${shape} by ${madeBy}`,
            (bytes / 1e9).toFixed(3),
            String(count),
          ]),
      )
    : '',
].join('\n');
process.stdout.write(`${report}\n`);
if (options.json) {
  await writeFile(
    options.json,
    `${JSON.stringify({ options, wall, product_share: productSeconds / measured.wall, product_rate: ideal / comparedSeconds, kinds, rates: rates.map(({ record: _, ...rate }) => rate) }, null, 2)}\n`,
  );
}
