/**
 * Cuts normalised text into the pieces within which byte-pair merges happen, from the `pre_tokenizer` of a
 * tokenizer.json. Patterns are translated to JavaScript by @huggingface/tokenizers; how the pieces are cut is done here,
 * because that package knows only some of the Rust library's split behaviours, reads `\d` and `\s` as ASCII, and spells
 * bytes as characters piece by piece, which our model does by itself.
 */

import { SequencePreTokenizer, SplitPreTokenizer } from './library-parts.ts';

export interface JsonObject {
  type?: string;
  [key: string]: unknown;
}

/** Pieces in, pieces out; `first` says that the text is the beginning of what is encoded. */
export type PreTokenizerStep = (pieces: readonly string[], first: boolean) => string[];

export interface CompiledPreTokenizer {
  steps: PreTokenizerStep[];
  byte_level: boolean;
  /** The pieces laid end to end are the text itself. */
  keeps_text: boolean;
}

type Behavior = 'removed' | 'isolated' | 'mergedwithprevious' | 'mergedwithnext' | 'contiguous';

/** GPT-2's own split: contractions, words, numbers and signs with the space before them, white space. */
export const GPT2_SPLIT =
  "'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+";

function toRegExp(pattern: JsonObject): RegExp {
  const split = new SplitPreTokenizer({
    type: 'Split',
    pattern,
    behavior: 'Isolated',
    invert: false,
  });
  if (!split.pattern) throw new Error(`unknown pattern ${JSON.stringify(pattern)}`);
  return new RegExp(split.pattern.source, split.pattern.flags);
}

function splitPiece(piece: string, regex: RegExp, behavior: Behavior, invert: boolean, out: string[]): void {
  const parts: { text: string; match: boolean }[] = [];
  let done = 0;
  regex.lastIndex = 0;
  for (let found = regex.exec(piece); found; found = regex.exec(piece)) {
    const text = found[0];
    if (text === '') {
      regex.lastIndex += (piece.codePointAt(regex.lastIndex) ?? 0) > 0xffff ? 2 : 1;
      continue;
    }
    if (found.index > done) parts.push({ text: piece.slice(done, found.index), match: invert });
    parts.push({ text, match: !invert });
    done = found.index + text.length;
  }
  if (done < piece.length) parts.push({ text: piece.slice(done), match: invert });
  let open = -1; // index in `out` that a neighbour may still join
  let wasMatch = false;
  for (const { text, match } of parts) {
    const joins =
      open !== -1 &&
      ((behavior === 'mergedwithprevious' && match && !wasMatch) ||
        (behavior === 'mergedwithnext' && !match && wasMatch) ||
        (behavior === 'contiguous' && match === wasMatch));
    if (joins) out[open] += text;
    else if (!(match && behavior === 'removed')) open = out.push(text) - 1;
    wasMatch = match;
  }
}

function splitStep(pattern: JsonObject, behavior: Behavior, invert = false): PreTokenizerStep {
  const regex = toRegExp(pattern);
  if (behavior === 'isolated') {
    return (pieces) => {
      const out: string[] = [];
      for (const piece of pieces) {
        let done = 0;
        regex.lastIndex = 0;
        for (let found = regex.exec(piece); found; found = regex.exec(piece)) {
          const end = found.index + found[0].length;
          if (end === found.index) regex.lastIndex += (piece.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
          if (found.index > done) out.push(piece.slice(done, found.index));
          if (end > found.index) out.push(found[0]);
          done = end;
        }
        if (done < piece.length) out.push(piece.slice(done));
      }
      return out;
    };
  }
  return (pieces) => {
    const out: string[] = [];
    for (const piece of pieces) splitPiece(piece, regex, behavior, invert, out);
    return out;
  };
}

function metaspaceStep(config: JsonObject): PreTokenizerStep {
  const replacement = String(config.replacement ?? '\u2581');
  // Older files say add_prefix_space instead of prepend_scheme.
  const scheme = config.prepend_scheme ?? (config.add_prefix_space === false ? 'never' : 'always');
  const cut = splitStep({ String: replacement }, 'mergedwithnext');
  return (pieces, first) => {
    const spelled = pieces.map((piece, index) => {
      const text = piece.replaceAll(' ', replacement);
      const prefixed = scheme === 'always' || (scheme === 'first' && first && index === 0);
      return prefixed && !text.startsWith(replacement) ? replacement + text : text;
    });
    return config.split === false ? spelled : cut(spelled, first);
  };
}

/**
 * Compiles a `pre_tokenizer` entry (null: the text is one piece).
 * @throws Error when a part is of an unknown type or its pattern cannot be translated.
 */
export function compilePreTokenizer(config: JsonObject | null): CompiledPreTokenizer {
  if (!config) return { steps: [], byte_level: false, keeps_text: true };
  switch (config.type) {
    case 'Sequence': {
      const parts = (config.pretokenizers as JsonObject[]).map(compilePreTokenizer);
      return {
        steps: parts.flatMap((part) => part.steps),
        byte_level: parts.some((part) => part.byte_level),
        keeps_text: parts.every((part) => part.keeps_text),
      };
    }
    case 'ByteLevel': {
      const steps: PreTokenizerStep[] = [];
      const prefixed = config.add_prefix_space === true;
      if (prefixed)
        steps.push((pieces) => pieces.map((piece) => (piece.startsWith(' ') ? piece : ` ${piece}`)));
      if (config.use_regex !== false) steps.push(splitStep({ Regex: GPT2_SPLIT }, 'isolated'));
      return { steps, byte_level: true, keeps_text: !prefixed };
    }
    case 'Split': {
      const behavior = String(config.behavior ?? 'isolated').toLowerCase() as Behavior;
      const step = splitStep(config.pattern as JsonObject, behavior, config.invert === true);
      return { steps: [step], byte_level: false, keeps_text: behavior !== 'removed' };
    }
    case 'Digits': {
      const behavior = config.individual_digits === true ? 'isolated' : 'contiguous';
      return { steps: [splitStep({ Regex: '\\p{N}' }, behavior)], byte_level: false, keeps_text: true };
    }
    case 'Metaspace':
      return { steps: [metaspaceStep(config)], byte_level: false, keeps_text: false };
    default: {
      const other = new SequencePreTokenizer({
        type: 'Sequence',
        pretokenizers: [config],
      });
      const step: PreTokenizerStep = (pieces) => pieces.flatMap((piece) => other.pre_tokenize(piece));
      return { steps: [step], byte_level: false, keeps_text: false };
    }
  }
}
