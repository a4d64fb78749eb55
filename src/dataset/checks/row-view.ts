/** A row as the checks see it: its texts normalised once for all of them. */

import type { Conversation } from '../conversation.ts';
import { hashTexts, normalText, wordHashes } from './normal-text.ts';

export interface RowView {
  conversation: Conversation;
  split: 'train' | 'test';
  /** 53-bit hash of roles and contents as they are written. */
  contentKey: number;
  /** Normal text of each message. */
  normal: readonly string[];
  /** Hashes of the words of each message. */
  words: readonly Uint32Array[];
  /** Normal text of the dialogue: without the system message, which whole datasets share. */
  text: string;
}

export function viewRow(conversation: Conversation, split: RowView['split']): RowView {
  const { messages } = conversation;
  const normal = messages.map(({ content }) => normalText(content));
  return {
    conversation,
    split,
    contentKey: contentKey(conversation),
    normal,
    words: normal.map(wordHashes),
    text: dialogueText(normal.filter((_, i) => messages[i]?.role !== 'system')),
  };
}

function dialogueText(texts: readonly string[]): string {
  return texts.join('\n');
}

/** The `text` of a row whose view was not kept. */
export function dialogueOf({ messages }: Conversation): string {
  return dialogueText(
    messages.flatMap(({ role, content }) => (role === 'system' ? [] : [normalText(content)])),
  );
}

export function contentKey({ messages }: Pick<Conversation, 'messages'>): number {
  return hashTexts(messages.flatMap(({ role, content }) => [role, content]));
}

export function sameContent(a: Conversation, b: Conversation): boolean {
  return (
    a.messages.length === b.messages.length &&
    a.messages.every((message, i) => {
      const other = b.messages[i];
      return message.role === other?.role && message.content === other.content;
    })
  );
}
