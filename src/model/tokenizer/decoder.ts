/**
 * Token texts back to text, from the `decoder` of a tokenizer.json. Byte-level and SentencePiece-like decoders are
 * written out here (the package's ones drop a byte order mark and search the added tokens one by one); any other kind is
 * @huggingface/tokenizers'.
 */

import { BYTE_CHARACTERS } from './bpe.ts';
import { SequenceDecoder } from './library-parts.ts';
import type { JsonObject } from './pre-tokenizer.ts';

type Decode = (tokens: readonly string[]) => readonly string[];

const BYTE_OF_CHARACTER = new Map(BYTE_CHARACTERS.map((character, byte) => [character, byte]));
const lossy = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

function byteLevel(tokens: readonly string[]): string[] {
  const bytes: number[] = [];
  for (const token of tokens) {
    const own = [...token].map((character) => BYTE_OF_CHARACTER.get(character));
    // A token outside the byte alphabet was added as it is written.
    if (own.includes(undefined)) bytes.push(...Buffer.from(token));
    else bytes.push(...(own as number[]));
  }
  return [lossy.decode(Uint8Array.from(bytes))];
}

function byteFallback(tokens: readonly string[]): string[] {
  const out: string[] = [];
  let run: number[] = [];
  const flush = () => {
    if (run.length === 0) return;
    try {
      out.push(strict.decode(Uint8Array.from(run)));
    } catch {
      out.push('\uFFFD'.repeat(run.length)); // one sign a byte, as the Rust library does
    }
    run = [];
  };
  for (const token of tokens) {
    const hex = /^<0x([0-9A-Fa-f]{2})>$/.exec(token)?.[1];
    if (hex) run.push(Number.parseInt(hex, 16));
    else {
      flush();
      out.push(token);
    }
  }
  flush();
  return out;
}

function strip(tokens: readonly string[], config: JsonObject): string[] {
  const content = String(config.content);
  return tokens.map((token) => {
    let from = 0;
    let to = token.length;
    while (from < Number(config.start) && token[from] === content) from += 1;
    while (token.length - to < Number(config.stop) && to > from && token[to - 1] === content) to -= 1;
    return token.slice(from, to);
  });
}

/**
 * Compiles a `decoder` entry (null: token texts are joined by spaces, as the Rust library does).
 * @throws Error when a part is of an unknown type.
 */
export function compileDecoder(config: JsonObject | null): (tokens: readonly string[]) => string {
  if (!config) return (tokens) => tokens.join(' ');
  const step = compileStep(config);
  return (tokens) => step(tokens).join('');
}

function compileStep(config: JsonObject): Decode {
  switch (config.type) {
    case 'Sequence': {
      const steps = (config.decoders as JsonObject[]).map(compileStep);
      return (tokens) => steps.reduce((pieces, step) => step(pieces), tokens);
    }
    case 'ByteLevel':
      return byteLevel;
    case 'ByteFallback':
      return byteFallback;
    case 'Fuse':
      return (tokens) => [tokens.join('')];
    case 'Strip':
      return (tokens) => strip(tokens, config);
    case 'Replace': {
      const text = (config.pattern as JsonObject).String;
      if (typeof text !== 'string') break;
      return (tokens) => tokens.map((token) => token.replaceAll(text, () => String(config.content)));
    }
  }
  const other = new SequenceDecoder({ type: 'Sequence', decoders: [config] });
  return (tokens) => other.decode_chain([...tokens]);
}
