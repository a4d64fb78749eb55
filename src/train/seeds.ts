/**
 * The random streams of one training run, each derived from the seed and its position alone: a run that goes on from a
 * checkpoint needs nothing but the step number. Draws nothing itself.
 */

import { createRng, type Rng } from '../rng.ts';

export interface TrainingStreams {
  /** Initial values of the adapter. */
  init: Rng;
  /** The order of the rows in an epoch, counted from 0. */
  order(epoch: number): Rng;
  /** The seed of the dropout masks of one micro-batch of one step, both counted from 0. */
  dropoutSeed(step: number, microBatch: number): number;
}

export function trainingStreams(seed: number): TrainingStreams {
  const root = createRng(seed);
  return {
    init: root.fork('init'),
    order: (epoch) => root.fork('order').fork(epoch),
    dropoutSeed: (step, microBatch) =>
      root
        .fork('dropout')
        .fork(`${step}:${microBatch}`)
        .integer(2 ** 31),
  };
}
