/** From an adapter's section of the config to what the trainer takes. */

import type { AdapterConfig } from '../config/schema.ts';
import type { TrainAdapterOptions } from './train-adapter.ts';

/** The training options that decide the adapter's bytes: without those about saving and logging. */
export function recipeOf({ training }: Pick<AdapterConfig, 'training'>): TrainAdapterOptions['recipe'] {
  const { engine: _, save_steps: __, logging_steps: ___, ...recipe } = training;
  return recipe;
}
