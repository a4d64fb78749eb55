/**
 * Messages to the text a model was trained to read, through the model's own Jinja template or its family's. Renders what
 * transformers renders. Knows nothing of token ids or masks.
 */

import { createHash } from 'node:crypto';
import { messageOf, UserError } from '../../errors.ts';
import { type CompiledJinja, compileJinja, strftime, TemplateRefusal } from './bounded-jinja.ts';
import { FAMILY_TEMPLATES, familyOf, type TemplateFamily } from './family-templates.ts';
import type { Tokenizer } from './tokenizer.ts';

export interface ChatMessage {
  role: string;
  content: string;
}

export interface RenderOptions {
  /** Ends with the heading of an assistant turn, for the model to go on. */
  add_generation_prompt: boolean;
}

export interface ChatTemplate {
  readonly source: string;
  /** Whose template it is: the model's own, one that was handed in, or a family's. */
  readonly origin: 'model' | 'given' | TemplateFamily;
  /** sha256 over everything that decides the rendered text. */
  readonly fingerprint: string;
  /** @throws UserError `chat-template-refused` or `chat-template-failed`. */
  render(messages: readonly ChatMessage[], options: RenderOptions): string;
}

export interface ChatTemplateOptions {
  /** Jinja source that replaces the model's own. */
  template?: string | undefined;
  /**
   * The day that strftime_now gives. Fixed by default (26 July 2024, the day Llama 3's templates themselves fall back to):
   * what a model is trained on must not depend on the day of the run.
   */
  now?: Date;
}

const DEFAULT_NOW = new Date(2024, 6, 26);

/**
 * The template a model's chats are rendered with: `options.template`, else the model's own, else its family's.
 * @throws UserError `chat-template-invalid` when it cannot be read as Jinja.
 */
export function chatTemplateFor(tokenizer: Tokenizer, options: ChatTemplateOptions = {}): ChatTemplate {
  const family = familyOf((token) => tokenizer.tokenToId(token) !== undefined);
  const own = options.template ?? tokenizer.chat_template;
  const origin = options.template !== undefined ? 'given' : own !== undefined ? 'model' : family;
  const source = own ?? FAMILY_TEMPLATES[family];
  const now = options.now ?? DEFAULT_NOW;
  let compiled: CompiledJinja;
  try {
    compiled = compileJinja(source, now);
  } catch (cause) {
    throw new UserError('chat-template-invalid', `the chat template cannot be read: ${messageOf(cause)}`, {
      hint: 'Remove chat_template from the model to use the template of its family.',
      cause,
    });
  }
  const tokens = {
    ...(own === undefined ? { bos_token: '', eos_token: '' } : {}),
    ...specialTokens(tokenizer),
  };
  const day = source.includes('strftime_now') ? strftime(now, '%Y-%m-%d %H:%M:%S') : '';
  return {
    source,
    origin,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([1, source, tokens, day]))
      .digest('hex'),
    render: (messages, { add_generation_prompt }) =>
      withPythonTrim(messages, source, (swapped) =>
        renderOrThrow(compiled, {
          messages: swapped,
          add_generation_prompt,
          tools: null,
          documents: null,
          ...tokens,
        }),
      ),
  };
}

/** transformers' special_tokens_map: only what there is (a template may ask whether one is defined). */
function specialTokens(tokenizer: Tokenizer): Record<string, string> {
  const ids = {
    bos_token: tokenizer.bos_token_id,
    eos_token: tokenizer.eos_token_ids[0],
    unk_token: tokenizer.unk_token_id,
    pad_token: tokenizer.pad_token_id,
  };
  const entries = Object.entries(ids).flatMap(([name, id]) => {
    const text = id === undefined ? undefined : tokenizer.idToToken(id);
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(entries);
}

function renderOrThrow(compiled: CompiledJinja, variables: Record<string, unknown>): string {
  try {
    return compiled.render(variables);
  } catch (cause) {
    if (cause instanceof TemplateRefusal) {
      throw new UserError(
        'chat-template-refused',
        `the model's chat template refuses the messages: ${cause.message}`,
        {
          hint: 'Change the conversation to the roles and the order that the model was trained with.',
          cause,
        },
      );
    }
    throw new UserError('chat-template-failed', `the model's chat template failed: ${messageOf(cause)}`, {
      cause,
    });
  }
}

// `trim` takes what JavaScript calls white space: U+FEFF too, and not what Python also strips.
const ONLY_JAVASCRIPT_TRIMS = ['\ufeff'];
const ONLY_PYTHON_TRIMS = ['\u0085', '\u001c', '\u001d', '\u001e', '\u001f'];
const DIFFERENT = new RegExp(`[${[...ONLY_JAVASCRIPT_TRIMS, ...ONLY_PYTHON_TRIMS].join('')}]`);
const PRIVATE_USE = Array.from({ length: 16 }, (_, i) => String.fromCharCode(0xf8e0 + i));
const RARE_SPACES = [...'\u1680\u2000\u2001\u2002\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u205f'];

/** Renders with the few characters swapped that Python's strip and JavaScript's trim disagree on, and swaps them back. */
function withPythonTrim(
  messages: readonly ChatMessage[],
  source: string,
  render: (messages: readonly ChatMessage[]) => string,
): string {
  if (!messages.some(({ content }) => DIFFERENT.test(content))) return render(messages);
  const taken = source + messages.map(({ content }) => content).join('');
  const free = (pool: readonly string[]) => pool.filter((character) => !taken.includes(character));
  const pairs = (from: readonly string[], to: readonly string[]) =>
    from.flatMap((character, index) => (to[index] === undefined ? [] : [[character, to[index]] as const]));
  const swaps = [
    ...pairs(ONLY_JAVASCRIPT_TRIMS, free(PRIVATE_USE)),
    ...pairs(ONLY_PYTHON_TRIMS, free(RARE_SPACES)),
  ];
  const there = (text: string) => swaps.reduce((out, [from, to]) => out.replaceAll(from, to), text);
  const back = (text: string) => swaps.reduce((out, [from, to]) => out.replaceAll(to, from), text);
  return back(render(messages.map((message) => ({ ...message, content: there(message.content) }))));
}
