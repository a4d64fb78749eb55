/** Runs TensorFlow functions by name, telling the library of each when it is first needed. Knows none of them. */

import type * as tf from '@tensorflow/tfjs-core';
import type { TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import type { GraphFunction } from './graph-function.ts';
import { executeOp, nativeBackend, type OpInput, stringAttribute } from './raw-op.ts';

/** As native/binding.cc makes it. */
interface FunctionBinding extends TFJSBinding {
  addFunction?(definition: Uint8Array): void;
}

/** A step of a function is short: handing it to another thread takes longer (*measured*: a third of the time). */
const IN_THIS_THREAD = stringAttribute('executor_type', 'SINGLE_THREADED_EXECUTOR');

/** Functions that the library has been told of: outputs by name. */
const known = new Map<string, number>();

function functionBinding(): FunctionBinding | undefined {
  return nativeBackend()?.binding as FunctionBinding | undefined;
}

/** Whether the binding in use can be told of functions. */
export function takesFunctions(): boolean {
  return functionBinding()?.addFunction !== undefined;
}

/** Runs the function called `name`; `make` is asked for it once in a process. @throws where TensorFlow refuses it */
export function runFunction(
  name: string,
  inputs: readonly OpInput[],
  make: (name: string) => GraphFunction,
): tf.Tensor[] {
  let outputs = known.get(name);
  if (outputs === undefined) {
    const made = make(name);
    functionBinding()?.addFunction?.(made.definition);
    outputs = made.outputs;
    known.set(name, outputs);
  }
  return executeOp(name, [IN_THIS_THREAD], inputs, outputs);
}
