/**
 * Work that returns with other tensors, as one TensorFlow function: its operations are written down once, and done by the library
 * itself from then on, which costs a fraction of starting each from here. Knows no model.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import { type GraphConstant, type GraphSource, writeFunction } from './graph-function.ts';
import {
  Bf16Tensor,
  inputId,
  type NativeBackend,
  nativeBackend,
  type OpTensor,
  outputTensor,
  stringAttribute,
} from './raw-op.ts';
import { isRecording, type Recording, record } from './recording.ts';
import { fillTemplate, isTensor, type ResultTemplate, templateOf, tensorsIn } from './result-template.ts';
import { type OpDtype, TF_TYPES } from './tensorflow-enums.ts';

/** As native/binding.cc makes it. */
interface FunctionBinding extends TFJSBinding {
  addFunction?(definition: Uint8Array): void;
  removeFunction?(name: string): void;
}

/** A function that TensorFlow knows, and how the work's result is put together from its outputs. */
interface KnownFunction {
  name: string;
  /** Places of the arguments that it takes. */
  taken: readonly number[];
  outputs: number;
  result: ResultTemplate;
}

/**
 * What the work depends on, at any depth: tensors are the function's arguments; all else, and the tensors' shapes, says which
 * function it is. Tensors in `variable` may have any sizes, which the work must then not depend on.
 */
export interface WorkInputs {
  kind: string;
  variable?: unknown;
  [name: string]: unknown;
}

/** Functions that are held at a time; the longest unused makes room. */
const LIMIT = 128;
/** A step of a function is short: handing it to another thread takes longer (*measured*: a third of the time). */
const IN_THIS_THREAD = stringAttribute('executor_type', 'SINGLE_THREADED_EXECUTOR');

const known = new Map<string, KnownFunction>();
let made = 0;
let enabled = true;
let compiling = false;

/** Whether work is recorded from now on, or every operation started from here. */
export function useRecorded(on: boolean): void {
  enabled = on;
}

/** Whether XLA compiles what is recorded from now on: for seconds, for every function and every shape that it meets. */
export function useCompiler(on: boolean): void {
  compiling = on;
}

/** Runs `work` with every operation started from here: for tests and measurements that compare both. */
export function withoutRecorded<T>(work: () => T): T {
  const before = enabled;
  enabled = false;
  try {
    return work();
  } finally {
    enabled = before;
  }
}

/** How many functions TensorFlow holds now. */
export function recordedFunctions(): number {
  return known.size;
}

/** How many have been written in this process, those that made room included. */
export function functionsWritten(): number {
  return made;
}

/**
 * `work()`, whose result is tensors in lists, maps and records of any depth. `inputs` holds all that it depends on. The plain
 * way on backends that take no functions.
 * @throws when the work uses a tensor that TensorFlow holds and that is not among the inputs, or one made of many numbers; what is made of
 * a few while it is written down counts as the work's own, even if it came from outside
 */
export function recorded<T>(inputs: WorkInputs, work: () => T): T {
  const backend = nativeBackend();
  const binding = backend?.binding as FunctionBinding | undefined;
  if (!enabled || !backend || !binding?.addFunction || isRecording()) return work();
  const { key, tensors, ids } = identify(inputs, backend);
  const fn = known.get(key);
  if (!fn) return learn(inputs.kind, key, work, { tensors, ids, backend, binding });
  // The last used are the last in the map.
  known.delete(key);
  known.set(key, fn);
  return run(fn, { tensors, ids, backend, binding }) as T;
}

/** Does the work, and writes it down. */
function learn<T>(kind: string, key: string, work: () => T, call: Call): T {
  let result: T | undefined;
  const recording = record(() => {
    tf.tidy(() => {
      result = work();
      return [...tensorsIn(result)].filter((tensor) => tensor instanceof tf.Tensor);
    });
  });
  const fn = functionOf(kind, recording, result, call);
  known.set(key, fn);
  for (const [old, { name }] of known) {
    if (known.size <= LIMIT) break;
    known.delete(old);
    call.binding.removeFunction?.(name);
  }
  if (!compiling) return result as T;
  // XLA rounds in its own way, and the first time must not differ from the others.
  for (const tensor of tensorsIn(result)) if (!call.tensors.includes(tensor)) tensor.dispose();
  return run(fn, call) as T;
}

function run(fn: KnownFunction, { tensors, ids, backend, binding }: Call): unknown {
  const arguments_ = fn.taken.map((place) => ids[place] as number);
  const results = binding.executeOp(fn.name, [IN_THIS_THREAD], arguments_, fn.outputs);
  const outputs = results.map((metadata) => outputTensor(backend, metadata));
  return fillTemplate(fn.result, tensors, outputs);
}

const dtypeOf = (tensor: OpTensor): OpDtype =>
  tensor instanceof Bf16Tensor ? 'bfloat16' : (tensor.dtype as OpDtype);

/** The tensors among the inputs, each once, and a text that is the same where one function serves. */
function identify({ variable, ...fixed }: WorkInputs, backend: NativeBackend) {
  const tensors: OpTensor[] = [];
  const ids: number[] = [];
  const places = new Map<number, number>();
  let key = '';
  let sized = true;
  const visit = (value: unknown): void => {
    if (isTensor(value)) {
      const id = inputId(backend, value);
      const place = places.get(id);
      if (place === undefined) {
        places.set(id, tensors.push(value) - 1);
        ids.push(id);
        key += `${dtypeOf(value)}${sized ? value.shape.join('x') : `^${value.shape.length}`},`;
      } else key += `#${place},`;
    } else if (value instanceof Map) {
      visit([...value]);
    } else if (Array.isArray(value)) {
      key += '[';
      for (const item of value) visit(item);
      key += ']';
    } else if (typeof value === 'object' && value !== null) {
      key += '{';
      for (const name in value) {
        key += `${name}:`;
        visit((value as Record<string, unknown>)[name]);
      }
      key += '}';
    } else key += `${typeof value === 'string' ? JSON.stringify(value) : String(value)},`;
  };
  visit(fixed);
  sized = false;
  visit(variable);
  return { key, tensors, ids };
}

interface Call {
  tensors: readonly OpTensor[];
  ids: readonly number[];
  backend: NativeBackend;
  binding: FunctionBinding;
}

/** Tells TensorFlow of what was recorded. */
function functionOf(
  kind: string,
  { ops, constants }: Recording,
  result: unknown,
  { tensors, ids, backend, binding }: Call,
): KnownFunction {
  const taken: number[] = [];
  const values: GraphConstant[] = [];
  const sources = new Map<number, GraphSource>();
  const fromOutside = (id: number): GraphSource => {
    const place = ids.indexOf(id);
    if (place >= 0) return { argument: taken.push(place) - 1 };
    const constant = constants.get(id);
    if (constant) return { constant: values.push(constant) - 1 };
    const what = constants.has(id) ? 'one made of many numbers' : 'one that is not among its inputs';
    throw new Error(`the work recorded as ${kind} uses a tensor that it must not: ${what}`);
  };
  const sourceOf = (id: number): GraphSource => {
    const source = sources.get(id) ?? fromOutside(id);
    sources.set(id, source);
    return source;
  };
  const nodes = ops.map(({ op, attributes, inputs, outputs }, node) => {
    const from = inputs.map(sourceOf);
    outputs.forEach(({ id }, output) => {
      sources.set(id, { node, output });
    });
    return { op, attributes, inputs: from };
  });

  const outputs: { node: number; output: number; dtype: number }[] = [];
  const placed = new Map<number, number>();
  const template = templateOf(result, tensors, (tensor) => {
    const id = inputId(backend, tensor);
    const argument = ids.indexOf(id);
    if (argument >= 0) return { argument };
    const source = sourceOf(id);
    if (!('node' in source)) throw new Error(`the work recorded as ${kind} gives back a constant`);
    const place = placed.get(id) ?? outputs.push({ ...source, dtype: TF_TYPES[dtypeOf(tensor)] }) - 1;
    placed.set(id, place);
    return { output: place };
  });
  const name = `LoraGate_${kind}_${made}`;
  made += 1;
  const argumentTypes = taken.map((place) => TF_TYPES[dtypeOf(tensors[place] as OpTensor)]);
  binding.addFunction?.(
    writeFunction({ name, argumentTypes, constants: values, nodes, outputs, compiled: compiling }),
  );
  return { name, taken, outputs: outputs.length, result: template };
}
