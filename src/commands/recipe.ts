/** From an adapter's section of the config to what the trainer takes. */

import type { AdapterConfig } from '../config/schema.ts';
import { type LoraConfig, TARGET_MODULES } from '../model/lora.ts';
import type { TrainAdapterOptions } from '../train/train-adapter.ts';

/** `all-linear` is all seven; a list is brought into their order. */
export function loraOf({ lora }: Pick<AdapterConfig, 'lora'>): LoraConfig {
  const named = lora.target_modules;
  const target_modules =
    named === 'all-linear' ? TARGET_MODULES : TARGET_MODULES.filter((name) => named.includes(name));
  return { ...lora, target_modules };
}

/** The training options that decide the adapter's bytes: without those about saving and logging. */
export function recipeOf({ training }: Pick<AdapterConfig, 'training'>): TrainAdapterOptions['recipe'] {
  const { engine: _, save_steps: __, logging_steps: ___, ...recipe } = training;
  return recipe;
}
