/**
 * Keys and values of what has been read, for decoding a token at a time. The prompt's part is written once; the answer's
 * part grows by one token a step, so a step copies only what is new.
 */

import * as tf from '@tensorflow/tfjs-core';
import { openSlice } from '../runtime/open-shapes.ts';
import { type AttentionOptions, attentionProbabilities, MASKED } from './attention.ts';
import { gatherRows, rowIndices } from './rows.ts';
import { disposeAll, scoped } from './scoped.ts';

export interface KeysAndValues {
  k: tf.Tensor3D;
  v: tf.Tensor3D;
}

export interface LayerCache {
  /** [B·K, P, E], P the longest prompt; shorter ones are padded behind. */
  prompt: KeysAndValues;
  /** [B·K, steps, E]; undefined before the first token. */
  answer: KeysAndValues | undefined;
}

export class KeyValueCache {
  readonly #lengths: readonly number[];
  readonly #longest: number;
  readonly #layers: LayerCache[] = [];
  readonly #gather: tf.Tensor1D;
  /** Of the newest step, by window. */
  #masks = { steps: 0, of: new Map<number | undefined, tf.Tensor3D>() };

  /** `lengths` [B]: tokens of each prompt. */
  constructor(lengths: readonly number[]) {
    this.#lengths = lengths;
    this.#longest = Math.max(...lengths);
    const places = new Int32Array(lengths.length * this.#longest);
    let start = 0;
    lengths.forEach((length, b) => {
      // Padding repeats the last row: finite, and masked.
      for (let t = 0; t < this.#longest; t += 1)
        places[b * this.#longest + t] = start + Math.min(t, length - 1);
      start += length;
    });
    this.#gather = rowIndices(places);
  }

  /** Takes a layer's keys and values [N, K, E] of all prompts, end to end. */
  storePrompts(layer: number, k: tf.Tensor3D, v: tf.Tensor3D): void {
    const [, K, E] = k.shape;
    const B = this.#lengths.length;
    const block = (x: tf.Tensor3D): tf.Tensor3D =>
      scoped(() => {
        const padded = tf.reshape(gatherRows(x, this.#gather), [B, this.#longest, K, E]);
        return tf.reshape(tf.transpose(padded, [0, 2, 1, 3]), [B * K, this.#longest, E]);
      });
    const prompt = { k: block(k), v: block(v) };
    this.#layers[layer] = { prompt: { k: tf.keep(prompt.k), v: tf.keep(prompt.v) }, answer: undefined };
  }

  /** What a layer has read. */
  of(layer: number): LayerCache {
    return this.#layers[layer] as LayerCache;
  }

  /** Takes the answer's keys and values over, grown by a token. */
  grow(layer: number, answer: KeysAndValues): void {
    const cache = this.of(layer);
    disposeAll(cache.answer);
    cache.answer = { k: tf.keep(answer.k), v: tf.keep(answer.v) };
  }

  /** [B·K, 1, P + steps] for the token that comes after those stored of `layer`; layers with the same window share it. */
  mask(layer: number, K: number, window: number | undefined): tf.Tensor3D {
    const steps = (this.of(layer).answer?.k.shape[1] ?? 0) + 1;
    if (this.#masks.steps !== steps) {
      disposeAll([...this.#masks.of.values()]);
      this.#masks = { steps, of: new Map() };
    }
    const known = this.#masks.of.get(window);
    if (known) return known;
    const mask = tf.keep(this.#mask(K, steps, window));
    this.#masks.of.set(window, mask);
    return mask;
  }

  /** Of the newest token, at position length + steps − 1 of its sequence. */
  #mask(K: number, steps: number, window: number | undefined): tf.Tensor3D {
    const keys = this.#longest + steps;
    const values = new Float32Array(this.#lengths.length * K * keys);
    this.#lengths.forEach((length, b) => {
      const row = new Float32Array(keys);
      const position = length + steps - 1;
      for (let u = 0; u < keys; u += 1) {
        const at = u < this.#longest ? u : length + u - this.#longest;
        const padding = u < this.#longest && u >= length;
        if (padding || (window !== undefined && at <= position - window)) row[u] = MASKED;
      }
      for (let head = 0; head < K; head += 1) values.set(row, (b * K + head) * keys);
    });
    return tf.tensor3d(values, [this.#lengths.length * K, 1, keys]);
  }

  dispose(): void {
    disposeAll([this.#layers, ...this.#masks.of.values()]);
    this.#gather.dispose();
  }
}

/**
 * Attention of one token's queries [B, H, E] over what was read and its own keys and values [B, K, E]: context [B, H, E], and the
 * answer's part grown by the token. Depends on no length: the same for every step.
 */
export function attendCached(
  { q, k, v }: { q: tf.Tensor3D } & KeysAndValues,
  { prompt, answer }: LayerCache,
  mask: tf.Tensor3D,
  options: AttentionOptions,
): { context: tf.Tensor3D; answer: KeysAndValues } {
  return scoped(() => {
    const [B, H, E] = q.shape;
    const K = k.shape[1];
    const P = prompt.k.shape[1];
    const grown = (before: tf.Tensor3D | undefined, x: tf.Tensor3D): tf.Tensor3D => {
      const row = K === 1 ? x : (tf.reshape(x, [B * K, 1, E]) as tf.Tensor3D);
      return before ? (tf.concat([before, row], 1) as tf.Tensor3D) : tf.clone(row);
    };
    const all = { k: grown(answer?.k, k), v: grown(answer?.v, v) };
    const scaled: tf.Tensor3D = options.scale === 1 ? q : tf.mul(q, options.scale);
    const queries = K === 1 ? scaled : (tf.reshape(scaled, [B * K, H / K, E]) as tf.Tensor3D);
    const scores = tf.concat(
      [tf.matMul(queries, prompt.k, false, true), tf.matMul(queries, all.k, false, true)],
      2,
    ) as tf.Tensor3D;
    const { probabilities } = attentionProbabilities(scores, mask, options.softcap);
    const ofPrompt: tf.Tensor3D = tf.matMul(keysAt(probabilities, 0, P), prompt.v);
    const context: tf.Tensor3D = tf.add(ofPrompt, tf.matMul(keysAt(probabilities, P, -1), all.v));
    return { context: K === 1 ? context : tf.reshape(context, [B, H, E]), answer: all };
  });
}

/** Columns [from, from + count) of the last dimension, or all from there on; without a word on how many those are. */
function keysAt(x: tf.Tensor3D, from: number, count: number): tf.Tensor3D {
  return openSlice(x, [0, 0, from], [-1, -1, count]);
}
