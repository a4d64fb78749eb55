/**
 * The values of GGUF metadata: scalars, strings and flat arrays, checked against the file before they are allocated.
 * Knows nothing of keys or tensors.
 */

import type { HeaderCursor } from './header-cursor.ts';

/** Integers of 64 bits are numbers while they are exact, bigints beyond 2^53. */
export type GgufScalar = string | number | bigint | boolean;
/** Numeric arrays are typed arrays (64-bit integers: plain arrays). */
export type GgufArray =
  | readonly string[]
  | readonly boolean[]
  | readonly (number | bigint)[]
  | Uint8Array
  | Int8Array
  | Uint16Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | Float32Array
  | Float64Array;
export type GgufValue = GgufScalar | GgufArray;

/** Names and keys are at most 65,535 bytes (the format's own limit). */
export const MAX_NAME_BYTES = 65_535;

/** A length in 64 bits and as many bytes of UTF-8. @throws UserError when it is longer than `limit` or the file. */
export function readString(cursor: HeaderCursor, what: string, limit = Number.POSITIVE_INFINITY): string {
  const length = cursor.u64(`the length of ${what}`);
  if (length > limit) cursor.fail('invalid', `${what} claims ${length} bytes; at most ${limit} are allowed`);
  return cursor.bytes(length, what).toString('utf8');
}

function exactInteger(value: bigint): number | bigint {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value;
}

interface ValueType {
  bytes: number;
  read(cursor: HeaderCursor, what: string): GgufScalar;
  /** A typed array over a copy of the bytes, for the types that have one. */
  view?: (buffer: ArrayBuffer) => GgufArray;
}

const STRING_TYPE = 8;
const ARRAY_TYPE = 9;

// biome-ignore format: a table
const VALUE_TYPES: Readonly<Record<number, ValueType>> = {
  0: { bytes: 1, read: (c, w) => c.bytes(1, w).readUInt8(0), view: (b) => new Uint8Array(b) },
  1: { bytes: 1, read: (c, w) => c.bytes(1, w).readInt8(0), view: (b) => new Int8Array(b) },
  2: { bytes: 2, read: (c, w) => c.bytes(2, w).readUInt16LE(0), view: (b) => new Uint16Array(b) },
  3: { bytes: 2, read: (c, w) => c.bytes(2, w).readInt16LE(0), view: (b) => new Int16Array(b) },
  4: { bytes: 4, read: (c, w) => c.bytes(4, w).readUInt32LE(0), view: (b) => new Uint32Array(b) },
  5: { bytes: 4, read: (c, w) => c.bytes(4, w).readInt32LE(0), view: (b) => new Int32Array(b) },
  6: { bytes: 4, read: (c, w) => c.bytes(4, w).readFloatLE(0), view: (b) => new Float32Array(b) },
  7: { bytes: 1, read: readBoolean },
  8: { bytes: 8, read: readString },
  10: { bytes: 8, read: (c, w) => exactInteger(c.bytes(8, w).readBigUInt64LE(0)) },
  11: { bytes: 8, read: (c, w) => exactInteger(c.bytes(8, w).readBigInt64LE(0)) },
  12: { bytes: 8, read: (c, w) => c.bytes(8, w).readDoubleLE(0), view: (b) => new Float64Array(b) },
};

function readBoolean(cursor: HeaderCursor, what: string): boolean {
  const byte = cursor.bytes(1, what).readUInt8(0);
  if (byte > 1) cursor.fail('invalid', `${what} is a bool with the value ${byte}; expected 0 or 1`);
  return byte === 1;
}

function valueType(cursor: HeaderCursor, type: number, what: string): ValueType {
  return VALUE_TYPES[type] ?? cursor.fail('invalid', `${what} has the unknown value type ${type}`);
}

function readArray(cursor: HeaderCursor, what: string): GgufArray {
  const type = cursor.u32(`the element type of ${what}`);
  if (type === ARRAY_TYPE) cursor.fail('invalid', `${what} is an array of arrays, which no reader supports`);
  const element = valueType(cursor, type, what);
  const count = cursor.u64(`the length of ${what}`);
  cursor.expect(count, element.bytes, what);
  if (element.view) {
    const bytes = cursor.bytes(count * element.bytes, what);
    return element.view(new Uint8Array(bytes).buffer);
  }
  const values: GgufScalar[] = [];
  for (let i = 0; i < count; i++) {
    values.push(type === STRING_TYPE ? readString(cursor, what) : element.read(cursor, what));
  }
  return values as string[] | boolean[] | (number | bigint)[];
}

/** `count` keys with their values. @throws UserError when a key is there twice or a value does not fit the file. */
export function readMetadata(cursor: HeaderCursor, count: number): Map<string, GgufValue> {
  const metadata = new Map<string, GgufValue>();
  for (let i = 0; i < count; i++) {
    const key = readString(cursor, `metadata key ${i + 1} of ${count}`, MAX_NAME_BYTES);
    if (metadata.has(key)) cursor.fail('invalid', `metadata key "${key}" is there twice`);
    const what = `metadata "${key}"`;
    const type = cursor.u32(`the type of ${what}`);
    metadata.set(
      key,
      type === ARRAY_TYPE ? readArray(cursor, what) : valueType(cursor, type, what).read(cursor, what),
    );
  }
  return metadata;
}
