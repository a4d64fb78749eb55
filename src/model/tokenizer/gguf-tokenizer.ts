/**
 * The tokenizer parts that GGUF metadata describes: SentencePiece-like (`tokenizer.ggml.model` = llama: Gemma, Llama 1
 * and 2) and byte-level (`gpt2`: Llama 3, SmolLM2). Ids are those of transformers' own GGUF conversion, but for two
 * things it leaves out and the models' own tokenizer.json has: whole-word tokens of Llama 3 (`ignore_merges`) and the
 * single digits of the smollm kind.
 */

import { UserError } from '../../errors.ts';
import type { AddedToken } from './added-tokens.ts';
import { BYTE_CHARACTERS } from './bpe.ts';
import { listedMerges, rankedMerges } from './merge-table.ts';
import { GPT2_SPLIT, type JsonObject } from './pre-tokenizer.ts';
import type { TokenizerParts } from './tokenizer-parts.ts';

/** `tokenizer.ggml.token_type`. */
const TYPE = { normal: 1, unknown: 2, control: 3, user_defined: 4, unused: 5, byte: 6 } as const;

const LLAMA3_SPLIT =
  "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}{1,3}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
const QWEN2_SPLIT = LLAMA3_SPLIT.replace('\\p{N}{1,3}', '\\p{N}');

interface PreKind {
  split: string;
  single_digits?: boolean;
  ignore_merges?: boolean;
  add_bos?: boolean;
}

const kinds = (names: string, kind: PreKind) =>
  names.split(' ').map((name): [string, PreKind] => [name, kind]);

/** `tokenizer.ggml.pre`, in llama.cpp's names (src/llama-vocab.cpp). */
const PRE_TOKENIZERS: ReadonlyMap<string, PreKind> = new Map([
  ...kinds('default gpt-2 olmo', { split: GPT2_SPLIT }),
  ...kinds('smollm starcoder refact command-r', { split: GPT2_SPLIT, single_digits: true }),
  ...kinds('llama-bpe llama3 llama-v3 falcon3', { split: LLAMA3_SPLIT, ignore_merges: true, add_bos: true }),
  ...kinds('smaug-bpe dbrx', { split: LLAMA3_SPLIT }),
  ...kinds('qwen2 deepseek-r1-qwen', { split: QWEN2_SPLIT }),
]);

/** Names under which a chat model ends its turn; llama.cpp stops generating at them too. */
const END_OF_TURN = ['<end_of_turn>', '<|eot_id|>', '<|im_end|>', '<|end|>', '<|endoftext|>', '</s>'];

const split = (pattern: string): JsonObject => ({
  type: 'Split',
  pattern: { Regex: pattern },
  behavior: 'Isolated',
});

/** @throws UserError `tokenizer-invalid`, with every problem found, or `tokenizer-unsupported`. */
export function partsFromGguf(metadata: ReadonlyMap<string, unknown>): TokenizerParts {
  const get = (key: string) => metadata.get(`tokenizer.ggml.${key}`);
  const kind = get('model');
  const tokens = get('tokens');
  if (kind !== 'llama' && kind !== 'gpt2') {
    const found =
      kind === undefined ? 'no tokenizer.ggml.model' : `tokenizer.ggml.model = ${JSON.stringify(kind)}`;
    throw new UserError('tokenizer-unsupported', `GGUF metadata: ${found}, expected "llama" or "gpt2"`);
  }
  const problems: string[] = [];
  const list = (key: string, required: boolean): ArrayLike<unknown> | undefined => {
    const value = get(key);
    if (Array.isArray(value) || (ArrayBuffer.isView(value) && 'length' in value))
      return value as ArrayLike<unknown>;
    if (required || value !== undefined)
      problems.push(`tokenizer.ggml.${key}: expected an array, found ${typeof value}`);
    return undefined;
  };
  const texts = list('tokens', true) as ArrayLike<string> | undefined;
  const count = texts?.length ?? 0;
  if (texts && !Array.prototype.every.call(texts, (text) => typeof text === 'string')) {
    problems.push('tokenizer.ggml.tokens: expected strings only');
  }
  const types = list('token_type', false);
  const scores = list('scores', kind === 'llama' && get('merges') === undefined);
  const merges = list('merges', kind === 'gpt2') as ArrayLike<string> | undefined;
  for (const [key, values] of Object.entries({ token_type: types, scores })) {
    if (texts && values && values.length !== count) {
      problems.push(`tokenizer.ggml.${key}: ${values.length} entries for ${count} tokens`);
    }
  }
  const id = (key: string): number | undefined => {
    const value = get(key);
    if (value === undefined || !texts) return undefined;
    const number = Number(value);
    if (Number.isInteger(number) && number >= 0 && number < count) return number;
    problems.push(`tokenizer.ggml.${key}: ${String(value)} is not the id of one of ${count} tokens`);
    return undefined;
  };
  const bos_token_id = id('bos_token_id');
  const endings = [id('eos_token_id'), id('eot_token_id'), id('eom_token_id')];
  const unk_token_id = id('unknown_token_id');
  const pad_token_id = id('padding_token_id');
  if (problems.length > 0) {
    throw new UserError('tokenizer-invalid', 'the tokenizer in the GGUF metadata is damaged', {
      problems,
      hint: 'Fetch or convert the file again.',
    });
  }
  const typeOf = (index: number) => Number(types?.[index] ?? TYPE.normal);
  const names = Array.from(tokens as ArrayLike<string>);
  const added_tokens = names.flatMap((content, index): AddedToken[] => {
    const type = typeOf(index);
    // Gemma's runs of spaces are marked as user-defined but come from merges of "▁".
    const spaces = kind === 'llama' && isSpaces(content);
    if ((type !== TYPE.control && type !== TYPE.user_defined) || content === '' || spaces) return [];
    const special = type === TYPE.control;
    return [
      { id: index, content, special, normalized: false, lstrip: false, rstrip: false, single_word: false },
    ];
  });
  const control = new Map(
    added_tokens.filter((token) => token.special).map((token) => [token.content, token.id]),
  );
  const ends = [...endings, ...END_OF_TURN.map((name) => control.get(name))].filter(
    (end) => end !== undefined,
  );
  const template = metadata.get('tokenizer.chat_template');
  const add = get('add_bos_token');
  const shared = {
    source: 'GGUF metadata',
    added_tokens,
    bos_token_id,
    eos_token_ids: [...new Set(ends)],
    pad_token_id,
    unk_token_id,
    chat_template: typeof template === 'string' ? template : undefined,
  };
  if (kind === 'gpt2') {
    const preName = String(get('pre') ?? 'default');
    const pre = PRE_TOKENIZERS.get(preName);
    if (!pre) {
      throw new UserError(
        'tokenizer-unsupported',
        `GGUF metadata: tokenizer.ggml.pre = ${JSON.stringify(preName)}`,
        {
          hint: `Known are ${[...PRE_TOKENIZERS.keys()].join(', ')}.`,
        },
      );
    }
    const add_bos = (typeof add === 'boolean' ? add : pre.add_bos === true) && bos_token_id !== undefined;
    return {
      ...shared,
      add_bos,
      ...byteLevelParts(names, Array.from(merges as ArrayLike<string>), pre),
      unk_token_id: undefined,
    };
  }
  const gemma = String(metadata.get('general.architecture') ?? '').startsWith('gemma');
  const spelled = gemma ? names.map((name) => (isSpaces(name) ? '\u2581'.repeat(name.length) : name)) : names;
  const ranks = ranksOf(
    spelled.length,
    gemma ? undefined : (scores as ArrayLike<number> | undefined),
    typeOf,
  );
  const vocab = new Map(spelled.map((name, index) => [name, index]));
  const listed = merges ? Array.from(merges) : undefined;
  const prefixed = !gemma && get('add_space_prefix') !== false;
  return {
    ...shared,
    add_bos: add !== false && bos_token_id !== undefined,
    normalizer: gemma ? { type: 'Replace', pattern: { String: ' ' }, content: '\u2581' } : null,
    pre_tokenizer: gemma
      ? null
      : {
          type: 'Metaspace',
          replacement: '\u2581',
          prepend_scheme: prefixed ? 'first' : 'never',
          split: false,
        },
    decoder: {
      type: 'Sequence',
      decoders: [
        { type: 'Replace', pattern: { String: '\u2581' }, content: ' ' },
        { type: 'ByteFallback' },
        { type: 'Fuse' },
        ...(prefixed ? [{ type: 'Strip', content: ' ', start: 1, stop: 0 }] : []),
      ],
    },
    model: {
      vocab,
      merges: listed ? mergesOrError(vocab, listed) : rankedMerges(vocab, spelled, ranks),
      byte_fallback: true,
      fuse_unk: true,
      ignore_merges: false,
    },
    merge_lines: () => listed ?? Array.from(ranks, String),
  };
}

const isSpaces = (text: string) => /^ {2,}$/.test(text);

/**
 * How early each token is merged into being: by score, or by position where there are none to trust (Gemma's runs of
 * spaces and line breaks carry a placeholder score, yet merge first). Tokens that only stand for themselves never are.
 */
function ranksOf(
  count: number,
  scores: ArrayLike<number> | undefined,
  typeOf: (index: number) => number,
): Float64Array {
  const order = Array.from({ length: count }, (_, index) => index);
  if (scores) order.sort((a, b) => Number(scores[b]) - Number(scores[a]) || a - b);
  const ranks = new Float64Array(count);
  order.forEach((index, rank) => {
    const type = typeOf(index);
    ranks[index] = type === TYPE.normal || type === TYPE.user_defined ? rank : Number.POSITIVE_INFINITY;
  });
  return ranks;
}

function mergesOrError(vocab: ReadonlyMap<string, number>, merges: readonly string[]) {
  try {
    return listedMerges(vocab, merges);
  } catch (cause) {
    throw new UserError('tokenizer-invalid', `GGUF metadata: ${(cause as Error).message}`, { cause });
  }
}

function byteLevelParts(names: readonly string[], merges: readonly string[], pre: PreKind) {
  const alphabet = new Set(BYTE_CHARACTERS);
  // Converters write some tokens as they read instead of byte by byte; the model needs the bytes.
  const spell = (name: string) =>
    [...name].every((character) => alphabet.has(character))
      ? name
      : [...Buffer.from(name)].map((byte) => BYTE_CHARACTERS[byte]).join('');
  const vocab = new Map(names.map((name, index) => [spell(name), index]));
  const pretokenizers: JsonObject[] = pre.single_digits ? [{ type: 'Digits', individual_digits: true }] : [];
  pretokenizers.push(split(pre.split), { type: 'ByteLevel', add_prefix_space: false, use_regex: false });
  return {
    normalizer: null,
    pre_tokenizer: { type: 'Sequence', pretokenizers },
    decoder: { type: 'ByteLevel' },
    model: {
      vocab,
      merges: mergesOrError(vocab, merges),
      byte_fallback: false,
      fuse_unk: false,
      ignore_merges: pre.ignore_merges === true,
    },
    merge_lines: () => merges,
  };
}
