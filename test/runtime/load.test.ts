import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { silentLogger } from '../../src/log.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { loadRuntime } from '../../src/runtime/load.ts';
import { nativeBackend } from '../../src/runtime/native-ops.ts';
import { provision } from '../../src/runtime/provision.ts';

it('finds a runtime that is ready in under 50 ms of processor time', async () => {
  const options = { cacheDir: defaultCacheDir(process.env), logger: silentLogger };
  const started = process.cpuUsage();
  const { reused } = await provision(options);
  expect(reused).toBe(true);
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(50);
});

it('puts back what newer Node versions took from util', async () => {
  const target = util as unknown as Record<string, ((value: unknown) => boolean) | undefined>;
  for (const name of ['isNullOrUndefined', 'isArray']) delete target[name];
  await loadRuntime({ cacheDir: defaultCacheDir(process.env), logger: silentLogger, runtime: 'cpu' });
  expect([null, undefined, 0].map((value) => target.isNullOrUndefined?.(value))).toEqual([true, true, false]);
  expect(target.isArray?.([])).toBe(true);
});

it('makes TensorFlow the backend of tfjs, once', async () => {
  const options = { cacheDir: defaultCacheDir(process.env), logger: silentLogger, runtime: 'cpu' as const };
  const [first, second] = await Promise.all([loadRuntime(options), loadRuntime(options)]);
  expect(first).toEqual({
    backend: 'tensorflow',
    device: 'cpu',
    tensorflow_version: '2.21.0',
    folder: expect.stringContaining('tensorflow-2.21.0-cpu'),
  });
  expect(second).toBe(first);
  expect(tf.getBackend()).toBe('tensorflow');
  expect(nativeBackend()).toBeDefined();
  const a = tf.tensor2d([1, 2, 3, 4], [2, 2]);
  expect(tf.matMul(a, a).arraySync()).toEqual([
    [7, 10],
    [15, 22],
  ]);
});
