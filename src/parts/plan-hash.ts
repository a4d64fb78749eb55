/** The name of what the parts of one adapter have in common: parts with another one are none of this run. */

import { contentKey, type Json } from '../adapter/content-key.ts';
import type { Side } from '../evaluate/role-run.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { PreparedAdapter } from '../stages/prepare.ts';
import { ENGINE_VERSION } from '../train/train-adapter.ts';

export interface PlanOf {
  comparison: Pick<Comparison, 'base' | 'head'>;
  /** Path of the configuration in the repository. */
  config: string;
  prepared: Pick<PreparedAdapter, 'planned' | 'data' | 'questions' | 'base' | 'head'>;
  /** The hash of the general texts. */
  general: string;
  /** Shares of each role. */
  of: number;
}

/** What a side is trained with. The commits do not tell: an organisation's defaults lie under both, and may change while a run goes on. */
const recipeOf = ({ config, adapter }: Side) => ({
  model: config.model,
  base_dtype: config.base_dtype,
  lora: adapter.lora,
  training: adapter.training,
});

export function planHash({ comparison, config, prepared, general, of }: PlanOf): string {
  const { planned, data, questions, base, head } = prepared;
  const recipes = { base: base && recipeOf(base), head: recipeOf(head) };
  return contentKey({
    kind: 'plan',
    engine_version: ENGINE_VERSION,
    base: comparison.base.sha,
    head: comparison.head.sha,
    config,
    adapter: planned.name,
    base_adapter: planned.base_name,
    recipes: recipes as unknown as Json,
    train: { base: data.baseTrain?.hash ?? null, head: data.headTrain.hash },
    test: data.test.hash,
    edited_test: data.editedTest?.hash ?? null,
    questions: questions && {
      max_new_tokens: questions.max_new_tokens,
      prompts: questions.prompts.map(({ file, line }) => `${file}:${line}`),
    },
    general,
    of,
  });
}
