/**
 * Keys and values of what has been read, for decoding a token at a time. The prompt's part is written once; the answer's
 * part grows by one token a step, so a step copies only what is new.
 */

import * as tf from '@tensorflow/tfjs-core';
import { type AttentionOptions, attentionProbabilities } from './attention.ts';
import { gatherRows, rowIndices } from './rows.ts';
import { disposeAll, scoped } from './scoped.ts';

interface LayerCache {
  /** [B·K, P, E], P the longest prompt; shorter ones are padded behind. */
  prompt: { k: tf.Tensor3D; v: tf.Tensor3D };
  /** [B·K, steps, E]. */
  answer: { k: tf.Tensor3D; v: tf.Tensor3D } | undefined;
}

const MASKED = -1e30;

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
    this.#layers[layer] = { prompt: { k: tf.keep(block(k)), v: tf.keep(block(v)) }, answer: undefined };
  }

  /** Appends one token's keys and values [B, K, E], then attends with its queries [B, H, E] → context [B, H, E]. */
  attend(
    layer: number,
    q: tf.Tensor3D,
    k: tf.Tensor3D,
    v: tf.Tensor3D,
    options: AttentionOptions,
  ): tf.Tensor3D {
    return scoped(() => {
      const cache = this.#layers[layer] as LayerCache;
      const [B, H, E] = q.shape;
      const K = k.shape[1];
      const before = cache.answer;
      const grown = (old: tf.Tensor3D | undefined, x: tf.Tensor3D): tf.Tensor3D => {
        const row = K === 1 ? x : (tf.reshape(x, [B * K, 1, E]) as tf.Tensor3D);
        return tf.keep((old ? tf.concat([old, row], 1) : tf.clone(row)) as tf.Tensor3D);
      };
      const answer = { k: grown(before?.k, k), v: grown(before?.v, v) };
      cache.answer = answer;
      disposeAll(before);

      const scaled: tf.Tensor3D = options.scale === 1 ? q : tf.mul(q, options.scale);
      const queries = K === 1 ? scaled : (tf.reshape(scaled, [B * K, H / K, E]) as tf.Tensor3D);
      const steps = answer.k.shape[1];
      const scores = tf.concat(
        [tf.matMul(queries, cache.prompt.k, false, true), tf.matMul(queries, answer.k, false, true)],
        2,
      ) as tf.Tensor3D;
      const mask = this.#maskOf(K, steps, options.window);
      const { probabilities } = attentionProbabilities(scores, mask, options.softcap);
      const [ofPrompt, ofAnswer] = tf.split(probabilities, [this.#longest, steps], 2) as [
        tf.Tensor3D,
        tf.Tensor3D,
      ];
      const context: tf.Tensor3D = tf.add(tf.matMul(ofPrompt, cache.prompt.v), tf.matMul(ofAnswer, answer.v));
      return K === 1 ? context : tf.reshape(context, [B, H, E]);
    });
  }

  /** Layers with the same window share the mask of a step. */
  #maskOf(K: number, steps: number, window: number | undefined): tf.Tensor3D {
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

  /** [B·K, 1, P + steps] for the newest token, at position length + steps − 1 of its sequence. */
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
