/** The soft cap of logits, cap·tanh(z/cap), where the architecture has it. Knows not whose logits they are. */

import * as tf from '@tensorflow/tfjs-core';
import { scoped } from './scoped.ts';

/** z itself without a cap. */
export function capped(z: tf.Tensor2D, cap: number | undefined): tf.Tensor2D {
  return cap === undefined ? z : scoped(() => tf.mul(tf.tanh(tf.div(z, cap)), cap));
}

/** d(cap·tanh(z/cap))/dz = 1 − (logit/cap)². */
export function slope<T extends tf.Tensor>(logits: T, cap: number): T {
  return scoped(() => tf.sub(1, tf.square(tf.div(logits, cap))) as T);
}
