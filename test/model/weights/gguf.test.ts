import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { readGguf } from '../../../src/model/weights/gguf.ts';
import { unpermuteRows } from '../../../src/model/weights/gguf-checkpoint.ts';

const fixtures = fileURLToPath(new URL('../../golden/fixtures/weights/', import.meta.url));
let scratch: string;
let file: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'gguf-'));
  file = path.join(scratch, 'file.gguf');
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u64 = (value: number | bigint) => {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
};
const text = (value: string) => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);

interface Tensor {
  name: string;
  /** ggml order. */
  dimensions: (number | bigint)[];
  type: number;
  offset: number | bigint;
}

const tensor = (
  name: string,
  dimensions: (number | bigint)[],
  offset: number | bigint,
  type = 0,
): Tensor => ({
  name,
  dimensions,
  type,
  offset,
});

function tensorBytes({ name, dimensions, type, offset }: Tensor): Buffer {
  return Buffer.concat([text(name), u32(dimensions.length), ...dimensions.map(u64), u32(type), u64(offset)]);
}

interface Parts {
  magic?: string;
  version?: number;
  tensorCount?: number | bigint;
  metadataCount?: number | bigint;
  metadata?: Buffer[];
  tensors?: Tensor[];
  dataBytes?: number;
}

async function write(parts: Parts): Promise<string> {
  const { metadata = [], tensors = [] } = parts;
  const header = Buffer.concat([
    Buffer.from(parts.magic ?? 'GGUF'),
    u32(parts.version ?? 3),
    u64(parts.tensorCount ?? tensors.length),
    u64(parts.metadataCount ?? metadata.length),
    ...metadata,
    ...tensors.map(tensorBytes),
  ]);
  const padding = Buffer.alloc((32 - (header.length % 32)) % 32);
  await writeFile(file, Buffer.concat([header, padding, Buffer.alloc(parts.dataBytes ?? 0)]));
  return file;
}

async function refusal(parts: Parts): Promise<UserError> {
  const error = await readGguf(await write(parts)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(UserError);
  return error as UserError;
}

describe('reading a GGUF header', () => {
  it.each([2, 3])('reads version %i, with shapes in row-major order', async (version) => {
    const tensors = [tensor('a', [4, 2], 0), tensor('b', [8], 32)];
    const read = await readGguf(await write({ version, tensors, dataBytes: 64 }));
    expect(read.version).toBe(version);
    expect(read.tensors.get('a')).toMatchObject({ shape: [2, 4], type: 'F32', bytes: 32 });
    expect(read.tensors.get('b')!.offset - read.tensors.get('a')!.offset).toBe(32);
  });

  it('honours general.alignment', async () => {
    const metadata = [Buffer.concat([text('general.alignment'), u32(4), u32(64)])];
    const read = await readGguf(await write({ metadata, tensors: [tensor('a', [8], 0)], dataBytes: 128 }));
    expect(read.tensors.get('a')!.offset % 64).toBe(0);
    metadata[0] = Buffer.concat([text('general.alignment'), u32(4), u32(48)]);
    expect((await refusal({ metadata })).message).toContain(
      'general.alignment is 48; expected a power of two',
    );
  });

  it('lists every tensor that does not fit the file', async () => {
    const tensors = [
      tensor('far', [8], 64),
      tensor('huge', [2n ** 40n, 2n ** 40n], 0),
      tensor('part', [33], 0, 8),
      tensor('empty', [0], 0),
      tensor('crooked', [1], 4),
      tensor('x', [8], 0),
      tensor('x', [8], 32),
    ];
    const { code, problems } = await refusal({ tensors, dataBytes: 64 });
    expect(code).toBe('gguf-invalid');
    expect(problems).toEqual([
      'tensor "far" [8] F32: bytes 64 to 96 of 64 in the data section',
      `tensor "huge" [${2 ** 40}, ${2 ** 40}] F32: needs ${2 ** 82} bytes, the file has 64 for all tensors`,
      'tensor "part" [33] Q8_0: its rows are not whole blocks of 32',
      'tensor "empty" [0] F32: has no elements',
      'tensor "crooked" [1] F32: offset 4 is not a multiple of the alignment 32',
      'tensor "x" [8] F32: the name is there twice',
    ]);
  });

  it('refuses overlapping tensors', async () => {
    const tensors = [tensor('a', [16], 0), tensor('b', [8], 32)];
    expect((await refusal({ tensors, dataBytes: 64 })).problems).toEqual(['tensors "a" and "b" overlap']);
  });

  it('names the tensors whose quantisation it cannot read, and the ones it can', async () => {
    const tensors = [tensor('a', [256], 0, 10), tensor('b', [256], 0, 999)];
    const error = await refusal({ tensors, dataBytes: 64 });
    expect(error.code).toBe('gguf-unsupported-type');
    expect(error.problems).toEqual(['tensor "a" [256] Q2_K', 'tensor "b" [256] type 999']);
    expect(error.hint).toContain('Q4_K');
  });

  it.each<[string, Parts, string, RegExp]>([
    ['another magic number', { magic: 'PK\u0003\u0004' }, 'gguf-invalid', /not a GGUF file/],
    ['a Git LFS pointer', { magic: 'vers' }, 'gguf-is-lfs-pointer', /Git LFS pointer/],
    ['version 1', { version: 1 }, 'gguf-unsupported-version', /version 1/],
    ['a big-endian file', { version: 3 << 24 }, 'gguf-unsupported-version', /big-endian/],
    [
      'a lying count of tensors',
      { tensorCount: 2n ** 40n },
      'gguf-truncated',
      /table of tensors needs at least/,
    ],
    ['a count beyond 2^53', { metadataCount: 2n ** 63n }, 'gguf-invalid', /which no file can hold/],
    ['a lying count of keys', { metadataCount: 10 ** 9 }, 'gguf-truncated', /the metadata needs at least/],
    [
      'a lying string length',
      { metadata: [Buffer.concat([text('k'), u32(8), u64(2n ** 50n)])] },
      'gguf-truncated',
      /metadata "k" needs at least/,
    ],
    [
      'a lying array length',
      { metadata: [Buffer.concat([text('k'), u32(9), u32(6), u64(2n ** 45n)])] },
      'gguf-truncated',
      /metadata "k" needs at least/,
    ],
    [
      'an array of arrays',
      { metadata: [Buffer.concat([text('k'), u32(9), u32(9), u64(1)])] },
      'gguf-invalid',
      /array of arrays/,
    ],
    [
      'an unknown value type',
      { metadata: [Buffer.concat([text('k'), u32(77)])] },
      'gguf-invalid',
      /value type 77/,
    ],
    [
      'a bool of 2',
      { metadata: [Buffer.concat([text('k'), u32(7), Buffer.from([2])])] },
      'gguf-invalid',
      /a bool/,
    ],
    [
      'a key that is there twice',
      { metadata: [Buffer.concat([text('k'), u32(4), u32(1)]), Buffer.concat([text('k'), u32(4), u32(1)])] },
      'gguf-invalid',
      /there twice/,
    ],
    ['five dimensions', { tensors: [tensor('a', [1, 1, 1, 1, 1], 0)] }, 'gguf-invalid', /5 dimensions/],
  ])('refuses %s', async (_, parts, code, message) => {
    const error = await refusal(parts);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  });

  it('says so when there is no such file', async () => {
    await expect(readGguf(path.join(scratch, 'none.gguf'))).rejects.toMatchObject({
      code: 'gguf-unreadable',
    });
    await expect(readGguf(scratch)).rejects.toMatchObject({ code: 'gguf-unreadable' });
  });

  it('answers every truncation and any change of a valid file with a header or a UserError, in little memory', async () => {
    const valid = await readFile(`${fixtures}quants.gguf`);
    const header = 1200;
    for (let length = 0; length < valid.length; length += 37) {
      await writeFile(file, valid.subarray(0, length));
      await expect(readGguf(file)).rejects.toBeInstanceOf(UserError);
    }
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const change = fc.record({ at: fc.nat(header), byte: fc.nat(255) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        const mutated = Buffer.from(valid);
        for (const { at, byte } of changes) mutated[at] = byte;
        await writeFile(file, mutated);
        const result = await readGguf(file).catch((error: unknown) => error);
        most = Math.max(most, process.memoryUsage().arrayBuffers - before);
        if (result instanceof Error && !(result instanceof UserError)) throw result;
      }),
      { numRuns: 500 },
    );
    // 500 files of 5 KB; one believed 32-bit count would be gigabytes
    expect(most).toBeLessThan(64 * 2 ** 20);
  });
});

describe('undoing the permutation of heads', () => {
  it('puts the rows of every head back: stored 0 h 1 h+1 … is 0 1 … h h+1 …', () => {
    // two heads of four rows of two bytes; row r of a head holds the number of its place in transformers
    const stored = Uint8Array.of(0, 0, 2, 2, 1, 1, 3, 3, 10, 10, 12, 12, 11, 11, 13, 13);
    unpermuteRows(stored, 8, 4);
    expect([...stored]).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 10, 10, 11, 11, 12, 12, 13, 13]);
  });
});
