/** Choosing rows and columns of a matrix by index. */

import * as tf from '@tensorflow/tfjs-core';
import { executeOp, intAttribute, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';
import { scoped } from './scoped.ts';

/** x[indices]: [N, …] → [M, …]. */
export function gatherRows<T extends tf.Tensor>(x: T, indices: tf.Tensor1D): T {
  return gather(x, indices, 0);
}

/** x[:, indices]: [N, V] → [N, M]. */
export function gatherColumns(x: tf.Tensor2D, indices: tf.Tensor1D): tf.Tensor2D {
  return gather(x, indices, 1);
}

/**
 * The stock gather kernel of the native backend reads the indices back to check them, which stalls a GPU: the raw
 * operation does not. Indices are ours, never the user's.
 */
function gather<T extends tf.Tensor>(x: T, indices: tf.Tensor1D, along: 0 | 1): T {
  if (!nativeBackend()) return tf.gather(x, indices, along) as T;
  const axis = tf.scalar(along, 'int32');
  const attributes = [
    intAttribute('batch_dims', 0),
    typeAttribute('Tparams', x.dtype),
    typeAttribute('Tindices', 'int32'),
    typeAttribute('Taxis', 'int32'),
  ];
  const [gathered] = executeOp('GatherV2', attributes, [x, indices, axis], 1);
  axis.dispose();
  return gathered as T;
}

/** Some rows of a batch, in order, and the way back. Free it with `disposeAll`. */
export interface RowChoice {
  /** [M] the rows chosen. */
  rows: tf.Tensor1D;
  /** [N] for each row its place among the chosen ones; M for the others. */
  back: tf.Tensor1D;
}

/** `chosen` rows of N. */
export function chooseRows(chosen: ArrayLike<number>, N: number): RowChoice {
  const back = new Int32Array(N).fill(chosen.length);
  for (let place = 0; place < chosen.length; place += 1) back[chosen[place] as number] = place;
  return { rows: rowIndices(chosen), back: rowIndices(back) };
}

/** Gradient of choosing rows: [M, …] → [N, …], zero for the rows that were not chosen. */
export function spreadRows<T extends tf.Tensor>(x: T, { back }: RowChoice): T {
  return scoped(() => {
    // Not tf.zeros, which hands over as many numbers.
    const none = tf.fill([1, ...x.shape.slice(1)], 0);
    return gatherRows(tf.concat([x, none]) as T, back);
  });
}

/** An int32 tensor of row numbers. */
export function rowIndices(values: ArrayLike<number>): tf.Tensor1D {
  return tf.tensor1d(Int32Array.from(values), 'int32');
}
