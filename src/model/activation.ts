/**
 * The gated activations h = act(gate)·up and their gradients. Both are x·σ(z(x)): SiLU with z = x, and tanh-GELU, since
 * ½(1 + tanh u) = σ(2u), with z = 2√(2/π)·(x + 0.044715·x³).
 */

import * as tf from '@tensorflow/tfjs-core';
import { fusedActivation, fusedActivationGrad, hasFusedOps } from '../runtime/fused-ops.ts';
import { executeOp, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';
import type { ArchitectureSpec } from './architectures/architecture.ts';
import { scoped } from './scoped.ts';

/** z = x·(c·x² + l) of GELU's tanh form. */
const GELU_LINEAR = 2 * Math.sqrt(2 / Math.PI);
const GELU_CUBIC = GELU_LINEAR * 0.044715;

type Activation = ArchitectureSpec['hidden_act'];

/** h = act(gate)·up, all [N, F]. */
export function gatedActivation(gate: tf.Tensor2D, up: tf.Tensor2D, act: Activation): tf.Tensor2D {
  if (hasFusedOps()) return fusedActivation(gate, up, act);
  return scoped(() => {
    const s = tf.sigmoid(
      act === 'silu' ? gate : tf.mul(gate, tf.add(tf.mul(tf.square(gate), GELU_CUBIC), GELU_LINEAR)),
    );
    return tf.mul(tf.mul(gate, s), up);
  });
}

/** Gradients of `gatedActivation` from that of h: with s = σ(z), act = x·s and act′ = s + s·(1 − s)·x·z′. */
export function gatedActivationBackward(
  dh: tf.Tensor2D,
  gate: tf.Tensor2D,
  up: tf.Tensor2D,
  act: Activation,
): { dgate: tf.Tensor2D; dup: tf.Tensor2D } {
  if (hasFusedOps()) return fusedActivationGrad(gate, up, dh, act);
  return scoped(() => {
    const { s, rise } = act === 'silu' ? { s: tf.sigmoid(gate), rise: gate } : geluParts(gate);
    const slope = tf.add(s, sigmoidGradient(s, rise));
    return { dgate: tf.mul(tf.mul(dh, up), slope), dup: tf.mul(dh, tf.mul(gate, s)) };
  });
}

/** s = σ(z) and x·z′, which share c·x²: z = x·(c·x² + l), x·z′ = x·(3·c·x² + l). */
function geluParts(gate: tf.Tensor2D): { s: tf.Tensor2D; rise: tf.Tensor2D } {
  return scoped(() => {
    const cubic: tf.Tensor2D = tf.mul(tf.square(gate), GELU_CUBIC);
    const inner: tf.Tensor2D = tf.add(cubic, GELU_LINEAR);
    const z: tf.Tensor2D = tf.mul(gate, inner);
    return { s: tf.sigmoid(z), rise: tf.mul(gate, tf.addN([inner, cubic, cubic])) };
  });
}

/** s·(1 − s)·d, in one operation where there is one. */
function sigmoidGradient(s: tf.Tensor2D, d: tf.Tensor2D): tf.Tensor2D {
  if (!nativeBackend()) return scoped(() => tf.mul(tf.mul(s, tf.sub(1, s)), d));
  return executeOp('SigmoidGrad', [typeAttribute('T', 'float32')], [s, d], 1)[0] as tf.Tensor2D;
}
