/**
 * A tensor filled piece by piece, in order, so that loading a weight costs the tensor and one piece, never two copies.
 * On the CPU the pieces go into one TensorFlow buffer; on a GPU, where host memory is the narrow place, they are joined on
 * the device; with WebGPU they are written into its buffer; on other backends they are collected in one array. Knows nothing of files and formats.
 */

import * as tf from '@tensorflow/tfjs-core';
import {
  type Bf16Tensor,
  boolAttribute,
  executeOne,
  intAttribute,
  nativeBackend,
  type OpAttribute,
  type OpInput,
  type OpTensor,
  requireNativeBackend,
  toBf16,
  typeAttribute,
} from './raw-op.ts';
import { DeviceSink, webGpuBackend } from './webgpu-tensors.ts';

export interface TensorBuilderOptions {
  /** Joins the pieces at the end instead of writing into one buffer. Default: on a GPU. */
  join?: boolean;
}

type Dtype = 'float32' | 'bfloat16';

/** Where the values go: whole rows of `width` values, in order. */
interface Sink {
  write(rows: Float32Array): void;
  finish(): OpTensor;
  discard(): void;
}

/** Values that travel in one operation: 16 MiB of float32. */
const PIECE_VALUES = 1 << 22;

const sizeOf = (shape: readonly number[]) => shape.reduce((product, n) => product * n, 1);

/** Fills a tensor of `shape` from pieces of any length, in row-major order. No tidy() disposes of its result. */
export class TensorBuilder {
  readonly shape: readonly number[];
  readonly #size: number;
  readonly #width: number;
  readonly #sink: Sink;
  /** The row that has begun but is not whole yet; made when it is first needed. */
  #partial: Float32Array | undefined;
  #partialLength = 0;
  #appended = 0;

  /** @throws UserError for bfloat16 without TensorFlow */
  constructor(shape: readonly number[], dtype: Dtype, options: TensorBuilderOptions = {}) {
    this.shape = [...shape];
    this.#size = sizeOf(shape);
    this.#width = Math.max(1, shape.length < 2 ? this.#size : this.#size / (shape[0] || 1));
    const backend = dtype === 'bfloat16' ? requireNativeBackend('bfloat16') : nativeBackend();
    const webGpu = webGpuBackend();
    if (webGpu) this.#sink = new DeviceSink(webGpu, this.shape);
    else if (!backend) this.#sink = new ArraySink(this.shape);
    else if (options.join ?? backend.isUsingGpuDevice)
      this.#sink = new JoinSink(this.shape, this.#width, dtype);
    else this.#sink = new BufferSink(this.shape, this.#width, dtype);
  }

  /** Takes a copy: the caller may reuse `values`. @throws when more arrives than the shape holds */
  append(values: Float32Array): void {
    this.#appended += values.length;
    if (this.#appended > this.#size) throw this.#wrongCount();
    const rest = this.#partialLength > 0 ? this.#completeRow(values) : values;
    const whole = rest.length - (rest.length % this.#width);
    const step = Math.max(1, Math.floor(PIECE_VALUES / this.#width)) * this.#width;
    for (let start = 0; start < whole; start += step) {
      this.#sink.write(rest.subarray(start, Math.min(whole, start + step)));
    }
    if (whole < rest.length) {
      this.#partial ??= new Float32Array(this.#width);
      this.#partial.set(rest.subarray(whole));
      this.#partialLength = rest.length - whole;
    }
  }

  /** The tensor, owned by the caller; a Bf16Tensor for bfloat16. @throws when values are missing */
  finish(): tf.Tensor | Bf16Tensor {
    if (this.#appended !== this.#size) {
      this.discard();
      throw this.#wrongCount();
    }
    return this.#sink.finish();
  }

  /** Gives up what was filled so far. */
  discard(): void {
    this.#sink.discard();
  }

  #completeRow(values: Float32Array): Float32Array {
    const partial = this.#partial as Float32Array;
    const missing = Math.min(this.#width - this.#partialLength, values.length);
    partial.set(values.subarray(0, missing), this.#partialLength);
    this.#partialLength += missing;
    if (this.#partialLength === this.#width) {
      this.#sink.write(partial);
      this.#partialLength = 0;
    }
    return values.subarray(missing);
  }

  #wrongCount(): Error {
    return new Error(`${this.#appended} values for a tensor of [${this.shape.join(', ')}] = ${this.#size}`);
  }
}

/** Runs an operation whose result outlives every tidy(). */
function executeKept(name: string, attributes: readonly OpAttribute[], inputs: readonly OpInput[]): OpTensor {
  const result = executeOne(name, attributes, inputs);
  return result instanceof tf.Tensor ? tf.keep(result) : result;
}

/** `input` under another shape: shares its buffer. Disposes of `input`. */
function reshapeKept(input: OpTensor, shape: readonly number[], dtype: Dtype): OpTensor {
  const to = tf.tensor1d([...shape], 'int32');
  const result = executeKept(
    'Reshape',
    [typeAttribute('T', dtype), typeAttribute('Tshape', 'int32')],
    [input, to],
  );
  to.dispose();
  input.dispose();
  return result;
}

/**
 * One buffer from `Empty`, written by `InplaceUpdate`, whose CPU kernel writes into the buffer of its first input
 * whoever else holds it (tensorflow/core/kernels/inplace_ops.cc: "this creates an alias intentionally").
 */
class BufferSink implements Sink {
  readonly #shape: readonly number[];
  readonly #width: number;
  readonly #dtype: Dtype;
  #buffer: OpTensor | undefined;
  #rows = 0;

  constructor(shape: readonly number[], width: number, dtype: Dtype) {
    this.#shape = shape;
    this.#width = width;
    this.#dtype = dtype;
    const matrix = tf.tensor1d([sizeOf(shape) / width, width], 'int32');
    this.#buffer = executeKept(
      'Empty',
      [typeAttribute('dtype', dtype), boolAttribute('init', false)],
      [matrix],
    );
    matrix.dispose();
  }

  write(rows: Float32Array): void {
    const count = rows.length / this.#width;
    const indices = tf.range(this.#rows, this.#rows + count, 1, 'int32');
    const wide = tf.tensor2d(rows, [count, this.#width]);
    const piece = this.#dtype === 'bfloat16' ? toBf16(wide) : wide;
    const before = this.#buffer as OpTensor;
    this.#buffer = executeKept('InplaceUpdate', [typeAttribute('T', this.#dtype)], [before, indices, piece]);
    for (const used of [before, indices, wide]) used.dispose();
    if (piece !== wide) piece.dispose();
    this.#rows += count;
  }

  finish(): OpTensor {
    const result = reshapeKept(this.#buffer as OpTensor, this.#shape, this.#dtype);
    this.#buffer = undefined;
    return result;
  }

  discard(): void {
    this.#buffer?.dispose();
    this.#buffer = undefined;
  }
}

/** Pieces kept on the device and concatenated there: twice the tensor, but of the device's memory. */
class JoinSink implements Sink {
  readonly #shape: readonly number[];
  readonly #width: number;
  readonly #dtype: Dtype;
  #pieces: OpTensor[] = [];

  constructor(shape: readonly number[], width: number, dtype: Dtype) {
    this.#shape = shape;
    this.#width = width;
    this.#dtype = dtype;
  }

  write(rows: Float32Array): void {
    // A copy, because TensorFlow may go on using the array's memory itself; the operation uploads it at once.
    const wide = tf.tensor2d(rows.slice(), [rows.length / this.#width, this.#width]);
    const float = this.#dtype === 'float32';
    this.#pieces.push(
      float ? executeKept('Identity', [typeAttribute('T', 'float32')], [wide]) : toBf16(wide),
    );
    wide.dispose();
  }

  finish(): OpTensor {
    const [first] = this.#pieces;
    if (this.#pieces.length === 1 && first) {
      this.#pieces = [];
      return reshapeKept(first, this.#shape, this.#dtype);
    }
    const axis = tf.scalar(0, 'int32');
    const attributes = [
      intAttribute('N', this.#pieces.length),
      typeAttribute('T', this.#dtype),
      typeAttribute('Tidx', 'int32'),
    ];
    const joined = executeKept('ConcatV2', attributes, [...this.#pieces, axis]);
    axis.dispose();
    this.discard();
    return reshapeKept(joined, this.#shape, this.#dtype);
  }

  discard(): void {
    for (const piece of this.#pieces) piece.dispose();
    this.#pieces = [];
  }
}

/** Without TensorFlow tensors live in JavaScript: the array is the tensor. */
class ArraySink implements Sink {
  readonly #shape: readonly number[];
  #values: Float32Array;
  #length = 0;

  constructor(shape: readonly number[]) {
    this.#shape = shape;
    this.#values = new Float32Array(sizeOf(shape));
  }

  write(rows: Float32Array): void {
    this.#values.set(rows, this.#length);
    this.#length += rows.length;
  }

  finish(): OpTensor {
    return tf.keep(tf.tensor(this.#values, [...this.#shape], 'float32'));
  }

  discard(): void {
    this.#values = new Float32Array(0);
  }
}
