/**
 * What a check of the data says, and the list of checks with their default severities. The defaults are here and only
 * here: the configuration's `checks` section is made from this list.
 */

import type { Conversation } from '../conversation.ts';

/** An error blocks, a warning is worth a look, a note is for information. */
export type Severity = 'error' | 'warning' | 'note';

export const CHECKS = {
  role_order: {
    severity: 'error',
    about: 'Turns out of order: system first, then user and assistant in turn, assistant last.',
  },
  empty_answers: {
    severity: 'warning',
    about: 'Answers that say nothing: punctuation only, or a placeholder.',
  },
  refusals: { severity: 'warning', about: 'Answers that open with the boilerplate of a refusal.' },
  duplicates: { severity: 'warning', about: 'Rows with exactly the messages of an earlier row.' },
  near_duplicates: {
    severity: 'warning',
    about: 'Rows that share 80 % of their character 5-grams with an earlier row.',
  },
  label_conflicts: { severity: 'warning', about: 'The same prompt with answers that contradict each other.' },
  leakage: { severity: 'error', about: 'Training rows that are, or nearly are, rows of the test set.' },
  prompt_leakage: { severity: 'error', about: 'Training rows that open with the prompt of a test row.' },
  overlap_leakage: {
    severity: 'error',
    about: 'Training rows that hold half of a test row, or 50 words of it, in runs of 13 words or more.',
  },
  shared_passages: {
    severity: 'warning',
    about: 'Training rows that hold 13 words in a row of a test row, and no more than ten rows do.',
  },
  secrets: { severity: 'error', about: 'Keys, tokens and passwords.' },
  personal_data: { severity: 'warning', about: 'E-mail addresses, phone, card and bank account numbers.' },
  mojibake: { severity: 'warning', about: 'Text that was decoded with the wrong encoding.' },
  control_characters: {
    severity: 'warning',
    about: 'Characters that cannot be seen: control characters, bidirectional marks, tags.',
  },
  special_tokens: { severity: 'warning', about: "Text that is a chat template's own token." },
  distribution: {
    severity: 'note',
    about: 'Lengths, turns or languages of the added rows that are unlike those of the base.',
  },
} as const satisfies Record<string, { severity: Severity; about: string }>;

export type CheckName = keyof typeof CHECKS;
export type Severities = Readonly<Record<CheckName, Severity | 'off'>>;

export const CHECK_NAMES = Object.keys(CHECKS) as CheckName[];

export function defaultSeverities(): Severities {
  return Object.fromEntries(CHECK_NAMES.map((name) => [name, CHECKS[name].severity])) as Severities;
}

export interface Place {
  file: string;
  line: number;
}

/** Messages name places and kinds, and never quote a dataset beyond a masked beginning. */
export interface Finding extends Place {
  check: CheckName;
  severity: Severity;
  /** What is wrong, without the place. */
  message: string;
  /** What to do about it, one sentence. */
  fix: string;
  /** Other rows that are part of it, nearest first; at most MAX_RELATED. */
  related?: Place[];
  /** Whether the row is one that the change adds or edits; absent when no base is known. */
  introduced?: boolean;
}

export const MAX_RELATED = 5;

export type Report = (
  check: CheckName,
  at: Conversation,
  what: Pick<Finding, 'message' | 'fix'>,
  related?: readonly Place[],
) => void;

/** Where a message is, for people: `message 2 (assistant)`. */
export function messageName(conversation: Conversation, index: number): string {
  return `message ${index + 1} (${conversation.messages[index]?.role ?? 'none'})`;
}
