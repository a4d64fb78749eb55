/**
 * What the vocabulary filter leaves out and what it is worth: per threshold the columns kept, the probability left out, the
 * relative error of the whole gradient of the adapter, and the time of a step's loss and gradients, on real text. Prints Markdown.
 *
 *   tsx bench/filter.ts [--model gemma3-270m] [--rows 4] [--length 256] [--share 50] [--threads 2] [--write]
 */

import { parseArgs } from 'node:util';
import type * as tf from '@tensorflow/tfjs-core';
import { makeBatch } from '../src/dataset/batches.ts';
import { createLoraAdapter } from '../src/model/lora.ts';
import { lossAndGradients } from '../src/train/gradients.ts';
import { headLoss, supervisedRows } from '../src/train/loss.ts';
import { trainingStreams } from '../src/train/seeds.ts';
import {
  type FilterStatistics,
  VOCABULARY_FILTER,
  type VocabularyFilter,
} from '../src/train/vocabulary-filter.ts';
import { BENCH_LORA, limitThreads, openModel, openRuntime } from './engine.ts';
import { replaceSection } from './readme.ts';
import { machine, median } from './results.ts';
import { exactRows, realConversations } from './rows.ts';

const { values: options } = parseArgs({
  options: {
    model: { type: 'string', default: 'gemma3-270m' },
    rows: { type: 'string', default: '4' },
    length: { type: 'string', default: '256' },
    share: { type: 'string', default: '50' },
    threads: { type: 'string', default: '2' },
    repeats: { type: 'string', default: '3' },
    write: { type: 'boolean', default: false },
  },
});

const THRESHOLDS = [3e-7, 1e-6, 3e-6, 1e-5];

limitThreads(Number(options.threads));
await openRuntime();
const model = await openModel(options.model);
const { decoder, tokenizer } = model;
const count = Number(options.rows);
const conversations = exactRows(await realConversations(model), tokenizer.bos_token_id, {
  count,
  length: Number(options.length),
  share: Number(options.share) / 100,
});
const batch = makeBatch(
  conversations,
  conversations.map((_, row) => row),
);
const adapter = createLoraAdapter(decoder.config, BENCH_LORA, trainingStreams(42).init);

/** Every gradient end to end, and the median time. */
function measure(filter: VocabularyFilter | undefined) {
  const seconds: number[] = [];
  let values: Float32Array[] = [];
  for (let repeat = 0; repeat < Number(options.repeats); repeat += 1) {
    const started = performance.now();
    const { nll_sum, gradients } = lossAndGradients(decoder, adapter, batch, {
      denominator: batch.supervised,
      filter,
    });
    values = [...gradients.values()].map((gradient: tf.Tensor) => gradient.dataSync<'float32'>().slice());
    seconds.push((performance.now() - started) / 1000);
    nll_sum.dispose();
    for (const gradient of gradients.values()) gradient.dispose();
  }
  return { values, seconds: median(seconds) };
}

function relativeError(found: readonly Float32Array[], expected: readonly Float32Array[]): number {
  let difference = 0;
  let size = 0;
  expected.forEach((tensor, index) => {
    tensor.forEach((value, at) => {
      difference += ((found[index]?.[at] as number) - value) ** 2;
      size += value ** 2;
    });
  });
  return Math.sqrt(difference / size);
}

/** Statistics of every block of the vocabulary. */
function statistics(filter: VocabularyFilter): FilterStatistics[] {
  const { rows, targets } = supervisedRows(batch);
  const hidden = decoder.forward(batch, { adapter, rows });
  const blocks: FilterStatistics[] = [];
  const loss = headLoss(decoder, hidden, targets, {
    scale: 1,
    filter,
    seen: (block) => blocks.push(block),
  });
  hidden.dispose();
  loss.nll.dispose();
  loss.dHidden?.dispose();
  return blocks;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
measure(VOCABULARY_FILTER);
const plain = measure(undefined);
const lines = [
  '| least probability | columns kept | probability left out | error of the gradient | time of loss and gradients |',
  '| --- | ---: | ---: | ---: | ---: |',
  `| off | 100 % | 0 | 0 | ${plain.seconds.toFixed(2)} s |`,
];
for (const least_probability of THRESHOLDS) {
  // Without the limits, so that every threshold shows what it does.
  const filter = { least_probability, most_columns: 1, most_left_out: 1 };
  const blocks = statistics(filter);
  const filtered = measure(filter);
  const columns = sum(blocks.map((block) => block.columns)) / sum(blocks.map(({ of }) => of));
  const left_out = sum(blocks.map((block) => block.left_out));
  const error = relativeError(filtered.values, plain.values);
  lines.push(
    `| ${least_probability.toExponential()} | ${(columns * 100).toFixed(1)} % | ${left_out.toExponential(1)} | ${error.toExponential(1)} | ${filtered.seconds.toFixed(2)} s (${(plain.seconds / filtered.seconds).toFixed(2)}×) |`,
  );
}
const text = `${count} × ${options.length} tokens, ${options.share} % supervised, ${options.model}; gradients of all LoRA parameters of a fresh adapter, error as ‖g′ − g‖ / ‖g‖. ${new Date().toISOString().slice(0, 10)}, ${machine().cpu}, ${options.threads} threads, medians of ${options.repeats}.\n\n${lines.join('\n')}`;
process.stdout.write(`${text}\n`);
if (options.write) await replaceSection('filter', text);
process.exit(0);
