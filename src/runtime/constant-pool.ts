/**
 * Scalars and short lists of whole numbers live in TensorFlow once. tfjs makes a tensor for every number in an expression; on a
 * GPU each is a copy that waits for everything that was started before it, hundreds of times a step. Knows only the binding.
 */

import type { TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import { TF_TYPES } from './tensorflow-enums.ts';

/** Shapes, axes and permutations have a few numbers each. */
const LONGEST = 8;
/** Values that change with every step must not push out those that return with every layer. */
const LIMIT = 512;

interface Constant {
  id: number;
  key: string;
  users: number;
}

/** The binding with createTensor and deleteTensor that share equal constants; unused ones leave when there are too many. */
export function withConstantPool(binding: TFJSBinding): TFJSBinding {
  const byKey = new Map<string, Constant>();
  const byId = new Map<number, Constant>();

  const forget = (constant: Constant) => {
    byKey.delete(constant.key);
    byId.delete(constant.id);
    binding.deleteTensor(constant.id);
  };
  const makeRoom = () => {
    for (const constant of byKey.values()) {
      if (byKey.size < LIMIT) return;
      if (constant.users === 0) forget(constant);
    }
  };
  const createTensor: TFJSBinding['createTensor'] = (shape, dtype, values) => {
    const key = keyOf(shape, dtype, values);
    if (key === undefined) return binding.createTensor(shape, dtype, values);
    let constant = byKey.get(key);
    if (constant) byKey.delete(key);
    else {
      makeRoom();
      if (byKey.size >= LIMIT) return binding.createTensor(shape, dtype, values);
      constant = { id: binding.createTensor(shape, dtype, values), key, users: 0 };
      byId.set(constant.id, constant);
    }
    // The last used are the last in the map.
    byKey.set(key, constant);
    constant.users += 1;
    return constant.id;
  };
  const deleteTensor = (id: number) => {
    const constant = byId.get(id);
    if (constant) constant.users -= 1;
    else binding.deleteTensor(id);
  };
  // The binding's own properties cannot be replaced: an object goes in front of it.
  return Object.create(binding, {
    createTensor: { value: createTensor },
    deleteTensor: { value: deleteTensor },
  }) as TFJSBinding;
}

function keyOf(shape: readonly number[], dtype: number, values: unknown): string | undefined {
  const scalar = dtype === TF_TYPES.float32 && shape.length === 0;
  const list = dtype === TF_TYPES.int32 && shape.length < 2 && (shape[0] ?? 1) <= LONGEST;
  if (!scalar && !list) return undefined;
  if (!ArrayBuffer.isView(values) && !Array.isArray(values)) return undefined;
  const numbers = [...(values as Iterable<number>)];
  // −0 and NaN are told apart from 0 and each other by nobody here, so they are not shared.
  if (numbers.some((value) => Number.isNaN(value) || Object.is(value, -0))) return undefined;
  return `${dtype}:${shape.length}:${numbers.join()}`;
}
