/**
 * The passes of decoder-block.ts as TensorFlow functions, one for all layers of a kind: what a layer depends on, told to
 * runtime/recorded.ts. Computes nothing.
 */

import type * as tf from '@tensorflow/tfjs-core';
import { recorded } from '../runtime/recorded.ts';
import { isCutEvenly, queryRanges } from './attention-ranges.ts';
import {
  attentionOptions,
  type BlockGradients,
  blockBackward,
  blockForward,
  type LayerWeights,
  type PassContext,
  rowsOfOutput,
  type SavedBlock,
} from './decoder-block.ts';
import { moduleName, TARGET_MODULES } from './lora.ts';

/** A layer's output, and what its backward pass needs where that is to be kept. */
export interface BlockOutput {
  y: tf.Tensor2D;
  saved: SavedBlock | null;
}

/** `blockForward`; without `keep` its results are the output alone. */
export function forwardBlock(
  layer: number,
  x: tf.Tensor2D,
  weights: LayerWeights,
  pass: PassContext,
  keep: boolean,
): BlockOutput {
  const work = (): BlockOutput => {
    const { y, saved } = blockForward(layer, x, weights, pass);
    return { y, saved: keep ? saved : null };
  };
  if (!canRecord(pass)) return work();
  return recorded({ kind: 'forward', keep, ...inputsOf(layer, weights, pass, { x }) }, work);
}

/** `blockBackward`. */
export function backwardBlock(
  layer: number,
  dy: tf.Tensor2D,
  saved: SavedBlock,
  weights: LayerWeights,
  pass: PassContext,
  needInputGradient: boolean,
): BlockGradients {
  const work = () => blockBackward(layer, dy, saved, weights, pass, needInputGradient);
  if (!canRecord(pass)) return work();
  const inputs = inputsOf(layer, weights, pass, { dy, saved });
  return recorded({ kind: 'backward', needInputGradient, ...inputs }, work);
}

/**
 * A cache keeps what passes through it. A long segment of whatever length is cut as no other is: the function would not be
 * used again.
 */
function canRecord({ attend, layout }: PassContext): boolean {
  return attend === undefined && layout.blocks.every(({ T }) => isCutEvenly(T));
}

/** What a layer depends on. Of the batch's size that is only into how many parts its attention is cut, and how. */
function inputsOf(
  layer: number,
  weights: LayerWeights,
  pass: PassContext,
  variable: Record<string, unknown>,
) {
  const { config, spec, adapter, dropout, layout } = pass;
  const type = config.layer_types[layer] as 'full_attention';
  const attention = attentionOptions(layer, config);
  // Products of several matrices at once have no place in these passes.
  const { qkv_proj: _, gate_up_proj: __, ...own } = weights;
  return {
    weights: own,
    modules: TARGET_MODULES.map((target) => adapter?.modules.get(moduleName(layer, target))),
    scaling: adapter?.scaling,
    dropout: dropout?.p,
    seeds: TARGET_MODULES.map((target) =>
      adapter?.modules.has(moduleName(layer, target)) ? dropout?.seeds[layer]?.[target].tensor : undefined,
    ),
    cuts: layout.blocks.map(({ T, padded }) => {
      const ranges = queryRanges(T, attention);
      return { padded, ranges: ranges.length > 1 ? ranges : null };
    }),
    attention,
    head_dim: config.head_dim,
    eps: config.rms_norm_eps,
    sandwich_norms: spec.sandwich_norms,
    hidden_act: spec.hidden_act,
    variable: {
      ...variable,
      blocks: layout.blocks.map(({ gather, shapes }) => ({ gather, shapes })),
      scatter: layout.scatter,
      tables: pass.rope[type],
      masks: pass.masks[type],
      rows: rowsOfOutput(layer, pass),
    },
  };
}
