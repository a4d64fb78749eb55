/**
 * Llama 3's RoPE scaling out of the factors that GGUF files hold in its place. Knows nothing of files.
 */

import type { ModelConfig, RopeScaling } from '../config.ts';

type Llama3Scaling = Extract<RopeScaling, { rope_type: 'llama3' }>;
type Rotary = Pick<ModelConfig, 'rope_theta' | 'head_dim'>;

/** Every Llama 3 model has these two; with others the factors do not fit, and the file is refused. */
const LOW = 1;
const HIGH = 4;

/** The decimal number that a person wrote before it became a float32: 9.999999974752427e-7 is 1e-6. */
export function shortestFloat32(value: number): number {
  for (let digits = 1; digits <= 9; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === Math.fround(value)) return candidate;
  }
  return value;
}

function wavelength({ rope_theta, head_dim }: Rotary, pair: number): number {
  return 2 * Math.PI * rope_theta ** ((2 * pair) / head_dim);
}

/**
 * By what the scaling divides the frequency of pair `i`.
 * Source: `_compute_llama3_parameters` of transformers; llama.cpp stores these factors as `rope_freqs.weight`.
 */
function llama3Factor(rotary: Rotary, pair: number, factor: number, original: number): number {
  const length = wavelength(rotary, pair);
  if (length < original / HIGH) return 1;
  if (length > original / LOW) return factor;
  const smooth = (original / length - LOW) / (HIGH - LOW);
  return 1 / ((1 - smooth) / factor + smooth);
}

/** The context length that puts pair `i`, which is neither kept nor divided in full, where it is. */
function originalFrom(rotary: Rotary, pair: number, found: number, factor: number): number {
  const smooth = (1 / found - 1 / factor) / (1 - 1 / factor);
  return Math.round(wavelength(rotary, pair) * (smooth * (HIGH - LOW) + LOW));
}

/** The scaling whose factors (one a rotary pair) these are; undefined when there is none. */
export function llama3ScalingOf(factors: Float32Array, rotary: Rotary): Llama3Scaling | undefined {
  if (factors.length !== rotary.head_dim / 2) return undefined;
  const factor = shortestFloat32(Math.max(...factors));
  const between = factors.findIndex((found) => found > 1 && found < Math.fround(factor));
  // without a pair between the two, the usual length stands or falls by the check below
  const original = between < 0 ? 8192 : originalFrom(rotary, between, factors[between]!, factor);
  const fits = factors.every((found, pair) => {
    const expected = llama3Factor(rotary, pair, factor, original);
    return Math.abs(found - expected) <= 1e-3 * expected;
  });
  if (!fits) return undefined;
  return {
    rope_type: 'llama3',
    factor,
    low_freq_factor: LOW,
    high_freq_factor: HIGH,
    original_max_position_embeddings: original,
  };
}
