/** Reshaping without a word on how many rows there are: work that is recorded must not depend on it. */

import * as tf from '@tensorflow/tfjs-core';
import { executeOp, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';

/** x [..., …] → [rows, ...inner], as many rows as there are. tf.reshape would write down how many. */
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
