/**
 * Several of TensorFlow's operations as one of our own (native/fused-ops.cc), for float32 on a processor: in one visit of memory what
 * those do in several. Callers keep the plain way beside them. Numbers are the same within rounding, whatever the number of threads.
 */

import { createRequire } from 'node:module';
import type * as tf from '@tensorflow/tfjs-core';
import { executeOp, floatAttribute, nativeBackend } from './native-ops.ts';
import { withoutRecorded } from './recorded.ts';

let registered = false;
let enabled = true;

/** Registers the operations of the compiled addon; TensorFlow's library has to be loaded. @throws where they do not fit */
export function registerFusedOps(addon: string): void {
  createRequire(import.meta.url)(addon);
  registered = true;
}

/** Whether the operations below can be used now. */
export function hasFusedOps(): boolean {
  return enabled && registered && nativeBackend()?.isUsingGpuDevice === false;
}

/** Runs `work` the plain way, not recorded either: for tests and measurements that compare both. */
export function withoutFusedOps<T>(work: () => T): T {
  const before = enabled;
  enabled = false;
  try {
    return withoutRecorded(work);
  } finally {
    enabled = before;
  }
}

function fused(name: string, inputs: readonly tf.Tensor[], outputs: number, value = 0): tf.Tensor[] {
  return executeOp(`LoraGate${name}`, [floatAttribute('value', value)], inputs, outputs);
}

const GATES = { silu: 0, gelu_pytorch_tanh: 1 } as const;
export type FusedActivation = keyof typeof GATES;

/** h = act(gate)·up, all of one shape. */
export function fusedActivation<T extends tf.Tensor>(gate: T, up: T, act: FusedActivation): T {
  return fused('Activation', [gate, up], 1, GATES[act])[0] as T;
}

/** Gradients of `fusedActivation` with respect to gate and up. */
export function fusedActivationGrad<T extends tf.Tensor>(
  gate: T,
  up: T,
  dh: T,
  act: FusedActivation,
): { dgate: T; dup: T } {
  const [dgate, dup] = fused('ActivationGrad', [gate, up, dh], 2, GATES[act]) as [T, T];
  return { dgate, dup };
}

/** x [..., D], w [D] → y [..., D] and 1/√(mean(x²) + eps) [..., 1]. */
export function fusedRmsNorm<T extends tf.Tensor>(
  x: T,
  w: tf.Tensor,
  eps: number,
): { y: T; inverse_rms: tf.Tensor } {
  const [y, inverse_rms] = fused('RmsNorm', [x, w], 2, eps) as [T, tf.Tensor];
  return { y, inverse_rms };
}

/** Gradient of `fusedRmsNorm` with respect to x. */
export function fusedRmsNormGrad<T extends tf.Tensor>(
  dy: T,
  x: tf.Tensor,
  w: tf.Tensor,
  inverse_rms: tf.Tensor,
): T {
  return fused('RmsNormGrad', [dy, x, w, inverse_rms], 1)[0] as T;
}

/** x [N, heads, E] turned by tables [N, 1, E]; `direction` −1 turns back. */
export function fusedRotate(
  x: tf.Tensor3D,
  cos: tf.Tensor3D,
  sin: tf.Tensor3D,
  direction: 1 | -1,
): tf.Tensor3D {
  return fused('Rotate', [x, cos, sin], 1, direction)[0] as tf.Tensor3D;
}

/** base [N, C] + scale·u·factor for u [N, R], factor [R, C]. */
export function fusedLowRankAdd(
  base: tf.Tensor2D,
  u: tf.Tensor2D,
  factor: tf.Tensor2D,
  scale: number,
): tf.Tensor2D {
  return fused('LowRankAdd', [base, u, factor], 1, scale)[0] as tf.Tensor2D;
}

/** x∘mask/(1 − p), the mask from seed [2] as StatelessRandomUniform draws it: kept where its number is at least p, a float32. */
export function fusedDropout<T extends tf.Tensor>(x: T, seed: tf.Tensor1D, p: number): T {
  return fused('Dropout', [x, seed], 1, p)[0] as T;
}

/** With max = max(before, row) of each row of logits [M, C]: e^(logits − max) [M, C], max and the rows' sums [M, 1]. */
export function fusedExpRows(
  logits: tf.Tensor2D,
  before: tf.Tensor2D,
): { exp: tf.Tensor2D; max: tf.Tensor2D; sum: tf.Tensor2D } {
  const [exp, max, sum] = fused('ExpRows', [logits, before], 3) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
  return { exp, max, sum };
}

/** Softmax over the last dimension. TensorFlow computes its own in two ways, one in functions, which round differently. */
export function fusedSoftmax<T extends tf.Tensor>(x: T): T {
  return fused('Softmax', [x], 1)[0] as T;
}

/** Gradient of a softmax over the last dimension: p·(dp − Σ dp·p), all of one shape. */
export function fusedSoftmaxGrad<T extends tf.Tensor>(p: T, dp: T): T {
  return fused('SoftmaxGrad', [p, dp], 1)[0] as T;
}
