/**
 * Training rows that give the test set away: a whole conversation, or the prompt that it opens with. The weaker sign, words in
 * common, is word-overlap.ts's.
 */

import type { Conversation } from '../conversation.ts';
import { percent } from './duplicates.ts';
import { MAX_RELATED, type Report } from './finding.ts';
import { createWordsHash } from './normal-text.ts';
import type { RowMatcher } from './row-matcher.ts';
import type { RowView } from './row-view.ts';

/** A greeting is nobody's prompt: shorter ones are looked at only as part of the whole conversation. */
const LEAST_PROMPT_WORDS = 3;

const FIX = 'Delete the row from the training data; the test set measures nothing that was trained on.';

export interface PromptIndex {
  add(row: RowView): void;
  /** Test rows with the prompt of this row, punctuation, case and spacing apart. */
  find(row: RowView): readonly Conversation[];
}

export function createPromptIndex(): PromptIndex {
  const byPrompt = new Map<number, Conversation[]>();
  const none: readonly Conversation[] = [];
  return {
    add(row) {
      const key = promptKey(row);
      if (key === undefined) return;
      const same = byPrompt.get(key);
      if (!same) byPrompt.set(key, [row.conversation]);
      else if (same.length < MAX_RELATED) same.push(row.conversation);
    },
    find(row) {
      const key = promptKey(row);
      return (key === undefined ? undefined : byPrompt.get(key)) ?? none;
    },
  };
}

/** The first user message; whatever follows, the model has been taught its answer. */
function promptKey({ conversation, words }: RowView): number | undefined {
  const index = conversation.messages.findIndex(({ role }) => role !== 'system');
  const prompt = words[index];
  if (conversation.messages[index]?.role !== 'user' || !prompt) return undefined;
  if (prompt.length < LEAST_PROMPT_WORDS) return undefined;
  const hash = createWordsHash();
  hash.add(prompt);
  return hash.key();
}

/** Reports a training row that is in the test set; true when it is. */
export function checkLeakage(row: RowView, test: RowMatcher, prompts: PromptIndex, report: Report): boolean {
  const match = test.match(row);
  if (match) {
    const { file, line } = match.conversation;
    const how = match.exact
      ? 'the same messages as'
      : `nearly the same (${percent(match.similarity)} of their 5-grams in common) as`;
    report('leakage', row.conversation, { message: `${how} the test row ${file}:${line}`, fix: FIX }, [
      match.conversation,
    ]);
    return true;
  }
  const [first] = prompts.find(row);
  if (!first) return false;
  report(
    'prompt_leakage',
    row.conversation,
    { message: `opens with the prompt of the test row ${first.file}:${first.line}`, fix: FIX },
    prompts.find(row),
  );
  return true;
}
