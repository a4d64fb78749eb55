/** The tables that are kept against those made for a batch: the very same numbers, whatever was asked for before. */

import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, it } from 'vitest';
import { inverseFrequencies, RopeCache, ropeTables } from '../../src/model/rope.ts';
import { useTestRuntime } from '../helpers/runtime.ts';

beforeAll(async () => {
  await useTestRuntime();
});

it('gives the tables of any positions, also beyond those it began with', () => {
  const frequencies = inverseFrequencies(16, 10_000, undefined);
  const cache = new RopeCache(frequencies);
  const before = tf.memory().numTensors;
  for (const positions of [[0, 1, 2, 0, 1], [7], [5000, 3], [0, 1023, 1024]]) {
    const found = cache.tables(Int32Array.from(positions));
    const expected = ropeTables(positions, frequencies);
    for (const table of ['cos', 'sin'] as const) {
      expect(found[table].shape).toEqual(expected[table].shape);
      expect(found[table].dataSync()).toEqual(expected[table].dataSync());
    }
    tf.dispose([found.cos, found.sin, expected.cos, expected.sin]);
    expect(tf.memory().numTensors).toBe(before);
  }
  cache.dispose();
  expect(tf.memory().numTensors).toBe(before - 2);
});
