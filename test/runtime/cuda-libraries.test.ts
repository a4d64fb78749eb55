import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { cudaLibraries } from '../../src/runtime/cuda-libraries.ts';
import { PACKAGES } from '../../src/runtime/packages.ts';

it('names the libraries that are there, each after those it needs', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-cuda-'));
  try {
    expect(cudaLibraries(folder)).toEqual([]);
    for (const library of [
      'cusolver/lib/libcusolver.so.11',
      'cublas/lib/libcublas.so.12',
      'cublas/lib/other.so',
    ]) {
      const file = path.join(folder, 'nvidia', library);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, '');
    }
    expect(cudaLibraries(folder).map((file) => path.basename(file))).toEqual([
      'libcublas.so.12',
      'libcusolver.so.11',
    ]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('looks for nothing that no wheel brings', () => {
  const wheels = PACKAGES.cuda.wheels.map(({ file }) => file);
  for (const name of ['cudart', 'cublas', 'nvjitlink', 'cusparse', 'cufft', 'cusolver', 'cudnn', 'nccl']) {
    const wheel = name === 'cudart' ? 'nvidia_cuda_runtime' : `nvidia_${name}`;
    expect(wheels.some((file) => file.startsWith(wheel))).toBe(true);
  }
});
