/**
 * Whether a judge may vote: for each metric, how many canaries it gets right. A canary without a verdict counts as wrong; where
 * only failing requests keep a judge below the threshold, nothing is known of it, and that is told apart.
 */

import type { CanaryKind, ResultJudge } from '../../report/result-judge.ts';
import { CANARY_KINDS } from '../../report/result-judge.ts';
import type { Canary } from './canaries.ts';
import { type Failure, isFailure } from './question.ts';
import type { Bench } from './reply-cache.ts';
import type { Rubric } from './rubric.ts';

export const WIN_RATE = 'win_rate';

type Answer = 'right' | 'wrong' | 'failed';

interface Outcome {
  metric: string;
  kind: CanaryKind;
  answer: Answer;
}

/** An unreadable reply or a refusal is the judge's own doing; a request that failed says nothing of it. */
function missed({ failure }: Failure): Answer {
  return failure === 'unreadable' || failure === 'refused' ? 'wrong' : 'failed';
}

const graver = (failures: readonly Failure[]): Answer =>
  failures.some((failure) => missed(failure) === 'wrong') ? 'wrong' : 'failed';

async function scoredCanary(canary: Canary, rubrics: readonly Rubric[], bench: Bench): Promise<Outcome[]> {
  const { example, kind, corruption, spoilt, plain } = canary;
  const ask = (answer: string) =>
    bench.ask({
      kind: 'score',
      messages: example.messages,
      reference: example.reference,
      rubrics,
      answer,
    });
  const answers = [example.reference, spoilt, ...(plain === undefined ? [] : [plain])];
  const [good, bad, untold] = await Promise.all(answers.map(ask));
  return rubrics
    .filter(({ notices }) => notices.includes(corruption))
    .map(({ name }): Outcome => {
      const verdicts = [good, bad, untold].filter((verdict) => verdict !== undefined);
      const failures = verdicts.filter(isFailure);
      if (failures.length > 0) return { metric: name, kind, answer: graver(failures) };
      const [reference, worse, base] = verdicts.map((verdict) =>
        isFailure(verdict) ? Number.NaN : (verdict.scores[name] ?? Number.NaN),
      ) as [number, number, number | undefined];
      const right = reference > worse && (base === undefined || worse <= base);
      return { metric: name, kind, answer: right ? 'right' : 'wrong' };
    });
}

async function comparedCanary(
  { example, kind, spoilt }: Canary,
  rubrics: readonly Rubric[],
  bench: Bench,
): Promise<Outcome> {
  const ask = (first: string, second: string) =>
    bench.ask({
      kind: 'compare',
      messages: example.messages,
      reference: example.reference,
      rubrics,
      first,
      second,
    });
  const verdicts = await Promise.all([ask(example.reference, spoilt), ask(spoilt, example.reference)]);
  const failures = verdicts.filter(isFailure);
  if (failures.length > 0) return { metric: WIN_RATE, kind, answer: graver(failures) };
  const preferred = verdicts.map((verdict) => (isFailure(verdict) ? undefined : verdict.preferred));
  const right = preferred[0] === 'first' && preferred[1] === 'second';
  return { metric: WIN_RATE, kind, answer: right ? 'right' : 'wrong' };
}

function tally(outcomes: readonly Outcome[]) {
  const of = (wanted: Answer) => outcomes.filter(({ answer }) => answer === wanted).length;
  return { right: of('right'), wrong: of('wrong'), failed: of('failed') };
}

const accuracyOf = (outcomes: readonly Outcome[]) =>
  outcomes.length === 0 ? null : tally(outcomes).right / outcomes.length;

/** Asks all canaries. A metric passes when its canaries, and those with an instruction for themselves, reach the threshold. */
export async function calibrate(
  canaries: readonly Canary[],
  { rubrics, threshold, bench }: { rubrics: readonly Rubric[]; threshold: number; bench: Bench },
): Promise<ResultJudge['canaries']> {
  const outcomes = (
    await Promise.all(
      canaries.map(async (canary) => [
        ...(await scoredCanary(canary, rubrics, bench)),
        await comparedCanary(canary, rubrics, bench),
      ]),
    )
  ).flat();
  const by_metric = [...rubrics.map(({ name }) => name), WIN_RATE].map((metric) => {
    const own = outcomes.filter((outcome) => outcome.metric === metric);
    const accuracy = accuracyOf(own);
    const resisted = accuracyOf(own.filter(({ kind }) => kind === 'instruction'));
    const passed = accuracy !== null && accuracy >= threshold && (resisted ?? 0) >= threshold;
    return { metric, ...tally(own), accuracy, passed };
  });
  return {
    asked: outcomes.length,
    threshold,
    accuracy: accuracyOf(outcomes),
    passed: by_metric.every(({ passed }) => passed),
    by_kind: CANARY_KINDS.flatMap((kind) => {
      const own = outcomes.filter((outcome) => outcome.kind === kind);
      return own.length === 0 ? [] : [{ kind, ...tally(own) }];
    }),
    by_metric,
  };
}

/** Whether more than the judge's own mistakes kept a metric from passing, so that its calibration is unknown. */
export function isUnsettled(
  { threshold }: Pick<ResultJudge['canaries'], 'threshold'>,
  { right, wrong, failed, passed }: ResultJudge['canaries']['by_metric'][number],
): boolean {
  return !passed && failed > 0 && (right + failed) / (right + wrong + failed) >= threshold;
}

const percent = (share: number) => `${Math.round(100 * share)} %`;

/** Why a metric has no vote; null when all have one. */
export function calibrationReason(canaries: ResultJudge['canaries']): string | null {
  const { by_metric, threshold, asked } = canaries;
  if (asked === 0) {
    return 'the test set has no reference answer of five words or more, so the judge could not be tried';
  }
  const failed = by_metric.filter(({ passed }) => !passed);
  if (failed.length === 0) return null;
  const each = failed.map((entry) => {
    const { metric, right, wrong, failed: unanswered, accuracy } = entry;
    if (isUnsettled(canaries, entry)) {
      return `${metric}: no reply to ${unanswered} of ${right + wrong + unanswered} canaries`;
    }
    return `${metric}: ${accuracy === null ? 'no canaries' : `${percent(accuracy)} right`}`;
  });
  return `the judge has to get ${percent(threshold)} of its canaries right, and as many of those that tell it what to say (${each.join('; ')})`;
}
