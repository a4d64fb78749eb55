import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { tokenizerFromGguf } from '../../../src/model/tokenizer/tokenizer.ts';
import { expected, ggufMetadata, tokenizerOf } from './golden.ts';

function failure(change: (metadata: Map<string, unknown>) => void): UserError {
  const metadata = ggufMetadata('gemma-like');
  change(metadata);
  try {
    tokenizerFromGguf(metadata);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('a tokenizer from GGUF metadata', () => {
  it('gives the ids of the same tokenizer as tokenizer.json', async () => {
    const fromGguf = await tokenizerOf('gemma-like', 'gguf');
    const fromFolder = await tokenizerOf('gemma-like', 'folder');
    for (const text of expected.texts) {
      expect(fromGguf.encode(text, { parse_special: true })).toEqual(
        fromFolder.encode(text, { parse_special: true }),
      );
    }
  });

  it('reads numbers as bigints and scores as typed arrays alike', () => {
    const metadata = ggufMetadata('llama2-like');
    const plain = tokenizerFromGguf(metadata);
    metadata.set('tokenizer.ggml.bos_token_id', 1n);
    metadata.set(
      'tokenizer.ggml.scores',
      Float32Array.from(metadata.get('tokenizer.ggml.scores') as number[]),
    );
    metadata.set(
      'tokenizer.ggml.token_type',
      Int32Array.from(metadata.get('tokenizer.ggml.token_type') as number[]),
    );
    const typed = tokenizerFromGguf(metadata);
    expect(typed.bos_token_id).toBe(1);
    for (const text of expected.texts) {
      expect(typed.encode(text, { parse_special: true })).toEqual(
        plain.encode(text, { parse_special: true }),
      );
    }
  });

  it('takes a whole word of Llama 3 that no merge leads to, as its tokenizer.json does', async () => {
    const tokenizer = await tokenizerOf('llama3-like', 'gguf');
    expect(tokenizer.encode(' unreachable', { parse_special: true })).toEqual([
      tokenizer.tokenToId('Ġunreachable'),
    ]);
  });

  it('cuts numbers of the smollm kind into single digits', async () => {
    const tokenizer = await tokenizerOf('smollm-like', 'gguf');
    const ids = tokenizer.encode('2024', { parse_special: true });
    expect(ids.map((id) => tokenizer.idToToken(id))).toEqual(['2', '0', '2', '4']);
  });

  it('lists everything that is damaged at once', () => {
    const error = failure((metadata) => {
      metadata.set('tokenizer.ggml.scores', [1, 2]);
      metadata.set('tokenizer.ggml.bos_token_id', 10 ** 6);
      metadata.set('tokenizer.ggml.token_type', 'three');
    });
    expect(error.code).toBe('tokenizer-invalid');
    expect(error.problems.map((problem) => problem.split(':')[0])).toEqual([
      'tokenizer.ggml.token_type',
      'tokenizer.ggml.scores',
      'tokenizer.ggml.bos_token_id',
    ]);
  });

  it('refuses tokens that are not there or are not text', () => {
    expect(failure((metadata) => metadata.delete('tokenizer.ggml.tokens')).problems).toEqual([
      'tokenizer.ggml.tokens: expected an array, found undefined',
    ]);
    expect(failure((metadata) => metadata.set('tokenizer.ggml.tokens', [1, 2])).code).toBe(
      'tokenizer-invalid',
    );
  });

  it('refuses a kind of model or of pre-tokenizer that it would only guess at', () => {
    const unknownModel = failure((metadata) => metadata.set('tokenizer.ggml.model', 'rwkv'));
    expect([unknownModel.code, unknownModel.message]).toEqual([
      'tokenizer-unsupported',
      expect.stringContaining('rwkv'),
    ]);
    const metadata = ggufMetadata('smollm-like');
    metadata.set('tokenizer.ggml.pre', 'something-new');
    expect(() => tokenizerFromGguf(metadata)).toThrow(/something-new/);
    metadata.set('tokenizer.ggml.pre', 'smollm');
    metadata.set('tokenizer.ggml.merges', ['Ġ missing-token']);
    expect(() => tokenizerFromGguf(metadata)).toThrow(/merge 0 .*missing-token/);
  });
});
