/** Which test prompts are answered, by what the policy wants of the answers. Knows nothing of models. */

import type { Assertion } from '../config/schema.ts';
import type { Conversation } from '../dataset/conversation.ts';
import type { AnswerPolicy } from '../plan/deciding-policy.ts';
import { type ComparedAnswers, choosePrompts, type PlacedAnswer, type TestPrompt } from './answers.ts';

/** How many prompts assertions and judge look at; 0 where there are none. */
export function promptsFor({ answers, judge, assertions }: AnswerPolicy): {
  asserted: number;
  judged: number;
} {
  return {
    asserted: assertions.length > 0 ? answers.max_examples : 0,
    judged: judge.provider === 'none' ? 0 : judge.max_examples,
  };
}

/** What both sides are asked. */
export interface Questions {
  prompts: readonly TestPrompt[];
  max_new_tokens: number;
}

/**
 * What both sides are asked, or null. Assertions that only the change has are answered too, within the policy's limits, so
 * that the report can say what they would mean.
 */
export function questionsFor(
  test: readonly Conversation[],
  policy: AnswerPolicy,
  edited: readonly Assertion[],
): Questions | null {
  const { asserted, judged } = promptsFor(policy);
  const most = Math.max(asserted, judged, edited.length > 0 ? policy.answers.max_examples : 0);
  if (most === 0) return null;
  return { prompts: choosePrompts(test, most), max_new_tokens: policy.answers.max_new_tokens };
}

/** Both sides' answers beside their prompts. @throws RangeError where a prompt has none: who reads answers of others checks first. */
export function compareAnswers(
  { prompts, max_new_tokens }: Questions,
  baseline: readonly PlacedAnswer[],
  candidate: readonly PlacedAnswer[],
): ComparedAnswers {
  const of = (side: readonly PlacedAnswer[]) => {
    const byPlace = new Map(side.map(({ at, ...answer }) => [at, answer]));
    return (at: number) => {
      const answer = byPlace.get(at);
      if (!answer) throw new RangeError(`prompt ${at} has no answer`);
      return answer;
    };
  };
  const [baselineAt, candidateAt] = [of(baseline), of(candidate)];
  const items = prompts.map((prompt, at) => ({
    prompt,
    baseline: baselineAt(at),
    candidate: candidateAt(at),
  }));
  return { max_new_tokens, items };
}

/** The `most` answers whose prompts would have been chosen alone. */
export function firstChosen(
  items: ComparedAnswers['items'],
  test: readonly Conversation[],
  most: number,
): ComparedAnswers['items'] {
  const chosen = new Set(choosePrompts(test, most).map(({ file, line }) => `${file}:${line}`));
  return items.filter(({ prompt: { file, line } }) => chosen.has(`${file}:${line}`));
}
