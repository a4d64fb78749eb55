/**
 * The whole judgement of one adapter: the judge proves itself on canaries, then scores both sides' answers one by one and
 * compares them in both orders, and is asked some of it twice. Decides nothing: metrics.ts makes metrics of it.
 */

import type { Store, TrustLevel } from '../../adapter/store.ts';
import { CORRUPTIONS } from '../../config/judge-schema.ts';
import type { JudgeConfig } from '../../config/schema.ts';
import type { Logger } from '../../log.ts';
import type { ResultJudge } from '../../report/result-judge.ts';
import { createRng } from '../../rng.ts';
import { calibrate, calibrationReason, WIN_RATE } from './calibration.ts';
import { makeCanaries } from './canaries.ts';
import { askAgain, failuresOf, judgeItem } from './judge-item.ts';
import type { Judge, JudgedExample } from './question.ts';
import { openBench } from './reply-cache.ts';
import { rubricsOf, SCALE } from './rubric.ts';
import { dimensionSummary, failureCounts, lengthBias, positionFlipRate, winRateSummary } from './summary.ts';

export interface JudgeAnswersOptions {
  config: Exclude<JudgeConfig, { provider: 'none' }>;
  judge: Judge;
  /** Of the intervals. */
  confidence: number;
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
  /** In front of the progress. */
  label: string;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** Judges at most `max_examples` prompts, chosen by a fixed seed. @throws only when `signal` aborts or the store fails. */
export async function judgeAnswers(
  examples: readonly JudgedExample[],
  options: JudgeAnswersOptions,
): Promise<ResultJudge> {
  const { config, judge, confidence, logger, label } = options;
  const started = performance.now();
  const before = judge.usage();
  const rubrics = rubricsOf(config);
  const bench = openBench(judge, options);
  const chosen = sample(examples, config.max_examples);
  const noticed = CORRUPTIONS.filter((kind) => rubrics.some(({ notices }) => notices.includes(kind)));
  const canaries = makeCanaries(examples, {
    examples: config.canaries.examples,
    dimensions: rubrics.map(({ name }) => name),
    corruptions: noticed,
  });
  logger.info(`${label}: ${canaries.length} canaries for the judge ${judge.model}`);
  const calibration = await calibrate(canaries, {
    rubrics,
    threshold: config.canaries.min_accuracy,
    bench,
  });

  const progress = logger.progress(`${label}: judging`, { total: chosen.length, unit: 'prompts' });
  let done = 0;
  const items = await Promise.all(
    chosen.map(async (example) => {
      const item = await judgeItem(example, rubrics, bench);
      done += 1;
      progress.update(done);
      return item;
    }),
  ).finally(() => progress.stop());
  const repeat_agreement = await askAgain(chosen.slice(0, config.repeats), items, rubrics, bench);

  const usage = judge.usage();
  const replies = usage.replies - before.replies;
  const votes = (metric: string) => calibration.by_metric.some((own) => own.metric === metric && own.passed);
  return {
    provider: judge.provider,
    model: judge.model,
    scale: SCALE,
    prompts: items.length,
    dimensions: rubrics.map(({ name }) => ({
      ...dimensionSummary(items, name, confidence),
      votes: votes(name),
    })),
    win_rate: { ...winRateSummary(items, confidence), votes: votes(WIN_RATE) },
    canaries: calibration,
    position_flip_rate: positionFlipRate(items, chosen),
    parse_failure_rate: replies === 0 ? null : (usage.unreadable - before.unreadable) / replies,
    length_bias: lengthBias(items, chosen, confidence),
    repeat_agreement,
    advisory: !calibration.passed,
    reason: calibrationReason(calibration),
    failures: failureCounts(items.flatMap(failuresOf)),
    cost: {
      requests: usage.requests - before.requests,
      cached: bench.cached(),
      prompt_tokens: usage.prompt_tokens - before.prompt_tokens,
      completion_tokens: usage.completion_tokens - before.completion_tokens,
      spend: usage.spend === null ? null : usage.spend - (before.spend ?? 0),
      seconds: (performance.now() - started) / 1000,
    },
    items,
  };
}

function sample(examples: readonly JudgedExample[], most: number): readonly JudgedExample[] {
  if (examples.length <= most) return examples;
  const kept = new Set(createRng(0).fork('examples').shuffled(examples).slice(0, most));
  return examples.filter((example) => kept.has(example));
}
