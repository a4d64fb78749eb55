/**
 * Text in a message that is a token of some chat template: usually a transcript that was rendered before it was saved, which would
 * teach the model to write the ends of turns as text. Tokens of the model at hand can be handed in.
 */

import type { Conversation } from '../conversation.ts';
import { messageName, type Report } from './finding.ts';

const KNOWN = [
  '<start_of_turn>',
  '<end_of_turn>',
  '<start_of_image>',
  '<bos>',
  '<eos>',
  '<pad>',
  '<s>',
  '</s>',
  '<|im_start|>',
  '<|im_end|>',
  '<|endoftext|>',
  '<|eot_id|>',
  '<|eom_id|>',
  '<|begin_of_text|>',
  '<|end_of_text|>',
  '<|start_header_id|>',
  '<|end_header_id|>',
  '<|system|>',
  '<|user|>',
  '<|assistant|>',
  '<|end|>',
  '[INST]',
  '[/INST]',
  '<<SYS>>',
  '<</SYS>>',
];

/** Tokens by their form; what is between the bars may be anything, so it is not quoted. */
const BY_FORM = /<\|[A-Za-z0-9_]{1,40}\|>|<unused\d{1,4}>|<\uff5c[^\uff5c<>]{1,40}\uff5c>/;

/** Every marker of a chat that is known, wherever it stands in a text. */
export const CHAT_MARKERS = new RegExp(
  `${KNOWN.toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')}|${BY_FORM.source}`,
  'g',
);

export type SpecialTokenCheck = (row: Conversation, report: Report) => void;

/** Tokens of any chat template that is known, and `more` of the model's tokenizer, as they are written. */
export function createSpecialTokenCheck(more: readonly string[] = []): SpecialTokenCheck {
  return checkFor([...new Set([...KNOWN, ...more.filter((token) => token.length > 1)])], BY_FORM);
}

/** Only those tokens of the model's tokenizer that the check above does not know without it; undefined when there are none. */
export function createModelTokenCheck(tokens: readonly string[]): SpecialTokenCheck | undefined {
  const own = tokens.filter((token) => token.trim().length > 1 && token.replace(CHAT_MARKERS, '') !== '');
  return own.length === 0 ? undefined : checkFor([...new Set(own)], undefined);
}

function checkFor(known: readonly string[], form: RegExp | undefined): SpecialTokenCheck {
  const pattern = new RegExp(
    known
      .toSorted((a, b) => b.length - a.length)
      .map(escaped)
      .join('|'),
  );
  const opensNone = known.every((token) => token.startsWith('<') || token.startsWith('['));
  return (row, report) => {
    for (const [index, { content }] of row.messages.entries()) {
      if (opensNone && !content.includes('<') && !content.includes('[')) continue;
      const found = pattern.exec(content)?.[0] ?? (form?.test(content) ? 'of the form <|…|>' : undefined);
      if (found === undefined) continue;
      report('special_tokens', row, {
        message: `the special token ${found} as text in ${messageName(row, index)}`,
        fix: 'Store the messages themselves, not a rendered transcript: the chat template adds its tokens.',
      });
      return;
    }
  };
}

function escaped(token: string): string {
  return token.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
