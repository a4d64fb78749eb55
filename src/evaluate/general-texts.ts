/** The general texts that come with the program: what a model should still be able to say after it was fine-tuned. */

import path from 'node:path';
import { ownFile } from '../assets.ts';
import { tokenizeConversation } from '../dataset/chat.ts';
import type { Conversation, TokenizedConversation } from '../dataset/conversation.ts';
import { rowsHash } from '../dataset/diff.ts';
import { readConversations } from '../dataset/read.ts';
import type { ModelText } from '../model/language-model.ts';
import type { RowScores } from './row-scores.ts';
import { type CachedScoreOptions, cachedRowScores } from './score-cache.ts';

const FOLDER = 'datasets/general';
/** The names of files start with FOLDER wherever that lies. */
const ROOT = path.join(ownFile(FOLDER), '../..');
export const GENERAL_TOPICS = ['facts', 'arithmetic', 'instructions', 'code', 'translation', 'talk'] as const;

export interface GeneralTexts {
  conversations: Conversation[];
  hash: string;
}

/** All topics, in a fixed order. */
export async function readGeneralTexts(): Promise<GeneralTexts> {
  const conversations: Conversation[] = [];
  for (const topic of GENERAL_TOPICS) {
    conversations.push(...(await readConversations(`${FOLDER}/${topic}.jsonl`, { root: ROOT })));
  }
  return { conversations, hash: rowsHash(conversations) };
}

/** No limit of an adapter's recipe holds for them: they are short, and only scored. */
export function tokenizeGeneral(
  { conversations }: GeneralTexts,
  { tokenizer, template }: ModelText,
): TokenizedConversation[] {
  return conversations.map((row) => tokenizeConversation(row, tokenizer, template));
}

/** `label` is whose scores these are. */
export function cachedGeneralScores(
  texts: GeneralTexts,
  { label, ...options }: Omit<CachedScoreOptions, 'rows_hash' | 'label'> & { label: string },
): Promise<RowScores> {
  return cachedRowScores(tokenizeGeneral(texts, options.model), {
    ...options,
    rows_hash: texts.hash,
    label: `scoring ${label} on general texts`,
  });
}
