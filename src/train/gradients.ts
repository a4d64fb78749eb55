/** Loss and adapter gradients of one batch: forward, head, backward. */

import * as tf from '@tensorflow/tfjs-core';
import type { Batch } from '../dataset/batch.ts';
import type { Decoder } from '../model/decoder.ts';
import type { LoraAdapter } from '../model/lora.ts';
import type { LoraGradients } from '../model/lora-gradients.ts';
import { disposeAll, scoped } from '../model/scoped.ts';
import { headLoss, supervisedRows } from './loss.ts';
import type { VocabularyFilter } from './vocabulary-filter.ts';

export interface GradientOptions {
  /** The loss is Σ nll / denominator: the supervised tokens of the whole accumulation window, not of this batch. */
  denominator: number;
  dropout?: { p: number; seed: number } | undefined;
  /** Keep only each layer's input and run the layer again in the backward pass: less memory, a third more work. */
  gradient_checkpointing?: boolean;
  /** Leaves out of the head's backward product what no row makes likely. */
  filter?: VocabularyFilter | undefined;
  /** Gradients of earlier batches of the window, to add to. */
  gradients?: LoraGradients;
}

/** Σ nll of the batch's targets, and d(Σ nll / denominator)/dθ by parameter name; all owned by the caller; after an error there is neither. */
export function lossAndGradients(
  decoder: Decoder,
  adapter: LoraAdapter,
  batch: Batch,
  options: GradientOptions,
): { nll_sum: tf.Scalar; gradients: LoraGradients } {
  const gradients: LoraGradients = options.gradients ?? new Map();
  try {
    // After an error, out of memory say, nothing of the pass may stay: the next adapter is trained in this process.
    return { nll_sum: scoped(() => addPass(decoder, adapter, batch, options, gradients)), gradients };
  } catch (error) {
    disposeAll([...gradients.values()]);
    throw error;
  }
}

/** Adds the batch's gradients; returns Σ nll. */
function addPass(
  decoder: Decoder,
  adapter: LoraAdapter,
  batch: Batch,
  options: GradientOptions,
  gradients: LoraGradients,
): tf.Scalar {
  const { rows, targets } = supervisedRows(batch);
  const { hidden, tape } = decoder.forwardKeeping(batch, {
    adapter,
    rows,
    dropout: options.dropout,
    checkpointing: options.gradient_checkpointing ?? false,
  });
  const { nll, dHidden } = headLoss(decoder, hidden, targets, {
    scale: 1 / options.denominator,
    filter: options.filter,
  });
  hidden.dispose();
  const nll_sum = scoped(() => tf.sum(nll) as tf.Scalar);
  nll.dispose();
  decoder.backward(dHidden as tf.Tensor2D, tape, gradients);
  return nll_sum;
}
