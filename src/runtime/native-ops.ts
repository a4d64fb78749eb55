/**
 * The face of the raw operations: what the engine imports. Products and row look-ups with bfloat16 tables are here, one
 * operation and its types in raw-op.ts, tensors filled piece by piece in tensor-builder.ts. Knows no model.
 */

import * as tf from '@tensorflow/tfjs-core';
import {
  type Bf16Tensor,
  boolAttribute,
  executeBf16,
  fromBf16,
  intAttribute,
  toBf16,
  typeAttribute,
} from './raw-op.ts';

export {
  Bf16Tensor,
  boolAttribute,
  executeBf16,
  executeOne,
  executeOp,
  floatAttribute,
  fromBf16,
  intAttribute,
  type NativeBackend,
  nativeBackend,
  type OpAttribute,
  type OpInput,
  type OpTensor,
  toBf16,
  typeAttribute,
} from './raw-op.ts';
export { TensorBuilder, type TensorBuilderOptions } from './tensor-builder.ts';

/**
 * a·wᵀ (`transposeW`) or a·w for w [out, in] held in bfloat16: [n, in] → [n, out], or [n, out] → [n, in].
 * a and the result are rounded to bfloat16; sums are accumulated in float32.
 */
export function matMulBf16(a: tf.Tensor2D, w: Bf16Tensor, options: { transposeW: boolean }): tf.Tensor2D {
  const attributes = [
    boolAttribute('transpose_a', false),
    boolAttribute('transpose_b', options.transposeW),
    typeAttribute('T', 'bfloat16'),
  ];
  const narrow = toBf16(a);
  const product = executeBf16('MatMul', attributes, [narrow, w]);
  narrow.dispose();
  const wide = fromBf16(product) as tf.Tensor2D;
  product.dispose();
  return wide;
}

/** Rows of a [N, …] table held in bfloat16, as float32: indices [M] → [M, …]. */
export function gatherBf16(table: Bf16Tensor, indices: tf.Tensor1D): tf.Tensor {
  const axis = tf.scalar(0, 'int32');
  const attributes = [
    intAttribute('batch_dims', 0),
    typeAttribute('Tparams', 'bfloat16'),
    typeAttribute('Tindices', 'int32'),
    typeAttribute('Taxis', 'int32'),
  ];
  const rows = executeBf16('GatherV2', attributes, [table, indices, axis]);
  axis.dispose();
  const wide = fromBf16(rows);
  rows.dispose();
  return wide;
}
