/**
 * The 16-bit float formats as float32: IEEE half through a table of all 65,536 values, bfloat16 by shifting. Knows
 * nothing of files or tensors. Little-endian machines only, like the files it serves.
 */

let halfTable: Float32Array | undefined;

function halfToFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** The float32 value of every half-precision bit pattern, indexed by the pattern (256 KiB, made on first use). */
export function halfValues(): Float32Array {
  halfTable ??= Float32Array.from({ length: 65536 }, (_, bits) => halfToFloat(bits));
  return halfTable;
}

/** Decodes `count` little-endian halves at the start of `bytes`. */
export function decodeF16(bytes: Uint8Array, count: number, out: Float32Array): void {
  const table = halfValues();
  const source = new Uint16Array(bytes.buffer, bytes.byteOffset, count);
  for (let i = 0; i < count; i++) out[i] = table[source[i]!]!;
}

/** Decodes `count` little-endian bfloat16 values at the start of `bytes`: they are the upper half of a float32. */
export function decodeBF16(bytes: Uint8Array, count: number, out: Float32Array): void {
  const source = new Uint16Array(bytes.buffer, bytes.byteOffset, count);
  const target = new Uint32Array(out.buffer, out.byteOffset, count);
  for (let i = 0; i < count; i++) target[i] = source[i]! << 16;
}

/** Decodes `count` little-endian float32 values at the start of `bytes`. */
export function decodeF32(bytes: Uint8Array, count: number, out: Float32Array): void {
  out.set(new Float32Array(bytes.buffer, bytes.byteOffset, count));
}

/** Decodes `count` values at the start of `bytes`, which is aligned to 4 bytes, into the start of `out`. */
export type Decode = (bytes: Uint8Array, count: number, out: Float32Array) => void;
