/**
 * Continuations of prompts: one pass over all prompts fills the key-value cache, then one token a sequence and step. Greedy
 * or sampled (temperature, top-p). Knows token ids, not text.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { Rng } from '../rng.ts';
import { DecodeStep } from './decode-step.ts';
import type { Decoder } from './decoder.ts';
import { type PassContext, segmentAttention } from './decoder-block.ts';
import { KeyValueCache } from './key-value-cache.ts';
import type { LoraAdapter } from './lora.ts';
import { sampleToken } from './sampling.ts';
import { scoped } from './scoped.ts';

export interface GenerateOptions {
  adapter?: LoraAdapter | undefined;
  max_new_tokens: number;
  /** Any of these ends a sequence; it is not part of the answer. */
  stop_token_ids: readonly number[];
  /** 0, the default, is greedy. */
  temperature?: number;
  /** Default 1: no cut. */
  top_p?: number;
  /** Needed when temperature is above 0. */
  rng?: Rng;
  /** After each step, with the number of sequences that go on. */
  onStep?: (step: number, running: number) => void;
  signal?: AbortSignal | undefined;
}

export interface Generation {
  /** The new token ids, without the stop token. */
  ids: number[];
  /** Whether a stop token ended it; else max_new_tokens did. */
  stopped: boolean;
}

/** One generation a prompt, in order. Prompts are token ids, BOS included, none empty. */
export async function generate(
  decoder: Decoder,
  prompts: readonly Int32Array[],
  options: GenerateOptions,
): Promise<Generation[]> {
  const stops = new Set(options.stop_token_ids);
  const results = prompts.map((): Generation => ({ ids: [], stopped: false }));
  const lengths = prompts.map(({ length }) => length);
  const cache = new KeyValueCache(lengths);
  const oneToken = new DecodeStep(decoder, cache, options.adapter);
  let logits: tf.Tensor2D | undefined;
  try {
    logits = scoped(() => readPrompts(decoder, prompts, cache, options.adapter));
    for (let step = 0; step < options.max_new_tokens; step += 1) {
      options.signal?.throwIfAborted();
      const next = await chooseTokens(logits, options);
      logits.dispose();
      results.forEach((result, b) => {
        if (result.stopped) return;
        if (stops.has(next[b] as number)) result.stopped = true;
        else result.ids.push(next[b] as number);
      });
      const running = results.filter(({ stopped }) => !stopped).length;
      options.onStep?.(step, running);
      if (running === 0 || step + 1 === options.max_new_tokens) return results;
      const positions = Int32Array.from(lengths, (length) => length + step);
      logits = oneToken.read(Int32Array.from(next), positions);
    }
    return results;
  } finally {
    logits?.dispose();
    oneToken.dispose();
    cache.dispose();
  }
}

/** Reads all prompts into the cache; logits [B, V] of each prompt's last token. */
function readPrompts(
  decoder: Decoder,
  prompts: readonly Int32Array[],
  cache: KeyValueCache,
  adapter: LoraAdapter | undefined,
): tf.Tensor2D {
  const offsets = new Int32Array(prompts.length + 1);
  prompts.forEach(({ length }, b) => {
    offsets[b + 1] = (offsets[b] as number) + length;
  });
  const ids = new Int32Array(offsets[prompts.length] as number);
  prompts.forEach((prompt, b) => {
    ids.set(prompt, offsets[b]);
  });
  const positions = Int32Array.from(prompts.flatMap(({ length }) => Array.from({ length }, (_, t) => t)));
  const last = Array.from(prompts, (_, b) => (offsets[b + 1] as number) - 1);
  const pass = decoder.openPass({ positions, offsets }, { adapter, rows: last });
  const within = segmentAttention(pass);
  pass.attend = (layer, q, k, v) => {
    cache.storePrompts(layer, k, v);
    return within(layer, q, k, v);
  };
  const logits = logitsOf(decoder, ids, pass);
  decoder.closePass(pass);
  return logits;
}

function logitsOf(decoder: Decoder, ids: Int32Array, pass: PassContext): tf.Tensor2D {
  return scoped(() => decoder.head(decoder.normed(decoder.through(decoder.embed(ids), pass))));
}

async function chooseTokens(logits: tf.Tensor2D, options: GenerateOptions): Promise<ArrayLike<number>> {
  const temperature = options.temperature ?? 0;
  if (temperature === 0) {
    const best = tf.argMax(logits, 1);
    const ids = await best.data();
    best.dispose();
    return ids;
  }
  if (!options.rng) throw new Error('sampling needs a generator');
  const rng = options.rng;
  const [B, V] = logits.shape;
  const values = (await logits.data()) as Float32Array;
  const sampling = { temperature, top_p: options.top_p ?? 1 };
  return Array.from({ length: B }, (_, b) => sampleToken(values.subarray(b * V, (b + 1) * V), sampling, rng));
}
