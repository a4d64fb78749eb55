/**
 * The whole job between two commits on one machine, in its stages: prepare → score → decide → result. The commands, the Action
 * and the app call this; it knows none of them, nor where its result is shown. Over several machines the same stages are run by
 * `parts/run-part.ts` and `parts/merge-parts.ts`.
 */

import { runAdapter } from './evaluate/adapter-run.ts';
import type { OpenedJudge } from './evaluate/judge/open-judge.ts';
import type { Comparison, ComparisonOptions } from './plan/comparison.ts';
import { blockingFindings } from './plan/data-checks.ts';
import { buildResult } from './report/build-result.ts';
import type { Result } from './report/result.ts';
import type { ResultSection } from './report/result-section.ts';
import type { ResultSource } from './report/result-source.ts';
import { blockAdapter, decideAdapter, type JudgeOptions, judgeOf, originHere } from './stages/decide.ts';
import { isBlocked, openComparison, type PreparedAdapter, prepareToRun } from './stages/prepare.ts';
import { type ScoreOptions, scoringOf } from './stages/score.ts';

export interface PipelineOptions extends ComparisonOptions, ScoreOptions, Pick<JudgeOptions, 'judgeKey'> {
  /** Of this program. */
  version: string;
  /** Where the change is on the web, as far as it is known. */
  source?: ResultSource | undefined;
  /** Gets what will be done, before anything is trained. */
  onComparison?: (comparison: Comparison) => Promise<void> | void;
}

/** @throws UserError of any stage; what was trained until then is in the store. */
export async function runPipeline(options: PipelineOptions): Promise<Result> {
  const started = performance.now();
  const comparison = await openComparison(options);
  await options.onComparison?.(comparison);
  const judge = await judgeOf(comparison, options);
  // All of them first: what is wrong with the last adapter's data is known before the first one is trained.
  const prepared: PreparedAdapter[] = [];
  for (const planned of comparison.plan.adapters) {
    prepared.push(await prepareToRun(comparison, planned, options));
  }
  const sections: ResultSection[] = [];
  for (const each of prepared) sections.push(await judgeAdapter(each, { ...options, comparison, judge }));
  return buildResult(comparison, sections, {
    source: options.source ?? null,
    seconds: secondsSince(started),
  });
}

const secondsSince = (from: number) => (performance.now() - from) / 1000;

type JudgedRun = Omit<PipelineOptions, keyof ComparisonOptions> & {
  comparison: Comparison;
  judge: OpenedJudge | null;
};

async function judgeAdapter(prepared: PreparedAdapter, options: JudgedRun): Promise<ResultSection> {
  const started = performance.now();
  const { models, version, logger } = options;
  if (isBlocked(prepared)) {
    const errors = blockingFindings(prepared.checks).length;
    logger.warn(
      `${prepared.planned.name}: not trained, ${errors} errors in the data that this change brings in`,
    );
    return blockAdapter(prepared, { ...options, origin: originHere(version, null, 0) });
  }
  const run = await runAdapter(scoringOf(prepared, options));
  const origin = originHere(version, await models.runtime(), secondsSince(started));
  return decideAdapter(prepared, run, { ...options, origin });
}
