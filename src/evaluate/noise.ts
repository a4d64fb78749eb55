/**
 * One recipe trained with several seeds and scored on the test set. Trainings and scores come from the store where they are there,
 * so an interrupted series goes on where it was. Compares nothing.
 */

import type { Store, TrustLevel } from '../adapter/store.ts';
import type { AdapterConfig } from '../config/schema.ts';
import { resolveLora } from '../config/training-schema.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import type { Logger } from '../log.ts';
import type { LazyModel } from '../model/language-model.ts';
import type { BaseDtype } from '../model/load-weights.ts';
import { disposeAdapter } from '../model/lora.ts';
import type { Runtime } from '../runtime/load.ts';
import type { AccelerateHost } from '../train/accelerate/train-accelerate.ts';
import { engineOf } from '../train/engine.ts';
import { type ObtainedAdapter, obtainAdapter } from '../train/obtain-adapter.ts';
import { recipeOf } from '../train/recipe.ts';
import type { PerplexityScores } from './perplexity.ts';
import { cachedScores } from './score-cache.ts';

export interface SeedRun extends Pick<PerplexityScores, 'conversations' | 'perplexity' | 'nll_per_token'> {
  seed: number;
  origin: ObtainedAdapter['origin'];
  /** The adapter's name in the store. */
  hash: string;
}

interface Rows {
  tokenized: readonly TokenizedConversation[];
  hash: string;
}

export interface SeedRunOptions {
  name: string;
  section: Pick<AdapterConfig, 'lora' | 'training'>;
  /** The first is the recipe's own, whose adapter is the baseline of a run. */
  seeds: readonly number[];
  train: Rows;
  test: Rows;
  model: LazyModel;
  runtime: Runtime;
  base_dtype: BaseDtype;
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
  workFolder: string;
  host: AccelerateHost;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** Whole numbers from the recipe's seed upwards. */
export function seedsFrom({ training }: Pick<AdapterConfig, 'training'>, count: number): number[] {
  return Array.from({ length: count }, (_, i) => training.seed + i);
}

/** One run a seed, in order. @throws UserError as training and scoring do. */
export async function runSeeds(options: SeedRunOptions): Promise<SeedRun[]> {
  const { name, section, seeds, train, test, workFolder, host, ...shared } = options;
  const runs: SeedRun[] = [];
  for (const [i, seed] of seeds.entries()) {
    const label = `${name}, seed ${seed} (${i + 1} of ${seeds.length})`;
    const obtained = await obtainAdapter({
      ...shared,
      lora: resolveLora(section.lora),
      recipe: { ...recipeOf(section), seed },
      engine: engineOf(section),
      host,
      save_steps: section.training.save_steps,
      conversations: train.tokenized,
      rows_hash: train.hash,
      workFolder,
      label: `training ${label}`,
    });
    try {
      const { conversations, perplexity, nll_per_token } = await cachedScores(test.tokenized, {
        ...shared,
        adapter: obtained,
        rows_hash: test.hash,
        label: `scoring ${label}`,
      });
      const { origin, hash } = obtained;
      runs.push({ seed, origin, hash, conversations, perplexity, nll_per_token });
    } finally {
      disposeAdapter(obtained.adapter);
    }
  }
  return runs;
}
