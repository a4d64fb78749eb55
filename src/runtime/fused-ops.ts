/**
 * Several of TensorFlow's operations as one, for float32: on a processor our own (native/fused-ops.cc), which do in one visit of
 * memory what those do in several; on a GPU functions of TensorFlow (own-functions.ts), which save starting each from here.
 * Callers keep the plain way beside them. Numbers are the same within rounding, whatever the number of threads.
 */

import { createRequire } from 'node:module';
import type * as tf from '@tensorflow/tfjs-core';
import { Bf16Tensor, executeOp, floatAttribute, nativeBackend } from './native-ops.ts';
import {
  adaptedBackward,
  adaptedForward,
  type FusedOp,
  OWN_FUNCTIONS,
  type OwnFunction,
} from './own-functions.ts';
import { runFunction, takesFunctions } from './run-function.ts';

let registered = false;
let enabled = true;
let functionsAlways = false;

/** Registers the operations of the compiled addon; TensorFlow's library has to be loaded. @throws where they do not fit */
export function registerFusedOps(addon: string): void {
  createRequire(import.meta.url)(addon);
  registered = true;
}

/** Whether an operation below, and its gradient, can be used now. */
export function hasFusedOp(name: FusedOp): boolean {
  if (!enabled) return false;
  return usesFunctions() ? name in OWN_FUNCTIONS : registered && nativeBackend()?.isUsingGpuDevice === false;
}

/** Whether they are functions of TensorFlow, and adapted layers, too, should run as such. */
export function usesFunctions(): boolean {
  if (!enabled || !(functionsAlways || nativeBackend()?.isUsingGpuDevice)) return false;
  return takesFunctions();
}

/** Runs `work` with functions on a processor, too: for tests. */
export function withFunctions<T>(work: () => T): T {
  const before = functionsAlways;
  functionsAlways = true;
  try {
    return work();
  } finally {
    functionsAlways = before;
  }
}

/** Runs `work` the plain way: for tests and measurements that compare both. */
export function withoutFusedOps<T>(work: () => T): T {
  const before = enabled;
  enabled = false;
  try {
    return work();
  } finally {
    enabled = before;
  }
}

function fused(name: FusedOp, inputs: readonly tf.Tensor[], outputs: number, value = 0): tf.Tensor[] {
  if (usesFunctions()) {
    const make = (OWN_FUNCTIONS as Partial<Record<FusedOp, OwnFunction>>)[name];
    if (make) return runFunction(functionName(name, value), inputs, (called) => make(called, value));
  }
  return executeOp(`LoraGate${name}`, [floatAttribute('value', value)], inputs, outputs);
}

/** With the number that is baked in; TensorFlow takes letters, digits and underscores. */
export function functionName(name: string, value: number): string {
  return `LoraGateFunction${name}_${String(value).replace(/[^0-9a-zA-Z]/g, '_')}`;
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

/** With max = max(before, row) of each row of logits [M, C]: e^(logits − max) [M, C], max and the rows' sums [M, 1]. */
export function fusedExpRows(
  logits: tf.Tensor2D,
  before: tf.Tensor2D,
): { exp: tf.Tensor2D; max: tf.Tensor2D; sum: tf.Tensor2D } {
  const [exp, max, sum] = fused('ExpRows', [logits, before], 3) as [tf.Tensor2D, tf.Tensor2D, tf.Tensor2D];
  return { exp, max, sum };
}

/** A linear layer with its adapter, all in one: x [N, in], W [out, in] → y = x·Wᵀ + s·u·Bᵀ and u = x·Aᵀ. Where `usesFunctions`. */
export function fusedAdapted(
  x: tf.Tensor2D,
  weight: tf.Tensor2D | Bf16Tensor,
  { A, B }: { A: tf.Tensor2D; B: tf.Tensor2D },
  scaling: number,
): { y: tf.Tensor2D; u: tf.Tensor2D } {
  const dtype = dtypeOf(weight);
  const name = functionName(`Adapted_${dtype}`, scaling);
  const [y, u] = runFunction(name, [x, weight, A, B], (own) => adaptedForward(own, scaling, dtype)) as [
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  return { y, u };
}

/** Gradients of `fusedAdapted`; dx is null without `weight`. */
export function fusedAdaptedGrad(
  dy: tf.Tensor2D,
  { x, u }: { x: tf.Tensor2D; u: tf.Tensor2D },
  weight: tf.Tensor2D | Bf16Tensor | null,
  { A, B }: { A: tf.Tensor2D; B: tf.Tensor2D },
  scaling: number,
): { dA: tf.Tensor2D; dB: tf.Tensor2D; dx: tf.Tensor2D | null } {
  const dtype = weight ? dtypeOf(weight) : undefined;
  const name = functionName(`AdaptedGrad_${dtype ?? 'leaf'}`, scaling);
  const inputs = [dy, x, u, A, B, ...(weight ? [weight] : [])];
  const [dA, dB, dx] = runFunction(name, inputs, (own) => adaptedBackward(own, scaling, dtype)) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D | undefined,
  ];
  return { dA, dB, dx: dx ?? null };
}

const dtypeOf = (weight: tf.Tensor2D | Bf16Tensor) => (weight instanceof Bf16Tensor ? 'bfloat16' : 'float32');

/** Gradient of a softmax over the last dimension: p·(dp − Σ dp·p), all of one shape. */
export function fusedSoftmaxGrad<T extends tf.Tensor>(p: T, dp: T): T {
  return fused('SoftmaxGrad', [p, dp], 1)[0] as T;
}
