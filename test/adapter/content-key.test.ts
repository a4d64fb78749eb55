import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { adapterKey, canonicalJson, contentKey, type Json, rowsHash } from '../../src/adapter/content-key.ts';

test('canonical JSON sorts members at every depth and leaves out what is undefined', () => {
  const value = { b: [1, { z: null, a: 'é"' }], a: true, c: undefined };
  expect(canonicalJson(value)).toBe('{"a":true,"b":[1,{"a":"é\\"","z":null}]}');
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])('%s has no name', (value) => {
  expect(() => canonicalJson({ r: value })).toThrow('no JSON form');
});

const parts = {
  model: 'google/gemma-2b',
  revision: 'abc',
  rows_hash: 'def',
  recipe: { learning_rate: 2e-4, seed: 42, lora: { r: 16 } },
  engine_version: '1',
};

test('a key is the SHA-256 of the canonical JSON of its parts', () => {
  const text =
    '{"engine_version":"1","kind":"adapter","model":"google/gemma-2b","recipe":{"learning_rate":0.0002,"lora":{"r":16},"seed":42},"revision":"abc","rows_hash":"def"}';
  expect(adapterKey(parts)).toBe(createHash('sha256').update(text).digest('hex'));
});

test('the order of members does not matter, every value does', () => {
  const reordered = { ...parts, recipe: { lora: { r: 16 }, seed: 42, learning_rate: 2e-4 } };
  expect(adapterKey(reordered)).toBe(adapterKey(parts));
  const others = [
    { ...parts, model: 'google/gemma-2-2b' },
    { ...parts, revision: undefined },
    { ...parts, rows_hash: 'deg' },
    { ...parts, recipe: { ...parts.recipe, seed: 43 } },
    { ...parts, engine_version: '2' },
    { ...parts, environment: { backend: 'wasm' } },
  ];
  expect(new Set([parts, ...others].map(adapterKey)).size).toBe(7);
  expect(contentKey({ kind: 'evaluation', ...parts } as Json)).not.toBe(adapterKey(parts));
});

test('rows are told apart by content, number and order', () => {
  const hashes = [[], ['a'], ['a', 'b'], ['b', 'a'], ['ab'], [['a', 'b']], ['a\n"b"']].map((rows) =>
    rowsHash(rows),
  );
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(rowsHash([{ a: 1, b: 2 }])).toBe(rowsHash([{ b: 2, a: 1 }]));
});
