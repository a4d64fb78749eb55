/**
 * Conversations to token ids with the assistant's tokens marked, and prompts to token ids. The ids are those of
 * transformers' apply_chat_template, but for two things: special-token text inside a message stays text, and a model that
 * wants a BOS gets one where its template writes none.
 *
 * Marked are the tokens of every answer and the end-of-turn token behind it, nothing after. A token that lies across the
 * border of an answer counts as the answer's, as in transformers' own mask. Knows no model and no batches.
 */

import { UserError } from '../errors.ts';
import type { ChatMessage, ChatTemplate } from '../model/tokenizer/chat-template.ts';
import type { Span } from '../model/tokenizer/text-encoder.ts';
import type { Tokenizer } from '../model/tokenizer/tokenizer.ts';
import { locateMessages, skeletonOf } from './chat-spans.ts';
import type { Conversation, TokenizedConversation } from './conversation.ts';

const endsOfTurn = new WeakMap<ChatTemplate, WeakMap<Tokenizer, number | undefined>>();

/** Special tokens by their text, longest first. */
function specialTexts(tokenizer: Tokenizer, ids: Iterable<number>): [text: string, id: number][] {
  return [...ids]
    .map((id): [string, number] => [tokenizer.idToToken(id) ?? '', id])
    .filter(([text]) => text !== '')
    .sort(([a], [b]) => b.length - a.length);
}

/**
 * The special token that the template writes behind an answer (`<end_of_turn>`, `<|im_end|>`, `</s>`), or undefined when
 * it writes none.
 */
export function endOfTurnTokenId(template: ChatTemplate, tokenizer: Tokenizer): number | undefined {
  let known = endsOfTurn.get(template);
  if (!known) {
    known = new WeakMap();
    endsOfTurn.set(template, known);
  }
  if (!known.has(tokenizer)) {
    const skeleton = skeletonOf(['user', 'assistant'], template, { add_generation_prompt: false });
    const behind = skeleton?.literals.at(-1)?.trimStart() ?? '';
    const texts = specialTexts(tokenizer, tokenizer.special_token_ids);
    known.set(tokenizer, texts.find(([text]) => behind.startsWith(text))?.[1]);
  }
  return known.get(tokenizer);
}

/** What generation stops at: the tokenizer's own ends and the template's end of turn. */
export function stopTokenIds(template: ChatTemplate, tokenizer: Tokenizer): number[] {
  const end = endOfTurnTokenId(template, tokenizer);
  return [...new Set([...tokenizer.eos_token_ids, ...(end === undefined ? [] : [end])])];
}

/** The answer with its terminator, if one follows (white space between them is part of it, as in Llama 2's " </s>"). */
function answerSpan(
  text: string,
  answer: { content: Span; limit: number },
  terminators: readonly string[],
): Span {
  const { start, end } = answer.content;
  const behind = text.slice(end, answer.limit);
  const space = behind.length - behind.trimStart().length;
  const terminator = terminators.find((candidate) => behind.startsWith(candidate, space));
  return { start, end: terminator === undefined ? end : end + space + terminator.length };
}

function encodeChat(
  messages: readonly ChatMessage[],
  tokenizer: Tokenizer,
  template: ChatTemplate,
  add_generation_prompt: boolean,
): { ids: number[]; mask: number[] } {
  const terminators = specialTexts(tokenizer, stopTokenIds(template, tokenizer)).map(([token]) => token);
  const occurIn = (text: string) =>
    tokenizer.encode(text, { parse_special: true }).some((id) => tokenizer.special_token_ids.has(id));
  const { text, contents, answers } = locateMessages(messages, template, {
    add_generation_prompt,
    tokens: { terminators, occurIn },
  });
  const marked = answers.map((answer) => answerSpan(text, answer, terminators));
  const encoded = tokenizer.encodeSpans(text, { plain: contents, marked });
  const { bos_token_id } = tokenizer;
  if (tokenizer.add_bos && bos_token_id !== undefined && encoded.ids[0] !== bos_token_id) {
    encoded.ids.unshift(bos_token_id);
    encoded.mask.unshift(0);
  }
  return encoded;
}

/**
 * One conversation as ids and the mask of what is learnt.
 * @throws UserError naming file and line: `chat-template-refused`, `chat-template-failed` or `chat-template-spans`.
 */
export function tokenizeConversation(
  conversation: Conversation,
  tokenizer: Tokenizer,
  template: ChatTemplate,
): TokenizedConversation {
  const { id, group, file, line } = conversation;
  try {
    const { ids, mask } = encodeChat(conversation.messages, tokenizer, template, false);
    return { id, group, file, line, ids: Int32Array.from(ids), assistant_mask: Uint8Array.from(mask) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw new UserError(error.code, `${file}:${line}: ${error.message}`, {
      ...(error.hint === undefined ? {} : { hint: error.hint }),
      cause: error,
    });
  }
}

/**
 * The ids after which the model writes the next answer: [tokens], BOS included once.
 * @throws UserError `chat-template-refused`, `chat-template-failed` or `chat-template-spans`.
 */
export function renderPrompt(
  messages: readonly ChatMessage[],
  tokenizer: Tokenizer,
  template: ChatTemplate,
): Int32Array {
  return Int32Array.from(encodeChat(messages, tokenizer, template, true).ids);
}
