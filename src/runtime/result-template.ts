/**
 * The shape of a result that holds tensors: which of a function's outputs and arguments stand where in lists, records and maps
 * of any depth, so that the same can be put together from other tensors. Knows no function.
 */

import * as tf from '@tensorflow/tfjs-core';
import { Bf16Tensor, type OpTensor } from './raw-op.ts';

/** What a tensor of the result is: an argument, or an output by its place. `copy`: the same values under a handle of their own. */
type TensorPlace = ({ argument: number } | { output: number }) & { copy: boolean; kept: boolean };

type Part =
  | { tensor: number }
  | { list: readonly Part[] }
  | { map: readonly (readonly [key: unknown, part: Part])[] }
  | { record: readonly (readonly [name: string, part: Part])[] }
  | { value: unknown };

export interface ResultTemplate {
  /** The result's tensors, each once, in the order in which they are met. */
  tensors: readonly TensorPlace[];
  whole: Part;
}

export function isTensor(value: unknown): value is OpTensor {
  return value instanceof tf.Tensor || value instanceof Bf16Tensor;
}

/** The tensors of a result, each once. */
export function tensorsIn(result: unknown): Set<OpTensor> {
  const tensors = new Set<OpTensor>();
  const visit = (value: unknown): void => {
    if (isTensor(value)) tensors.add(value);
    else if (value instanceof Map || Array.isArray(value)) for (const inner of value.values()) visit(inner);
    else if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) visit(inner);
  };
  visit(result);
  return tensors;
}

/**
 * Takes a result apart. `arguments_` are those of the work, as they were handed in; `placeOf` numbers what the binding holds:
 * an argument's place, or that of an output.
 */
export function templateOf(
  result: unknown,
  arguments_: readonly OpTensor[],
  placeOf: (tensor: OpTensor) => { argument: number } | { output: number },
): ResultTemplate {
  const tensors: TensorPlace[] = [];
  const met = new Map<OpTensor, number>();
  const outputs = new Set<number>();
  const add = (tensor: OpTensor): number => {
    const place = placeOf(tensor);
    let copy: boolean;
    if ('argument' in place) copy = arguments_[place.argument] !== tensor;
    else {
      copy = outputs.has(place.output);
      outputs.add(place.output);
    }
    return tensors.push({ ...place, copy, kept: tensor instanceof tf.Tensor && tensor.kept }) - 1;
  };
  const visit = (value: unknown): Part => {
    if (isTensor(value)) {
      const tensor = met.get(value) ?? add(value);
      met.set(value, tensor);
      return { tensor };
    }
    if (Array.isArray(value)) return { list: value.map(visit) };
    if (value instanceof Map) return { map: [...value].map(([key, inner]) => [key, visit(inner)] as const) };
    if (typeof value !== 'object' || value === null) return { value };
    return { record: Object.entries(value).map(([name, inner]) => [name, visit(inner)] as const) };
  };
  const whole = visit(result);
  return { tensors, whole };
}

/** The result with these arguments and outputs in their places. */
export function fillTemplate(
  { tensors, whole }: ResultTemplate,
  arguments_: readonly OpTensor[],
  outputs: readonly OpTensor[],
): unknown {
  const found = tensors.map((place): OpTensor => {
    const tensor = ('argument' in place ? arguments_[place.argument] : outputs[place.output]) as OpTensor;
    if (tensor instanceof Bf16Tensor) return tensor;
    const own = place.copy ? tf.clone(tensor) : tensor;
    return place.kept && !('argument' in place && !place.copy) ? tf.keep(own) : own;
  });
  const build = (part: Part): unknown => {
    if ('tensor' in part) return found[part.tensor];
    if ('list' in part) return part.list.map(build);
    if ('map' in part) return new Map(part.map.map(([key, inner]) => [key, build(inner)]));
    if ('record' in part) return Object.fromEntries(part.record.map(([name, inner]) => [name, build(inner)]));
    return part.value;
  };
  return build(whole);
}
