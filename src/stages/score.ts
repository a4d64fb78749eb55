/** The middle stage: what the training and scoring of a prepared adapter are told, on one machine as on several. */

import { writeAdapter } from '../adapter/peft.ts';
import type { Store, TrustLevel } from '../adapter/store.ts';
import { resolveLora } from '../config/training-schema.ts';
import type { AdapterRunOptions } from '../evaluate/adapter-run.ts';
import type { Logger } from '../log.ts';
import { adapterToTensors } from '../model/lora.ts';
import type { ModelPool } from '../model/model-pool.ts';
import type { AccelerateHost } from '../train/accelerate/train-accelerate.ts';
import { describe } from '../train/obtain-adapter.ts';
import type { PreparedAdapter } from './prepare.ts';

export interface ScoreOptions {
  models: ModelPool;
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
  /** Checkpoints of unfinished trainings. */
  workFolder: string;
  /** Where `engine: accelerate` finds its Python and its other machines. */
  host: AccelerateHost;
  /** Where the candidate of an adapter goes, as a PEFT folder. */
  adapterFolder: (name: string) => string;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** The candidate's parameters are written on the way. */
export function scoringOf(
  { planned, data, base, head, questions }: PreparedAdapter,
  { adapterFolder, ...options }: ScoreOptions,
): AdapterRunOptions {
  const { name } = planned;
  return {
    ...options,
    ...{ name, data, base, head, questions },
    onCandidate: async (model, { adapter }) =>
      writeAdapter(adapterFolder(name), {
        ...describe(model),
        multimodal: model.config.is_multimodal,
        lora: resolveLora(planned.head.lora),
        tensors: await adapterToTensors(adapter),
      }),
  };
}
