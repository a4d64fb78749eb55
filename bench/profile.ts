/**
 * Where the time of one of our steps goes: every TensorFlow operation by kind and shape, the rate of each matrix product in
 * place and alone in the same run, and what holds the memory at the peak. Operations are started one by one to be seen; what the
 * same steps take as functions is measured after them. Prints Markdown.
 *
 *   tsx bench/profile.ts [--task train|evaluate|generate] [--model gemma3-270m] [--rows 4] [--length 256] [--share 50]
 *     [--threads 2] [--dtype float32|bfloat16] [--device cpu|cuda] [--checkpointing] [--write]
 */

import { parseArgs } from 'node:util';
import { createLoraAdapter } from '../src/model/lora.ts';
import { useRecorded } from '../src/runtime/recorded.ts';
import { trainingStreams } from '../src/train/seeds.ts';
import type { Task } from './configurations.ts';
import { BENCH_LORA, benchRecipe, limitThreads, openModel, openRuntime } from './engine.ts';
import { DEVICES } from './job.ts';
import { isProduct, type LiveTensors, OpRecorder } from './op-recorder.ts';
import { rateAlone, squareRate } from './product-rate.ts';
import { addRecords, type Profile, profileReport } from './profile-report.ts';
import { replaceSection } from './readme.ts';
import { exactRows, promptsOf, realConversations } from './rows.ts';
import { evaluateSteps, generateSteps, type Step, trainSteps } from './steps.ts';

const { values: options } = parseArgs({
  options: {
    task: { type: 'string', default: 'train' },
    model: { type: 'string', default: 'gemma3-270m' },
    rows: { type: 'string', default: '4' },
    length: { type: 'string', default: '256' },
    /** Supervised share in percent. */
    share: { type: 'string', default: '50' },
    threads: { type: 'string', default: '2' },
    /** Steps measured, after two that are not. */
    steps: { type: 'string', default: '2' },
    dtype: { type: 'string', default: 'float32' },
    /** On a GPU the time of an operation is that of starting it. */
    device: { type: 'string', default: 'cpu' },
    checkpointing: { type: 'boolean', default: false },
    /** Product shapes that are measured alone, the costliest. */
    products: { type: 'string', default: '16' },
    /** Of `generate`. */
    'new-tokens': { type: 'string', default: '16' },
    /** Puts the report into bench/README.md. */
    write: { type: 'boolean', default: false },
  },
});

const WARM_UP_STEPS = 2;
/** The first of them writes the functions down and is not counted. */
const FUNCTION_STEPS = 3;
const [rows, length, steps] = [options.rows, options.length, options.steps].map(Number) as [
  number,
  number,
  number,
];
const task = options.task as Task;
const dtype = options.dtype as 'float32' | 'bfloat16';

async function* work(): AsyncGenerator<Step> {
  const model = await openModel(options.model, dtype);
  const { decoder, tokenizer } = model;
  const all = WARM_UP_STEPS + steps + FUNCTION_STEPS;
  if (task === 'generate') {
    yield* generateSteps(decoder, await promptsOf(rows, model), {
      steps: all,
      max_new_tokens: Number(options['new-tokens']),
    });
    return;
  }
  const conversations = exactRows(await realConversations(model), tokenizer.bos_token_id, {
    count: rows * all,
    length,
    share: Number(options.share) / 100,
  });
  if (task === 'evaluate') {
    const batches = Array.from({ length: all }, (_, step) =>
      conversations.slice(step * rows, (step + 1) * rows),
    );
    yield* evaluateSteps(decoder, batches);
    return;
  }
  const recipe = benchRecipe(rows, length);
  const adapter = createLoraAdapter(decoder.config, BENCH_LORA, trainingStreams(recipe.seed).init);
  yield* trainSteps(decoder, conversations, {
    adapter,
    recipe,
    gradient_checkpointing: options.checkpointing,
  });
}

/** Runs all steps and sums up what was recorded after the warm-up. */
async function measure(recorder: OpRecorder) {
  const total = {
    wall: 0,
    cpu_seconds: 0,
    tokens: 0,
    losses: [] as (number | null)[],
    records: new Map<string, Profile['records'][number]>(),
    transfers: { create: 0, read: 0, free: 0 },
    function_seconds: 0,
  };
  let atPeak: LiveTensors | undefined;
  let step = 0;
  let started = 0;
  let cpu = process.cpuUsage();
  const begin = () => {
    recorder.reset();
    started = performance.now();
    cpu = process.cpuUsage();
  };
  for await (const { loss, tokens, new_tokens } of work()) {
    const wall = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    step += 1;
    if (step > 1)
      process.stderr.write(
        `step ${step}: ${wall.toFixed(2)} s${loss === null ? '' : `, loss ${loss.toFixed(4)}`}\n`,
      );
    const past = step - WARM_UP_STEPS - steps;
    if (past > 1) total.function_seconds += wall / (FUNCTION_STEPS - 1);
    if (past <= 0) {
      total.losses.push(loss);
      atPeak = recorder.peak ?? atPeak;
    }
    if (past === 0) useRecorded(true);
    if (step > WARM_UP_STEPS && past <= 0) {
      total.wall += wall;
      total.cpu_seconds += (user + system) / 1e6;
      total.tokens += new_tokens ?? tokens;
      addRecords(total.records, recorder.records.values());
      for (const key of ['create', 'read', 'free'] as const) total.transfers[key] += recorder.transfers[key];
    }
    begin();
  }
  return { ...total, records: [...total.records.values()], atPeak };
}

const threads = Number(options.threads);
limitThreads(threads);
const runtime = await openRuntime(DEVICES.find((known) => known === options.device));
useRecorded(false);
const recorder = new OpRecorder();
recorder.install();
const measured = await measure(recorder);
const peak_rss_bytes = process.resourceUsage().maxRSS * 1024;

const products = measured.records
  .filter(({ name }) => isProduct(name))
  .sort((a, b) => b.seconds - a.seconds)
  .slice(0, Number(options.products));
// Products with bfloat16 operands cannot be made again from float32 tensors.
const alone = new Map(
  products.filter(({ attributes }) => isFloat(attributes)).map((record) => [record, rateAlone(record)]),
);

function isFloat(attributes: readonly { name: string; value: unknown }[]): boolean {
  return attributes.every(({ name, value }) => name !== 'T' || value === 1);
}

const shape =
  task === 'generate'
    ? `${rows} prompts, ${options['new-tokens']} new tokens`
    : `${rows} × ${length}, ${options.share} % supervised`;
const text = profileReport({
  title: `${task} ${options.model}, ${shape}, ${dtype}${options.checkpointing ? ', gradient checkpointing' : ''}, ${threads} threads, TensorFlow ${runtime.tensorflow_version}`,
  ...measured,
  steps,
  threads,
  peak_rss_bytes,
  alone,
  square: squareRate(),
});
process.stdout.write(`${text}\n`);
if (options.write) await replaceSection('profile', text);
process.exit(0);
