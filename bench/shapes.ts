/** A published model's shape as the `config.json` that transformers makes random weights from. Pure. */

import type { Architecture, ModelConfig } from '../src/model/config.ts';

const NAMES: Record<Architecture, { model_type: string; architecture: string; activation: string }> = {
  gemma: { model_type: 'gemma', architecture: 'GemmaForCausalLM', activation: 'gelu_pytorch_tanh' },
  gemma2: { model_type: 'gemma2', architecture: 'Gemma2ForCausalLM', activation: 'gelu_pytorch_tanh' },
  gemma3: { model_type: 'gemma3_text', architecture: 'Gemma3ForCausalLM', activation: 'gelu_pytorch_tanh' },
  llama: { model_type: 'llama', architecture: 'LlamaForCausalLM', activation: 'silu' },
};

export function transformersConfig(config: ModelConfig): Record<string, unknown> {
  const { model_type, architecture, activation } = NAMES[config.architecture];
  const { architecture: _, eos_token_ids, ...shape } = config;
  const given = Object.entries({
    ...shape,
    model_type,
    architectures: [architecture],
    [config.architecture === 'llama' ? 'hidden_act' : 'hidden_activation']: activation,
    rope_local_base_freq: config.architecture === 'gemma3' ? 1e4 : undefined,
    bos_token_id: config.bos_token_id ?? 2,
    eos_token_id: eos_token_ids[0] ?? 1,
    pad_token_id: config.pad_token_id ?? 0,
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}
