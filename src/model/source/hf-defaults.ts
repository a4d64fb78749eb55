/**
 * What a field of `config.json` is when the file leaves it out: the defaults of GemmaConfig, Gemma2Config, Gemma3TextConfig
 * and LlamaConfig in transformers 5. Rotary defaults are in hf-rope.ts.
 */

import type { Architecture } from '../config.ts';

const gemmaDefaults = {
  head_dim: 256,
  rms_norm_eps: 1e-6,
  max_position_embeddings: 8192,
  tie_word_embeddings: true,
  pad_token_id: 0,
  eos_token_id: 1,
  bos_token_id: 2,
};
const gemma2Defaults = {
  ...gemmaDefaults,
  vocab_size: 256_000,
  hidden_size: 2304,
  intermediate_size: 9216,
  num_hidden_layers: 26,
  num_attention_heads: 8,
  num_key_value_heads: 4,
  hidden_activation: 'gelu_pytorch_tanh',
  query_pre_attn_scalar: 256,
  sliding_window: 4096,
  attn_logit_softcapping: 50,
  final_logit_softcapping: 30,
};

/** Defaults by architecture, under the names of `config.json`. */
export const DEFAULTS: Readonly<Record<Architecture, Record<string, unknown>>> = {
  gemma: {
    ...gemmaDefaults,
    vocab_size: 256_000,
    hidden_size: 3072,
    intermediate_size: 24_576,
    num_hidden_layers: 28,
    num_attention_heads: 16,
    num_key_value_heads: 16,
    hidden_act: 'gelu_pytorch_tanh',
  },
  gemma2: gemma2Defaults,
  gemma3: {
    ...gemma2Defaults,
    vocab_size: 262_208,
    max_position_embeddings: 131_072,
    attn_logit_softcapping: null,
    final_logit_softcapping: null,
  },
  llama: {
    vocab_size: 32_000,
    hidden_size: 4096,
    intermediate_size: 11_008,
    num_hidden_layers: 32,
    num_attention_heads: 32,
    num_key_value_heads: null,
    head_dim: null,
    hidden_act: 'silu',
    rms_norm_eps: 1e-6,
    max_position_embeddings: 2048,
    tie_word_embeddings: false,
    bos_token_id: 1,
    eos_token_id: 2,
  },
};
