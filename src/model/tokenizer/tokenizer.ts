/**
 * The tokenizer as the rest of the program sees it: text to ids and back, and the ids that have a meaning. Made from a
 * Hugging Face folder or from GGUF metadata. Byte-pair models only: Gemma, Llama and everything alike. Knows nothing of
 * chats; it never adds a BOS by itself.
 */

import { messageOf, UserError } from '../../errors.ts';
import { Bpe } from './bpe.ts';
import { compileDecoder } from './decoder.ts';
import { partsFromGguf } from './gguf-tokenizer.ts';
import { type EncodeSpansOptions, type MaskedIds, TextToIds } from './text-encoder.ts';
import { partsFromFolder } from './tokenizer-json.ts';
import { fingerprintOf, type TokenizerParts } from './tokenizer-parts.ts';

export interface Tokenizer {
  /** Highest id + 1; a model may have more rows in its embedding. */
  readonly vocab_size: number;
  readonly bos_token_id: number | undefined;
  /** Every id that ends a generation, the tokenizer's own EOS first. */
  readonly eos_token_ids: readonly number[];
  readonly pad_token_id: number | undefined;
  readonly unk_token_id: number | undefined;
  /** The model was trained with a BOS in front of every text: callers put it there, once. */
  readonly add_bos: boolean;
  /** Ids of control tokens, dropped by `decode` with `skip_special_tokens`. */
  readonly special_token_ids: ReadonlySet<number>;
  /** The model's own chat template, Jinja source. */
  readonly chat_template: string | undefined;
  /** sha256 over what determines the ids; computed when first asked for. */
  readonly fingerprint: string;
  /** Ids of `text`; `parse_special: false` turns the text of a special token into plain text tokens. Never adds a BOS. */
  encode(text: string, options: { parse_special: boolean }): number[];
  /** Ids of `text` and which of them touch the marked stretches; special tokens are text inside the plain ones. */
  encodeSpans(text: string, options: EncodeSpansOptions): MaskedIds;
  /** The text of `ids`, exactly (no clean-up of spaces); bytes that are not UTF-8 become U+FFFD. */
  decode(ids: Iterable<number>, options: { skip_special_tokens: boolean }): string;
  tokenToId(token: string): number | undefined;
  idToToken(id: number): string | undefined;
}

/**
 * Reads the tokenizer of a Hugging Face model folder: `tokenizer.json`, and beside it `tokenizer_config.json`,
 * `special_tokens_map.json`, `chat_template.jinja`, `generation_config.json`.
 * @throws UserError `tokenizer-missing`, `tokenizer-invalid` or `tokenizer-unsupported`.
 */
export async function tokenizerFromFolder(folder: string): Promise<Tokenizer> {
  return createTokenizer(await partsFromFolder(folder));
}

/**
 * Builds the tokenizer that a GGUF file describes in its metadata.
 * @throws UserError `tokenizer-invalid` or `tokenizer-unsupported`.
 */
export function tokenizerFromGguf(metadata: ReadonlyMap<string, unknown>): Tokenizer {
  return createTokenizer(partsFromGguf(metadata));
}

function createTokenizer(parts: TokenizerParts): Tokenizer {
  const { vocab } = parts.model;
  const tokens: string[] = [];
  for (const [token, id] of vocab) tokens[id] = token;
  for (const token of parts.added_tokens) tokens[token.id] = token.content;
  const addedIds = new Map(parts.added_tokens.map((token) => [token.content, token.id]));
  const special = new Set(parts.added_tokens.filter((token) => token.special).map((token) => token.id));
  let encoder: TextToIds;
  let decodeTokens: (texts: readonly string[]) => string;
  try {
    const model = (byte_level: boolean) =>
      new Bpe({ ...parts.model, byte_level, unk_token_id: parts.unk_token_id });
    encoder = new TextToIds({ ...parts, model });
    decodeTokens = compileDecoder(parts.decoder);
  } catch (cause) {
    throw new UserError('tokenizer-unsupported', `${parts.source}: ${messageOf(cause)}`, {
      hint: 'Only byte-pair tokenizers of the Gemma and Llama kinds are supported.',
      cause,
    });
  }
  let fingerprint: string | undefined;
  return {
    vocab_size: tokens.length,
    bos_token_id: parts.bos_token_id,
    eos_token_ids: parts.eos_token_ids,
    pad_token_id: parts.pad_token_id,
    unk_token_id: parts.unk_token_id,
    add_bos: parts.add_bos,
    special_token_ids: special,
    chat_template: parts.chat_template,
    get fingerprint() {
      fingerprint ??= fingerprintOf(parts);
      return fingerprint;
    },
    encode: (text, options) => encoder.encode(text, options),
    encodeSpans: (text, options) => encoder.encodeSpans(text, options),
    decode(ids, options) {
      const texts: string[] = [];
      for (const id of ids) {
        const text = options.skip_special_tokens && special.has(id) ? undefined : tokens[id];
        if (text !== undefined) texts.push(text);
      }
      return decodeTokens(texts);
    },
    tokenToId: (token) => addedIds.get(token) ?? vocab.get(token),
    idToToken: (id) => tokens[id],
  };
}

/** The special tokens as they are written. */
export function specialTokensOf({ special_token_ids, decode }: Tokenizer): string[] {
  return [...special_token_ids].map((id) => decode([id], { skip_special_tokens: false }));
}
