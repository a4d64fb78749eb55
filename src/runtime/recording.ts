/**
 * Writes down which operations reach TensorFlow while some work is done, so that the library can do the same again by itself.
 * Stands between tfjs and the binding; knows neither what is computed nor what becomes of the record.
 */

import type { TensorMetadata, TFEOpAttr, TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import type { GraphConstant } from './graph-function.ts';

export interface RecordedOp {
  op: string;
  attributes: readonly TFEOpAttr[];
  /** Ids of the binding. */
  inputs: readonly number[];
  outputs: readonly TensorMetadata[];
}

export interface Recording {
  ops: RecordedOp[];
  /** Tensors that were made of numbers meanwhile, by id: shapes, axes, scalars. Undefined: too many numbers for that. */
  constants: Map<number, GraphConstant | undefined>;
}

/** Shapes, axes, permutations and paddings have no more. More numbers are data, which would be different the next time. */
const LONGEST_CONSTANT = 8;

let current: Recording | undefined;

export function isRecording(): boolean {
  return current !== undefined;
}

/** Does `work` and tells what it had TensorFlow do. */
export function record(work: () => void): Recording {
  if (current) throw new Error('a recording is going on already');
  const recording: Recording = { ops: [], constants: new Map() };
  current = recording;
  try {
    work();
    return recording;
  } finally {
    current = undefined;
  }
}

/**
 * The binding, with what passes through it written down while a recording goes on. Tensors are then made by `plain`, which shares
 * none: a number of the work must not be taken for an argument that has its value this time.
 */
export function withRecording(binding: TFJSBinding, plain: TFJSBinding): TFJSBinding {
  const createTensor: TFJSBinding['createTensor'] = (shape, dtype, values) => {
    if (!current) return binding.createTensor(shape, dtype, values);
    const id = plain.createTensor(shape, dtype, values);
    current.constants.set(id, constantOf(shape, dtype, values));
    return id;
  };
  const executeOp: TFJSBinding['executeOp'] = (op, attributes, inputs, count) => {
    const outputs = binding.executeOp(op, attributes, inputs, count);
    current?.ops.push({ op, attributes: [...attributes], inputs: [...inputs], outputs });
    return outputs;
  };
  // The binding's own properties cannot be replaced: an object goes in front of it.
  return Object.create(binding, {
    createTensor: { value: createTensor },
    executeOp: { value: executeOp },
  }) as TFJSBinding;
}

function constantOf(shape: readonly number[], dtype: number, values: unknown): GraphConstant | undefined {
  if (!ArrayBuffer.isView(values) && !Array.isArray(values)) return undefined;
  const numbers = values as ArrayLike<number>;
  if (numbers.length > LONGEST_CONSTANT) return undefined;
  return { shape: [...shape], dtype, values: Array.from(numbers) };
}
