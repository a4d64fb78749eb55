/**
 * Answers by the hash of what they were generated from. Prompts that are continued together are one entry: an interrupted run
 * goes on where it was, and an answer never depends on what else happened to be known.
 */

import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { contentKey, sha256 } from '../adapter/content-key.ts';
import type { Logger } from '../log.ts';
import {
  type Answer,
  type AnswerMemory,
  answerPrompts,
  encodePrompts,
  type PlacedAnswer,
  type TestPrompt,
} from './answers.ts';
import type { CachedScoreOptions } from './score-cache.ts';
import type { Shard } from './shard.ts';

/** Changes whenever the same model would answer the same prompt differently. */
const GENERATOR_VERSION = '1';
const ANSWERS = 'answers.json';
/** Prompts at once. */
const BATCH_SIZE = 8;

const stored = z.array(
  z.strictObject({ text: z.string(), tokens: z.int().min(0), truncated: z.boolean() }),
) satisfies z.ZodType<Answer[]>;

type Asked = Pick<CachedScoreOptions, 'model' | 'runtime' | 'base_dtype' | 'adapter' | 'store' | 'trust'>;

export interface CachedAnswerOptions extends Asked {
  max_new_tokens: number;
  shard: Shard;
  label: string;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

const bytesOf = (ids: Int32Array) => new Uint8Array(ids.buffer, ids.byteOffset, ids.byteLength);

function storedAnswers(
  stop_token_ids: readonly number[],
  { model, runtime, base_dtype, adapter, max_new_tokens, store, trust }: CachedAnswerOptions,
): AnswerMemory {
  const keyOf = (prompts: readonly Int32Array[]) =>
    contentKey({
      kind: 'answers',
      generator_version: GENERATOR_VERSION,
      revision: model.files.revision,
      base_dtype,
      adapter: adapter?.hash ?? null,
      prompts: prompts.map((ids) => sha256(bytesOf(ids))),
      max_new_tokens,
      stop_token_ids,
      backend: runtime.backend,
      device: runtime.device,
      tensorflow: runtime.tensorflow_version ?? null,
      tokenizer: model.tokenizer.fingerprint,
    });
  return {
    async find(prompts) {
      const entry = await store.get(keyOf(prompts), { trust: trust.read });
      const file = entry?.files.get(ANSWERS);
      if (file === undefined) return undefined;
      const { data } = stored.safeParse(JSON.parse(await readFile(file, 'utf8')));
      return data?.length === prompts.length ? data : undefined;
    },
    keep: (prompts, answers) =>
      store.put(keyOf(prompts), new Map([[ANSWERS, Buffer.from(JSON.stringify(answers))]]), {
        trust: trust.write,
        meta: { kind: 'answers' },
      }),
  };
}

/** The greedy answer to each of the share's `prompts`, in order. @throws UserError as the chat template does. */
export function cachedAnswers(
  prompts: readonly TestPrompt[],
  options: CachedAnswerOptions,
): Promise<PlacedAnswer[]> {
  const { model, adapter, max_new_tokens, shard, label, logger, signal } = options;
  const encoded = encodePrompts(
    prompts.map(({ messages }) => messages),
    model,
  );
  return answerPrompts(model, encoded, {
    adapter: adapter?.adapter,
    max_new_tokens,
    batch_size: BATCH_SIZE,
    shard,
    memory: storedAnswers(encoded.stop_token_ids, options),
    label,
    logger,
    signal,
  });
}
