/** Llama: plain RMSNorm, SwiGLU, embeddings as they are; head_dim, RoPE scaling and tying come with the config. */

import type { ArchitectureSpec } from './architecture.ts';

export const llama: ArchitectureSpec = {
  norm_offset: 0,
  hidden_act: 'silu',
  embedding_scale: () => 1,
  sandwich_norms: false,
  qk_norm: false,
};
