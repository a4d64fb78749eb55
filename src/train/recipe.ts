/** From an adapter's section of the config to what the trainer takes. */

import type { AdapterConfig } from '../config/schema.ts';
import type { TrainAdapterOptions } from './train-adapter.ts';

/** The training options that decide the adapter's bytes, whatever engine trains: without those about saving and logging. */
export function recipeOf({ training }: Pick<AdapterConfig, 'training'>): TrainAdapterOptions['recipe'] {
  const { engine: _, accelerate: __, save_steps: ___, logging_steps: ____, ...recipe } = training;
  return recipe;
}
