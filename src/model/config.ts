/**
 * What a decoder needs to know of itself, in the names of transformers' `config.json`. Made from that file or from GGUF
 * metadata by `src/model/source`; read by the layers.
 */

export type Architecture = 'gemma' | 'gemma2' | 'gemma3' | 'llama';
export type LayerType = 'full_attention' | 'sliding_attention';

/** Llama 3's frequency-dependent RoPE scaling, or the linear one of Gemma 3's larger models. */
export type RopeScaling =
  | {
      rope_type: 'llama3';
      factor: number;
      low_freq_factor: number;
      high_freq_factor: number;
      original_max_position_embeddings: number;
    }
  | { rope_type: 'linear'; factor: number };

export interface ModelConfig {
  architecture: Architecture;
  vocab_size: number;
  hidden_size: number;
  intermediate_size: number;
  num_hidden_layers: number;
  num_attention_heads: number;
  num_key_value_heads: number;
  head_dim: number;
  rms_norm_eps: number;
  max_position_embeddings: number;
  /** One entry a layer. */
  layer_types: readonly LayerType[];
  /** Keys a sliding layer sees, the query's own included; undefined when no layer slides. */
  sliding_window: number | undefined;
  rope_theta: number;
  /** Base frequency of sliding layers (Gemma 3); other architectures use `rope_theta` everywhere. */
  rope_local_base_freq: number | undefined;
  /** Applies to full-attention layers only. */
  rope_scaling: RopeScaling | undefined;
  /** Scores are multiplied by query_pre_attn_scalar^-½ (head_dim for architectures without the field). */
  query_pre_attn_scalar: number;
  attn_logit_softcapping: number | undefined;
  final_logit_softcapping: number | undefined;
  tie_word_embeddings: boolean;
  bos_token_id: number | undefined;
  eos_token_ids: readonly number[];
  pad_token_id: number | undefined;
  /** The language model of one that also sees: transformers has its layers below `model.language_model`. */
  is_multimodal?: true;
}
