/** Rows and files for the tests of the dataset. */

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Conversation, TokenizedConversation } from '../../src/dataset/conversation.ts';
import { UserError } from '../../src/errors.ts';

export interface Scratch extends AsyncDisposable {
  root: string;
  /** Writes a file of the folder (default `rows.jsonl`) and returns its path relative to the folder. */
  write(content: string | Uint8Array, name?: string): Promise<string>;
}

export async function scratchFolder(): Promise<Scratch> {
  const root = await mkdtemp(path.join(tmpdir(), 'dataset-'));
  return {
    root,
    async write(content, name = 'rows.jsonl') {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), content);
      return name;
    },
    [Symbol.asyncDispose]: () => rm(root, { recursive: true }),
  };
}

export const GOOD = '{"messages":[{"role":"user","content":"Hi"},{"role":"assistant","content":"Ahoy"}]}';

export async function userErrorOf(promise: Promise<unknown>): Promise<UserError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if ('error' in outcome && outcome.error instanceof UserError) return outcome.error;
  throw new Error(`expected a UserError, got ${JSON.stringify(outcome)}`);
}

export function conversation(answer: string, more: Partial<Conversation> = {}): Conversation {
  const line = more.line ?? 1;
  const id = more.id ?? `rows.jsonl:${line}`;
  return {
    id,
    messages: [
      { role: 'user', content: 'Hi' },
      { role: 'assistant', content: answer },
    ],
    tags: [],
    group: id,
    file: 'rows.jsonl',
    line,
    ...more,
  };
}

export function tokenized(ids: number[], mask: number[], line = 1): TokenizedConversation {
  return {
    id: `rows.jsonl:${line}`,
    group: `rows.jsonl:${line}`,
    file: 'rows.jsonl',
    line,
    ids: Int32Array.from(ids),
    assistant_mask: Uint8Array.from(mask),
  };
}
