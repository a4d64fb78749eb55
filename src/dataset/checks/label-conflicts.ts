/**
 * The same prompt answered in contradicting ways: a model can learn neither. The prompt is everything before the answer,
 * system message included, punctuation, case and spacing apart. Knows nothing of meaning: answers contradict each other here when
 * they share less than half of their 5-grams, name different numbers, or one says yes and the other no.
 */

import type { Conversation } from '../conversation.ts';
import { percent } from './duplicates.ts';
import type { Report } from './finding.ts';
import { createWordsHash, normalText } from './normal-text.ts';
import type { RowView } from './row-view.ts';
import { createJaccard } from './shingles.ts';

const ALIKE = 0.5;

/** Takes the place of a word behind each message, so that who said it counts. */
const ROLE_MARKS = { system: Uint32Array.of(1), user: Uint32Array.of(2), assistant: Uint32Array.of(3) };

export interface LabelConflicts {
  check(row: RowView, report: Report): void;
}

export function createLabelConflicts(): LabelConflicts {
  const first = new Map<number, { conversation: Conversation; message: number }>();
  const jaccard = createJaccard();
  return {
    check({ conversation, normal, words }, report) {
      const hash = createWordsHash();
      let reported = false;
      for (const [index, { role }] of conversation.messages.entries()) {
        if (role === 'assistant' && index > 0) {
          const key = hash.key();
          const before = first.get(key);
          if (!before) first.set(key, { conversation, message: index });
          else if (!reported && before.conversation !== conversation) {
            const other = before.conversation.messages[before.message]?.content ?? '';
            const how = contradiction(normal[index] as string, normalText(other), jaccard);
            if (how !== undefined) {
              reported = true;
              const { file, line } = before.conversation;
              report(
                'label_conflicts',
                conversation,
                {
                  message: `the prompt of ${file}:${line} with another answer (${how})`,
                  fix: 'Keep the answer that is right, or say in the prompts what makes the difference.',
                },
                [before.conversation],
              );
            }
          }
        }
        hash.add(words[index] as Uint32Array);
        hash.add(ROLE_MARKS[role]);
      }
    },
  };
}

function contradiction(a: string, b: string, jaccard: (a: string, b: string) => number): string | undefined {
  if (a === b) return undefined;
  const similarity = jaccard(a, b);
  if (similarity < ALIKE) return `${percent(similarity)} of their 5-grams in common`;
  if (numbersOf(a) !== numbersOf(b)) return 'other numbers';
  return AFFIRMS.test(a) !== AFFIRMS.test(b) && DENIES.test(a) !== DENIES.test(b)
    ? 'one says yes, the other no'
    : undefined;
}

const AFFIRMS = /(?:^|[^\p{L}])(?:yes|ja|oui|sí)(?:$|[^\p{L}])/u;
const DENIES = /(?:^|[^\p{L}])(?:no|nein|non)(?:$|[^\p{L}])/u;

function numbersOf(text: string): string {
  const found = text.match(/\d+(?:[.,:]\d+)*/g) ?? [];
  return [...new Set(found)].sort().join(' ');
}
