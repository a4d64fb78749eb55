/** Puts together the result document from its sections: the verdict over all of them, and what everything took. */

import { combineVerdicts } from '../gate/outcome.ts';
import type { Comparison } from '../plan/comparison.ts';
import { RESULT_SCHEMA_ID, type Result } from './result.ts';
import type { ResultSection } from './result-section.ts';
import type { ResultSource } from './result-source.ts';

/** null as soon as one of them is not known. */
function sumOfKnown(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0 as number | null);
}

export function buildResult(
  comparison: Comparison,
  adapters: ResultSection[],
  { source, seconds, budget }: { source: ResultSource; seconds: number; budget: Result['budget'] },
): Result {
  const sum = (of: (section: ResultSection) => number) =>
    adapters.reduce((total, section) => total + of(section), 0);
  return {
    schema: RESULT_SCHEMA_ID,
    created_at: new Date().toISOString(),
    base: comparison.base,
    head: comparison.head,
    ...(comparison.defaults && { config_defaults: comparison.defaults }),
    source,
    verdict: combineVerdicts(adapters.map(({ verdict }) => verdict)),
    adapters,
    removed_adapters: comparison.plan.removed,
    unused_waivers: [],
    warnings: comparison.warnings,
    tracking: null,
    budget,
    cost: {
      seconds,
      training_seconds: sum(({ cost }) => cost.training_seconds),
      evaluation_seconds: sum(({ cost }) => cost.evaluation_seconds),
      trained_tokens: sum(({ cost }) => cost.trained_tokens),
      evaluated_tokens: sum(({ cost }) => cost.evaluated_tokens),
      peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
      judge_tokens: sum(({ cost }) => cost.judge_tokens),
      estimated: {
        seconds: sumOfKnown(adapters.map(({ cost }) => cost.estimated.seconds)),
        judge_tokens: sumOfKnown(adapters.map(({ cost }) => cost.estimated.judge_tokens)),
      },
    },
  };
}
