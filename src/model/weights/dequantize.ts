/**
 * ggml's quantised blocks as float32. The layouts are those of ggml-quants.c (`dequantize_row_*`); results are bit-equal
 * to gguf-py's, because every product fits a float32 and each sum is rounded once. Knows nothing of files or tensors.
 */

import { type Decode, decodeBF16, decodeF16, decodeF32, halfValues } from './float-formats.ts';

export interface TensorType {
  /** Elements in a block; rows hold whole blocks. */
  blockElements: number;
  blockBytes: number;
  decode: Decode;
}

// 32 × int8 with one half scale
function decodeQ8_0(bytes: Uint8Array, count: number, out: Float32Array): void {
  const half = halfValues();
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let o = 0; o < count; o += 32) {
    const d = half[bytes[at]! | (bytes[at + 1]! << 8)]!;
    at += 2;
    for (let j = 0; j < 32; j++) out[o + j] = d * signed[at + j]!;
    at += 32;
  }
}

// 32 nibbles − 8: byte j holds elements j (low) and j + 16 (high)
function decodeQ4_0(bytes: Uint8Array, count: number, out: Float32Array): void {
  const half = halfValues();
  let at = 0;
  for (let o = 0; o < count; o += 32) {
    const d = half[bytes[at]! | (bytes[at + 1]! << 8)]!;
    at += 2;
    for (let j = 0; j < 16; j++) {
      const q = bytes[at + j]!;
      out[o + j] = d * ((q & 15) - 8);
      out[o + j + 16] = d * ((q >> 4) - 8);
    }
    at += 16;
  }
}

function decodeQ4_1(bytes: Uint8Array, count: number, out: Float32Array): void {
  const half = halfValues();
  let at = 0;
  for (let o = 0; o < count; o += 32) {
    const d = half[bytes[at]! | (bytes[at + 1]! << 8)]!;
    const m = half[bytes[at + 2]! | (bytes[at + 3]! << 8)]!;
    at += 4;
    for (let j = 0; j < 16; j++) {
      const q = bytes[at + j]!;
      out[o + j] = d * (q & 15) + m;
      out[o + j + 16] = d * (q >> 4) + m;
    }
    at += 16;
  }
}

// the fifth bit of element j is bit j of a 32-bit word in front of the nibbles
function decodeQ5_0(bytes: Uint8Array, count: number, out: Float32Array): void {
  const half = halfValues();
  let at = 0;
  for (let o = 0; o < count; o += 32) {
    const d = half[bytes[at]! | (bytes[at + 1]! << 8)]!;
    const high = bytes[at + 2]! | (bytes[at + 3]! << 8) | (bytes[at + 4]! << 16) | (bytes[at + 5]! << 24);
    at += 6;
    for (let j = 0; j < 16; j++) {
      const q = bytes[at + j]!;
      out[o + j] = d * (((q & 15) | (((high >>> j) & 1) << 4)) - 16);
      out[o + j + 16] = d * (((q >> 4) | (((high >>> (j + 16)) & 1) << 4)) - 16);
    }
    at += 16;
  }
}

function decodeQ5_1(bytes: Uint8Array, count: number, out: Float32Array): void {
  const half = halfValues();
  let at = 0;
  for (let o = 0; o < count; o += 32) {
    const d = half[bytes[at]! | (bytes[at + 1]! << 8)]!;
    const m = half[bytes[at + 2]! | (bytes[at + 3]! << 8)]!;
    const high = bytes[at + 4]! | (bytes[at + 5]! << 8) | (bytes[at + 6]! << 16) | (bytes[at + 7]! << 24);
    at += 8;
    for (let j = 0; j < 16; j++) {
      const q = bytes[at + j]!;
      out[o + j] = d * ((q & 15) | (((high >>> j) & 1) << 4)) + m;
      out[o + j + 16] = d * ((q >> 4) | (((high >>> (j + 16)) & 1) << 4)) + m;
    }
    at += 16;
  }
}

/** The 6-bit scale of sub-block `j` among the 12 packed bytes at `at` (`get_scale_min_k4` in ggml-quants.c). */
function scaleK4(bytes: Uint8Array, at: number, j: number): number {
  return j < 4 ? bytes[at + j]! & 63 : (bytes[at + j + 4]! & 15) | ((bytes[at + j - 4]! >> 6) << 4);
}

function minK4(bytes: Uint8Array, at: number, j: number): number {
  return j < 4 ? bytes[at + j + 4]! & 63 : (bytes[at + j + 4]! >> 4) | ((bytes[at + j]! >> 6) << 4);
}

// d, dmin, 12 bytes of packed scales and minima, 128 bytes of nibbles: 8 sub-blocks of 32
function decodeQ4_K(bytes: Uint8Array, count: number, out: Float32Array): void {
  const half = halfValues();
  let at = 0;
  for (let block = 0; block < count; block += 256) {
    const d = half[bytes[at]! | (bytes[at + 1]! << 8)]!;
    const dmin = half[bytes[at + 2]! | (bytes[at + 3]! << 8)]!;
    const scales = at + 4;
    at += 16;
    for (let j = 0; j < 8; j += 2) {
      const low = d * scaleK4(bytes, scales, j);
      const lowMin = dmin * minK4(bytes, scales, j);
      const high = d * scaleK4(bytes, scales, j + 1);
      const highMin = dmin * minK4(bytes, scales, j + 1);
      const o = block + 32 * j;
      for (let l = 0; l < 32; l++) {
        const q = bytes[at + l]!;
        out[o + l] = low * (q & 15) - lowMin;
        out[o + l + 32] = high * (q >> 4) - highMin;
      }
      at += 32;
    }
  }
}

// as Q4_K with 32 more bytes: bit j of byte l is the fifth bit of element l of sub-block j
function decodeQ5_K(bytes: Uint8Array, count: number, out: Float32Array): void {
  const half = halfValues();
  let at = 0;
  for (let block = 0; block < count; block += 256) {
    const d = half[bytes[at]! | (bytes[at + 1]! << 8)]!;
    const dmin = half[bytes[at + 2]! | (bytes[at + 3]! << 8)]!;
    const scales = at + 4;
    const fifth = at + 16;
    at += 48;
    for (let j = 0; j < 8; j += 2) {
      const low = d * scaleK4(bytes, scales, j);
      const lowMin = dmin * minK4(bytes, scales, j);
      const high = d * scaleK4(bytes, scales, j + 1);
      const highMin = dmin * minK4(bytes, scales, j + 1);
      const o = block + 32 * j;
      for (let l = 0; l < 32; l++) {
        const q = bytes[at + l]!;
        const bits = bytes[fifth + l]! >> j;
        out[o + l] = low * ((q & 15) | ((bits & 1) << 4)) - lowMin;
        out[o + l + 32] = high * ((q >> 4) | ((bits & 2) << 3)) - highMin;
      }
      at += 32;
    }
  }
}

// 128 bytes of low nibbles, 64 of upper bit pairs, 16 signed scales, d
function decodeQ6_K(bytes: Uint8Array, count: number, out: Float32Array): void {
  const half = halfValues();
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let block = 0; block < count; block += 256) {
    const d = half[bytes[at + 208]! | (bytes[at + 209]! << 8)]!;
    for (let part = 0; part < 2; part++) {
      const low = at + 64 * part;
      const high = at + 128 + 32 * part;
      const scales = at + 192 + 8 * part;
      for (let group = 0; group < 2; group++) {
        const s1 = d * signed[scales + group]!;
        const s2 = d * signed[scales + group + 2]!;
        const s3 = d * signed[scales + group + 4]!;
        const s4 = d * signed[scales + group + 6]!;
        const o = block + 128 * part;
        for (let l = 16 * group; l < 16 * group + 16; l++) {
          const a = bytes[low + l]!;
          const b = bytes[low + l + 32]!;
          const h = bytes[high + l]!;
          out[o + l] = s1 * (((a & 15) | ((h & 3) << 4)) - 32);
          out[o + l + 32] = s2 * (((b & 15) | ((h & 12) << 2)) - 32);
          out[o + l + 64] = s3 * (((a >> 4) | (h & 48)) - 32);
          out[o + l + 96] = s4 * (((b >> 4) | ((h & 192) >> 2)) - 32);
        }
      }
    }
    at += 210;
  }
}

/** Every tensor type that can be read, by its ggml name. */
export const TENSOR_TYPES = {
  F32: { blockElements: 1, blockBytes: 4, decode: decodeF32 },
  F16: { blockElements: 1, blockBytes: 2, decode: decodeF16 },
  BF16: { blockElements: 1, blockBytes: 2, decode: decodeBF16 },
  Q8_0: { blockElements: 32, blockBytes: 34, decode: decodeQ8_0 },
  Q4_0: { blockElements: 32, blockBytes: 18, decode: decodeQ4_0 },
  Q4_1: { blockElements: 32, blockBytes: 20, decode: decodeQ4_1 },
  Q5_0: { blockElements: 32, blockBytes: 22, decode: decodeQ5_0 },
  Q5_1: { blockElements: 32, blockBytes: 24, decode: decodeQ5_1 },
  Q4_K: { blockElements: 256, blockBytes: 144, decode: decodeQ4_K },
  Q5_K: { blockElements: 256, blockBytes: 176, decode: decodeQ5_K },
  Q6_K: { blockElements: 256, blockBytes: 210, decode: decodeQ6_K },
} as const satisfies Record<string, TensorType>;

export type TensorTypeName = keyof typeof TENSOR_TYPES;
