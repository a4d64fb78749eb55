/**
 * Text to token ids: added tokens first, the rest normalised, cut into pieces and merged; with, for every token, whether
 * it touches a marked stretch of the text. Knows nothing of messages or templates: stretches are character positions.
 */

import { type AddedToken, AddedTokenMatcher } from './added-tokens.ts';
import type { Bpe, EncodedPiece } from './bpe.ts';
import { SequenceNormalizer } from './library-parts.ts';
import { type CompiledPreTokenizer, compilePreTokenizer, type JsonObject } from './pre-tokenizer.ts';

/** Characters [start, end) of a text, in UTF-16 code units. */
export interface Span {
  start: number;
  end: number;
}

export interface EncodeSpansOptions {
  /** Special tokens are text where they touch one of these. In order, not overlapping. */
  plain: readonly Span[];
  /** Tokens that touch one of these, even by one character, get a 1 in the mask. In order, not overlapping. */
  marked: readonly Span[];
}

export interface MaskedIds {
  ids: number[];
  mask: number[];
}

const touches = (spans: readonly Span[], start: number, end: number) =>
  spans.some((span) => span.start < end && start < span.end);

export interface TextEncoderParts {
  normalizer: JsonObject | null;
  pre_tokenizer: JsonObject | null;
  added_tokens: readonly AddedToken[];
  /** Made for the pre-tokenizer: `byte_level` must agree. */
  model: (byteLevel: boolean) => Bpe;
}

export class TextToIds {
  private readonly model: Bpe;
  private readonly normalizer: InstanceType<typeof SequenceNormalizer> | undefined;
  private readonly preTokenizer: CompiledPreTokenizer;
  private readonly raw: AddedTokenMatcher;
  private readonly normalized: AddedTokenMatcher | undefined;
  /** The normaliser swaps single characters only, so positions stay what they were. */
  private readonly keepsLength: boolean;

  /** @throws Error when the normaliser or pre-tokenizer is of a kind that is not known. */
  constructor(parts: TextEncoderParts) {
    this.preTokenizer = compilePreTokenizer(parts.pre_tokenizer);
    this.model = parts.model(this.preTokenizer.byte_level);
    const { normalizer } = parts;
    if (normalizer) this.normalizer = new SequenceNormalizer({ type: 'Sequence', normalizers: [normalizer] });
    const from = (normalizer?.pattern as JsonObject | undefined)?.String;
    const swaps = normalizer?.type === 'Replace' && typeof from === 'string';
    this.keepsLength = !normalizer || (swaps && from.length === String(normalizer.content).length);
    const inNormalized = parts.added_tokens.filter((token) => token.normalized && normalizer);
    this.raw = new AddedTokenMatcher(parts.added_tokens.filter((token) => !inNormalized.includes(token)));
    if (inNormalized.length > 0) {
      const contents = inNormalized.map((token) => this.normalize(token.content));
      this.normalized = new AddedTokenMatcher(inNormalized, contents);
    }
  }

  /** Ids alone. `parse_special: false` makes text of special tokens everywhere. */
  encode(text: string, options: { parse_special: boolean }): number[] {
    const plain = options.parse_special ? [] : [{ start: 0, end: text.length }];
    return this.encodeSpans(text, { plain, marked: [] }).ids;
  }

  encodeSpans(text: string, options: EncodeSpansOptions): MaskedIds {
    const { plain, marked } = options;
    const result: MaskedIds = { ids: [], mask: [] };
    const allowed = (token: AddedToken, start: number, end: number) =>
      !token.special || !touches(plain, start, end);
    let done = 0;
    for (const match of this.raw.match(text, allowed)) {
      this.encodeSection(text, { start: done, end: match.start }, options, result);
      result.ids.push(match.token.id);
      result.mask.push(touches(marked, match.start, match.end) ? 1 : 0);
      done = match.end;
    }
    this.encodeSection(text, { start: done, end: text.length }, options, result);
    return result;
  }

  private normalize(text: string): string {
    return this.normalizer ? this.normalizer.normalize(text) : text;
  }

  /** Text between two added tokens. */
  private encodeSection(text: string, section: Span, options: EncodeSpansOptions, result: MaskedIds): void {
    if (section.start >= section.end) return;
    const raw = text.slice(section.start, section.end);
    const normalized = this.normalize(raw);
    const inNormalized = (span: Span): Span => {
      const position = (at: number) =>
        this.keepsLength || at === 0
          ? at
          : at === raw.length
            ? normalized.length
            : this.normalize(raw.slice(0, at)).length;
      const clamp = (at: number) => Math.min(Math.max(at - section.start, 0), raw.length);
      return { start: position(clamp(span.start)), end: position(clamp(span.end)) };
    };
    const within = (spans: readonly Span[]) =>
      spans
        .filter((span) => span.start < span.end && span.start < section.end && section.start < span.end)
        .map(inNormalized);
    const marked = within(options.marked);
    const first = section.start === 0;
    if (!this.normalized) {
      this.encodePieces(normalized, first, marked, result);
      return;
    }
    const plain = within(options.plain);
    const allowed = (token: AddedToken, start: number, end: number) =>
      !token.special || !touches(plain, start, end);
    let done = 0;
    const upTo = (end: number) => {
      const shifted = marked
        .map((span) => ({ start: Math.max(span.start - done, 0), end: Math.min(span.end, end) - done }))
        .filter((span) => span.start < span.end);
      this.encodePieces(normalized.slice(done, end), first && done === 0, shifted, result);
    };
    for (const match of this.normalized.match(normalized, allowed)) {
      upTo(match.start);
      result.ids.push(match.token.id);
      result.mask.push(touches(marked, match.start, match.end) ? 1 : 0);
      done = match.end;
    }
    upTo(normalized.length);
  }

  private pieces(normalized: string, first: boolean): readonly string[] {
    let pieces: readonly string[] = [normalized];
    for (const step of this.preTokenizer.steps) pieces = step(pieces, first);
    return pieces;
  }

  private encodePieces(normalized: string, first: boolean, marked: readonly Span[], result: MaskedIds): void {
    if (normalized === '') return;
    const encoded: EncodedPiece = { ids: [], starts: [], ends: [], units: 0 };
    for (const piece of this.pieces(normalized, first)) this.model.encode(piece, encoded);
    for (const id of encoded.ids) result.ids.push(id);
    if (marked.length === 0) {
      for (let i = 0; i < encoded.ids.length; i += 1) result.mask.push(0);
      return;
    }
    const units = marked.map((span) => ({
      start: this.unitsBefore(normalized, span.start, first, false),
      end: this.unitsBefore(normalized, span.end, first, span.end === normalized.length, encoded.units),
    }));
    for (let i = 0; i < encoded.ids.length; i += 1) {
      result.mask.push(touches(units, encoded.starts[i] as number, encoded.ends[i] as number) ? 1 : 0);
    }
  }

  /** How many of the model's units the first `at` characters of a section become. */
  private unitsBefore(normalized: string, at: number, first: boolean, all: boolean, total = 0): number {
    if (at === 0) return 0;
    if (all) return total;
    const prefix = normalized.slice(0, at);
    const { byte_level, keeps_text } = this.preTokenizer;
    const length = (text: string) => (byte_level ? Buffer.byteLength(text) : text.length);
    if (keeps_text) return length(prefix);
    return this.pieces(prefix, first).reduce((sum, piece) => sum + length(piece), 0);
  }
}
