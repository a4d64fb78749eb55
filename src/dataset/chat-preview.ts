/** A conversation as the training sees it, for people: decoded, with what is learnt between brackets. */

import type { Tokenizer } from '../model/tokenizer/tokenizer.ts';
import type { TokenizedConversation } from './conversation.ts';

/** The decoded text, special tokens shown, learnt stretches as `⟦…⟧`. */
export function previewMask(tokenized: TokenizedConversation, tokenizer: Tokenizer): string {
  const { ids, assistant_mask } = tokenized;
  let preview = '';
  let start = 0;
  for (let at = 1; at <= ids.length; at += 1) {
    if (at < ids.length && assistant_mask[at] === assistant_mask[start]) continue;
    const text = tokenizer.decode(ids.subarray(start, at), { skip_special_tokens: false });
    preview += assistant_mask[start] === 1 ? `⟦${text}⟧` : text;
    start = at;
  }
  return preview;
}
