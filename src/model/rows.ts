/** Choosing rows of a matrix by index, and putting them back. */

import * as tf from '@tensorflow/tfjs-core';
import { executeOp, intAttribute, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';

/**
 * x[indices]: [N, …] → [M, …].
 * The stock gather kernel of the native backend reads the indices back to check them, which stalls a GPU: the raw
 * operation does not. Indices are ours, never the user's.
 */
export function gatherRows<T extends tf.Tensor>(x: T, indices: tf.Tensor1D): T {
  if (!nativeBackend()) return tf.gather(x, indices) as T;
  const axis = tf.scalar(0, 'int32');
  const attributes = [
    intAttribute('batch_dims', 0),
    typeAttribute('Tparams', x.dtype),
    typeAttribute('Tindices', 'int32'),
    typeAttribute('Taxis', 'int32'),
  ];
  const [rows] = executeOp('GatherV2', attributes, [x, indices, axis], 1);
  axis.dispose();
  return rows as T;
}

/** An int32 tensor of row numbers. */
export function rowIndices(values: ArrayLike<number>): tf.Tensor1D {
  return tf.tensor1d(Int32Array.from(values), 'int32');
}
