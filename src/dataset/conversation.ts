/** One training or test conversation as it was read from a JSONL row, before any tokenizer has seen it. */

export type Role = 'system' | 'user' | 'assistant';

export interface Message {
  role: Role;
  content: string;
}

export interface Conversation {
  /** The row's own id, or `<file name>:<line>`. */
  id: string;
  messages: readonly Message[];
  tags: readonly string[];
  /** Conversations of one source share a group: the unit of the statistics. Defaults to `id`. */
  group: string;
  file: string;
  line: number;
}

/** A conversation as token ids. */
export interface TokenizedConversation {
  id: string;
  group: string;
  file: string;
  line: number;
  /** [tokens], BOS included once. */
  ids: Int32Array;
  /** [tokens], 1 where the token is one the assistant wrote (its end-of-turn token included), else 0. */
  assistant_mask: Uint8Array;
}
