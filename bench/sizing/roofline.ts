/**
 * Tokens a second that arithmetic allows: floating-point operations of a step over a card's stated rate, times a share of it that
 * products reach in practice; never faster than the weights can be read or the operations started. One card was measured since: bench/README.md.
 */

import type { ModelConfig } from '../../src/model/config.ts';
import type { BaseDtype } from '../../src/model/load-weights.ts';
import { linearParameters, loraParameters, scorePairs, type Work, weightBytes } from './memory.ts';

export interface Card {
  name: string;
  /** GiB that the card is sold with. */
  memory_gib: number;
  /** Bytes a second. */
  bandwidth: number;
  /** Dense rates of the matrix units, floating-point operations a second. Data sheets show twice as much, for sparse matrices. */
  tf32: number;
  bf16: number;
  source: string;
}

export const CARDS: readonly Card[] = [
  {
    ...{ name: 'L4', memory_gib: 24, bandwidth: 300e9, tf32: 60e12, bf16: 121e12 },
    source: 'NVIDIA L4 data sheet (120 and 242 TFLOPS with sparsity)',
  },
  {
    ...{ name: 'A10', memory_gib: 24, bandwidth: 600e9, tf32: 62.5e12, bf16: 125e12 },
    source: 'NVIDIA A10 data sheet',
  },
  {
    ...{ name: 'A100 80 GB', memory_gib: 80, bandwidth: 2039e9, tf32: 156e12, bf16: 312e12 },
    source: 'NVIDIA A100 data sheet, SXM',
  },
  {
    ...{ name: 'H100 80 GB', memory_gib: 80, bandwidth: 3350e9, tf32: 494e12, bf16: 989e12 },
    source: 'NVIDIA H100 data sheet, SXM (989 and 1,979 TFLOPS with sparsity)',
  },
];

/** Of the stated rate, that a whole step is taken to reach. An assumption. */
export const EFFICIENCY = 0.35;
/** *Measured* on a processor: 5,406 operations a step with 18 layers (bench/README.md). */
export const OPERATIONS_PER_LAYER = 5406 / 18;
/** *Measured*: 25 to 40 µs an operation that TensorFlow.js starts. */
export const DISPATCH_SECONDS = 35e-6;
/** Of the card's memory; the rest is the driver's, CUDA's and fragmentation. */
export const USABLE = 0.92;

export const usableBytes = (card: Card) => card.memory_gib * 2 ** 30 * USABLE;

/** Mean over the layers of the scores that one head forms for one token. */
function scoresPerToken(config: ModelConfig, length: number): number {
  const layers = config.num_hidden_layers;
  let sum = 0;
  for (let layer = 0; layer < layers; layer += 1) sum += scorePairs(config, layer, length) / length;
  return sum / layers;
}

/** Of one token forward: linear layers, LoRA, scores and context, and the head where its loss counts. */
function forwardFlops(config: ModelConfig, work: Pick<Work, 'length' | 'r' | 'supervised'>) {
  const { num_attention_heads: H, head_dim: E, num_hidden_layers: L } = config;
  return {
    linear: 2 * linearParameters(config),
    lora: 2 * loraParameters(config, work.r),
    attention: 4 * H * E * scoresPerToken(config, work.length) * L,
    head: 2 * config.vocab_size * config.hidden_size * work.supervised,
  };
}

/** A token's share of a training step. Frozen weights cost twice their forward pass, not three times: no gradient of them is formed. */
export function trainingFlops(config: ModelConfig, work: Work): number {
  const { linear, lora, attention, head } = forwardFlops(config, work);
  const again = work.checkpointing ? linear + lora + attention : 0;
  return 2 * linear + 3 * lora + 3 * attention + 2 * head + again;
}

export function evaluationFlops(config: ModelConfig, work: Work): number {
  const { linear, lora, attention, head } = forwardFlops(config, work);
  return linear + lora + attention + head;
}

const rateOf = (card: Card, dtype: BaseDtype) => (dtype === 'bfloat16' ? card.bf16 : card.tf32);

export interface Rate {
  tokens_per_second: number;
  bound: 'arithmetic' | 'memory' | 'dispatch';
}

function slowest(tokens: number, seconds: Record<Rate['bound'], number>): Rate {
  const bound = (Object.keys(seconds) as Rate['bound'][]).reduce((a, b) => (seconds[b] > seconds[a] ? b : a));
  return { tokens_per_second: tokens / seconds[bound], bound };
}

/** Expected for one card, our engine. */
export function trainingRate(config: ModelConfig, dtype: BaseDtype, work: Work, card: Card): Rate {
  const tokens = work.rows * work.length;
  const passes = work.checkpointing ? 3 : 2;
  return slowest(tokens, {
    arithmetic: (tokens * trainingFlops(config, work)) / (rateOf(card, dtype) * EFFICIENCY),
    memory: (passes * weightBytes(config, dtype)) / card.bandwidth,
    dispatch: config.num_hidden_layers * OPERATIONS_PER_LAYER * DISPATCH_SECONDS * (passes / 2),
  });
}

/** Expected for scoring rows, which is the forward pass alone: a third of the operations, taken from the same measurement. */
export function evaluationRate(config: ModelConfig, dtype: BaseDtype, work: Work, card: Card): Rate {
  const tokens = work.rows * work.length;
  return slowest(tokens, {
    arithmetic: (tokens * evaluationFlops(config, work)) / (rateOf(card, dtype) * EFFICIENCY),
    memory: weightBytes(config, dtype) / card.bandwidth,
    dispatch: (config.num_hidden_layers * OPERATIONS_PER_LAYER * DISPATCH_SECONDS) / 3,
  });
}

/** Answers, token by token: `prompts` at once, the weights read for each token. 67 operations a layer and token (bench/README.md). */
export function answerRate(config: ModelConfig, dtype: BaseDtype, prompts: number, card: Card): Rate {
  const work = { length: 1, r: 0, supervised: 1 };
  const { linear, head } = forwardFlops(config, work);
  return slowest(prompts, {
    arithmetic: (prompts * (linear + head)) / (rateOf(card, dtype) * EFFICIENCY),
    memory: weightBytes(config, dtype) / card.bandwidth,
    dispatch: config.num_hidden_layers * 67 * DISPATCH_SECONDS,
  });
}
