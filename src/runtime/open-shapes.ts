/**
 * Reshaping and slicing without a word on how many rows there are: tfjs writes that number down, and work that is recorded must
 * not depend on it. Knows no model.
 */

import * as tf from '@tensorflow/tfjs-core';
import { executeOp, nativeBackend, typeAttribute } from './raw-op.ts';

/** x [..., …] → [rows, ...inner], as many rows as there are. */
export function reshapeRows<T extends tf.Tensor>(x: tf.Tensor, inner: readonly number[]): T {
  if (!nativeBackend()) return tf.reshape(x, [-1, ...inner]) as T;
  return reshapeBy(x, tf.tensor1d([-1, ...inner], 'int32'));
}

/** To the shape that a tensor holds, where there is one; else to `shape`. */
export function reshapeTo<T extends tf.Tensor>(
  x: tf.Tensor,
  shape: readonly number[],
  held: tf.Tensor1D | undefined,
): T {
  return held && nativeBackend() ? reshapeBy(x, held) : (tf.reshape(x, [...shape]) as T);
}

function reshapeBy<T extends tf.Tensor>(x: tf.Tensor, shape: tf.Tensor1D): T {
  const attributes = [typeAttribute('T', x.dtype), typeAttribute('Tshape', 'int32')];
  return executeOp('Reshape', attributes, [x, shape], 1)[0] as T;
}

/** A part of x; a size of −1 is all from there on. */
export function openSlice<T extends tf.Tensor>(x: T, begin: readonly number[], size: readonly number[]): T {
  if (!nativeBackend()) return tf.slice(x, [...begin], [...size]) as T;
  const bounds = [begin, size].map((values) => tf.tensor1d([...values], 'int32'));
  const attributes = [typeAttribute('T', x.dtype), typeAttribute('Index', 'int32')];
  const [part] = executeOp('Slice', attributes, [x, ...bounds], 1);
  tf.dispose(bounds);
  return part as T;
}
