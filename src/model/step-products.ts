/**
 * The products of one decoding step: matrices with the same input as one, and the adapters on them as one. Knows no layers'
 * order and no activations.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { LayerWeights } from './decoder-block.ts';
import { projectColumns, type Weight } from './linear.ts';
import { type LoraAdapter, type LoraModule, moduleName, type TargetModule } from './lora.ts';
import { scoped } from './scoped.ts';

/** A product with matrices of the same input, and the adapters on them. */
export interface StepProduct {
  /** The model's own; the outputs follow one another. */
  weights: readonly Weight[];
  /** The adapters of all of them side by side: A [ΣR, in], and B with their scaling, zero elsewhere, [Σout, ΣR]. */
  lora: LoraModule | null;
}

/** The four products of a layer. */
export interface StepProducts {
  qkv: StepProduct;
  o: StepProduct;
  gate_up: StepProduct;
  down: StepProduct;
}

/** Of a layer's weights, with the adapter's modules on them. The caller owns `lora`, not `weights`. */
export function stepProducts(
  weights: LayerWeights,
  layer: number,
  adapter: LoraAdapter | undefined,
): StepProducts {
  const { qkv_proj, gate_up_proj } = weights;
  const product = (stack: Weight | undefined, ...targets: readonly TargetModule[]): StepProduct => ({
    weights: stack ? [stack] : targets.map((target) => weights[target]),
    lora: adapter
      ? sideBySide(
          adapter,
          layer,
          targets.map((target) => ({ target, out: weights[target].shape[0] as number })),
        )
      : null,
  });
  return {
    qkv: product(qkv_proj, 'q_proj', 'k_proj', 'v_proj'),
    o: product(undefined, 'o_proj'),
    gate_up: product(gate_up_proj, 'gate_proj', 'up_proj'),
    down: product(undefined, 'down_proj'),
  };
}

/** The adapters of neighbouring outputs as one; null where there is none. */
function sideBySide(
  adapter: LoraAdapter,
  layer: number,
  outputs: readonly { target: TargetModule; out: number }[],
): LoraModule | null {
  const total = outputs.reduce((sum, { out }) => sum + out, 0);
  const As: tf.Tensor2D[] = [];
  const Bs: tf.Tensor2D[] = [];
  let before = 0;
  for (const { target, out } of outputs) {
    const module = adapter.modules.get(moduleName(layer, target));
    if (module) {
      As.push(module.A);
      const padding: [number, number][] = [
        [before, total - before - out],
        [0, 0],
      ];
      Bs.push(tf.pad(tf.mul(module.B, adapter.scaling) as tf.Tensor2D, padding));
    }
    before += out;
  }
  return As.length === 0 ? null : { A: tf.concat(As), B: tf.concat(Bs, 1) };
}

/** W·x with the adapters: columns [in, B], or rows [B, in], → columns [Σout, B]. */
export function multiply({ weights, lora }: StepProduct, x: tf.Tensor2D, rows = false): tf.Tensor2D {
  return scoped(() => {
    const parts = weights.map((weight) => projectColumns(weight, x, rows));
    const base = parts.length === 1 ? (parts[0] as tf.Tensor2D) : tf.concat(parts);
    return lora ? tf.add(base, projectColumns(lora.B, projectColumns(lora.A, x, rows))) : base;
  });
}
