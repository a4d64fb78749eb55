/**
 * The shapes of published models, from their published configurations, as the decoder's own `ModelConfig`. Only what decides
 * parameters, memory and work is right here; bases of rotations and the like are placeholders, because nothing is computed.
 */

import type { Architecture, LayerType, ModelConfig } from '../../src/model/config.ts';

export interface SizedModel {
  label: string;
  config: ModelConfig;
  /** Where the numbers are published. */
  source: string;
}

interface Shape {
  vocab: number;
  width: number;
  feedForward: number;
  layers: number;
  heads: number;
  keyHeads: number;
  headWidth: number;
  window?: number;
  /** Every so-manieth layer sees everything; the others slide. */
  fullEvery?: number;
  softcaps?: boolean;
  tied?: boolean;
}

function model(label: string, architecture: Architecture, source: string, shape: Shape): SizedModel {
  const { layers, window, fullEvery } = shape;
  const layer_types = Array.from(
    { length: layers },
    (_, layer): LayerType =>
      fullEvery === undefined || (layer + 1) % fullEvery === 0 ? 'full_attention' : 'sliding_attention',
  );
  const config: ModelConfig = {
    architecture,
    vocab_size: shape.vocab,
    hidden_size: shape.width,
    intermediate_size: shape.feedForward,
    num_hidden_layers: layers,
    num_attention_heads: shape.heads,
    num_key_value_heads: shape.keyHeads,
    head_dim: shape.headWidth,
    rms_norm_eps: 1e-6,
    max_position_embeddings: 8192,
    layer_types,
    sliding_window: window,
    rope_theta: 1e4,
    rope_local_base_freq: undefined,
    rope_scaling: undefined,
    query_pre_attn_scalar: shape.headWidth,
    attn_logit_softcapping: shape.softcaps ? 50 : undefined,
    final_logit_softcapping: shape.softcaps ? 30 : undefined,
    tie_word_embeddings: shape.tied ?? true,
    bos_token_id: undefined,
    eos_token_ids: [1],
    pad_token_id: undefined,
  };
  return { label, config, source };
}

const GEMMA3 = 'transformers, models/gemma3/convert_gemma3_weights.py, _VARIANTS';
const GEMMA2 = 'config.json of google/gemma-2-*; Gemma 2 report (2024), table 1';
const LLAMA = 'meta-llama/llama-models, models/sku_list.py; config.json of meta-llama/*';

const gemma3 = (label: string, shape: Omit<Shape, 'vocab' | 'fullEvery'>): SizedModel =>
  model(label, 'gemma3', GEMMA3, { vocab: 262_144, fullEvery: 6, ...shape });
const gemma2 = (label: string, shape: Omit<Shape, 'vocab' | 'window' | 'fullEvery'>): SizedModel =>
  model(label, 'gemma2', GEMMA2, { vocab: 256_000, window: 4096, fullEvery: 2, softcaps: true, ...shape });
const llama = (label: string, shape: Omit<Shape, 'vocab'>): SizedModel =>
  model(label, 'llama', LLAMA, { vocab: 128_256, ...shape });

const of = (
  width: number,
  feedForward: number,
  layers: number,
  [heads, keyHeads, headWidth]: readonly [number, number, number],
) => ({ width, feedForward, layers, heads, keyHeads, headWidth });

/** The models of the sizing table, in its order. */
export const SIZED_MODELS: readonly SizedModel[] = [
  gemma3('Gemma 3 270M', { ...of(640, 2048, 18, [4, 1, 256]), window: 512 }),
  gemma3('Gemma 3 1B', { ...of(1152, 6912, 26, [4, 1, 256]), window: 512 }),
  gemma3('Gemma 3 4B, text', { ...of(2560, 10_240, 34, [8, 4, 256]), window: 1024 }),
  gemma3('Gemma 3 12B, text', { ...of(3840, 15_360, 48, [16, 8, 256]), window: 1024 }),
  gemma3('Gemma 3 27B, text', { ...of(5376, 21_504, 62, [32, 16, 128]), window: 1024 }),
  gemma2('Gemma 2 2B', of(2304, 9216, 26, [8, 4, 256])),
  gemma2('Gemma 2 9B', of(3584, 14_336, 42, [16, 8, 256])),
  gemma2('Gemma 2 27B', of(4608, 36_864, 46, [32, 16, 128])),
  llama('Llama 3.2 1B', of(2048, 8192, 16, [32, 8, 64])),
  llama('Llama 3.2 3B', of(3072, 8192, 28, [24, 8, 128])),
  llama('Llama 3.1 8B', { ...of(4096, 14_336, 32, [32, 8, 128]), tied: false }),
  llama('Llama 3.1 70B', { ...of(8192, 28_672, 80, [64, 8, 128]), tied: false }),
];

/** Of the benchmark, where it was measured. */
export const SMOLLM2_135M: SizedModel = model(
  'SmolLM2-135M',
  'llama',
  'config.json of HuggingFaceTB/SmolLM2-135M',
  { vocab: 49_152, ...of(576, 1536, 30, [9, 3, 64]) },
);

/** @throws when there is no model of this name. */
export function sizedModel(label: string): SizedModel {
  const found = [...SIZED_MODELS, SMOLLM2_135M].find((each) => each.label === label);
  if (!found) throw new Error(`no model ${label}`);
  return found;
}
