/**
 * What an adapter changes, against the KL divergence that the logits of transformers and PEFT give in double precision, and
 * against itself in blocks of every size.
 */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { TokenizedConversation } from '../../src/dataset/conversation.ts';
import { chooseForEffect, EFFECT_TOKENS, measureEffect } from '../../src/evaluate/adapter-effect.ts';
import { blockwiseDivergence } from '../../src/evaluate/divergence.ts';
import { silentLogger } from '../../src/log.ts';
import { disposeAdapter } from '../../src/model/lora.ts';
import { createRng } from '../../src/rng.ts';
import { GOLDEN_MODELS, type Golden, goldenTensor, loadGolden } from '../helpers/golden.ts';
import { goldenAdapter, goldenDecoder, take } from '../helpers/golden-decoder.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

beforeAll(async () => {
  await useTestRuntime();
});

/** KL(p ‖ q) of two rows of logits, and whether their maxima are at the same place, in double precision. */
function divergence(a: Float32Array, b: Float32Array) {
  const normalised = (logits: Float32Array) => {
    const largest = Math.max(...logits);
    const total = logits.reduce((sum, value) => sum + Math.exp(value - largest), 0);
    return Float64Array.from(logits, (value) => value - largest - Math.log(total));
  };
  const [p, q] = [normalised(a), normalised(b)];
  const kl = p.reduce((sum, log, v) => sum + Math.exp(log) * (log - (q[v] as number)), 0);
  const top = (row: Float64Array) => row.indexOf(Math.max(...row));
  return { kl, same: top(p) === top(q) ? 1 : 0 };
}

const conversationsOf = ({ sequences, masks }: Golden): TokenizedConversation[] =>
  sequences.map((ids, row) => ({
    id: `${row}`,
    group: `${row}`,
    file: 'golden.jsonl',
    line: row + 1,
    ids,
    assistant_mask: masks[row] as Uint8Array,
  }));

describe.each(GOLDEN_MODELS)('the effect of a PEFT adapter on %s', (name) => {
  it('is the KL divergence and the agreement of the reference’s logits over the supervised tokens', async () => {
    const golden = await loadGolden(name);
    const reference = golden.adapters.get('lora')!;
    let [kl, same, tokens] = [0, 0, 0];
    for (const [row, mask] of golden.masks.entries()) {
      const before = goldenTensor(golden.expected, `logits.${row}`);
      const after = goldenTensor(reference.expected, `logits.${row}`);
      const V = before.shape[1] as number;
      for (let i = 1; i < mask.length; i += 1) {
        if (mask[i] === 0) continue;
        const at = (values: Float32Array) => values.subarray((i - 1) * V, i * V);
        const of = divergence(at(before.values), at(after.values));
        kl += of.kl;
        same += of.same;
        tokens += 1;
      }
    }
    const decoder = await goldenDecoder(golden);
    const adapter = await goldenAdapter(decoder, reference);
    const alive = tf.memory().numTensors;
    const effect = await measureEffect(decoder, conversationsOf(golden), { adapter, logger: silentLogger });
    expect(tf.memory().numTensors).toBe(alive);
    expect(effect.tokens).toBe(tokens);
    // Both come from logits that agree to 1e-5; seen: 6e-7.
    expect(Math.abs(effect.kl_per_token / (kl / tokens) - 1)).toBeLessThan(1e-5);
    expect(effect.kl_per_token).toBeGreaterThan(1e-3);
    expect(effect.same_top_share).toBeCloseTo(same / tokens, 10);
    disposeAdapter(adapter);
    decoder.dispose();
  });
});

describe('the divergence of two models', () => {
  const [M, D, V] = [7, 5, 83];
  const rng = createRng(11);
  const draw = (rows: number, spread: number) =>
    tf.tensor2d(
      Float32Array.from({ length: rows * D }, () => spread * rng.normal()),
      [rows, D],
    );

  it.each([undefined, 3])('is the same in blocks of any size, with soft cap %s', async (softcap) => {
    const head = { weight: draw(V, 1.5), softcap };
    const [first, second] = [draw(M, 2), draw(M, 2)];
    const whole = blockwiseDivergence(first, second, head, V);
    const cap = (z: number) => (softcap === undefined ? z : softcap * Math.tanh(z / softcap));
    const logits = async (rows: tf.Tensor2D) =>
      (await take(tf.matMul(rows, head.weight, false, true))).map(cap);
    const [a, b] = [await logits(first), await logits(second)];
    const row = (values: Float32Array, m: number) => values.subarray(m * V, (m + 1) * V);
    const wanted = Array.from({ length: M }, (_, m) => divergence(row(a, m), row(b, m)));
    for (const columns of [V, 1, 10, 64]) {
      const { kl, same_top } = blockwiseDivergence(first, second, head, columns);
      const found = await take(kl);
      wanted.forEach(({ kl: value }, m) => {
        // Differences of sums near 10 in float32.
        expect(Math.abs((found[m] as number) - value)).toBeLessThan(2e-5 * (1 + value));
      });
      expect([...(await take(same_top))]).toEqual(wanted.map(({ same }) => same));
    }
    expect([...(await take(whole.kl))].every((value) => value > 0)).toBe(true);
  });

  it('is exactly zero of a model and itself', async () => {
    const rows = draw(M, 2);
    const { kl, same_top } = blockwiseDivergence(rows, rows, { weight: draw(V, 1), softcap: undefined }, 10);
    expect([...(await take(kl))]).toEqual(new Array(M).fill(0));
    expect([...(await take(same_top))]).toEqual(new Array(M).fill(1));
  });
});

describe('the conversations that are compared', () => {
  const conversation = (seed: number): TokenizedConversation => ({
    id: `${seed}`,
    group: `${seed}`,
    file: 'test.jsonl',
    line: seed,
    ids: Int32Array.from({ length: 40 }, (_, i) => 100 * seed + i),
    assistant_mask: new Uint8Array(40).fill(1, 20),
  });
  const many = Array.from({ length: 500 }, (_, i) => conversation(i + 1));

  it('are as many as the limit allows, in their order, and nearly the same when the test set grows', () => {
    const chosen = chooseForEffect(many);
    expect(chosen).toHaveLength(Math.floor(EFFECT_TOKENS / 20));
    const lines = chosen.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    const before = new Set(chooseForEffect(many.slice(0, 450)).map(({ id }) => id));
    expect(chosen.filter(({ id }) => before.has(id)).length).toBeGreaterThan(0.8 * chosen.length);
  });

  it('are all of a small test set, and never none', () => {
    expect(chooseForEffect(many.slice(0, 9))).toHaveLength(9);
    expect(chooseForEffect(many.slice(0, 2), 5)).toHaveLength(1);
  });
});
