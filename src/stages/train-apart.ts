/** What the pipeline asks of whoever can train several adapters at once, and what it is told. Knows no processes. */

import type { ModelPool } from '../model/model-pool.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { MissingTraining } from './expected-cost.ts';

export interface TrainedApart {
  /** What was trained, by `trainingKey`. */
  trained: ReadonlySet<string>;
  /** By adapter: what kept one of its trainings from ending. */
  failures: ReadonlyMap<string, unknown>;
  /** By adapter: what its trainings took. */
  seconds: ReadonlyMap<string, number>;
}

export const trainingKey = ({ adapter, role }: Pick<MissingTraining, 'adapter' | 'role'>): string =>
  `${adapter}.${role}`;

export const NONE_APART: TrainedApart = { trained: new Set(), failures: new Map(), seconds: new Map() };

export interface TrainApartOptions {
  comparison: Comparison;
  models: ModelPool;
  /** Why nothing more may be started; null while it may. */
  over: () => Error | null;
}

/** Trains all of them into the store, as many at once as there is room for. @throws when the run is cancelled */
export type TrainApart = (
  trainings: readonly MissingTraining[],
  options: TrainApartOptions,
) => Promise<TrainedApart>;
