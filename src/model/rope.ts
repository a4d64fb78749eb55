/**
 * Rotary position embeddings, half-split as in transformers: the pair (x[j], x[j + E/2]) is turned by position·frequency[j].
 * Knows positions and frequencies; not which layer uses which.
 */

import * as tf from '@tensorflow/tfjs-core';
import { fusedRotate, hasFusedOps } from '../runtime/fused-ops.ts';
import { executeOp, nativeBackend, typeAttribute } from '../runtime/native-ops.ts';
import type { ModelConfig, RopeScaling } from './config.ts';
import { gatherRows, rowIndices } from './rows.ts';
import { disposeAll, scoped } from './scoped.ts';

/** [N, 1, E] each, or [N, heads, E], so that x turned is x∘cos + swapped(x)∘sin. */
export interface RopeTables {
  cos: tf.Tensor3D;
  /** Negative in the first half. */
  sin: tf.Tensor3D;
}

/**
 * E/2 inverse frequencies base^(−2j/E), scaled as the config says. Llama 3 (transformers `_compute_llama3_parameters`):
 * wavelengths beyond original/low are divided by `factor`, those within original/high are kept, those between are blended.
 */
export function inverseFrequencies(
  head_dim: number,
  base: number,
  scaling: RopeScaling | undefined,
): Float64Array {
  const frequencies = new Float64Array(head_dim / 2);
  for (let j = 0; j < frequencies.length; j += 1) {
    const plain = 1 / base ** ((2 * j) / head_dim);
    frequencies[j] = scaling === undefined ? plain : scaled(plain, scaling);
  }
  return frequencies;
}

function scaled(frequency: number, scaling: RopeScaling): number {
  if (scaling.rope_type === 'linear') return frequency / scaling.factor;
  const {
    factor,
    low_freq_factor: low,
    high_freq_factor: high,
    original_max_position_embeddings: original,
  } = scaling;
  const wavelength = (2 * Math.PI) / frequency;
  if (wavelength > original / low) return frequency / factor;
  if (wavelength < original / high) return frequency;
  const smooth = (original / wavelength - low) / (high - low);
  return ((1 - smooth) * frequency) / factor + smooth * frequency;
}

/** Frequencies of full-attention and of sliding layers. */
export function layerFrequencies(
  config: ModelConfig,
): Record<'full_attention' | 'sliding_attention', Float64Array> {
  const { head_dim, rope_theta, rope_local_base_freq, rope_scaling } = config;
  const full = inverseFrequencies(head_dim, rope_theta, rope_scaling);
  const sliding =
    rope_local_base_freq === undefined ? full : inverseFrequencies(head_dim, rope_local_base_freq, undefined);
  return { full_attention: full, sliding_attention: sliding };
}

/** Cosines and sines for the given positions [N]. */
export function ropeTables(positions: ArrayLike<number>, frequencies: Float64Array): RopeTables {
  const half = frequencies.length;
  const cos = new Float32Array(positions.length * 2 * half);
  const sin = new Float32Array(positions.length * 2 * half);
  for (let i = 0; i < positions.length; i += 1) {
    const position = positions[i] as number;
    for (let j = 0; j < half; j += 1) {
      // transformers forms the angle in float32: so do we, or long positions drift apart.
      const angle = Math.fround(position * Math.fround(frequencies[j] as number));
      const first = i * 2 * half + j;
      cos[first] = Math.cos(angle);
      cos[first + half] = Math.cos(angle);
      sin[first] = -Math.sin(angle);
      sin[first + half] = Math.sin(angle);
    }
  }
  const shape: [number, number, number] = [positions.length, 1, 2 * half];
  return { cos: tf.tensor3d(cos, shape), sin: tf.tensor3d(sin, shape) };
}

const FIRST_POSITIONS = 1024;

/** The tables of all positions so far, from which those of a batch are gathered: forming them takes longer than a layer does. */
export class RopeCache {
  readonly #frequencies: Float64Array;
  /** [positions, E] each. */
  #all: { cos: tf.Tensor2D; sin: tf.Tensor2D } | undefined;

  /** Holds the first positions from the start, so that a usual batch keeps no tensor that was not there before. */
  constructor(frequencies: Float64Array) {
    this.#frequencies = frequencies;
    this.#grow(FIRST_POSITIONS);
  }

  /** As `ropeTables`; the caller disposes of them. */
  tables(positions: Int32Array): RopeTables {
    const longest = positions.reduce((most, position) => Math.max(most, position), 0) + 1;
    if ((this.#all?.cos.shape[0] ?? 0) < longest) this.#grow(2 ** Math.ceil(Math.log2(longest)));
    const { cos, sin } = this.#all as { cos: tf.Tensor2D; sin: tf.Tensor2D };
    return scoped(() => {
      const at = rowIndices(positions);
      const rows = (table: tf.Tensor2D): tf.Tensor3D =>
        tf.reshape(gatherRows(table, at), [positions.length, 1, -1]);
      return { cos: rows(cos), sin: rows(sin) };
    });
  }

  #grow(positions: number): void {
    this.dispose();
    this.#all = scoped(() => {
      const { cos, sin } = ropeTables(
        Int32Array.from({ length: positions }, (_, i) => i),
        this.#frequencies,
      );
      const flat = (table: tf.Tensor3D): tf.Tensor2D => tf.keep(tf.reshape(table, [positions, -1]));
      return { cos: flat(cos), sin: flat(sin) };
    });
  }

  dispose(): void {
    disposeAll(this.#all);
    this.#all = undefined;
  }
}

/** x [N, heads, E] turned by the tables; `direction` −1 turns back, which is the gradient of the turn. */
export function rotate(x: tf.Tensor3D, { cos, sin }: RopeTables, direction: 1 | -1 = 1): tf.Tensor3D {
  if (cos.shape[1] === 1 && hasFusedOps()) return fusedRotate(x, cos, sin, direction);
  return scoped(() => {
    const along: tf.Tensor3D = tf.mul(x, cos);
    const across: tf.Tensor3D = tf.mul(swapHalves(x), sin);
    return direction === 1 ? tf.add(along, across) : tf.sub(along, across);
  });
}

/** The halves of the last dimension in each other's place: [..., E] → [..., E]. */
function swapHalves<T extends tf.Tensor>(x: T): T {
  const E = x.shape.at(-1) as number;
  if (!nativeBackend()) return scoped(() => tf.concat((tf.split(x, 2, -1) as T[]).reverse(), -1) as T);
  const attributes = [
    typeAttribute('T', 'float32'),
    typeAttribute('Tshift', 'int32'),
    typeAttribute('Taxis', 'int32'),
  ];
  const by = [tf.scalar(E / 2, 'int32'), tf.scalar(x.rank - 1, 'int32')];
  const [swapped] = executeOp('Roll', attributes, [x, ...by], 1);
  tf.dispose(by);
  return swapped as T;
}
