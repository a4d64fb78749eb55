/**
 * What a card holds when a model is spread over several by `engine: accelerate` with FSDP's full sharding, in bfloat16 and with
 * gradient checkpointing. Arithmetic alone: no run of that size was made for this project.
 */

import type { ModelConfig } from '../../src/model/config.ts';
import { activationBytes, linearParameters, loraParameters, type Work, weightBytes } from './memory.ts';

export const CARD_COUNTS = [2, 4, 8, 16] as const;

/** Rows whose logits exist at once in TRL's loss; as a share of a batch it is small. */
const LOGIT_ROWS = 1024;

/** Bytes on each of `cards`, each with a batch of its own. */
export function shardedBytes(config: ModelConfig, work: Work, cards: number): number {
  const { hidden_size: D, vocab_size: V, num_hidden_layers: L } = config;
  const share = (weightBytes(config, 'bfloat16') + 16 * loraParameters(config, work.r)) / cards;
  // A layer is whole while it computes, the next one is fetched meanwhile; the embeddings are a unit of their own.
  const gathered = 2 * Math.max((2 * linearParameters(config)) / L, V * D);
  const activations = activationBytes(config, { ...work, checkpointing: true }) / 2;
  const N = work.rows * work.length;
  const workspace = 2 * N * (6 * config.intermediate_size + 4 * D) + 3 * 4 * LOGIT_ROWS * V;
  return share + gathered + activations + workspace;
}

/** The fewest cards on which it fits; undefined where not even the most do. */
export function cardsNeeded(config: ModelConfig, work: Work, usable: number): number | undefined {
  return CARD_COUNTS.find((cards) => shardedBytes(config, work, cards) <= usable);
}
