import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { TENSOR_TYPES } from '../../../src/model/weights/dequantize.ts';
import { readGguf } from '../../../src/model/weights/gguf.ts';
import { readGgufTensor } from '../../../src/model/weights/gguf-checkpoint.ts';
import { readSafetensorsF32 } from '../../../src/model/weights/safetensors.ts';

const fixtures = fileURLToPath(new URL('../../golden/fixtures/weights/', import.meta.url));

function bits(values: Float32Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.length);
}

describe('dequantisation', () => {
  it.each(Object.keys(TENSOR_TYPES))('decodes %s to the very bits of gguf-py', async (type) => {
    const file = await readGguf(`${fixtures}quants.gguf`);
    const expected = (await readSafetensorsF32(`${fixtures}quants-expected.safetensors`)).tensors.get(type);
    const values = await readGgufTensor(file, type);
    expect(file.tensors.get(type)?.type).toBe(type);
    expect(file.tensors.get(type)?.shape).toEqual(expected?.shape);
    // −0 and 0 are told apart by their bits, and so is every rounding
    expect(bits(values!)).toEqual(bits(expected!.values));
  });

  it('decodes halves and bfloat16 to the bits of torch, subnormals, infinities and negative zero included', async () => {
    const read = await readSafetensorsF32(`${fixtures}half.safetensors`);
    const expected = await readSafetensorsF32(`${fixtures}half-expected.safetensors`);
    expect([...read.tensors.keys()].sort()).toEqual(['bfloat', 'empty', 'half', 'scalar', 'single']);
    for (const [name, { shape, values }] of expected.tensors) {
      expect(read.tensors.get(name)?.shape).toEqual(shape);
      expect(bits(read.tensors.get(name)!.values)).toEqual(bits(values));
    }
    expect(read.metadata.get('format')).toBe('pt');
  });

  it('reads the metadata types that gguf-py writes', async () => {
    const { metadata, version } = await readGguf(`${fixtures}quants.gguf`);
    expect(version).toBe(3);
    expect(metadata.get('test.text')).toBe('grüße 🌍');
    expect(metadata.get('test.texts')).toEqual(['a', '', 'é']);
    expect(metadata.get('test.floats')).toEqual(Float32Array.of(0.5, -1.25));
    expect(metadata.get('test.bools')).toEqual([true, false]);
    expect(metadata.get('test.negative')).toBe(-5);
    expect(metadata.get('test.large')).toBe(2n ** 63n + 1n);
  });
});
