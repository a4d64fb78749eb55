/**
 * A model small enough to reason about: each module predicts, for a token with id x, the number Σᵢ (B·A)ᵢₓ, and its
 * "negative log-likelihood" for the target y is half the squared distance to y/10. Its gradients are written out.
 */

import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { IGNORE_INDEX } from '../../src/dataset/batch.ts';
import type { TokenizedConversation } from '../../src/dataset/conversation.ts';
import { adapterParameters, type LoraAdapter } from '../../src/model/lora.ts';
import { createRng } from '../../src/rng.ts';
import type { TrainingRecipe } from '../../src/train/trainer.ts';
import type { LossAndGradients } from '../../src/train/window.ts';

export const VOCABULARY = 6;

export const recipe: TrainingRecipe = {
  num_train_epochs: 2,
  max_steps: -1,
  learning_rate: 0.05,
  per_device_train_batch_size: 2,
  gradient_accumulation_steps: 2,
  lr_scheduler_type: 'cosine',
  warmup_ratio: 0.1,
  weight_decay: 0.01,
  max_grad_norm: 1,
  max_length: 32,
  packing: false,
  seed: 7,
};

/** Two modules of rank 2; A from the seed, B not zero, so that both have gradients from the first step. */
export function toyAdapter(seed = 1, lora_dropout = 0): LoraAdapter {
  const rng = createRng(seed);
  const matrix = (rows: number, columns: number) =>
    tf.tensor2d(
      Float32Array.from({ length: rows * columns }, () => rng.normal() * 0.2),
      [rows, columns],
    );
  const modules = new Map(
    ['model.layers.0.self_attn.q_proj', 'model.layers.1.self_attn.q_proj'].map((name) => [
      name,
      { A: matrix(2, VOCABULARY), B: matrix(3, 2) },
    ]),
  );
  const config = {
    r: 2,
    lora_alpha: 4,
    lora_dropout,
    target_modules: ['q_proj' as const],
    use_rslora: false,
  };
  return { config, scaling: 2, modules };
}

/** Conversations of 3 to 12 tokens, with one to all but one of them to learn. */
export function toyConversations(count: number): TokenizedConversation[] {
  const rng = createRng(99);
  return Array.from({ length: count }, (_, row) => {
    const length = 3 + rng.integer(10);
    const prompt = 1 + rng.integer(length - 1);
    return {
      id: `row-${row}`,
      group: `row-${row}`,
      file: 'toy.jsonl',
      line: row + 1,
      ids: Int32Array.from({ length }, () => rng.integer(VOCABULARY)),
      assistant_mask: Uint8Array.from({ length }, (_unused, i) => (i >= prompt ? 1 : 0)),
    };
  });
}

export const toyLoss: LossAndGradients = (adapter, batch, { denominator, dropout }) => {
  // A stand-in for a mask: any fixed function of the seed will do to see that the seeds come through.
  const noise = dropout ? 1 + dropout.p * createRng(dropout.seed).uniform() : 1;
  const modules = [...adapter.modules].map(([name, { A, B }]) => ({
    name,
    a: A.arraySync(),
    b: B.arraySync(),
  }));
  const prediction = Array.from({ length: VOCABULARY }, (_, x) =>
    modules.flatMap(({ a, b }) => b.map((row) => row.reduce((sum, value, r) => sum + value * a[r]![x]!, 0))),
  ).map((terms) => noise * terms.reduce((sum, term) => sum + term, 0));
  let nll = 0;
  const g = new Float64Array(VOCABULARY); // ∂Σnll / ∂(column sum of B·A at x)
  for (const [i, target] of batch.targets.entries()) {
    if (target === IGNORE_INDEX) continue;
    const x = batch.ids[i] as number;
    const error = prediction[x]! - target / 10;
    nll += 0.5 * error ** 2;
    g[x]! += noise * error;
  }
  const gradients = new Map<string, tf.Tensor2D>();
  for (const { name, a, b } of modules) {
    const rank = [...a.keys()];
    const columnSums = rank.map((r) => b.reduce((sum, row) => sum + row[r]!, 0));
    const dA = rank.map((r) => Array.from(g, (value) => (value * columnSums[r]!) / denominator));
    const dB = b.map(() =>
      rank.map((r) => a[r]!.reduce((sum, value, x) => sum + value * g[x]!, 0) / denominator),
    );
    gradients.set(`${name}.lora_A.weight`, tf.tensor2d(dA));
    gradients.set(`${name}.lora_B.weight`, tf.tensor2d(dB));
  }
  return { nll_sum: tf.scalar(nll), gradients };
};

/** All parameters in name order, as bytes. */
export async function bytesOf(adapter: LoraAdapter): Promise<string> {
  const parts = [];
  for (const [name, tensor] of [...adapterParameters(adapter)].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const values = (await tensor.data()) as Float32Array;
    parts.push(`${name} ${Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('hex')}`);
  }
  return parts.join('\n');
}
