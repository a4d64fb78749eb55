/** The fixtures of test/golden/make_tokenizers.py, and the tokenizers they were made with. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  type Tokenizer,
  tokenizerFromFolder,
  tokenizerFromGguf,
} from '../../../src/model/tokenizer/tokenizer.ts';

export const FOLDER = path.join(import.meta.dirname, '..', '..', 'golden', 'fixtures', 'tokenizers');

export interface ExpectedIds {
  parsed: number[][];
  plain: number[][];
  decoded: string[];
  decoded_without_special: string[];
}

export interface ExpectedChat {
  messages: { role: 'system' | 'user' | 'assistant'; content: string }[];
  text: string;
  prompt: string;
  ids: number[];
  prompt_ids: number[];
  plain_ids: number[];
  sanitized_ids: number[];
  mask: number[];
}

export type Source = 'folder' | 'gguf';

interface Expected {
  texts: string[];
  ids: Record<string, Partial<Record<Source, ExpectedIds>>>;
  chats: {
    tokenizer: string;
    source: Source;
    template: 'gemma' | 'llama3' | 'chatml' | 'llama2' | 'thinking';
    kind: 'ordinary' | 'special';
    rows: ExpectedChat[];
  }[];
  templates: Record<string, string>;
  generation_templates: Record<string, string>;
}

export const expected = JSON.parse(readFileSync(path.join(FOLDER, 'expected.json'), 'utf8')) as Expected;

export function ggufMetadata(name: string): Map<string, unknown> {
  const text = readFileSync(path.join(FOLDER, name, 'gguf-metadata.json'), 'utf8');
  return new Map(Object.entries(JSON.parse(text) as Record<string, unknown>));
}

export async function tokenizerOf(name: string, source: Source): Promise<Tokenizer> {
  return source === 'gguf'
    ? tokenizerFromGguf(ggufMetadata(name))
    : tokenizerFromFolder(path.join(FOLDER, name));
}
