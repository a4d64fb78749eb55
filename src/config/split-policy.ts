/**
 * The two halves of a configuration: what decides over a change, read from the base commit, and what the change may
 * decide for itself, read from the head.
 */

import type {
  AdapterConfig,
  AnswersPolicy,
  Assertion,
  ChecksConfig,
  Config,
  GatePolicy,
  JudgeConfig,
  TrackingConfig,
} from './schema.ts';

/** From the base commit: a pull request cannot rewrite it for itself. */
export interface Policy {
  gate: GatePolicy;
  judge: JudgeConfig;
  /** Which test prompts are answered, and how long. */
  answers: AnswersPolicy;
  /** Severities of the checks of the data. */
  checks: ChecksConfig;
  /** What a run may take. */
  budget: Config['budget'];
  /** Where results and the key go. */
  tracking: TrackingConfig;
  /** Which pull requests are judged at all. */
  github: Config['github'];
  /** How many machines a run takes. */
  sharding: Config['sharding'];
  /** Models that the recipe may name. */
  allowed_models: readonly string[];
  /** By adapter: the test set and the assertions. */
  adapters: Readonly<Record<string, { test: string; assertions: readonly Assertion[] }>>;
}

/** From the head commit. */
export interface Recipe extends Pick<Config, 'version' | 'model' | 'base_dtype'> {
  adapters: Readonly<Record<string, Pick<AdapterConfig, 'train' | 'lora' | 'training'>>>;
}

/** Splits a configuration; every key is in exactly one half. */
export function splitPolicy(config: Config): { policy: Policy; recipe: Recipe } {
  const {
    gate,
    judge,
    answers,
    checks,
    budget,
    tracking,
    github,
    sharding,
    allowed_models,
    adapters,
    ...rest
  } = config;
  const each = <T>(part: (adapter: AdapterConfig) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(adapters).map(([name, adapter]) => [name, part(adapter)]));
  return {
    policy: {
      gate,
      judge,
      answers,
      checks,
      budget,
      tracking,
      github,
      sharding,
      allowed_models,
      adapters: each(({ test, assertions }) => ({ test, assertions })),
    },
    recipe: { ...rest, adapters: each(({ test: _, assertions: __, ...recipe }) => recipe) },
  };
}
