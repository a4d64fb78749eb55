/**
 * The gated activations h = act(gate)·up and their gradients. Both are x·σ(z(x)): SiLU with z = x, and tanh-GELU, since
 * ½(1 + tanh u) = σ(2u), with z = 2√(2/π)·(x + 0.044715·x³).
 */

import * as tf from '@tensorflow/tfjs-core';
import type { ArchitectureSpec } from './architectures/architecture.ts';
import { scoped } from './scoped.ts';

type Activation = ArchitectureSpec['hidden_act'];

const GELU_LINEAR = 2 * Math.sqrt(2 / Math.PI);
const GELU_CUBIC = GELU_LINEAR * 0.044715;

function sigmoidOfGate(gate: tf.Tensor2D, act: Activation): tf.Tensor2D {
  if (act === 'silu') return tf.sigmoid(gate);
  const z: tf.Tensor2D = tf.mul(gate, tf.add(tf.mul(tf.square(gate), GELU_CUBIC), GELU_LINEAR));
  return tf.sigmoid(z);
}

/** h = act(gate)·up, all [N, F]. */
export function gatedActivation(gate: tf.Tensor2D, up: tf.Tensor2D, act: Activation): tf.Tensor2D {
  return scoped(() => tf.mul(tf.mul(gate, sigmoidOfGate(gate, act)), up));
}

/** Gradients of `gatedActivation`: with s = σ(z), act = x·s and act′ = s + x·s·(1 − s)·z′. */
export function gatedActivationBackward(
  dh: tf.Tensor2D,
  gate: tf.Tensor2D,
  up: tf.Tensor2D,
  act: Activation,
): { dgate: tf.Tensor2D; dup: tf.Tensor2D } {
  return scoped(() => {
    const s = sigmoidOfGate(gate, act);
    const value = tf.mul(gate, s);
    const dz = act === 'silu' ? tf.scalar(1) : tf.add(tf.mul(tf.square(gate), 3 * GELU_CUBIC), GELU_LINEAR);
    const slope = tf.add(s, tf.mul(tf.mul(value, tf.sub(1, s)), dz));
    return { dgate: tf.mul(tf.mul(dh, up), slope) as tf.Tensor2D, dup: tf.mul(dh, value) as tf.Tensor2D };
  });
}
