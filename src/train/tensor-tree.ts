/**
 * Named sets of tensors: parameters, gradients, moments. LoRA matrices come in a handful of shapes, many of each, and
 * eager dispatch costs tens of microseconds an operation: everything element-wise works on one stack per shape, so that
 * a step takes about a hundred operations instead of thousands. Knows nothing of LoRA or of optimizers.
 */

import * as tf from '@tensorflow/tfjs-core';

export type TensorTree = ReadonlyMap<string, tf.Tensor>;

/** The names of the tensors of each shape, sorted; the key is the shape (`8x640`). */
export type ShapeGroups = ReadonlyMap<string, readonly string[]>;

/** Groups tensors by shape, in an order that depends on names and shapes alone. */
export function groupByShape(tree: TensorTree): ShapeGroups {
  const groups = new Map<string, string[]>();
  for (const name of [...tree.keys()].sort()) {
    const key = (tree.get(name) as tf.Tensor).shape.join('x');
    const names = groups.get(key);
    if (names) names.push(name);
    else groups.set(key, [name]);
  }
  return groups;
}

/**
 * One [names, ...shape] tensor a group; the caller disposes them.
 * @throws Error when the tree's names are not exactly those of the groups.
 */
export function stackByShape(groups: ShapeGroups, tree: TensorTree): Map<string, tf.Tensor> {
  const wanted = [...groups.values()].reduce((sum, names) => sum + names.length, 0);
  if (tree.size !== wanted) throw new Error(`expected ${wanted} tensors, found ${tree.size}`);
  const stacks = new Map<string, tf.Tensor>();
  for (const [key, names] of groups) {
    const members = names.map((name) => {
      const tensor = tree.get(name);
      if (!tensor) throw new Error(`no tensor named ${name}`);
      return tensor;
    });
    stacks.set(key, tf.stack(members));
  }
  return stacks;
}

/** The inverse of `stackByShape`; the caller disposes the new tensors. */
export function unstackByShape(groups: ShapeGroups, stacks: TensorTree): Map<string, tf.Tensor> {
  const tree = new Map<string, tf.Tensor>();
  for (const [key, names] of groups) {
    const stack = stacks.get(key);
    if (!stack) throw new Error(`no stack of shape ${key}`);
    const members = tf.unstack(stack);
    names.forEach((name, i) => {
      tree.set(name, members[i] as tf.Tensor);
    });
  }
  return tree;
}

/** A new tree with `f` of every tensor. */
export function mapTree(
  tree: TensorTree,
  f: (tensor: tf.Tensor, key: string) => tf.Tensor,
): Map<string, tf.Tensor> {
  return new Map([...tree].map(([key, tensor]) => [key, f(tensor, key)]));
}

export function disposeTree(tree: TensorTree | undefined): void {
  for (const tensor of tree?.values() ?? []) tensor.dispose();
}

/**
 * Runs `f` and disposes every intermediate tensor; the trees it returns stay, and so does everything when `f` is not
 * called inside another tidy.
 */
export function tidyTrees<T extends Record<string, TensorTree>>(f: () => T): T {
  let result: T | undefined;
  tf.tidy(() => {
    result = f();
    return Object.values(result).flatMap((tree) => [...tree.values()]);
  });
  return result as T;
}

/** Every tensor times `factor`; the very same tree when the factor is 1. */
export function scaleTree(tree: TensorTree, factor: number): TensorTree {
  return factor === 1 ? tree : mapTree(tree, (tensor) => tf.tidy(() => tf.mul(tensor, factor)));
}
