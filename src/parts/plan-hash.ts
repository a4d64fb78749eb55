/** The name of what the parts of one adapter have in common: parts with another one are none of this run. */

import { contentKey } from '../adapter/content-key.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { PreparedAdapter } from '../stages/prepare.ts';
import { ENGINE_VERSION } from '../train/train-adapter.ts';

export interface PlanOf {
  comparison: Pick<Comparison, 'base' | 'head'>;
  /** Path of the configuration in the repository. */
  config: string;
  prepared: Pick<PreparedAdapter, 'planned' | 'data' | 'questions'>;
  /** The hash of the general texts. */
  general: string;
  /** Shares of each role. */
  of: number;
}

export function planHash({ comparison, config, prepared, general, of }: PlanOf): string {
  const { planned, data, questions } = prepared;
  return contentKey({
    kind: 'plan',
    engine_version: ENGINE_VERSION,
    base: comparison.base.sha,
    head: comparison.head.sha,
    config,
    adapter: planned.name,
    base_adapter: planned.base_name,
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
