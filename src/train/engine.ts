/** Which engine trains, and what of it decides an adapter's bytes. Trains nothing. */

import type { Json } from '../adapter/content-key.ts';
import type { AccelerateConfig } from '../config/accelerate-schema.ts';
import type { AdapterConfig } from '../config/schema.ts';
import { UserError } from '../errors.ts';
import { pinnedVersions } from './accelerate/requirements.ts';
import { ENGINE_VERSION } from './train-adapter.ts';

export type Engine = { name: 'tfjs' } | { name: 'accelerate'; settings: AccelerateConfig };

/** Changes whenever train.py would give another adapter from the same rows and recipe. */
const ACCELERATE_VERSION = '1';

export function engineOf({ training }: Pick<AdapterConfig, 'training'>): Engine {
  if (training.engine === 'tfjs') return { name: 'tfjs' };
  return { name: 'accelerate', settings: training.accelerate };
}

/** Short enough for a report. */
export function engineVersion({ name }: Engine): string {
  if (name === 'tfjs') return ENGINE_VERSION;
  const { torch, trl, peft } = pinnedVersions();
  return `${ACCELERATE_VERSION} (torch ${torch}, trl ${trl}, peft ${peft})`;
}

/**
 * What the engine adds to the name of an adapter: nothing for our own. Numbers follow from how many processes share a step and
 * in which precision, and not from where they run.
 */
export function engineIdentity(engine: Engine): { readonly [key: string]: Json } {
  if (engine.name === 'tfjs') return {};
  const { num_processes, mixed_precision, fsdp_config = null, deepspeed_config = null } = engine.settings;
  return {
    accelerate: {
      version: ACCELERATE_VERSION,
      packages: pinnedVersions(),
      num_processes,
      mixed_precision,
      fsdp_config: fsdp_config && { ...fsdp_config },
      deepspeed_config: deepspeed_config && { ...deepspeed_config },
    },
  };
}

/** @throws UserError `engine-unsupported` when adapter `name` asks its engine for what that does not do. */
export function checkEngine({ training }: Pick<AdapterConfig, 'training'>, name: string): void {
  if (training.engine === 'accelerate' && training.vocabulary_filter) {
    throw new UserError(
      'engine-unsupported',
      `adapters.${name}.training.vocabulary_filter: engine: accelerate has no vocabulary filter`,
      { hint: 'Set vocabulary_filter: false, or use engine: tfjs.' },
    );
  }
}
