/**
 * Turns in the wrong order, answers that say nothing, and answers that open with the boilerplate of a refusal (English
 * phrases, and a few German, French and Spanish ones; a refusal in words of its own is not recognised).
 */

import type { Conversation } from '../conversation.ts';
import { roleOrderProblems } from '../role-order.ts';
import { messageName, type Report } from './finding.ts';

export function checkRoleOrder(row: Conversation, report: Report): void {
  for (const problem of roleOrderProblems(row.messages)) {
    const [what, ...todo] = problem.split(': ');
    report('role_order', row, {
      message: what ?? problem,
      fix: `${capitalised(todo.join(': ') || 'mend the turns')}.`,
    });
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A letter, a digit or a symbol (an emoji may be an answer). */
const SAYS_SOMETHING = /[\p{L}\p{N}\p{S}]/u;
const PLACEHOLDER =
  /^[\s[({<"'*_-]*(?:n\/?a|null|none|nil|nan|undefined|todo|tbd|tba|fixme|xxx+|empty|placeholder|lorem ipsum|your answer here|insert answer here|answer here)[\s\])}>"'*_.!-]*$/i;

export function checkEmptyAnswers(row: Conversation, report: Report): void {
  const index = row.messages.findIndex(({ role, content }) => role === 'assistant' && saysNothing(content));
  if (index === -1) return;
  report('empty_answers', row, {
    message: `${messageName(row, index)} says nothing: punctuation, invisible characters or a placeholder`,
    fix: 'Write the answer or delete the row.',
  });
}

function saysNothing(content: string): boolean {
  if (content.length > 200) return !SAYS_SOMETHING.test(content);
  return !SAYS_SOMETHING.test(content) || PLACEHOLDER.test(content);
}

/** How far into an answer the boilerplate may begin: behind a greeting. */
const OPENING = 160;

const REFUSAL = new RegExp(
  [
    '\\bas an? (?:ai|artificial intelligence|(?:large )?language model)(?: language)?(?: model| assistant)?\\b',
    "\\bi(?:'m| am) (?:just |only )?an? (?:ai|artificial intelligence|(?:large )?language model)\\b",
    "\\bi(?:'m| am) (?:very |really |so )?sorry,? but (?:i|as an)\\b",
    "\\bi (?:can(?:'t|not)|am unable to|am not able to|won't|will not) (?:assist|help|fulfill|fulfil|comply|provide|answer|respond|engage|create|generate|do that)\\b",
    "\\bi'm (?:unable|not able) to (?:assist|help|fulfill|fulfil|comply|provide|answer|respond|engage|create|generate)\\b",
    '\\bi apologi[sz]e,? but i\\b',
    "\\bi (?:do not|don't) have (?:personal (?:opinions|experiences|feelings)|access to real-time)\\b",
    'as of my (?:last )?(?:knowledge|training) (?:cut-?off|update)',
    'als (?:ein )?(?:ki-?)?sprachmodell',
    "en tant qu(?:e modèle de langage|'ia\\b)",
    'como (?:un )?modelo de lenguaje',
  ].join('|'),
);

export function checkRefusals(row: Conversation, report: Report): void {
  const index = row.messages.findIndex(
    ({ role, content }) =>
      role === 'assistant' && REFUSAL.test(content.slice(0, OPENING).toLowerCase().replaceAll('\u2019', "'")),
  );
  if (index === -1) return;
  report('refusals', row, {
    message: `${messageName(row, index)} opens like a boilerplate refusal`,
    fix: 'Write the answer that is wanted, or a refusal in the words of the product, or delete the row.',
  });
}
