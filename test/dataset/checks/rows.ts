/** Conversations for the tests of the checks, and what the checks say of them. */

import {
  type CheckInput,
  type CheckOptions,
  type CheckReport,
  checkDatasets,
} from '../../../src/dataset/checks/check-datasets.ts';
import type { CheckName, Finding } from '../../../src/dataset/checks/finding.ts';
import type { Conversation, Role } from '../../../src/dataset/conversation.ts';
import { createRng } from '../../../src/rng.ts';

/** Turns of user and assistant, from the user on; a first one that starts with `system:` is the system message. */
export type Turns = readonly string[];

export function rows(file: string, all: readonly Turns[]): Conversation[] {
  return all.map((turns, i) => {
    const hasSystem = turns[0]?.startsWith('system:') ?? false;
    const messages = turns.map((text, turn) => {
      if (hasSystem && turn === 0) return { role: 'system' as Role, content: text.slice('system:'.length) };
      const role: Role = (turn - (hasSystem ? 1 : 0)) % 2 === 0 ? 'user' : 'assistant';
      return { role, content: text };
    });
    const id = `${file}:${i + 1}`;
    return { id, group: id, tags: [], messages, file, line: i + 1 };
  });
}

export interface Sets {
  train: readonly Turns[];
  test?: readonly Turns[];
  base?: readonly Turns[];
}

export function inputOf({ train, test, base }: Sets): CheckInput {
  return {
    train: { file: 'train.jsonl', conversations: rows('train.jsonl', train) },
    ...(test && { test: { file: 'test.jsonl', conversations: rows('test.jsonl', test) } }),
    ...(base && { baseTrain: rows('base.jsonl', base) }),
  };
}

export function check(sets: Sets, options: CheckOptions = {}): Promise<CheckReport> {
  return checkDatasets(inputOf(sets), options);
}

/** What the report says, a line each; without the distributions. */
export function shown({ findings }: Pick<CheckReport, 'findings'>): string[] {
  return findings.map(({ severity, check: name, file, line, message, related }) => {
    const also = related?.map((place) => `${place.file}:${place.line}`).join(' ');
    return `${severity} ${name} ${file}:${line}: ${message}${also ? ` [${also}]` : ''}`;
  });
}

export async function findingsOf(
  check_: CheckName,
  sets: Sets,
  options: CheckOptions = {},
): Promise<Finding[]> {
  const { findings } = await check(sets, options);
  return findings.filter((finding) => finding.check === check_);
}

/** Sentences of made-up words that no two calls share. */
export function createProse(seed: number): (words: number) => string {
  const rng = createRng(seed);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = () =>
    Array.from({ length: 3 + rng.integer(6) }, () => letters[rng.integer(letters.length)]).join('');
  return (words) => Array.from({ length: words }, word).join(' ');
}
