/**
 * The parts of @huggingface/tokenizers that are used one by one, typed here because the package's own declarations
 * import without file extensions and so come out empty under Node's module resolution.
 */

import * as library from '@huggingface/tokenizers';

interface Parts {
  SequenceNormalizer: new (config: object) => { normalize(text: string): string };
  SequencePreTokenizer: new (config: object) => { pre_tokenize(text: string): string[] };
  SplitPreTokenizer: new (config: object) => { pattern: RegExp | null };
  SequenceDecoder: new (config: object) => { decode_chain(tokens: string[]): string[] };
}

const parts = library as unknown as Parts;

export const { SequenceNormalizer, SequencePreTokenizer, SplitPreTokenizer, SequenceDecoder } = parts;
