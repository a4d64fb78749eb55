/**
 * What training holds in memory, by the shapes that the engine keeps: src/model/decoder-block.ts has the list of what a layer saves,
 * src/train/vocabulary-blocks.ts that of the head. Counts tensors; a process is larger by its libraries and what they set aside.
 */

import { queryRanges } from '../../src/model/attention-ranges.ts';
import type { ModelConfig } from '../../src/model/config.ts';
import type { BaseDtype } from '../../src/model/load-weights.ts';
import { moduleShape, TARGET_MODULES } from '../../src/model/lora.ts';
import { expectedTensors } from '../../src/model/weights/expected-tensors.ts';

/** One step of training: a batch of rows of one length. */
export interface Work {
  rows: number;
  length: number;
  /** Of the tokens, whose loss counts: 0.5 for half. */
  supervised: number;
  /** LoRA's rank, on all linear layers. */
  r: number;
  checkpointing: boolean;
  device: 'cpu' | 'gpu';
}

export interface MemoryParts {
  weights: number;
  /** LoRA: parameters, gradients and Adam's two moments, float32. */
  state: number;
  /** What the forward pass keeps for the backward pass. */
  activations: number;
  /** The most that one layer's backward pass or the head has in flight. */
  workspace: number;
  total: number;
}

const FLOAT = 4;
/** As in vocabulary-blocks.ts and loss.ts. */
const BLOCK_VALUES = { cpu: 1 << 22, gpu: 1 << 26 };
const LEAST_COLUMNS = 512;
const GROUP_ROWS = 1024;

const product = (shape: readonly number[]) => shape.reduce((a, b) => a * b, 1);

/** Of the checkpoint: embeddings, layers, norms, and the head where it is not the embeddings. */
export function parameters(config: ModelConfig): number {
  return [...expectedTensors(config).values()].reduce((sum, shape) => sum + product(shape), 0);
}

/** Of the linear layers alone. */
export function linearParameters(config: ModelConfig): number {
  const layer = TARGET_MODULES.reduce((sum, target) => sum + product(moduleShape(config, target)), 0);
  return layer * config.num_hidden_layers;
}

/** A [R, in] and B [out, R] of every linear layer. */
export function loraParameters(config: ModelConfig, r: number): number {
  const layer = TARGET_MODULES.reduce((sum, target) => {
    const [out, inputs] = moduleShape(config, target);
    return sum + r * (out + inputs);
  }, 0);
  return layer * config.num_hidden_layers;
}

/** Matrices in `dtype`; norms stay float32. */
export function weightBytes(config: ModelConfig, dtype: BaseDtype): number {
  const bytes = dtype === 'bfloat16' ? 2 : FLOAT;
  return [...expectedTensors(config).values()].reduce(
    (sum, shape) => sum + product(shape) * (shape.length === 1 ? FLOAT : bytes),
    0,
  );
}

/** Query–key pairs that one head of one segment forms scores for. */
export function scorePairs(config: ModelConfig, layer: number, length: number): number {
  const window = config.layer_types[layer] === 'sliding_attention' ? config.sliding_window : undefined;
  return queryRanges(length, { window }).reduce(
    (sum, { from, to, keysFrom }) => sum + (to - from) * (to - keysFrom),
    0,
  );
}

/** Values that a layer saves: `N` tokens through attention, `M` of them behind it. */
function savedValues(config: ModelConfig, layer: number, work: Work, M: number): number {
  const { hidden_size: D, intermediate_size: F, head_dim: E } = config;
  const { num_attention_heads: H, num_key_value_heads: K } = config;
  const N = work.rows * work.length;
  const sandwich = config.architecture === 'gemma2' || config.architecture === 'gemma3';
  const qkNorm = config.architecture === 'gemma3';
  const scores = work.rows * H * scorePairs(config, layer, work.length);
  return (
    // The normed input; queries before their norm and turned, keys likewise, values; the probabilities, with a cap its tanh too.
    N * D +
    N * (H + K) * E * (qkNorm ? 1 : 0) +
    N * (H + 2 * K) * E +
    scores * (config.attn_logit_softcapping === undefined ? 1 : 2) +
    // The context; o_proj's output and down_proj's in front of their norms; the middle and its norm; gate and up.
    M * H * E +
    M * D * (sandwich ? 4 : 2) +
    M * 2 * F +
    // A·x of the seven adapters.
    work.r * (3 * N + 4 * M)
  );
}

/** What the forward pass leaves for the backward pass. The last layer has only the supervised rows behind its attention. */
export function activationBytes(config: ModelConfig, work: Work): number {
  const N = work.rows * work.length;
  const M = Math.round(N * work.supervised);
  const layers = config.num_hidden_layers;
  const inputs = layers * N * config.hidden_size;
  const each = Array.from({ length: layers }, (_, layer) =>
    savedValues(config, layer, work, layer === layers - 1 ? M : N),
  );
  const kept = work.checkpointing ? Math.max(...each) : each.reduce((a, b) => a + b, 0);
  return FLOAT * (inputs + kept);
}

/** A layer's backward pass has six [N, F] and four [N, D] in flight; the head two blocks of logits, four with a cap, and sums. */
export function workspaceBytes(config: ModelConfig, work: Work): number {
  const { hidden_size: D, intermediate_size: F, vocab_size: V } = config;
  const N = work.rows * work.length;
  const layer = N * (6 * F + 4 * D);
  const M = Math.min(GROUP_ROWS, Math.round(N * work.supervised));
  const columns = Math.min(V, Math.max(LEAST_COLUMNS, Math.floor(BLOCK_VALUES[work.device] / M)));
  const blocks = config.final_logit_softcapping === undefined ? 3 : 5;
  const head = M * columns * blocks + 4 * M * D;
  return FLOAT * Math.max(layer, head);
}

export function trainingMemory(config: ModelConfig, dtype: BaseDtype, work: Work): MemoryParts {
  const weights = weightBytes(config, dtype);
  const state = 4 * FLOAT * loraParameters(config, work.r);
  const activations = activationBytes(config, work);
  const workspace = workspaceBytes(config, work);
  return { weights, state, activations, workspace, total: weights + state + activations + workspace };
}
