/** The judge that a configuration names, made ready; or why it cannot be asked. Reads no environment: the key is looked up for it. */

import type { JudgeConfig } from '../../config/schema.ts';
import type { ModelPool } from '../../model/model-pool.ts';
import { createEndpointJudge } from './endpoint.ts';
import { createLocalJudge } from './local-judge.ts';
import type { Judge } from './question.ts';

export type ConfiguredJudge = Exclude<JudgeConfig, { provider: 'none' }>;

export interface OpenJudgeOptions {
  /** The value of an environment variable. */
  keyOf: (variable: string) => string | undefined;
  /** For a model of ours. */
  models: ModelPool;
  signal?: AbortSignal | undefined;
}

/** One judge for a whole run, because its budget is that of the run. */
export interface OpenedJudge {
  config: ConfiguredJudge;
  judge: Judge | { unavailable: string };
}

/** null where none is configured. @throws UserError `judge-key` for a key that cannot be sent, and those of a model that cannot be found. */
export async function openJudge(
  config: JudgeConfig,
  { keyOf, models, signal }: OpenJudgeOptions,
): Promise<OpenedJudge | null> {
  if (config.provider === 'none') return null;
  if (config.provider === 'local') {
    // Tokenizer and template tell early whether the model is there; its weights wait for the first question.
    await models.text(config.model);
    return { config, judge: createLocalJudge({ model: config.model, models, signal }) };
  }
  const { api_key_env: variable } = config;
  // A secret that a workflow may not read is an empty variable.
  const apiKey = variable === undefined ? undefined : keyOf(variable) || undefined;
  if (variable !== undefined && apiKey === undefined) {
    return { config, judge: { unavailable: `the judge was not asked: ${variable} is not set` } };
  }
  return { config, judge: createEndpointJudge({ config, apiKey, signal }) };
}
