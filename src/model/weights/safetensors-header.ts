/**
 * The header of a safetensors file: parsed and checked as strictly as the reference implementation does (and for
 * duplicate names, which JSON hides). Believes no length before it is checked. Knows nothing of models.
 * Format: https://github.com/huggingface/safetensors#format
 */

import type { FileHandle } from 'node:fs/promises';
import { messageOf, UserError } from '../../errors.ts';

/** The reference implementation's limit. */
const MAX_HEADER_BYTES = 100_000_000;

// biome-ignore format: a table
const DTYPE_BYTES: Readonly<Record<string, number>> = {
  BOOL: 1, U8: 1, I8: 1, F8_E5M2: 1, F8_E4M3: 1, F8_E8M0: 1, I16: 2, U16: 2, F16: 2, BF16: 2, I32: 4, U32: 4, F32: 4,
  F64: 8, I64: 8, U64: 8, C64: 8,
};

export interface SafetensorsTensor {
  dtype: string;
  shape: readonly number[];
  /** First byte in the file. */
  offset: number;
  bytes: number;
}

export interface SafetensorsHeader {
  metadata: ReadonlyMap<string, string>;
  /** In the order of their bytes in the file. */
  tensors: ReadonlyMap<string, SafetensorsTensor>;
}

export interface HeaderLimits {
  maxHeaderBytes?: number;
  maxTensors?: number;
}

function damaged(path: string, message: string, problems: readonly string[] = []): never {
  throw new UserError('safetensors-invalid', `${path}: ${message}`, {
    problems,
    hint: 'The file is cut short or damaged: fetch it again and compare its checksum.',
  });
}

/** Names at the top level that appear twice in a text known to be valid JSON; `JSON.parse` keeps only the last. */
function duplicateNames(text: string): string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  let depth = 0;
  // strings first, so that braces inside them do not count; a string before a colon is a name
  for (const [token, name] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    else if (name !== undefined && depth === 1) {
      const key: string = JSON.parse(name);
      if (seen.has(key)) twice.push(key);
      seen.add(key);
    }
  }
  return twice;
}

async function readHeaderText(
  handle: FileHandle,
  path: string,
  limits: HeaderLimits,
): Promise<{ text: string; start: number; size: number }> {
  const { size } = await handle.stat();
  const prefix = new Uint8Array(8);
  const { bytesRead } = await handle.read(prefix, 0, 8, 0);
  if (bytesRead < 8) damaged(path, `${size} bytes are no safetensors file`);
  if (Buffer.from(prefix).toString('latin1') === 'version ') {
    throw new UserError('safetensors-is-lfs-pointer', `${path} is a Git LFS pointer, not the file itself`, {
      hint: 'Run `git lfs pull` first.',
    });
  }
  const claimed = new DataView(prefix.buffer).getBigUint64(0, true);
  const limit = limits.maxHeaderBytes ?? MAX_HEADER_BYTES;
  if (claimed > BigInt(limit))
    damaged(path, `the header claims ${claimed} bytes; at most ${limit} are allowed`);
  const length = Number(claimed);
  if (length > size - 8)
    damaged(path, `the header claims ${length} bytes, the file has ${size - 8} behind its length`);
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const got = (await handle.read(bytes, read, length - read, 8 + read)).bytesRead;
    if (got === 0) damaged(path, 'the file ended while its header was read');
    read += got;
  }
  return { text: decodeUtf8(bytes, path), start: 8 + length, size };
}

function decodeUtf8(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return damaged(path, 'the header is not UTF-8');
  }
}

function parseObject(text: string, path: string): Record<string, unknown> {
  if (!text.startsWith('{')) damaged(path, 'the header does not start with "{"');
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    return damaged(path, `the header is not JSON: ${messageOf(error).slice(0, 200)}`);
  }
  return parsed as Record<string, unknown>;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One entry of the header, or what is wrong with it. */
function readEntry(value: unknown, start: number, size: number): SafetensorsTensor | string {
  if (!isRecord(value)) return 'expected an object with dtype, shape and data_offsets';
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string' || !Object.hasOwn(DTYPE_BYTES, dtype))
    return `unknown dtype ${JSON.stringify(dtype)}`;
  if (!Array.isArray(shape) || !shape.every(isCount)) return 'shape must be a list of whole numbers';
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    return 'data_offsets must be two whole numbers';
  }
  const [begin, end] = offsets as [number, number];
  if (begin > end || end > size) return `data_offsets ${begin} to ${end} of ${size} bytes`;
  const bytes = shape.reduce((product: number, n: number) => product * n, DTYPE_BYTES[dtype]!);
  if (bytes !== end - begin)
    return `${dtype} [${shape.join(', ')}] is ${bytes} bytes, data_offsets span ${end - begin}`;
  return { dtype, shape: shape as number[], offset: start + begin, bytes };
}

function readMetadata(value: unknown, problems: string[]): Map<string, string> {
  if (value === undefined) return new Map();
  if (!isRecord(value) || !Object.values(value).every((text) => typeof text === 'string')) {
    problems.push('__metadata__: expected an object of strings');
    return new Map();
  }
  return new Map(Object.entries(value as Record<string, string>));
}

/** Tensors must lie one behind the other from the first byte of data to the last: no overlap, no hole, no tail. */
function layoutProblems(
  ordered: readonly [string, SafetensorsTensor][],
  start: number,
  fileSize: number,
): string[] {
  const problems: string[] = [];
  let end = start;
  for (const [name, { offset, bytes }] of ordered) {
    if (offset < end) problems.push(`${name}: overlaps the tensor before it by ${end - offset} bytes`);
    if (offset > end) problems.push(`${name}: a hole of ${offset - end} bytes lies before it`);
    end = Math.max(end, offset + bytes);
  }
  if (end !== fileSize) problems.push(`the file has ${fileSize - end} bytes that belong to no tensor`);
  return problems;
}

/**
 * Reads and checks the header of an open safetensors file.
 * @throws UserError `safetensors-invalid` listing everything that is wrong, or `safetensors-is-lfs-pointer`.
 */
export async function readSafetensorsHeader(
  handle: FileHandle,
  path: string,
  limits: HeaderLimits = {},
): Promise<SafetensorsHeader> {
  const { text, start, size } = await readHeaderText(handle, path, limits);
  const { __metadata__, ...entries } = parseObject(text, path);
  const names = Object.keys(entries);
  const maxTensors = limits.maxTensors ?? Number.POSITIVE_INFINITY;
  if (names.length > maxTensors) damaged(path, `${names.length} tensors; at most ${maxTensors} are allowed`);
  const problems = duplicateNames(text).map((name) => `${name}: the name is there twice`);
  const metadata = readMetadata(__metadata__, problems);
  const tensors: [string, SafetensorsTensor][] = [];
  for (const name of names) {
    const entry = readEntry(entries[name], start, size - start);
    if (typeof entry === 'string') problems.push(`${name}: ${entry}`);
    else tensors.push([name, entry]);
  }
  tensors.sort(([, a], [, b]) => a.offset - b.offset || a.bytes - b.bytes);
  if (problems.length === 0) problems.push(...layoutProblems(tensors, start, size));
  if (problems.length > 0) damaged(path, 'the header does not fit the file', problems);
  return { metadata, tensors: new Map(tensors) };
}
