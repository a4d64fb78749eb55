/**
 * One raw TensorFlow operation, and bfloat16, a type that tfjs does not know: a Bf16Tensor lives outside tfjs, no tidy()
 * sees it, its owner disposes of it. On the WASM and JavaScript backends there are no raw operations. Knows no model.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { NodeJSKernelBackend } from '@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js';
import type { TensorMetadata, TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import { UserError } from '../errors.ts';
import { ATTRIBUTE, type OpDtype, TF_TYPES } from './tensorflow-enums.ts';

/** What is used of tfjs' native backend; the last two are private there, and there is no public way to the same. */
export interface NativeBackend {
  binding: TFJSBinding;
  isUsingGpuDevice: boolean;
  getInputTensorIds(tensors: readonly tf.TensorInfo[]): number[];
  createOutputTensor(metadata: TensorMetadata): tf.Tensor;
}

export interface OpAttribute {
  name: string;
  type: number;
  value: number | boolean | string;
}

/** The active backend when it is TensorFlow's, else undefined. */
export function nativeBackend(): NativeBackend | undefined {
  if (tf.getBackend() !== 'tensorflow') return undefined;
  return tf.backend() as NodeJSKernelBackend as unknown as NativeBackend;
}

/** @throws UserError on a backend other than TensorFlow's */
export function requireNativeBackend(what: string): NativeBackend {
  const backend = nativeBackend();
  if (backend) return backend;
  throw new UserError(
    'native-required',
    `${what} needs the TensorFlow runtime, but ${tf.getBackend()} is in use`,
    {
      hint: 'run `lora-gate doctor` to see why TensorFlow did not load, or use base_dtype: float32',
    },
  );
}

export function typeAttribute(name: string, dtype: tf.DataType | OpDtype): OpAttribute {
  const value = TF_TYPES[dtype as OpDtype];
  if (value === undefined) throw new Error(`no TensorFlow type for ${dtype}`);
  return { name, type: ATTRIBUTE.type, value };
}

export function stringAttribute(name: string, value: string): OpAttribute {
  return { name, type: ATTRIBUTE.string, value };
}

export function boolAttribute(name: string, value: boolean): OpAttribute {
  return { name, type: ATTRIBUTE.bool, value };
}

export function intAttribute(name: string, value: number): OpAttribute {
  return { name, type: ATTRIBUTE.int, value };
}

export function floatAttribute(name: string, value: number): OpAttribute {
  return { name, type: ATTRIBUTE.float, value };
}

/** A tensor of bfloat16 values in TensorFlow's memory. */
export class Bf16Tensor {
  /** How many are alive, for leak checks: tf.memory() does not count them. */
  static alive = 0;

  readonly shape: readonly number[];
  /** The binding's handle. */
  readonly id: number;
  #binding: TFJSBinding | undefined;

  constructor(binding: TFJSBinding, id: number, shape: readonly number[]) {
    this.#binding = binding;
    this.id = id;
    this.shape = shape;
    Bf16Tensor.alive += 1;
  }

  get isDisposed(): boolean {
    return this.#binding === undefined;
  }

  /** Gives the memory back; a second call does nothing. */
  dispose(): void {
    if (!this.#binding) return;
    this.#binding.deleteTensor(this.id);
    this.#binding = undefined;
    Bf16Tensor.alive -= 1;
  }
}

/** `work` with a tensor that no tidy() may see, which is freed after it whatever happens. */
export function freeing<T extends { dispose(): void }, R>(tensor: T, work: (tensor: T) => R): R {
  try {
    return work(tensor);
  } finally {
    tensor.dispose();
  }
}

export type OpInput = tf.TensorInfo | Bf16Tensor;
export type OpTensor = tf.Tensor | Bf16Tensor;

/** The binding's id of a tensor, which is sent there first if need be. */
export function inputId(backend: NativeBackend, input: OpInput): number {
  if (input instanceof Bf16Tensor) {
    if (input.isDisposed) throw new Error('the bfloat16 tensor is disposed');
    return input.id;
  }
  return backend.getInputTensorIds([input])[0] as number;
}

/** A tensor around what the binding gave: a Bf16Tensor for bfloat16. */
export function outputTensor(backend: NativeBackend, metadata: TensorMetadata): OpTensor {
  if (metadata.dtype !== TF_TYPES.bfloat16) return backend.createOutputTensor(metadata);
  return new Bf16Tensor(backend.binding, metadata.id, metadata.shape);
}

function execute(
  name: string,
  attributes: readonly OpAttribute[],
  inputs: readonly OpInput[],
  outputs: number,
): { backend: NativeBackend; results: TensorMetadata[] } {
  const backend = requireNativeBackend(name);
  const ids = inputs.map((input) => inputId(backend, input));
  return { backend, results: backend.binding.executeOp(name, [...attributes], ids, outputs) };
}

/**
 * Runs one TensorFlow operation; its outputs are ordinary tfjs tensors, seen by tidy(), but no gradient is recorded.
 * @throws UserError on a backend other than TensorFlow's
 */
export function executeOp(
  name: string,
  attributes: readonly OpAttribute[],
  inputs: readonly OpInput[],
  outputs: number,
): tf.Tensor[] {
  const { backend, results } = execute(name, attributes, inputs, outputs);
  return results.map((metadata) => backend.createOutputTensor(metadata));
}

/** Runs one TensorFlow operation with one output of whichever type: a Bf16Tensor for bfloat16. */
export function executeOne(
  name: string,
  attributes: readonly OpAttribute[],
  inputs: readonly OpInput[],
): OpTensor {
  const { backend, results } = execute(name, attributes, inputs, 1);
  return outputTensor(backend, results[0] as TensorMetadata);
}

/** Runs one TensorFlow operation whose only output is of type bfloat16; the caller disposes of it. */
export function executeBf16(
  name: string,
  attributes: readonly OpAttribute[],
  inputs: readonly OpInput[],
): Bf16Tensor {
  const result = executeOne(name, attributes, inputs);
  if (!(result instanceof Bf16Tensor)) throw new Error(`${name} gave ${result.dtype}, not bfloat16`);
  return result;
}

function castAttributes(from: OpDtype, to: OpDtype): OpAttribute[] {
  return [typeAttribute('SrcT', from), typeAttribute('DstT', to), boolAttribute('Truncate', false)];
}

/** A copy rounded to bfloat16 (to nearest even). */
export function toBf16(t: tf.Tensor): Bf16Tensor {
  return executeBf16('Cast', castAttributes('float32', 'bfloat16'), [t]);
}

/** A float32 copy, exact. */
export function fromBf16(b: Bf16Tensor): tf.Tensor {
  return executeOp('Cast', castAttributes('bfloat16', 'float32'), [b], 1)[0] as tf.Tensor;
}
