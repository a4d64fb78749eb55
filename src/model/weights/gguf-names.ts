/**
 * What a GGUF file calls a tensor, and what the conversion did to its values, per architecture: the way back to
 * transformers' names. Source: `conversion` of llama.cpp (`Gemma*Model`, `LlamaModel`). Knows nothing of bytes.
 */

import type { Architecture } from '../config.ts';

/** How the stored values differ from transformers': `minus-one` is to be subtracted, rows of `unpermute-heads` tensors change places. */
export type GgufChange = 'none' | 'minus-one' | 'unpermute-heads';

export interface GgufNameTarget {
  name: string;
  change: GgufChange;
}

const GLOBAL_NAMES: Readonly<Record<string, string>> = {
  'token_embd.weight': 'model.embed_tokens.weight',
  'output_norm.weight': 'model.norm.weight',
  'output.weight': 'lm_head.weight',
};

const LAYER_NAMES: Readonly<Record<string, string>> = {
  attn_norm: 'input_layernorm',
  attn_q: 'self_attn.q_proj',
  attn_k: 'self_attn.k_proj',
  attn_v: 'self_attn.v_proj',
  attn_output: 'self_attn.o_proj',
  ffn_gate: 'mlp.gate_proj',
  ffn_up: 'mlp.up_proj',
  ffn_down: 'mlp.down_proj',
};

const POST_NORM_NAMES: Readonly<Record<string, string>> = {
  ...LAYER_NAMES,
  post_attention_norm: 'post_attention_layernorm',
  ffn_norm: 'pre_feedforward_layernorm',
  post_ffw_norm: 'post_feedforward_layernorm',
};

const LAYER_NAMES_BY_ARCHITECTURE: Readonly<Record<Architecture, Readonly<Record<string, string>>>> = {
  gemma: { ...LAYER_NAMES, ffn_norm: 'post_attention_layernorm' },
  gemma2: POST_NORM_NAMES,
  gemma3: {
    ...POST_NORM_NAMES,
    attn_q_norm: 'self_attn.q_norm',
    attn_k_norm: 'self_attn.k_norm',
  },
  llama: { ...LAYER_NAMES, ffn_norm: 'post_attention_layernorm' },
};

/** Tensors that say something of RoPE and belong to the config, not to the weights. */
export const ROPE_FREQS = 'rope_freqs.weight';

function changeOf(architecture: Architecture, name: string): GgufChange {
  if (architecture === 'llama') return /[qk]_proj\.weight$/.test(name) ? 'unpermute-heads' : 'none';
  return name.endsWith('norm.weight') ? 'minus-one' : 'none';
}

/** transformers' name of a GGUF tensor, or undefined when the architecture has no such tensor. */
export function targetOfGgufName(architecture: Architecture, ggufName: string): GgufNameTarget | undefined {
  const isGlobal = Object.hasOwn(GLOBAL_NAMES, ggufName);
  const name = isGlobal ? GLOBAL_NAMES[ggufName] : layerName(architecture, ggufName);
  return name === undefined ? undefined : { name, change: changeOf(architecture, name) };
}

function layerName(architecture: Architecture, ggufName: string): string | undefined {
  const match = /^blk\.(\d+)\.(\w+)\.weight$/.exec(ggufName);
  if (!match) return undefined;
  const names = LAYER_NAMES_BY_ARCHITECTURE[architecture];
  const part = Object.hasOwn(names, match[2]!) ? names[match[2]!] : undefined;
  return part === undefined ? undefined : `model.layers.${match[1]}.${part}.weight`;
}
