/** Which test prompts are answered, by what the policy wants of the answers. Knows nothing of models. */

import type { Assertion, Config } from '../config/schema.ts';
import type { Conversation } from '../dataset/conversation.ts';
import { type ComparedAnswers, choosePrompts, type TestPrompt } from './answers.ts';

/** Of one adapter: the side of the comparison that decides over it. */
export interface AnswerPolicy extends Pick<Config, 'answers' | 'judge'> {
  assertions: readonly Assertion[];
}

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

/**
 * What both sides are asked, or null. Assertions that only the change has are answered too, within the policy's limits, so
 * that the report can say what they would mean.
 */
export function questionsFor(
  test: readonly Conversation[],
  policy: AnswerPolicy,
  edited: readonly Assertion[],
): { prompts: TestPrompt[]; max_new_tokens: number } | null {
  const { asserted, judged } = promptsFor(policy);
  const most = Math.max(asserted, judged, edited.length > 0 ? policy.answers.max_examples : 0);
  if (most === 0) return null;
  return { prompts: choosePrompts(test, most), max_new_tokens: policy.answers.max_new_tokens };
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
