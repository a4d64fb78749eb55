/**
 * Reads a small safetensors file of float32 tensors for the tests. Deliberately not the reader under src/: what is
 * expected must not come through the code that is tested. Checks nothing: the fixtures are our own.
 */

import { readFile } from 'node:fs/promises';

export interface GoldenTensor {
  shape: number[];
  values: Float32Array;
}

export async function readF32Tensors(path: string): Promise<Map<string, GoldenTensor>> {
  const bytes = await readFile(path);
  const headerLength = Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.toString('utf8', 8, 8 + headerLength)) as Record<
    string,
    { dtype: string; shape: number[]; data_offsets: [number, number] }
  >;
  const tensors = new Map<string, GoldenTensor>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    if (entry.dtype !== 'F32') throw new Error(`${path}: ${name} is ${entry.dtype}, fixtures are F32`);
    const [start, end] = entry.data_offsets;
    const data = bytes.subarray(8 + headerLength + start, 8 + headerLength + end);
    // A copy, because a view needs a byte offset that is a multiple of four.
    tensors.set(name, { shape: entry.shape, values: new Float32Array(new Uint8Array(data).buffer) });
  }
  return tensors;
}
