/**
 * Byte-pair encoding of one pre-token: text in, token ids with the stretch of text each one covers out. The
 * algorithm, tie-breaking included, is that of the Rust library behind transformers (tokenizers, `models/bpe/word.rs`):
 * the pair with the lowest priority merges first, the leftmost among equals. It is ours and not
 * @huggingface/tokenizers' because that one keys every pair by a JSON string and reports no offsets. Knows nothing of
 * special tokens, normalisation or how text is cut into pre-tokens.
 */

import { MergeQueue } from './merge-queue.ts';
import type { MergeTable } from './merge-table.ts';

export interface BpeOptions {
  vocab: ReadonlyMap<string, number>;
  merges: MergeTable;
  /** The alphabet is the 256 bytes written as characters (GPT-2); else Unicode characters. */
  byte_level: boolean;
  /** Characters outside the vocabulary become their UTF-8 bytes `<0xHH>`. */
  byte_fallback: boolean;
  unk_token_id: number | undefined;
  fuse_unk: boolean;
  /** A pre-token that is itself in the vocabulary is taken whole (Llama 3). */
  ignore_merges: boolean;
}

/** The tokens of one piece of text. A unit is a UTF-8 byte of a byte-level model, else a UTF-16 code unit. */
export interface EncodedPiece {
  ids: number[];
  /** First unit of the piece that the token covers. */
  starts: number[];
  /** One behind the last unit. The byte tokens of one character all cover the whole character. */
  ends: number[];
  units: number;
}

/** The printable character GPT-2 writes for each of the 256 bytes. */
export const BYTE_CHARACTERS: readonly string[] = (() => {
  const printable = (byte: number) =>
    (byte >= 0x21 && byte <= 0x7e) || (byte >= 0xa1 && byte <= 0xac) || (byte >= 0xae && byte <= 0xff);
  let next = 256;
  return Array.from({ length: 256 }, (_, byte) => {
    if (printable(byte)) return String.fromCharCode(byte);
    next += 1;
    return String.fromCharCode(next - 1);
  });
})();

const CACHE_LIMIT = 50_000;
const CACHED_LENGTH = 64;
const SPACE = '\u2581';

export class Bpe {
  private readonly options: BpeOptions;
  private readonly cache = new Map<string, EncodedPiece>();
  private readonly byteIds: Int32Array;
  /** UTF-16 units before which a "▁" may not be cut off; undefined where cutting is not safe at all. */
  private readonly joinedToSpace: ReadonlySet<string> | undefined;
  private readonly utf8 = new TextEncoder();
  private readonly queue = new MergeQueue();

  constructor(options: BpeOptions) {
    this.options = options;
    this.byteIds = Int32Array.from({ length: 256 }, (_, byte) => {
      const hex = byte.toString(16).toUpperCase().padStart(2, '0');
      const text = options.byte_level ? BYTE_CHARACTERS[byte] : `<0x${hex}>`;
      return options.vocab.get(text as string) ?? -1;
    });
    if (!options.byte_level && !options.ignore_merges && options.vocab.has(SPACE)) {
      const joined = new Set<string>();
      for (const token of options.vocab.keys()) {
        for (let at = token.indexOf(SPACE, 1); at !== -1; at = token.indexOf(SPACE, at + 1)) {
          joined.add(token[at - 1] as string);
        }
      }
      this.joinedToSpace = joined;
    }
  }

  /** Appends the tokens of `text` to `out`, whose `units` says where the text starts. */
  encode(text: string, out: EncodedPiece): void {
    const { joinedToSpace } = this;
    if (!joinedToSpace) {
      this.append(text, out);
      return;
    }
    // No token has a "▁" behind such a character, so no merge crosses here: cutting changes nothing but the speed.
    let start = 0;
    for (let at = text.indexOf(SPACE, 1); at !== -1; at = text.indexOf(SPACE, at + 1)) {
      if (joinedToSpace.has(text[at - 1] as string)) continue;
      this.append(text.slice(start, at), out);
      start = at;
    }
    this.append(start === 0 ? text : text.slice(start), out);
  }

  private append(piece: string, out: EncodedPiece): void {
    if (piece.length === 0) return;
    let encoded = this.cache.get(piece);
    if (!encoded) {
      encoded = this.encodePiece(piece);
      if (piece.length <= CACHED_LENGTH) {
        if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
        this.cache.set(piece, encoded);
      }
    }
    const { ids, starts, ends } = encoded;
    for (let i = 0; i < ids.length; i += 1) {
      out.ids.push(ids[i] as number);
      out.starts.push(out.units + (starts[i] as number));
      out.ends.push(out.units + (ends[i] as number));
    }
    out.units += encoded.units;
  }

  private encodePiece(piece: string): EncodedPiece {
    const { options } = this;
    const symbols: EncodedPiece = { ids: [], starts: [], ends: [], units: 0 };
    if (options.byte_level) {
      const bytes = this.utf8.encode(piece);
      symbols.units = bytes.length;
      if (options.ignore_merges) {
        let spelled = '';
        for (const byte of bytes) spelled += BYTE_CHARACTERS[byte];
        const whole = options.vocab.get(spelled);
        if (whole !== undefined)
          return { ids: [whole], starts: [0], ends: [bytes.length], units: bytes.length };
      }
      for (let i = 0; i < bytes.length; i += 1)
        this.addSymbol(symbols, this.byteIds[bytes[i] as number] as number, i, i + 1);
    } else {
      symbols.units = piece.length;
      const whole = options.ignore_merges ? options.vocab.get(piece) : undefined;
      if (whole !== undefined)
        return { ids: [whole], starts: [0], ends: [piece.length], units: piece.length };
      this.addCharacters(piece, symbols);
    }
    return symbols.ids.length > 1 ? this.merge(symbols) : symbols;
  }

  private addCharacters(piece: string, symbols: EncodedPiece): void {
    const { vocab, byte_fallback } = this.options;
    let at = 0;
    for (const character of piece) {
      const end = at + character.length;
      const id = vocab.get(character);
      const bytes = id === undefined && byte_fallback ? this.utf8.encode(character) : undefined;
      if (id !== undefined) this.addSymbol(symbols, id, at, end);
      else if (bytes?.every((byte) => this.byteIds[byte] !== -1)) {
        for (const byte of bytes) this.addSymbol(symbols, this.byteIds[byte] as number, at, end);
      } else this.addSymbol(symbols, -1, at, end);
      at = end;
    }
  }

  /** `id` -1 is an unknown character: the unknown token, one for a whole run where fused, nothing without one. */
  private addSymbol(symbols: EncodedPiece, id: number, start: number, end: number): void {
    const { unk_token_id, fuse_unk } = this.options;
    const known = id !== -1 ? id : unk_token_id;
    if (known === undefined) return;
    const last = symbols.ids.length - 1;
    if (id === -1 && fuse_unk && symbols.ids[last] === unk_token_id && symbols.ends[last] === start) {
      symbols.ends[last] = end;
      return;
    }
    symbols.ids.push(known);
    symbols.starts.push(start);
    symbols.ends.push(end);
  }

  private merge(symbols: EncodedPiece): EncodedPiece {
    const { merges } = this.options;
    const { ids, starts, ends } = symbols;
    const count = ids.length;
    const next = Int32Array.from({ length: count }, (_, i) => (i + 1 < count ? i + 1 : -1));
    const previous = Int32Array.from({ length: count }, (_, i) => i - 1);
    const alive = new Uint8Array(count).fill(1);
    const offer = (position: number, right: number) => {
      const slot = merges.find(ids[position] as number, ids[right] as number);
      if (slot !== -1) this.queue.push(merges.priority(slot), position, merges.id(slot));
    };
    for (let i = 0; i + 1 < count; i += 1) offer(i, i + 1);
    while (this.queue.size > 0) {
      const position = this.queue.position;
      const merged = this.queue.id;
      this.queue.pop();
      const right = alive[position] ? (next[position] as number) : -1;
      if (right === -1) continue;
      // What was offered may be gone by now; it counts as long as the two still make the same token.
      const slot = merges.find(ids[position] as number, ids[right] as number);
      if (slot === -1 || merges.id(slot) !== merged) continue;
      ids[position] = merged;
      ends[position] = ends[right] as number;
      alive[right] = 0;
      const after = next[right] as number;
      next[position] = after;
      if (after !== -1) {
        previous[after] = position;
        offer(position, after);
      }
      const before = previous[position] as number;
      if (before !== -1) offer(before, position);
    }
    const result: EncodedPiece = { ids: [], starts: [], ends: [], units: symbols.units };
    for (let at = 0; at !== -1; at = next[at] as number) {
      result.ids.push(ids[at] as number);
      result.starts.push(starts[at] as number);
      result.ends.push(ends[at] as number);
    }
    return result;
  }
}
