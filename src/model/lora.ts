/**
 * Low-rank adapters (Hu et al., 2021) on frozen linear layers: y = W·x + s·B·(A·dropout(x)), with s = α/r, or α/√r
 * (rank-stabilised LoRA, Kalajdzievski, 2023). Knows parameters and products; files are `src/adapter`'s business.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../rng.ts';
import { fusedLowRankAdd, hasFusedOps } from '../runtime/fused-ops.ts';
import type { ModelConfig } from './config.ts';
import { type Dropout, drop, dropBackward } from './dropout.ts';
import { project, projectBack, type Weight } from './linear.ts';
import { disposeAll, scoped } from './scoped.ts';

export const TARGET_MODULES = [
  'q_proj',
  'k_proj',
  'v_proj',
  'o_proj',
  'gate_proj',
  'up_proj',
  'down_proj',
] as const;
export type TargetModule = (typeof TARGET_MODULES)[number];

export interface LoraConfig {
  r: number;
  lora_alpha: number;
  lora_dropout: number;
  target_modules: readonly TargetModule[];
  use_rslora: boolean;
}

export interface LoraModule {
  /** [R, in]. */
  A: tf.Tensor2D;
  /** [out, R]. */
  B: tf.Tensor2D;
}

export interface LoraAdapter {
  config: LoraConfig;
  /** s in the formula above. */
  scaling: number;
  /** By the linear layer's name in the checkpoint: `model.layers.0.self_attn.q_proj`. */
  modules: Map<string, LoraModule>;
}

export interface AdapterTensor {
  shape: readonly number[];
  values: Float32Array;
}

/** [out, in] of a target module in every layer of the model. */
export function moduleShape(model: ModelConfig, target: TargetModule): [out: number, inputs: number] {
  const {
    hidden_size: D,
    intermediate_size: F,
    head_dim: E,
    num_attention_heads: H,
    num_key_value_heads: K,
  } = model;
  const shapes: Record<TargetModule, [number, number]> = {
    q_proj: [H * E, D],
    k_proj: [K * E, D],
    v_proj: [K * E, D],
    o_proj: [D, H * E],
    gate_proj: [F, D],
    up_proj: [F, D],
    down_proj: [D, F],
  };
  return shapes[target];
}

/** `model.layers.3.mlp.up_proj` of layer 3 and up_proj. */
export function moduleName(layer: number, target: TargetModule): string {
  const parent =
    target.endsWith('_proj') && ['gate_proj', 'up_proj', 'down_proj'].includes(target) ? 'mlp' : 'self_attn';
  return `model.layers.${layer}.${parent}.${target}`;
}

function emptyAdapter(lora: LoraConfig): LoraAdapter {
  const scaling = lora.lora_alpha / (lora.use_rslora ? Math.sqrt(lora.r) : lora.r);
  return { config: lora, scaling, modules: new Map() };
}

function* targets(
  model: ModelConfig,
  lora: LoraConfig,
): Generator<{ name: string; out: number; inputs: number }> {
  for (let layer = 0; layer < model.num_hidden_layers; layer += 1) {
    for (const target of TARGET_MODULES) {
      if (!lora.target_modules.includes(target)) continue;
      const [out, inputs] = moduleShape(model, target);
      yield { name: moduleName(layer, target), out, inputs };
    }
  }
}

/**
 * The parameters of a fresh adapter as PEFT initialises it: A ~ U(−1/√in, 1/√in) (Kaiming uniform with a = √5), B = 0, so it
 * changes nothing yet.
 */
export function initialTensors(model: ModelConfig, lora: LoraConfig, rng: Rng): Map<string, AdapterTensor> {
  const tensors = new Map<string, AdapterTensor>();
  for (const { name, out, inputs } of targets(model, lora)) {
    const stream = rng.fork(name);
    const bound = 1 / Math.sqrt(inputs);
    const values = Float32Array.from({ length: lora.r * inputs }, () => (2 * stream.uniform() - 1) * bound);
    tensors.set(`${name}.lora_A.weight`, { shape: [lora.r, inputs], values });
    tensors.set(`${name}.lora_B.weight`, { shape: [out, lora.r], values: new Float32Array(out * lora.r) });
  }
  return tensors;
}

/** A fresh adapter. */
export function createLoraAdapter(model: ModelConfig, lora: LoraConfig, rng: Rng): LoraAdapter {
  return adapterFromTensors(model, lora, initialTensors(model, lora, rng));
}

/** An adapter from its parameters, named `<module>.lora_A.weight` [R, in] and `<module>.lora_B.weight` [out, R]; shapes are checked by the reader of the files. */
export function adapterFromTensors(
  model: ModelConfig,
  lora: LoraConfig,
  tensors: ReadonlyMap<string, AdapterTensor>,
): LoraAdapter {
  const adapter = emptyAdapter(lora);
  const matrix = (name: string): tf.Tensor2D => {
    const tensor = tensors.get(name);
    if (!tensor) throw new Error(`adapter tensor ${name} is missing`);
    return tf.tensor2d(tensor.values, tensor.shape as [number, number]);
  };
  for (const { name } of targets(model, lora)) {
    adapter.modules.set(name, { A: matrix(`${name}.lora_A.weight`), B: matrix(`${name}.lora_B.weight`) });
  }
  return adapter;
}

/** The adapter's trainable tensors by parameter name, in a fixed order; the tensors are the adapter's own. */
export function adapterParameters(adapter: LoraAdapter): Map<string, tf.Tensor2D> {
  const parameters = new Map<string, tf.Tensor2D>();
  for (const [name, { A, B }] of adapter.modules) {
    parameters.set(`${name}.lora_A.weight`, A);
    parameters.set(`${name}.lora_B.weight`, B);
  }
  return parameters;
}

/** Takes updated tensors over by parameter name and disposes those they replace. */
export function setAdapterParameters(
  adapter: LoraAdapter,
  parameters: ReadonlyMap<string, tf.Tensor2D>,
): void {
  for (const [name, module] of adapter.modules) {
    for (const side of ['A', 'B'] as const) {
      const next = parameters.get(`${name}.lora_${side}.weight`);
      if (!next || next === module[side]) continue;
      module[side].dispose();
      module[side] = next;
    }
  }
}

/** Copies of all parameters, ready for a file. */
export async function adapterToTensors(adapter: LoraAdapter): Promise<Map<string, AdapterTensor>> {
  const tensors = new Map<string, AdapterTensor>();
  for (const [name, tensor] of adapterParameters(adapter)) {
    tensors.set(name, { shape: tensor.shape, values: (await tensor.data()) as Float32Array });
  }
  return tensors;
}

export function disposeAdapter(adapter: LoraAdapter): void {
  for (const { A, B } of adapter.modules.values()) disposeAll([A, B]);
  adapter.modules.clear();
}

/** What the backward pass of one adapted layer needs. */
export interface SavedLora {
  /** [N, in] the layer's input; may be null where `u` is. */
  x: tf.Tensor2D | null;
  /** [N, R] A·dropout(x); null without an adapter on this layer. */
  u: tf.Tensor2D | null;
}

/** One frozen linear layer and the adapter on it, if any. */
export interface AdaptedLinear {
  weight: Weight;
  module: LoraModule | undefined;
  scaling: number;
  dropout: Dropout | undefined;
}

/** y = x·Wᵀ + s·(dropout(x)·Aᵀ)·Bᵀ: [N, in] → [N, out]. */
export function adaptedProject(x: tf.Tensor2D, layer: AdaptedLinear): { y: tf.Tensor2D; saved: SavedLora } {
  const { weight, module, scaling, dropout } = layer;
  const base = project(x, weight);
  if (!module) return { y: base, saved: { x, u: null } };
  return scoped(() => {
    const u = tf.matMul(drop(x, dropout), module.A, false, true) as tf.Tensor2D;
    const y = addLowRank(base, u, module.B, scaling, true);
    base.dispose();
    return { y, saved: { x, u } };
  });
}

/** Gradients of `adaptedProject`; with v = s·dy·B: dB = s·dyᵀ·u, dA = vᵀ·dropout(x), dx = dy·W + dropoutᵀ(v·A). */
export function adaptedProjectBackward(
  dy: tf.Tensor2D,
  saved: SavedLora,
  layer: AdaptedLinear,
  needInputGradient: boolean,
): { dx: tf.Tensor2D | null; dA: tf.Tensor2D | null; dB: tf.Tensor2D | null } {
  const { weight, module, scaling, dropout } = layer;
  return scoped(() => {
    const base = needInputGradient ? projectBack(dy, weight) : null;
    if (!module || !saved.u || !saved.x) return { dx: base, dA: null, dB: null };
    // The scaling goes to the small factors: dy is the large one.
    const v: tf.Tensor2D = tf.matMul(dy, tf.mul(module.B, scaling) as tf.Tensor2D);
    const dA = tf.matMul(v, drop(saved.x, dropout), true, false) as tf.Tensor2D;
    const dB = tf.matMul(dy, tf.mul(saved.u, scaling) as tf.Tensor2D, true, false) as tf.Tensor2D;
    if (!base) return { dx: null, dA, dB };
    const dx = dropout
      ? (tf.add(base, dropBackward(tf.matMul(v, module.A), dropout)) as tf.Tensor2D)
      : addLowRank(base, v, module.A, 1, false);
    return { dx, dA, dB };
  });
}

/** base + scale·u·factor, or u·factorᵀ: [N, C] from u [N, R] and the factor [R, C], or [C, R] when it is `transposed`. */
function addLowRank(
  base: tf.Tensor2D,
  u: tf.Tensor2D,
  factor: tf.Tensor2D,
  scale: number,
  transposed: boolean,
): tf.Tensor2D {
  return scoped(() => {
    if (hasFusedOps()) {
      const rows: tf.Tensor2D = transposed ? tf.transpose(factor) : factor;
      return fusedLowRankAdd(base, u, rows, scale);
    }
    const scaled = scale === 1 ? u : (tf.mul(u, scale) as tf.Tensor2D);
    return tf.add(base, tf.matMul(scaled, factor, false, transposed)) as tf.Tensor2D;
  });
}
