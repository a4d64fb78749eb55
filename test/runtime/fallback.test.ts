import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLogger } from '../../src/log.ts';
import { loadRuntime } from '../../src/runtime/load.ts';
import { nativeBackend, TensorBuilder, toBf16 } from '../../src/runtime/native-ops.ts';

let root: string;
let cacheDir: string;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'fallback-'));
  await writeFile(path.join(root, 'file'), '');
  // No folder can be made below a file, so provisioning fails at once.
  cacheDir = path.join(root, 'file', 'cache');
});

afterAll(() => rm(root, { recursive: true, force: true }));

it('is an error where TensorFlow is required, with the reason', async () => {
  const run = loadRuntime({ cacheDir, logger: silentLogger, requireNative: true });
  await expect(run).rejects.toMatchObject({ code: 'cache-not-writable' });
});

it('is an error where the caller has given up', async () => {
  const signal = AbortSignal.abort(new Error('given up'));
  await expect(loadRuntime({ cacheDir, logger: silentLogger, signal })).rejects.toThrow();
});

it('computes with WASM otherwise, and says so twice: why, and what it means', async () => {
  const warnings: string[] = [];
  const logger = { ...silentLogger, warn: (message: string) => void warnings.push(message) };
  const runtime = await loadRuntime({ cacheDir, logger });
  expect(runtime).toEqual({
    backend: 'wasm',
    device: 'cpu',
    tensorflow_version: undefined,
    folder: undefined,
  });
  expect(warnings).toEqual([
    expect.stringMatching(/^TensorFlow cannot be used: cannot write to .*choose another folder/),
    expect.stringMatching(/WASM backend instead.*slower/),
  ]);
  const a = tf.tensor2d([1, 2, 3, 4], [2, 2]);
  expect(tf.matMul(a, a).arraySync()).toEqual([
    [7, 10],
    [15, 22],
  ]);
});

it('has no raw operations and no bfloat16, but builds tensors', () => {
  expect(nativeBackend()).toBeUndefined();
  expect(() => toBf16(tf.tensor1d([1]))).toThrow('needs the TensorFlow runtime');
  expect(() => new TensorBuilder([2], 'bfloat16')).toThrow('needs the TensorFlow runtime');
  const builder = new TensorBuilder([2, 3], 'float32');
  builder.append(new Float32Array([1, 2, 3, 4]));
  builder.append(new Float32Array([5, 6]));
  expect((builder.finish() as tf.Tensor).arraySync()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});

it('is not taken for TensorFlow by a later caller who requires it', async () => {
  const run = loadRuntime({ cacheDir, logger: silentLogger, requireNative: true });
  await expect(run).rejects.toMatchObject({ code: 'native-required' });
});
