/** The WebGPU runtime on a real device: a Vulkan driver for processors, named by vitest.config.ts. */

import { readFile } from 'node:fs/promises';
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../../src/log.ts';
import { loadRuntime, type Runtime } from '../../src/runtime/load.ts';
import { nativeBackend, TensorBuilder, toBf16 } from '../../src/runtime/native-ops.ts';
import { describeAdapter, WEBGPU_INSTALL } from '../../src/runtime/webgpu-adapter.ts';
import type { SafeWebGpuBackend } from '../../src/runtime/webgpu-backend.ts';
import { webGpuBackend } from '../../src/runtime/webgpu-tensors.ts';

const warnings: string[] = [];
let runtime: Runtime;
let backend: SafeWebGpuBackend;

beforeAll(async () => {
  const logger = { ...silentLogger, warn: (message: string) => void warnings.push(message) };
  runtime = await loadRuntime({ runtime: 'webgpu', requireNative: true, cacheDir: '/nonexistent', logger });
  backend = webGpuBackend() as SafeWebGpuBackend;
});

/** Small whole numbers, so that every sum is exact in float32 whatever its order. */
function wholeNumbers(rows: number, columns: number): tf.Tensor2D {
  return tf.tensor2d(
    Float32Array.from({ length: rows * columns }, (_, i) => ((i * 7) % 11) - 5),
    [rows, columns],
  );
}

async function product(a: tf.Tensor2D, b: tf.Tensor2D): Promise<number[]> {
  const [x, y] = [await a.array(), await b.array()];
  return x.flatMap((row) =>
    (y[0] as number[]).map((_, j) => row.reduce((sum, value, k) => sum + value * (y[k] as number[])[j]!, 0)),
  );
}

it('says what computes, and that a driver for processors is no GPU', () => {
  expect(runtime).toEqual({
    backend: 'webgpu',
    device: 'cpu',
    gpu: expect.stringMatching(/swiftshader|llvmpipe/i),
    tensorflow_version: undefined,
    folder: undefined,
  });
  expect(warnings).toEqual([expect.stringContaining('is no GPU')]);
  expect(nativeBackend()).toBeUndefined();
});

it('leaves no navigator behind, by which libraries know a browser', () => {
  expect((globalThis as { navigator?: { gpu?: unknown } }).navigator?.gpu).toBeUndefined();
});

describe('matrices', () => {
  // tfjs' MatMulProgramType: sums by a whole group of threads, small tiles, tiles of 32.
  it.each([0, 2, 3])('are multiplied right by program %i, which a GPU may be given', async (program) => {
    const [a, b] = [wholeNumbers(37, 70), wholeNumbers(70, 9)];
    tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', program);
    const result = tf.matMul(a, b);
    tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', -1);
    expect([...(await result.data())]).toEqual(await product(a, b));
    tf.dispose([a, b, result]);
  });

  it('are multiplied in one order, long sums included, so that the same numbers have the same bytes', async () => {
    const [a, b] = [
      tf.randomNormal([4, 4096], 0, 1, 'float32', 1),
      tf.randomNormal([4096, 8], 0, 1, 'float32', 2),
    ];
    const results = await Promise.all([1, 2, 3].map(async () => [...(await tf.matMul(a, b).data())]));
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
    tf.dispose([a, b]);
  });
});

it('builds a tensor on the device from pieces', async () => {
  const before = tf.memory().numTensors;
  const builder = new TensorBuilder([3, 2], 'float32');
  for (const piece of [[1, 2, 3], [4, 5], [6]]) builder.append(Float32Array.from(piece));
  const built = builder.finish() as tf.Tensor2D;
  const doubled = tf.add(built, built);
  expect([...(await doubled.data())]).toEqual([2, 4, 6, 8, 10, 12]);
  tf.dispose([built, doubled]);
  const abandoned = new TensorBuilder([3, 2], 'float32');
  abandoned.append(Float32Array.of(1, 2));
  abandoned.discard();
  expect(tf.memory().numTensors).toBe(before);
});

it('has no bfloat16', () => {
  expect(() => toBf16(tf.tensor1d([1]))).toThrow('needs the TensorFlow runtime');
});

it('refuses to wait for the GPU', () => {
  const sum = tf.add(wholeNumbers(64, 64), 1);
  expect(() => sum.dataSync()).toThrow('data(), not dataSync()');
});

it('names a tensor that no buffer of the GPU holds, before it is made', () => {
  const { maxStorageBufferBindingSize, maxBufferSize } = backend.device.limits;
  const rows = Math.min(maxStorageBufferBindingSize, maxBufferSize) / 4 / 1024 + 1;
  const tooLarge = { code: 'gpu-tensor-too-large', message: expect.stringContaining(`[${rows}, 1024]`) };
  const caught = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return error;
    }
    return undefined;
  };
  expect(caught(() => new TensorBuilder([rows, 1024], 'float32'))).toMatchObject(tooLarge);
  expect(caught(() => tf.tidy(() => tf.tile(tf.ones([1, 1024]), [rows, 1])))).toMatchObject(tooLarge);
});

it('gives memory back that nobody uses', async () => {
  const unused = () => backend.bufferManager.numBytesAllocated - backend.bufferManager.numBytesUsed;
  const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
  // Of many lengths and more than is kept, as rows of many lengths leave it.
  const buffers = Array.from({ length: 18 }, (_, i) =>
    backend.bufferManager.acquireBuffer(2 ** 26 + i * 1024, usage),
  );
  for (const buffer of buffers) backend.bufferManager.releaseBuffer(buffer);
  const small = tf.add(wholeNumbers(64, 64), 1);
  expect(unused()).toBeGreaterThan(2 ** 30);
  await small.data();
  expect(unused()).toBe(0);
  expect((await tf.add(small, 1).data())[0]).toBe(-3);
});

it('throws at the next read what the GPU refused, and never gives numbers after it', async () => {
  const value = tf.add(wholeNumbers(64, 64), 1);
  backend.device.createBuffer({
    size: backend.device.limits.maxBufferSize + 4,
    usage: GPUBufferUsage.STORAGE,
  });
  await expect(value.data()).rejects.toMatchObject({ code: 'gpu-failed' });
  await expect(tf.add(1, 1).data()).rejects.toMatchObject({ code: 'gpu-failed' });
});

describe('describeAdapter', () => {
  const radeon = {
    vendor: 'amd',
    architecture: 'rdna-3',
    device: 'AMD Radeon RX 7600 (RADV NAVI33)',
    description: 'radv: Mesa 25.0.7',
    isFallbackAdapter: false,
  };

  it('has the name of a GPU and its driver', () => {
    expect(describeAdapter(radeon)).toEqual({
      name: 'AMD Radeon RX 7600 (RADV NAVI33) (amd, rdna-3, radv: Mesa 25.0.7)',
      software: false,
    });
    expect(describeAdapter({ vendor: '', architecture: '', device: '', description: '' }).name).toMatch(
      /name/,
    );
  });

  it('knows a driver for processors, whether it says so or not', () => {
    expect(describeAdapter({ ...radeon, isFallbackAdapter: true }).software).toBe(true);
    expect(describeAdapter({ ...radeon, device: 'llvmpipe (LLVM 15.0.6, 256 bits)' }).software).toBe(true);
  });
});

it('proposes to install the version that it was made for', async () => {
  const { optionalDependencies } = JSON.parse(
    await readFile(new URL('../../package.json', import.meta.url), 'utf8'),
  ) as { optionalDependencies: { webgpu: string } };
  expect(WEBGPU_INSTALL).toContain(`webgpu@${optionalDependencies.webgpu}`);
});
