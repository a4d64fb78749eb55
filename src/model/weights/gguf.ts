/**
 * Reads the header of a GGUF file (versions 2 and 3): metadata and the table of tensors. Believes no count, length or
 * offset before it is checked against the file. Knows nothing of architectures, tokenizers or what a tensor is for.
 * Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
 */

import { open } from 'node:fs/promises';
import { messageOf, UserError } from '../../errors.ts';
import { TENSOR_TYPES, type TensorTypeName } from './dequantize.ts';
import { type GgufValue, MAX_NAME_BYTES, readMetadata, readString } from './gguf-values.ts';
import { HeaderCursor } from './header-cursor.ts';

export type { GgufValue } from './gguf-values.ts';

export interface GgufTensor {
  /** Row-major, as PyTorch has it: [out, in], the reverse of ggml's order. */
  shape: readonly number[];
  type: TensorTypeName;
  /** First byte in the file. */
  offset: number;
  bytes: number;
}

export interface GgufFile {
  path: string;
  version: number;
  metadata: ReadonlyMap<string, GgufValue>;
  /** By ggml name, in the order of the file. */
  tensors: ReadonlyMap<string, GgufTensor>;
}

// biome-ignore format: a table
const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: 'F32',
  1: 'F16',
  2: 'Q4_0',
  3: 'Q4_1',
  6: 'Q5_0',
  7: 'Q5_1',
  8: 'Q8_0',
  9: 'Q8_1',
  10: 'Q2_K',
  11: 'Q3_K',
  12: 'Q4_K',
  13: 'Q5_K',
  14: 'Q6_K',
  15: 'Q8_K',
  16: 'IQ2_XXS',
  17: 'IQ2_XS',
  18: 'IQ3_XXS',
  19: 'IQ1_S',
  20: 'IQ4_NL',
  21: 'IQ3_S',
  22: 'IQ2_S',
  23: 'IQ4_XS',
  24: 'I8',
  25: 'I16',
  26: 'I32',
  27: 'I64',
  28: 'F64',
  29: 'IQ1_M',
  30: 'BF16',
  34: 'TQ1_0',
  35: 'TQ2_0',
  39: 'MXFP4',
};

const MAX_DIMENSIONS = 4;

interface RawTensor {
  name: string;
  shape: number[];
  type: number;
  /** From the start of the data section. */
  offset: number;
}

function readTensorTable(cursor: HeaderCursor, count: number): RawTensor[] {
  const tensors: RawTensor[] = [];
  for (let i = 0; i < count; i++) {
    const name = readString(cursor, `the name of tensor ${i + 1} of ${count}`, MAX_NAME_BYTES);
    const dimensions = cursor.u32(`the number of dimensions of tensor "${name}"`);
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      cursor.fail(
        'invalid',
        `tensor "${name}" has ${dimensions} dimensions; expected 1 to ${MAX_DIMENSIONS}`,
      );
    }
    const shape: number[] = [];
    for (let d = 0; d < dimensions; d++) shape.unshift(cursor.u64(`a dimension of tensor "${name}"`));
    const type = cursor.u32(`the type of tensor "${name}"`);
    tensors.push({ name, shape, type, offset: cursor.u64(`the offset of tensor "${name}"`) });
  }
  return tensors;
}

function isReadable(name: string): name is TensorTypeName {
  return Object.hasOwn(TENSOR_TYPES, name);
}

interface DataSection {
  path: string;
  start: number;
  size: number;
  alignment: number;
}

function checkTensors(raw: readonly RawTensor[], data: DataSection): Map<string, GgufTensor> {
  const tensors = new Map<string, GgufTensor>();
  const invalid: string[] = [];
  const unsupported: string[] = [];
  for (const { name, shape, type, offset } of raw) {
    const typeName = TYPE_NAMES[type] ?? `type ${type}`;
    const at = `tensor "${name}" [${shape.join(', ')}] ${typeName}`;
    if (tensors.has(name)) invalid.push(`${at}: the name is there twice`);
    if (!isReadable(typeName)) {
      unsupported.push(at);
      continue;
    }
    const { blockElements, blockBytes } = TENSOR_TYPES[typeName];
    const elements = shape.reduce((product, n) => product * n, 1);
    const bytes = (elements / blockElements) * blockBytes;
    if (elements < 1) {
      invalid.push(`${at}: has no elements`);
    } else if (bytes > data.size) {
      invalid.push(`${at}: needs ${bytes} bytes, the file has ${data.size} for all tensors`);
    } else if (shape.at(-1)! % blockElements !== 0) {
      invalid.push(`${at}: its rows are not whole blocks of ${blockElements}`);
    } else if (offset % data.alignment !== 0) {
      invalid.push(`${at}: offset ${offset} is not a multiple of the alignment ${data.alignment}`);
    } else if (offset + bytes > data.size) {
      invalid.push(`${at}: bytes ${offset} to ${offset + bytes} of ${data.size} in the data section`);
    }
    tensors.set(name, { shape, type: typeName, offset: data.start + offset, bytes });
  }
  // where a tensor lies is worth saying only when its size is known to be right
  const placed = invalid.length === 0 ? [...tensors] : [];
  const ordered = placed.sort(([, a], [, b]) => a.offset - b.offset);
  for (const [i, [name, tensor]] of ordered.entries()) {
    const previous = ordered[i - 1];
    if (previous && previous[1].offset + previous[1].bytes > tensor.offset) {
      invalid.push(`tensors "${previous[0]}" and "${name}" overlap`);
    }
  }
  if (invalid.length > 0) {
    throw new UserError('gguf-invalid', `${data.path}: the table of tensors does not fit the file`, {
      problems: invalid,
      hint: 'The file is cut short or damaged: download it again and compare its checksum.',
    });
  }
  if (unsupported.length > 0) {
    throw new UserError(
      'gguf-unsupported-type',
      `${data.path}: ${unsupported.length} tensors cannot be read`,
      {
        problems: unsupported,
        hint: `Take a file quantised to one of ${Object.keys(TENSOR_TYPES).join(', ')} (Q8_0 and Q4_K_M files are).`,
      },
    );
  }
  return tensors;
}

function checkMagic(cursor: HeaderCursor): number {
  const magic = cursor.bytes(4, 'the magic number').toString('latin1');
  if (magic === 'vers') {
    cursor.fail(
      'is-lfs-pointer',
      'this is a Git LFS pointer, not the file itself',
      'Run `git lfs pull` first.',
    );
  }
  if (magic !== 'GGUF') cursor.fail('invalid', `not a GGUF file: it starts with ${JSON.stringify(magic)}`);
  const version = cursor.u32('the version');
  if (version > 0xffff && (version & 0xffff) === 0) {
    cursor.fail('unsupported-version', 'big-endian GGUF', 'Take the little-endian file.');
  }
  if (version !== 2 && version !== 3) {
    cursor.fail(
      'unsupported-version',
      `GGUF version ${version}; versions 2 and 3 can be read`,
      'Convert it again.',
    );
  }
  return version;
}

function readHeader(path: string, fd: number, size: number): GgufFile {
  const cursor: HeaderCursor = new HeaderCursor({ fd, size, path, format: 'gguf' });
  const version = checkMagic(cursor);
  const tensorCount = cursor.u64('the number of tensors');
  const metadataCount = cursor.u64('the number of metadata keys');
  // a key is at least its length, its type and one byte; a tensor its name's length, count, dimension, type and offset
  cursor.expect(metadataCount, 13, 'the metadata');
  const metadata = readMetadata(cursor, metadataCount);
  cursor.expect(tensorCount, 32, 'the table of tensors');
  const raw = readTensorTable(cursor, tensorCount);
  const alignment = metadata.get('general.alignment') ?? 32;
  if (typeof alignment !== 'number' || alignment < 1 || !Number.isInteger(Math.log2(alignment))) {
    cursor.fail('invalid', `general.alignment is ${String(alignment)}; expected a power of two`);
  }
  const start = Math.ceil(cursor.position / alignment) * alignment;
  const data = { path, start, size: Math.max(0, size - start), alignment };
  return { path, version, metadata, tensors: checkTensors(raw, data) };
}

/**
 * Reads a GGUF file's metadata and table of tensors; the tensors' bytes stay where they are.
 * @throws UserError `gguf-truncated`, `gguf-invalid`, `gguf-unsupported-type`, `gguf-unsupported-version`,
 * `gguf-is-lfs-pointer` or `gguf-unreadable`.
 */
export async function readGguf(path: string): Promise<GgufFile> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new UserError('gguf-unreadable', `${path}: ${messageOf(error)}`, { cause: error });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new UserError('gguf-unreadable', `${path} is not a file`);
    return readHeader(path, handle.fd, stat.size);
  } finally {
    await handle.close();
  }
}
