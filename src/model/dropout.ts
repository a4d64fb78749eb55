/**
 * Dropout on a LoRA branch, replayable: the mask is drawn from a seed, so the backward pass draws it again instead of
 * keeping it.
 */

import * as tf from '@tensorflow/tfjs-core';
import { createRng } from '../rng.ts';
import { fusedDropout, hasFusedOps } from '../runtime/fused-ops.ts';
import { executeOp, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';
import { scoped } from './scoped.ts';

export interface Dropout {
  /** The share that is set to zero; the rest is divided by 1 − p. */
  p: number;
  seed: DropoutSeed;
}

/** A 32-bit integer, also as the tensor that work on the native backend takes it from: every step has another. */
export interface DropoutSeed {
  value: number;
  /** int32 [2], the value and 0. */
  tensor: tf.Tensor1D;
}

/** Uniform numbers in [0, 1) that depend on the seed alone: Philox on the native backend, our generator elsewhere. */
function uniform(x: tf.Tensor2D, seed: DropoutSeed): tf.Tensor2D {
  if (!nativeBackend()) {
    const rng = createRng(seed.value);
    return tf.tensor2d(
      Float32Array.from({ length: x.size }, () => rng.uniform()),
      x.shape,
    );
  }
  // The shape by an operation: work that is recorded must not depend on it.
  const ofShape = [typeAttribute('T', 'float32'), typeAttribute('out_type', 'int32')];
  const shape = executeOp('Shape', ofShape, [x], 1)[0] as tf.Tensor1D;
  const attributes = [
    typeAttribute('dtype', 'float32'),
    typeAttribute('T', 'int32'),
    typeAttribute('Tseed', 'int32'),
  ];
  return executeOp('StatelessRandomUniform', attributes, [shape, seed.tensor], 1)[0] as tf.Tensor2D;
}

/** x∘mask/(1 − p). */
export function drop(x: tf.Tensor2D, dropout: Dropout | undefined): tf.Tensor2D {
  if (!dropout || dropout.p === 0) return x;
  // Operations get it as float32: both ways work with the same number.
  const p = Math.fround(dropout.p);
  if (p === 1) return tf.zerosLike(x); // 1 − 1e-9, say: nothing is left to scale up.
  if (hasFusedOps()) return fusedDropout(x, dropout.seed.tensor, p);
  return dropPlainly(x, { ...dropout, p });
}

/** `drop` in TensorFlow's own operations, for p in float32 and below 1. */
export function dropPlainly(x: tf.Tensor2D, { p, seed }: Dropout): tf.Tensor2D {
  return scoped(() => {
    const keep = tf.cast(tf.greaterEqual(uniform(x, seed), p), 'float32');
    return tf.mul(x, tf.mul(keep, 1 / (1 - p)));
  });
}

/** The gradient passes through the same mask. */
export const dropBackward = drop;
