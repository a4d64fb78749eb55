/**
 * One accumulation window: the micro-batches of a step, their loss and the sum of their gradients. Knows no optimizer.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../dataset/batch.ts';
import { makeBatch } from '../dataset/batches.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import { UserError } from '../errors.ts';
import type { LoraAdapter } from '../model/lora.ts';
import { disposeAll } from '../model/scoped.ts';
import { globalNorm, sumsOfSquares } from './clip.ts';
import { disposeTree, type ShapeGroups, stackByShape, type TensorTree, tidyTrees } from './tensor-tree.ts';

/**
 * Forward and backward pass of one micro-batch: Σ NLL over its supervised tokens, and the gradients of
 * Σ NLL / `denominator` by parameter name. The caller disposes what it gets.
 */
export type LossAndGradients = (
  adapter: LoraAdapter,
  batch: Batch,
  options: { denominator: number; dropout?: { p: number; seed: number } },
) => { nll_sum: tf.Scalar; gradients: ReadonlyMap<string, tf.Tensor2D> };

export interface WindowOptions {
  adapter: LoraAdapter;
  conversations: readonly TokenizedConversation[];
  /** Row indices of each micro-batch. */
  micro_batches: readonly (readonly number[])[];
  groups: ShapeGroups;
  lossAndGradients: LossAndGradients;
  dropoutSeed(microBatch: number): number;
  /** For messages: `step 3 of 10`. */
  place: string;
  /** Called before each micro-batch; true gives the window up. */
  betweenMicroBatches(): Promise<boolean>;
}

export interface Window {
  /** Σ NLL / Σ supervised tokens. */
  loss: number;
  /** Of all gradients as one vector, before clipping. */
  grad_norm: number;
  tokens: number;
  supervised_tokens: number;
  /** One stack a shape; the caller disposes them. */
  gradients: TensorTree;
}

/**
 * Runs a window, or returns undefined when it was given up. Its numbers are read together at its end, the only time that the
 * program waits for the device.
 * @throws UserError `loss-not-finite` and `gradient-not-finite` with the rows, `nothing-to-learn`.
 */
export async function accumulateWindow(options: WindowOptions): Promise<Window | undefined> {
  const { adapter, conversations, groups } = options;
  const rowsOf = (rows: readonly number[]) => rows.map((row) => conversations[row] as TokenizedConversation);
  const batches = options.micro_batches.map((rows) => makeBatch(conversations, rows));
  const supervised_tokens = batches.reduce((sum, batch) => sum + batch.supervised, 0);
  if (supervised_tokens === 0) {
    throw new UserError('nothing-to-learn', `no token of ${options.place} is one to learn`, {
      problems: rowProblems(rowsOf(options.micro_batches.flat())),
      hint: 'every conversation needs an answer by the assistant',
    });
  }

  const p = adapter.config.lora_dropout;
  const nlls: tf.Scalar[] = [];
  let gradients: TensorTree | undefined;
  let finished = false;
  try {
    for (const [index, batch] of batches.entries()) {
      if (await options.betweenMicroBatches()) return undefined;
      const pass = options.lossAndGradients(adapter, batch, {
        denominator: supervised_tokens,
        ...(p > 0 ? { dropout: { p, seed: options.dropoutSeed(index) } } : {}),
      });
      nlls.push(pass.nll_sum);
      try {
        const sum = addStacks(groups, gradients, pass.gradients);
        disposeTree(gradients);
        gradients = sum;
      } finally {
        disposeTree(pass.gradients);
      }
    }
    const { losses, grad_norm } = await readNumbers(nlls, gradients as TensorTree);
    for (const [index, nll] of losses.entries()) {
      if (Number.isFinite(nll)) continue;
      throw nonFinite('loss', options.place, nll, rowsOf(options.micro_batches[index] as readonly number[]));
    }
    if (!Number.isFinite(grad_norm)) {
      throw nonFinite('gradient', options.place, grad_norm, rowsOf(options.micro_batches.flat()));
    }
    finished = true;
    return {
      loss: losses.reduce((sum, nll) => sum + nll, 0) / supervised_tokens,
      grad_norm,
      tokens: batches.reduce((sum, batch) => sum + batch.ids.length, 0),
      supervised_tokens,
      gradients: gradients as TensorTree,
    };
  } finally {
    disposeAll(nlls);
    if (!finished) disposeTree(gradients);
  }
}

/** Σ NLL of each micro-batch, and the norm of the gradients. */
async function readNumbers(nlls: readonly tf.Scalar[], gradients: TensorTree) {
  const numbers = tf.tidy(() => tf.concat([tf.stack([...nlls]), sumsOfSquares(gradients)]));
  const values = await numbers.data<'float32'>();
  numbers.dispose();
  return {
    losses: Array.from(values.subarray(0, nlls.length)),
    grad_norm: globalNorm(values.subarray(nlls.length)),
  };
}

function addStacks(groups: ShapeGroups, sum: TensorTree | undefined, gradients: TensorTree): TensorTree {
  const { total } = tidyTrees(() => {
    const stacks = stackByShape(groups, gradients);
    if (!sum) return { total: stacks };
    return {
      total: new Map([...stacks].map(([key, stack]) => [key, tf.add(sum.get(key) as tf.Tensor, stack)])),
    };
  });
  return total;
}

function rowProblems(rows: readonly TokenizedConversation[]): string[] {
  return rows.map(({ file, line, id, ids }) => `${file}:${line}: conversation ${id}, ${ids.length} tokens`);
}

/** The error for a loss or a gradient that is NaN or infinite, with the rows that were seen. */
export function nonFinite(
  what: 'loss' | 'gradient',
  place: string,
  value: number,
  rows: readonly TokenizedConversation[],
): UserError {
  const shown = Number.isNaN(value) ? 'NaN' : 'infinite';
  const subject = what === 'loss' ? 'the loss' : 'the norm of the gradient';
  return new UserError(`${what}-not-finite`, `${subject} became ${shown} at ${place}`, {
    problems: rowProblems(rows),
    hint: 'look at these rows, lower learning_rate, or set max_grad_norm to 1; with base_dtype bfloat16 try float32',
  });
}
