/** Gemma 1: (1 + w) norms, embeddings × √hidden, GeGLU, one norm before attention and one before the MLP, tied head. */

import type { ArchitectureSpec } from './architecture.ts';

export const gemma: ArchitectureSpec = {
  norm_offset: 1,
  hidden_act: 'gelu_pytorch_tanh',
  embedding_scale: (config) => Math.sqrt(config.hidden_size),
  sandwich_norms: false,
  qk_norm: false,
};
