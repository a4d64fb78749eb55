/**
 * The face of the raw operations: what the engine imports. Products and row look-ups with bfloat16 tables are here, one
 * operation and its types in raw-op.ts, tensors filled piece by piece in tensor-builder.ts. Knows no model.
 */

import * as tf from '@tensorflow/tfjs-core';
import { openSlice } from './open-shapes.ts';
import {
  type Bf16Tensor,
  boolAttribute,
  executeBf16,
  freeing,
  fromBf16,
  intAttribute,
  requireNativeBackend,
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
  freeing,
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

export interface MatMulBf16Options {
  /** Multiply with wᵀ. */
  transposeW: boolean;
  /** The operands and the result may be rounded to bfloat16 where that is faster: for generation, not for scores. */
  roundResult?: boolean;
}

/**
 * Weight values that are widened at a time. *Measured* (AVX-512 without bfloat16 instructions, [256, 640]·[640, 262144]):
 * blocks of this size run at float32's speed, four times TensorFlow's own bfloat16 product; larger ones leave the cache.
 */
const BLOCK_VALUES = 5 << 20;

/**
 * a·wᵀ (`transposeW`) or a·w for w [out, in] held in bfloat16: [n, in] → [n, out], or [n, out] → [n, in].
 * On a CPU the weight is widened block by block and the product is a float32 one, exact for the rounded weight. On a GPU,
 * or with `roundResult`, a and the result are rounded to bfloat16, too, and sums are accumulated in float32.
 */
export function matMulBf16(a: tf.Tensor2D, w: Bf16Tensor, options: MatMulBf16Options): tf.Tensor2D {
  if (options.roundResult || requireNativeBackend('bfloat16').isUsingGpuDevice) {
    return matMulRounded(a, w, options.transposeW);
  }
  return tf.tidy(() => matMulWidened(a, w, options.transposeW));
}

function matMulRounded(a: tf.Tensor2D, w: Bf16Tensor, transposeW: boolean): tf.Tensor2D {
  const attributes = [
    boolAttribute('transpose_a', false),
    boolAttribute('transpose_b', transposeW),
    typeAttribute('T', 'bfloat16'),
  ];
  const product = freeing(toBf16(a), (narrow) => executeBf16('MatMul', attributes, [narrow, w]));
  return freeing(product, fromBf16) as tf.Tensor2D;
}

function matMulWidened(a: tf.Tensor2D, w: Bf16Tensor, transposeW: boolean): tf.Tensor2D {
  const [rows, width] = w.shape as [number, number];
  const step = Math.max(1, Math.floor(BLOCK_VALUES / width));
  const products: tf.Tensor2D[] = [];
  for (let start = 0; start < rows; start += step) {
    const count = Math.min(step, rows - start);
    const block = widenRows(w, start, count);
    // a·wᵀ: the blocks give neighbouring columns. a·w: each takes its columns of a, and the products add up.
    if (transposeW) products.push(tf.matMul(a, block, false, true));
    else {
      const part = count === rows ? a : openSlice(a, [0, start], [-1, count]);
      const sum = products.pop() as tf.Tensor2D | undefined;
      const product: tf.Tensor2D = tf.matMul(part, block);
      products.push(sum ? tf.add(sum, product) : product);
      for (const used of sum ? [sum, product] : []) used.dispose();
      if (part !== a) part.dispose();
    }
    block.dispose();
  }
  return products.length === 1 ? (products[0] as tf.Tensor2D) : tf.concat2d(products, 1);
}

/** Rows [start, start + count) of w in float32. */
export function widenRows(w: Bf16Tensor, start: number, count: number): tf.Tensor2D {
  if (count === w.shape[0]) return fromBf16(w) as tf.Tensor2D;
  return freeing(sliceBf16Rows(w, start, count), fromBf16) as tf.Tensor2D;
}

/** Rows [start, start + count) of w, as they are: a run of whole rows shares the weight's buffer. */
export function sliceBf16Rows(w: Bf16Tensor, start: number, count: number): Bf16Tensor {
  const begin = tf.tensor1d([start, 0], 'int32');
  const size = tf.tensor1d([count, -1], 'int32');
  const attributes = [typeAttribute('T', 'bfloat16'), typeAttribute('Index', 'int32')];
  const slice = executeBf16('Slice', attributes, [w, begin, size]);
  begin.dispose();
  size.dispose();
  return slice;
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
  const rows = freeing(axis, () => executeBf16('GatherV2', attributes, [table, indices, axis]));
  return freeing(rows, fromBf16);
}
