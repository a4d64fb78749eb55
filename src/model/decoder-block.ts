/**
 * One decoder layer, forward and backward: norm → attention → residual → norm → gated MLP → residual, with the second pair
 * of norms where the architecture has it. The backward pass is written out: it forms no gradient of frozen weights and
 * frees what it has used.
 */

import * as tf from '@tensorflow/tfjs-core';
import { reshapeRows } from '../runtime/open-shapes.ts';
import { gatedActivation, gatedActivationBackward } from './activation.ts';
import type { ArchitectureSpec } from './architectures/architecture.ts';
import {
  type AttentionOptions,
  attendBackward,
  attend as attendWithin,
  type SavedAttention,
} from './attention.ts';
import type { ModelConfig } from './config.ts';
import type { PassDropout } from './dropout-seeds.ts';
import type { Weight } from './linear.ts';
import {
  type AdaptedLinear,
  adaptedProject,
  adaptedProjectBackward,
  type LoraAdapter,
  type LoraModule,
  moduleName,
  type SavedLora,
  type TargetModule,
} from './lora.ts';
import { rmsNorm, rmsNormBackward, type SavedNorm } from './rms-norm.ts';
import { type RopeTables, rotate } from './rope.ts';
import { gatherRows, type RowChoice, spreadRows } from './rows.ts';
import { scoped } from './scoped.ts';
import type { SegmentLayout } from './segments.ts';

/** Weights of one layer; norms [D] (q_norm and k_norm [E]) hold the architecture's offset already. */
export interface LayerWeights extends Record<TargetModule, Weight> {
  /** The matrices with the same input one below the other, of which the single ones are views; undefined where they are not. */
  qkv_proj: Weight | undefined;
  gate_up_proj: Weight | undefined;
  input_layernorm: tf.Tensor1D;
  post_attention_layernorm: tf.Tensor1D;
  pre_feedforward_layernorm: tf.Tensor1D | undefined;
  post_feedforward_layernorm: tf.Tensor1D | undefined;
  q_norm: tf.Tensor1D | undefined;
  k_norm: tf.Tensor1D | undefined;
}

/** q [N, H, E], k and v [N, K, E] of a layer → context [N, H, E]. `saved` is empty where no backward pass will follow. */
export type AttentionStep = (
  layer: number,
  q: tf.Tensor3D,
  k: tf.Tensor3D,
  v: tf.Tensor3D,
) => { context: tf.Tensor3D; saved: SavedAttention };

/** What is the same for every layer of one pass over one batch. */
export interface PassContext {
  config: ModelConfig;
  spec: ArchitectureSpec;
  layout: SegmentLayout;
  /** By layer type: turning tables, and one mask a block of the layout. */
  rope: Record<'full_attention' | 'sliding_attention', RopeTables>;
  masks: Record<'full_attention' | 'sliding_attention', readonly tf.Tensor2D[]>;
  /** Attention of one layer's queries, keys and values where a cache takes part; else it is that within the batch's segments. */
  attend: AttentionStep | undefined;
  adapter: LoraAdapter | undefined;
  /** Undefined outside training. */
  dropout: PassDropout | undefined;
  /** The rows that are wanted of the last layer: behind its attention it computes no others. Undefined: all. */
  wanted: RowChoice | undefined;
}

/** What `blockBackward` needs of the forward pass; `disposeSaved` frees it. */
export interface SavedBlock {
  input_norm: SavedNorm;
  q: SavedLora;
  k: SavedLora;
  v: SavedLora;
  q_norm: SavedNorm | null;
  k_norm: SavedNorm | null;
  attention: SavedAttention;
  o: SavedLora;
  post_attention_norm: SavedNorm | null;
  mlp_norm: SavedNorm;
  gate: SavedLora;
  up: SavedLora;
  gate_value: tf.Tensor2D;
  up_value: tf.Tensor2D;
  /** `u` of down_proj; its input is formed again from the two values, which is cheaper than keeping it. */
  down_u: SavedLora['u'];
  post_mlp_norm: SavedNorm | null;
}

/** What `blockBackward` gives: dx [N, D], null where it is not wanted, and the gradients of the layer's adapters. */
export interface BlockGradients {
  dx: tf.Tensor2D | null;
  modules: Partial<Record<TargetModule, LoraModule>>;
}

export function adaptedLinear(
  layer: number,
  target: TargetModule,
  weights: LayerWeights,
  pass: PassContext,
): AdaptedLinear {
  const name = moduleName(layer, target);
  const { adapter, dropout } = pass;
  const seed = dropout?.seeds[layer]?.[target];
  return {
    weight: weights[target],
    module: adapter?.modules.get(name),
    scaling: adapter?.scaling ?? 1,
    dropout: dropout && seed && { p: dropout.p, seed },
  };
}

export function attentionOptions(layer: number, config: ModelConfig): AttentionOptions {
  return {
    scale: config.query_pre_attn_scalar ** -0.5,
    softcap: config.attn_logit_softcapping,
    window: config.layer_types[layer] === 'sliding_attention' ? config.sliding_window : undefined,
  };
}

/** Attention within the segments of the batch. */
export function segmentAttention(pass: Pick<PassContext, 'config' | 'layout' | 'masks'>): AttentionStep {
  const { config, layout, masks } = pass;
  return (layer, q, k, v) => {
    const ofLayer = masks[config.layer_types[layer] as 'full_attention'];
    return attendWithin(q, k, v, layout, ofLayer, attentionOptions(layer, config));
  };
}

/** Queries, keys and values of the normed input: [N, H, E], [N, K, E], [N, K, E]; queries and keys normed and turned. */
export function queriesKeysValues(
  layer: number,
  normed: tf.Tensor2D,
  weights: LayerWeights,
  pass: PassContext,
) {
  const { config } = pass;
  const E = config.head_dim;
  const tables = pass.rope[config.layer_types[layer] as 'full_attention'];
  const q = adaptedProject(normed, adaptedLinear(layer, 'q_proj', weights, pass));
  const k = adaptedProject(normed, adaptedLinear(layer, 'k_proj', weights, pass));
  const v = adaptedProject(normed, adaptedLinear(layer, 'v_proj', weights, pass));
  const heads = (y: tf.Tensor2D): tf.Tensor3D => reshapeRows(y, [y.shape[1] / E, E]);
  const qn = weights.q_norm
    ? rmsNorm(heads(q.y), weights.q_norm, config.rms_norm_eps)
    : { y: heads(q.y), saved: null };
  const kn = weights.k_norm
    ? rmsNorm(heads(k.y), weights.k_norm, config.rms_norm_eps)
    : { y: heads(k.y), saved: null };
  return {
    queries: rotate(qn.y, tables),
    keys: rotate(kn.y, tables),
    values: heads(v.y),
    saved: { q: q.saved, k: k.saved, v: v.saved, q_norm: qn.saved, k_norm: kn.saved },
  };
}

/** [N, heads, E] → [N, heads·E]. */
function headsInRows(x: tf.Tensor3D): tf.Tensor2D {
  return reshapeRows(x, [x.shape[1] * x.shape[2]]);
}

/** The rows that a layer's output has, where they are not all. */
export function rowsOfOutput(layer: number, { config, wanted }: PassContext): RowChoice | undefined {
  return layer === config.num_hidden_layers - 1 ? wanted : undefined;
}

/** x [N, D] → y [N, D], or [M, D] of the rows wanted of the last layer. The caller owns `x`. */
export function blockForward(
  layer: number,
  x: tf.Tensor2D,
  weights: LayerWeights,
  pass: PassContext,
): { y: tf.Tensor2D; saved: SavedBlock } {
  return scoped(() => {
    const { config, spec } = pass;
    const eps = config.rms_norm_eps;
    const inputNorm = rmsNorm(x, weights.input_layernorm, eps);
    const qkv = queriesKeysValues(layer, inputNorm.y, weights, pass);
    const attend = pass.attend ?? segmentAttention(pass);
    const attention = attend(layer, qkv.queries, qkv.keys, qkv.values);
    const choice = rowsOfOutput(layer, pass);
    const chosen = (rows: tf.Tensor2D) => (choice ? gatherRows(rows, choice.rows) : rows);
    const context = headsInRows(attention.context);
    const o = adaptedProject(chosen(context), adaptedLinear(layer, 'o_proj', weights, pass));
    const postAttention = spec.sandwich_norms
      ? rmsNorm(o.y, weights.post_attention_layernorm, eps)
      : { y: o.y, saved: null };
    const middle = tf.add(chosen(x), postAttention.y) as tf.Tensor2D;
    const mlp = mlpForward(layer, middle, weights, pass);
    const postMlp = spec.sandwich_norms
      ? rmsNorm(mlp.y, weights.post_feedforward_layernorm as tf.Tensor1D, eps)
      : { y: mlp.y, saved: null };
    const saved: SavedBlock = {
      input_norm: inputNorm.saved,
      ...qkv.saved,
      attention: attention.saved,
      o: o.saved,
      post_attention_norm: postAttention.saved,
      ...mlp.saved,
      post_mlp_norm: postMlp.saved,
    };
    return { y: tf.add(middle, postMlp.y) as tf.Tensor2D, saved };
  });
}

/** The norm in front of the MLP has another name in architectures with norms on both sides. */
export function mlpNormWeight(
  weights: LayerWeights,
  spec: Pick<ArchitectureSpec, 'sandwich_norms'>,
): tf.Tensor1D {
  return (
    spec.sandwich_norms ? weights.pre_feedforward_layernorm : weights.post_attention_layernorm
  ) as tf.Tensor1D;
}

/** Norm and gated MLP of the residual stream [N, D], without the residual add. */
export function mlpForward(layer: number, x: tf.Tensor2D, weights: LayerWeights, pass: PassContext) {
  const { config, spec } = pass;
  const norm = rmsNorm(x, mlpNormWeight(weights, spec), config.rms_norm_eps);
  const gate = adaptedProject(norm.y, adaptedLinear(layer, 'gate_proj', weights, pass));
  const up = adaptedProject(norm.y, adaptedLinear(layer, 'up_proj', weights, pass));
  const h = gatedActivation(gate.y, up.y, spec.hidden_act);
  const down = adaptedProject(h, adaptedLinear(layer, 'down_proj', weights, pass));
  const saved = {
    mlp_norm: norm.saved,
    gate: gate.saved,
    up: up.saved,
    gate_value: gate.y,
    up_value: up.y,
    down_u: down.saved.u,
  };
  return { y: down.y, saved };
}

/**
 * Gradients of one layer from dL/dy, which has the rows of the layer's output. None of the input when `needInputGradient` is false
 * (nothing below this layer learns).
 */
export function blockBackward(
  layer: number,
  dy: tf.Tensor2D,
  saved: SavedBlock,
  weights: LayerWeights,
  pass: PassContext,
  needInputGradient: boolean,
): BlockGradients {
  const { config, spec } = pass;
  const modules: BlockGradients['modules'] = {};
  const back = (
    target: TargetModule,
    d: tf.Tensor2D,
    savedLora: SavedLora,
    needInput = true,
  ): tf.Tensor2D => {
    const { dx, dA, dB } = adaptedProjectBackward(
      d,
      savedLora,
      adaptedLinear(layer, target, weights, pass),
      needInput,
    );
    if (dA && dB) modules[target] = { A: dA, B: dB };
    return dx as tf.Tensor2D;
  };
  return scoped(() => {
    const choice = rowsOfOutput(layer, pass);
    const spread = (d: tf.Tensor2D) => (choice ? spreadRows(d, choice) : d);

    const dMlp = saved.post_mlp_norm
      ? rmsNormBackward(dy, weights.post_feedforward_layernorm as tf.Tensor1D, saved.post_mlp_norm)
      : dy;
    const { gate_value, up_value } = saved;
    const h = gatedActivation(gate_value, up_value, spec.hidden_act);
    const dh = back('down_proj', dMlp, { x: h, u: saved.down_u });
    h.dispose();
    const { dgate, dup } = gatedActivationBackward(dh, gate_value, up_value, spec.hidden_act);
    dh.dispose();
    const dMlpInput = tf.add(
      back('gate_proj', dgate, saved.gate),
      back('up_proj', dup, saved.up),
    ) as tf.Tensor2D;
    const dMiddle = tf.add(
      dy,
      rmsNormBackward(dMlpInput, mlpNormWeight(weights, spec), saved.mlp_norm),
    ) as tf.Tensor2D;

    const dAttention = saved.post_attention_norm
      ? rmsNormBackward(dMiddle, weights.post_attention_layernorm, saved.post_attention_norm)
      : dMiddle;
    const dRows = spread(back('o_proj', dAttention, saved.o));
    const E = config.head_dim;
    const dContext: tf.Tensor3D = reshapeRows(dRows, [dRows.shape[1] / E, E]);
    const turned = attendBackward(dContext, saved.attention, pass.layout, attentionOptions(layer, config));
    const tables = pass.rope[config.layer_types[layer] as 'full_attention'];
    let dq = rotate(turned.dq, tables, -1);
    let dk = rotate(turned.dk, tables, -1);
    if (saved.q_norm) dq = rmsNormBackward(dq, weights.q_norm as tf.Tensor1D, saved.q_norm);
    if (saved.k_norm) dk = rmsNormBackward(dk, weights.k_norm as tf.Tensor1D, saved.k_norm);
    const fromQ = back('q_proj', headsInRows(dq), saved.q, needInputGradient);
    const fromK = back('k_proj', headsInRows(dk), saved.k, needInputGradient);
    const fromV = back('v_proj', headsInRows(turned.dv), saved.v, needInputGradient);
    if (!needInputGradient) return { dx: null, modules };
    const dNormed = rmsNormBackward(
      tf.addN([fromQ, fromK, fromV]),
      weights.input_layernorm,
      saved.input_norm,
    );
    return { dx: tf.add(spread(dMiddle), dNormed) as tf.Tensor2D, modules };
  });
}
