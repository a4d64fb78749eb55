/** One prompt judged: each answer scored by itself, the two compared in both orders; and the same asked once more. */

import type { Preference, ResultJudge, ResultJudgeItem } from '../../report/result-judge.ts';
import { type CompareVerdict, type Failure, isFailure, type JudgedExample } from './question.ts';
import type { Bench } from './reply-cache.ts';
import type { Rubric } from './rubric.ts';

type ItemPreference = ResultJudgeItem['pairwise']['baseline_first'];
type Sides = readonly [first: Preference, second: Preference];

function preferenceOf(verdict: CompareVerdict | Failure, [first, second]: Sides): ItemPreference {
  if (isFailure(verdict)) return verdict;
  const preferred = { first, second, tie: 'tie' as const }[verdict.preferred];
  return { preferred, reason: verdict.reason };
}

/** What both orders say; where they disagree it is a tie. */
function joint(one: ItemPreference, other: ItemPreference): ResultJudgeItem['pairwise']['verdict'] {
  if (isFailure(one) || isFailure(other)) return 'failed';
  return one.preferred === other.preferred ? one.preferred : 'tie';
}

export async function judgeItem(
  { id, group, messages, reference, baseline, candidate }: JudgedExample,
  rubrics: readonly Rubric[],
  bench: Bench,
): Promise<ResultJudgeItem> {
  const shared = { messages, reference, rubrics };
  const score = async (answer: string) => {
    const verdict = await bench.ask({ kind: 'score', ...shared, answer });
    return isFailure(verdict) ? verdict : { scores: verdict.scores, reasons: verdict.reasons };
  };
  const compare = async (first: string, second: string, sides: Sides): Promise<ItemPreference> => {
    // Equal texts have no order to prefer.
    if (first === second) return { preferred: 'tie', reason: 'the two answers are the same' };
    return preferenceOf(await bench.ask({ kind: 'compare', ...shared, first, second }), sides);
  };
  const [of, to, one, other] = await Promise.all([
    score(baseline),
    score(candidate),
    compare(baseline, candidate, ['baseline', 'candidate']),
    compare(candidate, baseline, ['candidate', 'baseline']),
  ]);
  return {
    id,
    group,
    baseline: of,
    candidate: to,
    pairwise: { verdict: joint(one, other), baseline_first: one, candidate_first: other },
  };
}

/** The candidate's scores and the first comparison once more; counts those where everything is the same. */
export async function askAgain(
  examples: readonly JudgedExample[],
  items: readonly ResultJudgeItem[],
  rubrics: readonly Rubric[],
  bench: Bench,
): Promise<ResultJudge['repeat_agreement']> {
  const answers = examples.flatMap(({ messages, reference, baseline, candidate }, i) => {
    const { candidate: scored, pairwise } = items[i] as ResultJudgeItem;
    const shared = { messages, reference, rubrics, repeat: 1 };
    const scores = async () => {
      const again = await bench.ask({ kind: 'score', ...shared, answer: candidate });
      if (isFailure(again) || isFailure(scored)) return undefined;
      return rubrics.every(({ name }) => again.scores[name] === scored.scores[name]);
    };
    const preference = async () => {
      const first = pairwise.baseline_first;
      const verdict = await bench.ask({ kind: 'compare', ...shared, first: baseline, second: candidate });
      const again = preferenceOf(verdict, ['baseline', 'candidate']);
      if (isFailure(again) || isFailure(first)) return undefined;
      return again.preferred === first.preferred;
    };
    return baseline === candidate ? [scores()] : [scores(), preference()];
  });
  const compared = (await Promise.all(answers)).filter((same) => same !== undefined);
  const agreed = compared.filter(Boolean).length;
  return {
    asked: compared.length,
    agreed,
    rate: compared.length === 0 ? null : agreed / compared.length,
  };
}

export function failuresOf({ baseline, candidate, pairwise }: ResultJudgeItem): Failure[] {
  return [baseline, candidate, pairwise.baseline_first, pairwise.candidate_first].filter(isFailure);
}
