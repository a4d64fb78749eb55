/**
 * Small safetensors files as a whole: writes float32 tensors to bytes that depend on nothing but them, and reads adapters,
 * which may come from strangers. Whole models are streamed by safetensors-checkpoint.ts instead.
 */

import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { messageOf, UserError } from '../../errors.ts';
import { type Decode, decodeBF16, decodeF16, decodeF32 } from './float-formats.ts';
import { readSafetensorsHeader } from './safetensors-header.ts';

export interface Float32Tensor {
  shape: readonly number[];
  values: Float32Array;
}

export interface ReadLimits {
  /** Of the file; 4 GiB unless told. */
  maxBytes?: number;
  /** 20,000 unless told. */
  maxTensors?: number;
}

/** The float types that are read, with their width and decoder. */
export const SAFETENSORS_FLOATS: Readonly<Record<string, { bytes: number; decode: Decode }>> = {
  F32: { bytes: 4, decode: decodeF32 },
  F16: { bytes: 2, decode: decodeF16 },
  BF16: { bytes: 2, decode: decodeBF16 },
};

/** Code point order, which is the byte order of UTF-8 that the reference implementation sorts by. */
function byName(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function headerBytes(tensors: ReadonlyMap<string, Float32Tensor>, metadata: Record<string, string>): Buffer {
  const entries: string[] = [];
  const pair = (key: string, value: unknown) => `${JSON.stringify(key)}:${JSON.stringify(value)}`;
  const keys = Object.keys(metadata).sort(byName);
  if (keys.length > 0) {
    entries.push(`"__metadata__":{${keys.map((key) => pair(key, metadata[key])).join(',')}}`);
  }
  let offset = 0;
  for (const name of [...tensors.keys()].sort(byName)) {
    const { shape, values } = tensors.get(name)!;
    const end = offset + values.byteLength;
    entries.push(pair(name, { dtype: 'F32', shape, data_offsets: [offset, end] }));
    offset = end;
  }
  const text = Buffer.from(`{${entries.join(',')}}`);
  const padding = Buffer.alloc((8 - (text.length % 8)) % 8, ' ');
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length + padding.length));
  return Buffer.concat([length, text, padding]);
}

function checkShapes(tensors: ReadonlyMap<string, Float32Tensor>): void {
  for (const [name, { shape, values }] of tensors) {
    const elements = shape.reduce((product, n) => product * n, 1);
    if (elements !== values.length) {
      throw new Error(`${name}: ${values.length} values for the shape [${shape.join(', ')}]`);
    }
  }
}

/**
 * Writes float32 tensors as the reference implementation does (names sorted, header padded to 8 bytes), atomically.
 * @returns the SHA-256 of the file, in hex.
 */
export async function writeSafetensors(
  path: string,
  tensors: ReadonlyMap<string, Float32Tensor>,
  metadata: Record<string, string> = {},
): Promise<string> {
  checkShapes(tensors);
  const hash = createHash('sha256');
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w');
    try {
      const write = async (bytes: Uint8Array) => {
        hash.update(bytes);
        await handle.appendFile(bytes);
      };
      await write(headerBytes(tensors, metadata));
      for (const name of [...tensors.keys()].sort(byName)) {
        const { values } = tensors.get(name)!;
        await write(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
      }
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  return hash.digest('hex');
}

/**
 * Reads a whole safetensors file of F32, F16 or BF16 tensors into memory as float32.
 * @throws UserError `safetensors-invalid`, `safetensors-too-large`, `safetensors-unsupported-dtype` or
 * `safetensors-unreadable`.
 */
export async function readSafetensorsF32(
  path: string,
  limits: ReadLimits = {},
): Promise<{ metadata: ReadonlyMap<string, string>; tensors: Map<string, Float32Tensor> }> {
  const { maxBytes = 4 * 2 ** 30, maxTensors = 20_000 } = limits;
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw new UserError('safetensors-unreadable', `${path}: ${messageOf(error)}`, { cause: error });
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new UserError('safetensors-unreadable', `${path} is not a file`);
    if (stat.size > maxBytes) {
      throw new UserError(
        'safetensors-too-large',
        `${path}: ${stat.size} bytes; at most ${maxBytes} are read`,
      );
    }
    const header = await readSafetensorsHeader(handle, path, { maxHeaderBytes: 16 * 2 ** 20, maxTensors });
    const strange = [...header.tensors].filter(([, { dtype }]) => !Object.hasOwn(SAFETENSORS_FLOATS, dtype));
    if (strange.length > 0) {
      throw new UserError('safetensors-unsupported-dtype', `${path}: only F32, F16 and BF16 can be read`, {
        problems: strange.map(([name, { dtype }]) => `${name}: ${dtype}`),
      });
    }
    const tensors = new Map<string, Float32Tensor>();
    for (const [name, { dtype, shape, offset, bytes }] of header.tensors) {
      const { bytes: width, decode } = SAFETENSORS_FLOATS[dtype]!;
      const raw = new Uint8Array(bytes);
      for (let read = 0; read < bytes; ) {
        const { bytesRead } = await handle.read(raw, read, bytes - read, offset + read);
        if (bytesRead === 0) throw new UserError('weights-truncated', `${path}: ${name} is cut short`);
        read += bytesRead;
      }
      const values = new Float32Array(bytes / width);
      decode(raw, values.length, values);
      tensors.set(name, { shape, values });
    }
    return { metadata: header.metadata, tensors };
  } finally {
    await handle.close();
  }
}
