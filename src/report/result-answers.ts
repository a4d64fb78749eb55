/** The part of the result that holds what both models answered to the test prompts, each text bounded. */

import { z } from 'zod';
import type { Conversation, Message } from '../dataset/conversation.ts';
import type { ComparedAnswers } from '../evaluate/answers.ts';
import { count } from './result-metric.ts';

const MOST_ITEMS = 2_000;
const PROMPT_CHARACTERS = 2_000;
const REFERENCE_CHARACTERS = 4_000;
const ANSWER_CHARACTERS = 8_000;

export const answers = z
  .strictObject({
    max_new_tokens: count,
    conversations: count.describe('In the test set; the prompts answered are a seeded choice of them'),
    items: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(1024),
          group: z.string().min(1).max(1024),
          file: z.string().min(1).max(1024),
          line: count,
          prompt: z.string().max(PROMPT_CHARACTERS).describe('The last turns before the answer'),
          reference: z.string().max(REFERENCE_CHARACTERS).describe('The test set’s own answer'),
          baseline: z.string().max(ANSWER_CHARACTERS),
          candidate: z.string().max(ANSWER_CHARACTERS),
          truncated: z
            .strictObject({ baseline: z.boolean(), candidate: z.boolean() })
            .describe('Whether max_new_tokens ended the answer'),
          withheld: z
            .boolean()
            .describe('The row holds a secret or personal data: all its texts are left empty'),
        }),
      )
      .max(MOST_ITEMS),
  })
  .nullable()
  .describe('Null where neither assertions nor a judge asked for answers');

export type ResultAnswers = z.output<typeof answers>;

/** The last turns, each under its role where there are several. */
function promptText(messages: readonly Message[]): string {
  const [only] = messages;
  if (only && messages.length === 1) return only.content.slice(-PROMPT_CHARACTERS);
  return messages
    .map(({ role, content }) => `${role}: ${content}`)
    .join('\n\n')
    .slice(-PROMPT_CHARACTERS);
}

/** Whether an item may hold less than what was asked and answered: several turns as one text, or a text at its limit. */
export function isShortened({
  prompt,
  reference,
  baseline,
  candidate,
}: NonNullable<ResultAnswers>['items'][number]): boolean {
  return (
    /^(system|user|assistant): /.test(prompt) ||
    prompt.length === PROMPT_CHARACTERS ||
    reference.length === REFERENCE_CHARACTERS ||
    [baseline, candidate].some(({ length }) => length === ANSWER_CHARACTERS)
  );
}

/** `withheld` names rows, as `file:line`, whose text a report must not repeat. */
export function answersToResult(
  compared: ComparedAnswers | null,
  test: readonly Conversation[],
  withheld: ReadonlySet<string>,
): ResultAnswers {
  if (!compared) return null;
  const items = compared.items.map(({ prompt, baseline, candidate }) => {
    const { id, group, file, line } = prompt;
    const hidden = withheld.has(`${file}:${line}`);
    const shown = (text: string, most: number) => (hidden ? '' : text.slice(0, most));
    return {
      id,
      group,
      file,
      line,
      prompt: hidden ? '' : promptText(prompt.messages),
      reference: shown(prompt.reference, REFERENCE_CHARACTERS),
      baseline: shown(baseline.text, ANSWER_CHARACTERS),
      candidate: shown(candidate.text, ANSWER_CHARACTERS),
      truncated: { baseline: baseline.truncated, candidate: candidate.truncated },
      withheld: hidden,
    };
  });
  return { max_new_tokens: compared.max_new_tokens, conversations: test.length, items };
}
