/** A recipe as a result has it: one value a key, with dotted keys for what lies deeper. Pure. */

import type { AdapterConfig } from '../config/schema.ts';
import type { ResultSection } from './result-section.ts';

type Settings = NonNullable<ResultSection['recipe']['head']>;
type Value = Settings['training'][string];

function flattened(settings: object, prefix = ''): [key: string, value: Value][] {
  return Object.entries(settings).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const branch = typeof value === 'object' && value !== null && !Array.isArray(value);
    return branch ? flattened(value, `${prefix}${key}.`) : [[`${prefix}${key}`, value as Value]];
  });
}

export function recipeToResult({ lora, training }: Pick<AdapterConfig, 'lora' | 'training'>): Settings {
  const { accelerate, ...own } = training;
  return {
    lora: Object.fromEntries(flattened(lora)),
    training: Object.fromEntries(flattened(training.engine === 'accelerate' ? { ...own, accelerate } : own)),
  };
}
