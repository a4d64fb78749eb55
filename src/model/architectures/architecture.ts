/**
 * What tells one decoder architecture from another, as data. One file each beside this one says where it differs; the
 * block that they share is `../decoder-block.ts`.
 */

import type { ModelConfig } from '../config.ts';

export interface ArchitectureSpec {
  /** RMSNorm multiplies by (norm_offset + w). */
  norm_offset: 0 | 1;
  hidden_act: 'gelu_pytorch_tanh' | 'silu';
  /** Token embeddings are multiplied by this. */
  embedding_scale: (config: ModelConfig) => number;
  /** Norms behind attention and MLP too, before each residual add. */
  sandwich_norms: boolean;
  /** RMSNorm over head_dim of queries and keys, before RoPE. */
  qk_norm: boolean;
}
