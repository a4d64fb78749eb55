/**
 * The whole job between two commits on one machine, in its stages: prepare → score → decide → result. The commands, the Action
 * and the app call this; it knows none of them, nor where its result is shown. Over several machines the same stages are run by
 * `parts/run-part.ts` and `parts/merge-parts.ts`.
 */

import { type AdapterRun, runAdapter } from './evaluate/adapter-run.ts';
import type { OpenedJudge } from './evaluate/judge/open-judge.ts';
import type { Comparison, ComparisonOptions } from './plan/comparison.ts';
import { blockingFindings } from './plan/data-checks.ts';
import { buildResult } from './report/build-result.ts';
import type { Result } from './report/result.ts';
import type { ToldError } from './report/result-failure.ts';
import type { ResultSection } from './report/result-section.ts';
import type { ResultSource } from './report/result-source.ts';
import { attempt, failureOfAdapter } from './stages/attempt.ts';
import { type Budget, budgetOf, type Expected, overEstimate, overSpent } from './stages/budget.ts';
import {
  blockAdapter,
  decideAdapter,
  failAdapter,
  type JudgeOptions,
  judgeOf,
  originHere,
} from './stages/decide.ts';
import {
  type ExpectOptions,
  expectCost,
  type MissingTraining,
  missingTrainings,
} from './stages/expected-cost.ts';
import { isBlocked, openComparison, type PreparedAdapter, prepareToRun } from './stages/prepare.ts';
import { type ScoreOptions, scoringOf } from './stages/score.ts';
import { sharedFailures } from './stages/shared-failures.ts';
import { NONE_APART, type TrainApart, type TrainedApart, trainingKey } from './stages/train-apart.ts';

export interface PipelineOptions extends ComparisonOptions, ScoreOptions, Pick<JudgeOptions, 'judgeKey'> {
  /** Of this program. */
  version: string;
  /** Where the change is on the web, as far as it is known. */
  source?: ResultSource | undefined;
  /** Gets what will be done, before anything is trained. */
  onComparison?: (comparison: Comparison) => Promise<void> | void;
  /** What earlier runs took on this machine. */
  measured?: ExpectOptions['measured'];
  /** Trains several adapters at once into the store, before they are scored here one after the other. */
  trainApart?: TrainApart | undefined;
}

/**
 * An adapter whose own part fails is a section that says so, and the others are judged; the only one there is fails the run.
 * @throws UserError of any stage that concerns all; what was trained until then is in the store.
 */
export async function runPipeline(options: PipelineOptions): Promise<Result> {
  const started = performance.now();
  const comparison = await openComparison(options);
  await options.onComparison?.(comparison);
  const { models, concernsAll } = sharedFailures(options.models);
  const single = comparison.plan.adapters.length === 1;
  const run: Run = {
    ...options,
    ...{ models, comparison },
    judge: await judgeOf(comparison, { ...options, models }),
    concernsAll: (thrown) => single || concernsAll(thrown),
    budget: budgetOf(comparison),
    spent: () => secondsSince(started),
  };
  const prepared = await prepareAll(run);
  const apart = await trainFirst(prepared, run);
  const sections: ResultSection[] = [];
  for (const each of prepared) sections.push(await sectionOf(each, apart, run));
  return buildResult(comparison, sections, {
    source: options.source ?? null,
    seconds: secondsSince(started),
    budget: run.budget,
  });
}

const secondsSince = (from: number) => (performance.now() - from) / 1000;

type Run = Omit<PipelineOptions, keyof ComparisonOptions> & {
  comparison: Comparison;
  judge: OpenedJudge | null;
  concernsAll: (thrown: unknown) => boolean;
  budget: Budget;
  /** Seconds since the start. */
  spent: () => number;
};

interface Prepared {
  planned: PreparedAdapter['planned'];
  /** null where its data could not be read. */
  prepared: PreparedAdapter | null;
  failure: ToldError | null;
  /** Its trainings that the store does not have. */
  missing: MissingTraining[];
  expected: Expected;
}

/** All of them first: what is wrong with the last adapter's data is known before the first one is trained, and so is what it costs. */
async function prepareAll(run: Run): Promise<Prepared[]> {
  const all: Prepared[] = [];
  for (const planned of run.comparison.plan.adapters) {
    const { value, failure } = await attempt(
      planned.name,
      () => prepareToRun(run.comparison, planned, run),
      run,
    );
    const unknown = { seconds: null, judge_tokens: null };
    all.push({ planned, prepared: value, failure, missing: [], expected: unknown });
  }
  const runnable = all.filter(({ prepared }) => prepared && !isBlocked(prepared));
  for (const each of runnable) {
    const prepared = each.prepared as PreparedAdapter;
    each.missing = await missingTrainings(prepared, run);
    each.expected = await expectCost(prepared, each.missing, run);
  }
  const over = overEstimate(
    run.budget,
    runnable.map(({ expected }) => expected),
  );
  for (const each of over ? runnable : [])
    each.failure = failureOfAdapter(each.planned.name, over, run.logger);
  return all;
}

/** Several trainings at once, where somebody can. */
async function trainFirst(all: readonly Prepared[], run: Run): Promise<TrainedApart> {
  const missing = all.flatMap((each) => (each.failure ? [] : each.missing));
  const once = missing.filter(({ hash }, i) => missing.findIndex((other) => other.hash === hash) === i);
  if (!run.trainApart || once.length < 2) return NONE_APART;
  return run.trainApart(once, { ...run, over: () => overSpent(run.budget, run.spent()) });
}

async function sectionOf(each: Prepared, apart: TrainedApart, run: Run): Promise<ResultSection> {
  const { planned, prepared, expected: estimated } = each;
  const started = performance.now();
  const failed = (failure: ToldError) => {
    const origin = originHere(run.version, null, secondsSince(started));
    return failAdapter(planned, prepared, { ...run, origin, estimated, failure });
  };
  if (each.failure) return failed(each.failure);
  const over = apart.failures.get(planned.name) ?? overSpent(run.budget, run.spent());
  if (over) return failed(failureOfAdapter(planned.name, over, run.logger));
  const judged = await attempt(
    planned.name,
    () => judgeAdapter(prepared as PreparedAdapter, { ...run, apart, estimated }),
    run,
  );
  return judged.value ?? failed(judged.failure);
}

async function judgeAdapter(
  prepared: PreparedAdapter,
  options: Run & { apart: TrainedApart; estimated: Expected },
): Promise<ResultSection> {
  const started = performance.now();
  const { models, version, logger, apart, judge, budget } = options;
  const { name } = prepared.planned;
  if (isBlocked(prepared)) {
    const errors = blockingFindings(prepared.checks).length;
    logger.warn(`${name}: not trained, ${errors} errors in the data that this change brings in`);
    const estimated = { seconds: 0, judge_tokens: 0 };
    return blockAdapter(prepared, { ...options, estimated, origin: originHere(version, null, 0) });
  }
  const run = trainedHere(await runAdapter(scoringOf(prepared, options)), name, apart);
  const over = judge && run.answers ? overSpent(budget, options.spent()) : null;
  if (over) throw over;
  const seconds = secondsSince(started) + (apart.seconds.get(name) ?? 0);
  const origin = originHere(version, await models.runtime(), seconds);
  return decideAdapter(prepared, run, { ...options, origin });
}

/** What this run trained in other processes is no find in the store. */
function trainedHere(run: AdapterRun, adapter: string, { trained }: TrainedApart): AdapterRun {
  const marked = <T extends AdapterRun['baseline']>(side: T, role: MissingTraining['role']): T =>
    side && trained.has(trainingKey({ adapter, role })) ? { ...side, origin: 'trained' } : side;
  return {
    ...run,
    baseline: marked(run.baseline, 'baseline'),
    candidate: marked(run.candidate, 'candidate'),
  };
}
