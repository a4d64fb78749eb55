/** A random model of half a million weights: for measurements of everything around the model. */

import { silentLogger } from '../src/log.ts';
import type { Checkpoint } from '../src/model/checkpoint.ts';
import type { ModelConfig } from '../src/model/config.ts';
import { Decoder } from '../src/model/decoder.ts';
import { expectedTensors } from '../src/model/weights/expected-tensors.ts';
import { createRng } from '../src/rng.ts';

export const TINY: ModelConfig = {
  architecture: 'llama',
  vocab_size: 4096,
  hidden_size: 64,
  intermediate_size: 160,
  num_hidden_layers: 2,
  num_attention_heads: 4,
  num_key_value_heads: 2,
  head_dim: 16,
  rms_norm_eps: 1e-5,
  max_position_embeddings: 4096,
  layer_types: ['full_attention', 'full_attention'],
  sliding_window: undefined,
  rope_theta: 1e4,
  rope_local_base_freq: undefined,
  rope_scaling: undefined,
  query_pre_attn_scalar: 16,
  attn_logit_softcapping: undefined,
  final_logit_softcapping: undefined,
  tie_word_embeddings: true,
  bos_token_id: undefined,
  eos_token_ids: [0],
  pad_token_id: undefined,
};

export async function tinyDecoder(): Promise<Decoder> {
  const rng = createRng(1);
  const shapes = expectedTensors(TINY);
  const checkpoint: Checkpoint = {
    config: TINY,
    tensors: new Map([...shapes].map(([name, shape]) => [name, { shape, dtype: 'F32' }])),
    async stream(name, sink) {
      const size = (shapes.get(name) as readonly number[]).reduce((a, b) => a * b, 1);
      sink(
        0,
        Float32Array.from({ length: size }, () => rng.normal() * 0.05),
      );
    },
    async close() {},
  };
  return Decoder.load(checkpoint, { base_dtype: 'float32', logger: silentLogger });
}
