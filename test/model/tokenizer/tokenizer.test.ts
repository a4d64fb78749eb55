import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { tokenizerFromFolder } from '../../../src/model/tokenizer/tokenizer.ts';
import { expected, FOLDER, type Source, tokenizerOf } from './golden.ts';

const CASES = Object.entries(expected.ids).flatMap(([name, sources]) =>
  (Object.keys(sources) as Source[]).map((source) => [name, source] as const),
);

describe.each(CASES)('the tokenizer of %s, from its %s', (name, source) => {
  const golden = expected.ids[name]?.[source];
  if (!golden) throw new Error('no golden ids');

  it('gives the ids that transformers gives, special tokens parsed', async () => {
    const tokenizer = await tokenizerOf(name, source);
    expect(expected.texts.map((text) => tokenizer.encode(text, { parse_special: true }))).toEqual(
      golden.parsed,
    );
  });

  it('gives the ids that transformers gives with split_special_tokens', async () => {
    const tokenizer = await tokenizerOf(name, source);
    expect(expected.texts.map((text) => tokenizer.encode(text, { parse_special: false }))).toEqual(
      golden.plain,
    );
  });

  it('decodes to the text that transformers decodes to', async () => {
    const tokenizer = await tokenizerOf(name, source);
    const decode = (skip_special_tokens: boolean) =>
      golden.parsed.map((ids) => tokenizer.decode(ids, { skip_special_tokens }));
    expect(decode(false)).toEqual(golden.decoded);
    expect(decode(true)).toEqual(golden.decoded_without_special);
  });

  it('never makes a special token of plain text', async () => {
    const tokenizer = await tokenizerOf(name, source);
    const specials = [...tokenizer.special_token_ids].map((id) => tokenizer.idToToken(id) as string);
    // The unknown token stands for characters, not for its own text.
    const control = (id: number) => tokenizer.special_token_ids.has(id) && id !== tokenizer.unk_token_id;
    const pieces = fc.array(
      fc.oneof(fc.constantFrom(...specials), fc.string({ unit: 'grapheme', maxLength: 8 })),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        expect(tokenizer.encode(parts.join(''), { parse_special: false }).filter(control)).toEqual([]);
      }),
      { seed: 5, numRuns: 200 },
    );
  });
});

describe('the tokenizer', () => {
  it('loses nothing of any text that it encodes and decodes', async () => {
    for (const name of ['gemma-like', 'smollm-like']) {
      const tokenizer = await tokenizerOf(name, 'gguf');
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
          fc.pre(!text.includes('\u2581'));
          const ids = tokenizer.encode(text, { parse_special: false });
          expect(tokenizer.decode(ids, { skip_special_tokens: false })).toBe(text);
        }),
        { seed: 6, numRuns: 300 },
      );
    }
  });

  it('gives one text the same ids however it is met: alone, or between words seen before', async () => {
    const fresh = await tokenizerOf('gemma-like', 'gguf');
    const used = await tokenizerOf('gemma-like', 'gguf');
    for (const text of expected.texts) used.encode(`${text} ${text}`, { parse_special: false });
    for (const text of expected.texts) {
      expect(used.encode(text, { parse_special: false })).toEqual(
        fresh.encode(text, { parse_special: false }),
      );
    }
  });

  it('knows what ends a generation, what begins a text, and never adds a BOS by itself', async () => {
    const gemma = await tokenizerOf('gemma-like', 'folder');
    expect([gemma.bos_token_id, gemma.eos_token_ids, gemma.pad_token_id, gemma.unk_token_id]).toEqual([
      2,
      [1, 8],
      0,
      3,
    ]);
    expect([gemma.add_bos, gemma.idToToken(8), gemma.tokenToId('<end_of_turn>')]).toEqual([
      true,
      '<end_of_turn>',
      8,
    ]);
    expect(gemma.encode('hello', { parse_special: true })).not.toContain(2);
    const fromGguf = await tokenizerOf('gemma-like', 'gguf');
    expect([fromGguf.add_bos, fromGguf.eos_token_ids]).toEqual([true, [1, 8]]);
    const llama3 = await tokenizerOf('llama3-like', 'gguf');
    expect([llama3.add_bos, llama3.idToToken(llama3.eos_token_ids[0] as number)]).toEqual([
      true,
      '<|eot_id|>',
    ]);
    expect((await tokenizerOf('smollm-like', 'gguf')).add_bos).toBe(false);
    expect((await tokenizerOf('llama2-like', 'gguf')).add_bos).toBe(true);
  });

  it('marks exactly the tokens that touch a marked stretch, across characters of several bytes', async () => {
    for (const name of ['gemma-like', 'smollm-like', 'llama2-like']) {
      const tokenizer = await tokenizerOf(name, 'gguf');
      fc.assert(
        fc.property(
          fc.string({ unit: 'grapheme', maxLength: 20 }),
          fc.string({ unit: 'grapheme', maxLength: 20 }),
          fc.string({ unit: 'grapheme', maxLength: 20 }),
          (before, inside, after) => {
            const text = before + inside + after;
            const marked = [{ start: before.length, end: before.length + inside.length }];
            const { ids, mask } = tokenizer.encodeSpans(text, { plain: [], marked });
            expect(ids).toEqual(tokenizer.encode(text, { parse_special: true }));
            const first = mask.indexOf(1);
            if (inside === '') {
              expect(first).toBe(-1);
              return;
            }
            const last = mask.lastIndexOf(1);
            expect(mask.slice(first, last + 1)).not.toContain(0);
            // What is left unmarked is all outside (a byte token may have taken a part of the character at the border).
            const decode = (slice: number[]) =>
              tokenizer.decode(slice, { skip_special_tokens: false }).replace(/^ ?\ufffd+|\ufffd+$/g, '');
            expect(before.startsWith(decode(ids.slice(0, first)))).toBe(true);
            expect(after.endsWith(decode(ids.slice(last + 1)).trimStart())).toBe(true);
            // And the tokens at the ends of the mask are in touch with the inside.
            expect((before + inside).startsWith(decode(ids.slice(0, last)))).toBe(true);
            expect((inside + after).endsWith(decode(ids.slice(first + 1)).trimStart())).toBe(true);
          },
        ),
        { seed: 7, numRuns: 200 },
      );
    }
  });

  it('has a fingerprint that follows everything that determines ids', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tokenizer-'));
    try {
      await cp(path.join(FOLDER, 'gemma-like'), folder, { recursive: true });
      const same = (await tokenizerOf('gemma-like', 'folder')).fingerprint;
      expect(same).toMatch(/^[0-9a-f]{64}$/);
      expect((await tokenizerFromFolder(folder)).fingerprint).toBe(same);
      const json = JSON.parse(await readFile(path.join(folder, 'tokenizer.json'), 'utf8'));
      [json.model.merges[0], json.model.merges[1]] = [json.model.merges[1], json.model.merges[0]];
      await writeFile(path.join(folder, 'tokenizer.json'), JSON.stringify(json));
      expect((await tokenizerFromFolder(folder)).fingerprint).not.toBe(same);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('a folder without a usable tokenizer', () => {
  const inFolder = async (files: Record<string, string>) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'tokenizer-'));
    try {
      for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
      return await tokenizerFromFolder(folder).then(
        () => undefined,
        (error: unknown) => error,
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  };

  it.each([
    ['no tokenizer.json', {}, 'tokenizer-missing'],
    ['cut-off JSON', { 'tokenizer.json': '{"model": {' }, 'tokenizer-invalid'],
    ['a list instead of an object', { 'tokenizer.json': '[]' }, 'tokenizer-invalid'],
    [
      'a Unigram model',
      { 'tokenizer.json': '{"model": {"type": "Unigram", "vocab": [["a", 0]]}}' },
      'tokenizer-unsupported',
    ],
    [
      'a merge of tokens that are not there',
      { 'tokenizer.json': '{"model": {"type": "BPE", "vocab": {"a": 0}, "merges": ["a b"]}}' },
      'tokenizer-invalid',
    ],
    [
      'an unknown pre-tokenizer',
      {
        'tokenizer.json':
          '{"pre_tokenizer": {"type": "Clairvoyant"}, "model": {"type": "BPE", "vocab": {"a": 0}, "merges": []}}',
      },
      'tokenizer-unsupported',
    ],
  ])('is refused with its reason: %s', async (_, files, code) => {
    const error = await inFolder(files);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).code).toBe(code);
  });
});
