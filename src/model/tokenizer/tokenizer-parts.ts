/**
 * What a tokenizer is made of, whatever file it came from: the parts of a tokenizer.json plus what the configuration
 * files beside it (or GGUF metadata) say of special tokens. Made by `tokenizer-json.ts` and `gguf-tokenizer.ts`.
 */

import { createHash } from 'node:crypto';
import type { AddedToken } from './added-tokens.ts';
import type { MergeTable } from './merge-table.ts';
import type { JsonObject } from './pre-tokenizer.ts';

export interface TokenizerParts {
  /** The file or folder, for messages. */
  source: string;
  normalizer: JsonObject | null;
  pre_tokenizer: JsonObject | null;
  decoder: JsonObject | null;
  model: {
    /** Token text, as the model spells it, to id. */
    vocab: ReadonlyMap<string, number>;
    merges: MergeTable;
    byte_fallback: boolean;
    fuse_unk: boolean;
    ignore_merges: boolean;
  };
  added_tokens: readonly AddedToken[];
  bos_token_id: number | undefined;
  eos_token_ids: readonly number[];
  pad_token_id: number | undefined;
  unk_token_id: number | undefined;
  /** The model was trained with its BOS in front of every text. */
  add_bos: boolean;
  chat_template: string | undefined;
  /** The merges or scores in a form that can be hashed. */
  merge_lines: () => Iterable<string>;
}

/** sha256 in hex over everything that decides which ids a text becomes; template and special roles are not in it. */
export function fingerprintOf(parts: TokenizerParts): string {
  const { normalizer, pre_tokenizer, added_tokens, model, unk_token_id, add_bos, bos_token_id } = parts;
  const { byte_fallback, fuse_unk, ignore_merges } = model;
  const flags = { byte_fallback, fuse_unk, ignore_merges, unk_token_id, bos: add_bos ? bos_token_id : null };
  const hash = createHash('sha256');
  hash.update(JSON.stringify({ version: 1, normalizer, pre_tokenizer, added_tokens, flags }));
  let chunk = '';
  const add = (line: string) => {
    chunk += `${line}\u0000`;
    if (chunk.length > 2 ** 16) {
      hash.update(chunk);
      chunk = '';
    }
  };
  for (const [token, id] of model.vocab) add(`${id} ${token}`);
  for (const line of parts.merge_lines()) add(line);
  hash.update(chunk);
  return hash.digest('hex');
}
