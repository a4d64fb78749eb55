/**
 * Which rows every optimizer step of a run sees, worked out before the first one: epochs, micro-batches, accumulation
 * windows. Pure; knows no tensors and no tokens, only how long the rows are.
 */

import { planBatches } from '../dataset/batches.ts';
import type { TrainingStreams } from './seeds.ts';

export interface StepPlanOptions {
  /** Tokens of each row. */
  lengths: readonly number[];
  /** May be fractional: the last epoch is then cut short, as in transformers. */
  num_train_epochs: number;
  /** Above 0 the run has this many steps, whatever the epochs: as many passes over the rows as that takes. */
  max_steps: number;
  per_device_train_batch_size: number;
  gradient_accumulation_steps: number;
  max_length: number;
  packing: boolean;
  streams: TrainingStreams;
}

export interface PlannedStep {
  /** Counted from 0. */
  epoch: number;
  /** Epochs finished once this step is done, e.g. 1.5. */
  epoch_after: number;
  /** The accumulation window: one array of row indices a micro-batch. */
  micro_batches: readonly (readonly number[])[];
}

/**
 * All steps of a run. A window never spans two epochs; an epoch's last window may be smaller, so an epoch takes
 * s = ⌈micro-batches / gradient_accumulation_steps⌉ steps, and e epochs ⌈e · s⌉ (transformers' formula). With packing, s
 * may differ from epoch to epoch; a last, partial epoch goes by its own s. No rows have no steps.
 */
export function planSteps(options: StepPlanOptions): PlannedStep[] {
  const { max_steps, gradient_accumulation_steps } = options;
  const steps: PlannedStep[] = [];
  if (options.lengths.length === 0) return steps;
  const [epochs, most] =
    max_steps > 0
      ? [Number.POSITIVE_INFINITY, max_steps]
      : [options.num_train_epochs, Number.POSITIVE_INFINITY];
  for (let epoch = 0; epoch < epochs && steps.length < most; epoch += 1) {
    const batches = planBatches(options.lengths, {
      per_device_train_batch_size: options.per_device_train_batch_size,
      max_length: options.max_length,
      packing: options.packing,
      rng: options.streams.order(epoch),
    });
    const inEpoch = Math.ceil(batches.length / gradient_accumulation_steps);
    const taken = Math.min(inEpoch, most - steps.length, Math.ceil(epochs * inEpoch) - epoch * inEpoch);
    for (let i = 0; i < taken; i += 1) {
      steps.push({
        epoch,
        epoch_after: epoch + (i + 1) / inEpoch,
        micro_batches: batches.slice(i * gradient_accumulation_steps, (i + 1) * gradient_accumulation_steps),
      });
    }
  }
  return steps;
}
