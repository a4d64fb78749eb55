import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readSafetensorsF32, writeSafetensors } from '../../../src/model/weights/safetensors.ts';

const reference = fileURLToPath(
  new URL('../../golden/fixtures/weights/adapter.safetensors', import.meta.url),
);
let scratch: string;
let file: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'safetensors-'));
  file = path.join(scratch, 'file.safetensors');
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** A file with this header text, its true length in front unless another is given, and `dataBytes` zeros behind. */
async function withHeader(text: string | Buffer, dataBytes: number, length?: bigint): Promise<string> {
  const header = Buffer.from(text);
  const prefix = Buffer.alloc(8);
  prefix.writeBigUInt64LE(length ?? BigInt(header.length));
  await writeFile(file, Buffer.concat([prefix, header, Buffer.alloc(dataBytes)]));
  return file;
}

async function problemsOf(header: unknown, dataBytes: number): Promise<string[]> {
  const text = typeof header === 'string' ? header : JSON.stringify(header);
  const error = await readSafetensorsF32(await withHeader(text, dataBytes)).catch(
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UserError);
  expect(error).toMatchObject({ code: 'safetensors-invalid' });
  return [...(error as UserError).problems];
}

const f32 = (shape: number[], begin: number, end: number) => ({
  dtype: 'F32',
  shape,
  data_offsets: [begin, end],
});

describe('writing safetensors', () => {
  it('writes the bytes of the reference implementation', async () => {
    const { metadata, tensors } = await readSafetensorsF32(reference);
    // in another order than they are stored
    await writeSafetensors(file, new Map([...tensors].reverse()), Object.fromEntries(metadata));
    expect((await readFile(file)).equals(await readFile(reference))).toBe(true);
  });

  it('gives the hash of what it wrote and leaves nothing else behind', async () => {
    const { createHash } = await import('node:crypto');
    const hash = await writeSafetensors(file, new Map([['a', { shape: [1], values: Float32Array.of(1) }]]));
    expect(hash).toBe(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    );
    const { readdir } = await import('node:fs/promises');
    expect(await readdir(scratch)).toEqual(['file.safetensors']);
  });

  it('reads back any names, shapes and values', async () => {
    const tensor = fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }).chain((shape) => {
      const length = shape.reduce((product, n) => product * n, 1);
      return fc.record({
        shape: fc.constant(shape),
        values: fc.float32Array({ minLength: length, maxLength: length }),
      });
    });
    const name = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text !== '__metadata__');
    const tensors = fc.dictionary(fc.oneof(name, fc.constantFrom('__proto__', '7', 'a"b', '{')), tensor);
    await fc.assert(
      fc.asyncProperty(tensors, async (drawn) => {
        const written = new Map(Object.entries(drawn));
        await writeSafetensors(file, written, { format: 'pt' });
        const read = await readSafetensorsF32(file);
        expect([...read.tensors.keys()].sort()).toEqual([...written.keys()].sort());
        for (const [key, { shape, values }] of written)
          expect(read.tensors.get(key)).toEqual({ shape, values });
      }),
      { numRuns: 60 },
    );
  });
});

describe('reading safetensors from strangers', () => {
  it('lists every tensor that does not fit', async () => {
    const header = {
      lying: f32([3], 0, 8),
      unknown: { dtype: 'F99', shape: [2], data_offsets: [0, 8] },
      far: f32([2], 8, 800),
      backwards: f32([2], 16, 8),
      negative: f32([-2], 0, 8),
      fraction: f32([0.5], 0, 2),
      bare: 7,
      __metadata__: { format: 1 },
    };
    expect(await problemsOf(header, 16)).toEqual([
      '__metadata__: expected an object of strings',
      'lying: F32 [3] is 12 bytes, data_offsets span 8',
      'unknown: unknown dtype "F99"',
      'far: data_offsets 8 to 800 of 16 bytes',
      'backwards: data_offsets 16 to 8 of 16 bytes',
      'negative: shape must be a list of whole numbers',
      'fraction: shape must be a list of whole numbers',
      'bare: expected an object with dtype, shape and data_offsets',
    ]);
  });

  it('refuses overlaps, holes and bytes of no tensor', async () => {
    expect(await problemsOf({ a: f32([2], 0, 8), b: f32([2], 4, 12) }, 12)).toEqual([
      'b: overlaps the tensor before it by 4 bytes',
    ]);
    expect(await problemsOf({ a: f32([2], 0, 8), b: f32([2], 12, 20) }, 20)).toEqual([
      'b: a hole of 4 bytes lies before it',
    ]);
    expect(await problemsOf({ a: f32([2], 0, 8) }, 9)).toEqual([
      'the file has 1 bytes that belong to no tensor',
    ]);
  });

  it('refuses a name that is there twice, which JSON hides', async () => {
    const twice =
      '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"\\u0061":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}';
    expect(await problemsOf(twice, 4)).toEqual(['a: the name is there twice']);
  });

  it('does not mistake braces and colons inside names for structure', async () => {
    const names = ['{"a":', '"}', 'x:y', '\\'];
    const header = Object.fromEntries(names.map((name, i) => [name, f32([1], 4 * i, 4 * i + 4)]));
    const { tensors } = await readSafetensorsF32(await withHeader(JSON.stringify(header), 16));
    expect([...tensors.keys()]).toEqual(names);
  });

  it.each([
    ['a header length beyond the file', '{}', 4000n, /claims 4000 bytes, the file has 2/],
    ['a header length beyond all memory', '{}', 2n ** 63n, /claims 9223372036854775808 bytes/],
    ['something that is not JSON', '{"a":', undefined, /not JSON/],
    ['JSON that is no object', '[1]', undefined, /does not start with "\{"/],
    ['a header that is not UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), undefined, /not UTF-8/],
  ])('refuses %s', async (_, text, length, message) => {
    await expect(readSafetensorsF32(await withHeader(text, 0, length))).rejects.toMatchObject({
      code: 'safetensors-invalid',
      message: expect.stringMatching(message),
    });
  });

  it('says what a Git LFS pointer is', async () => {
    await writeFile(file, 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n');
    await expect(readSafetensorsF32(file)).rejects.toMatchObject({ code: 'safetensors-is-lfs-pointer' });
  });

  it('keeps to its limits of size and number', async () => {
    const tensors = new Map(
      ['a', 'b', 'c'].map((name) => [name, { shape: [1], values: Float32Array.of(1) }]),
    );
    await writeSafetensors(file, tensors);
    await expect(readSafetensorsF32(file, { maxBytes: 64 })).rejects.toMatchObject({
      code: 'safetensors-too-large',
    });
    await expect(readSafetensorsF32(file, { maxTensors: 2 })).rejects.toThrow(
      '3 tensors; at most 2 are allowed',
    );
    const integers = { a: { dtype: 'I64', shape: [1], data_offsets: [0, 8] } };
    await expect(readSafetensorsF32(await withHeader(JSON.stringify(integers), 8))).rejects.toMatchObject({
      code: 'safetensors-unsupported-dtype',
      problems: ['a: I64'],
    });
  });

  it('refuses every truncation of a valid file, and any change of its bytes ends in values or a UserError', async () => {
    const valid = await readFile(reference);
    for (let length = 0; length < valid.length; length += 7) {
      await writeFile(file, valid.subarray(0, length));
      await expect(readSafetensorsF32(file)).rejects.toBeInstanceOf(UserError);
    }
    const change = fc.record({ at: fc.nat(valid.length - 1), byte: fc.nat(255) });
    const handle = await open(file, 'w+');
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const mutated = Buffer.from(valid);
        for (const { at, byte } of changes) mutated[at] = byte;
        await handle.write(mutated, 0, mutated.length, 0);
        await handle.truncate(mutated.length);
        const result = await readSafetensorsF32(file).catch((error: unknown) => error);
        if (result instanceof Error && !(result instanceof UserError)) throw result;
      }),
      { numRuns: 400 },
    );
    await handle.close();
  });
});
