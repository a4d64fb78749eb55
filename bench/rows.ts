/**
 * Rows of an exact length and an exact supervised share, cut from the bundled conversations as the chat template writes
 * them. Real text, because the work of a vocabulary-filtered loss depends on it. Knows no model but its tokenizer.
 */

import { fileURLToPath } from 'node:url';
import { renderPrompt, tokenizeConversation } from '../src/dataset/chat.ts';
import type { TokenizedConversation } from '../src/dataset/conversation.ts';
import { readConversations } from '../src/dataset/read.ts';
import type { ModelText } from '../src/model/language-model.ts';
import type { Rng } from '../src/rng.ts';

export const DATA = fileURLToPath(new URL('../datasets/harbor-desk/', import.meta.url));

/** Tokens from the start of one answer to the start of the next. */
const TURN = 64;

/** The bundled conversations, tokenised, with their own masks. */
export async function realConversations(
  { tokenizer, template }: Pick<ModelText, 'tokenizer' | 'template'>,
  file: 'train.jsonl' | 'test.jsonl' = 'train.jsonl',
): Promise<TokenizedConversation[]> {
  const rows = await readConversations(`${DATA}${file}`);
  return rows.map((row) => tokenizeConversation(row, tokenizer, template));
}

/** Prompts: the first `count` test conversations up to the first answer. */
export async function promptsOf(
  count: number,
  { tokenizer, template }: Pick<ModelText, 'tokenizer' | 'template'>,
): Promise<number[][]> {
  const conversations = await readConversations(`${DATA}test.jsonl`);
  return conversations.slice(0, count).map(({ messages }) => {
    const firstAnswer = messages.findIndex(({ role }) => role === 'assistant');
    return [...renderPrompt(messages.slice(0, firstAnswer), tokenizer, template)];
  });
}

/** Tokens drawn evenly from the vocabulary, for models without a tokenizer. */
export function randomTokens(count: number, vocabulary: number, rng: Rng): Int32Array {
  return Int32Array.from({ length: count }, () => rng.integer(vocabulary));
}

/**
 * 1 for the last `share` of every 64 tokens: contiguous spans, as answers are. Exact to one token over the row; the first
 * token has nothing before it and is never learnt.
 */
export function spanMask(length: number, share: number): Uint8Array {
  const mask = new Uint8Array(length);
  let given = 0;
  for (let start = 0; start < length; start += TURN) {
    const end = Math.min(start + TURN, length);
    const due = Math.round(end * share) - given;
    mask.fill(1, end - due, end);
    given += due;
  }
  mask[0] = 0;
  return mask;
}

export interface RowsOptions {
  /** Rows wanted; the text starts over when it is used up. */
  count: number;
  length: number;
  /** Supervised part, 0 to 1. */
  share: number;
}

/** `count` rows of `length` tokens: a BOS where the model has one, then the conversations end to end. */
export function exactRows(
  conversations: readonly Pick<TokenizedConversation, 'ids'>[],
  bos: number | undefined,
  { count, length, share }: RowsOptions,
): TokenizedConversation[] {
  const text = Int32Array.from(conversations.flatMap(({ ids }) => [...ids].filter((id) => id !== bos)));
  const mask = spanMask(length, share);
  let at = 0;
  return Array.from({ length: count }, (_, row) => {
    const ids = new Int32Array(length);
    for (let place = 0; place < length; place += 1) {
      if (place === 0 && bos !== undefined) {
        ids[place] = bos;
        continue;
      }
      ids[place] = text[at % text.length] as number;
      at += 1;
    }
    return { id: `row-${row}`, group: `row-${row}`, file: 'bench', line: row + 1, ids, assistant_mask: mask };
  });
}
