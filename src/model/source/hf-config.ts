/**
 * A model's `config.json` as a ModelConfig, for the architectures that are supported. Fields that are not there take the
 * defaults of transformers' config classes (5.x). Knows nothing of files or weights.
 */

import { z } from 'zod';
import { UserError } from '../../errors.ts';
import type { Architecture, LayerType, ModelConfig } from '../config.ts';
import { DEFAULTS } from './hf-defaults.ts';
import { ropeOf } from './hf-rope.ts';

const ARCHITECTURES: Readonly<Record<string, Architecture>> = {
  GemmaForCausalLM: 'gemma',
  Gemma2ForCausalLM: 'gemma2',
  Gemma3ForCausalLM: 'gemma3',
  Gemma3ForConditionalGeneration: 'gemma3',
  LlamaForCausalLM: 'llama',
};

const MODEL_TYPES: Readonly<Record<string, Architecture>> = {
  gemma: 'gemma',
  gemma2: 'gemma2',
  gemma3_text: 'gemma3',
  gemma3: 'gemma3',
  llama: 'llama',
};

const count = z
  .number()
  .int()
  .min(1)
  .max(2 ** 31);
const positive = z.number().positive();
const tokenId = z.number().int();

const schema = z.looseObject({
  vocab_size: count,
  hidden_size: count,
  intermediate_size: count,
  num_hidden_layers: z.number().int().min(1).max(1000),
  num_attention_heads: count,
  num_key_value_heads: count.nullish(),
  head_dim: count.nullish(),
  rms_norm_eps: positive,
  max_position_embeddings: count,
  tie_word_embeddings: z.boolean().nullish(),
  bos_token_id: tokenId.nullish(),
  pad_token_id: tokenId.nullish(),
  eos_token_id: z.union([tokenId, z.array(tokenId)]).nullish(),
  sliding_window: count.nullish(),
  sliding_window_pattern: count.nullish(),
  layer_types: z.array(z.enum(['full_attention', 'sliding_attention'])).nullish(),
  query_pre_attn_scalar: positive.nullish(),
  attn_logit_softcapping: positive.nullish(),
  final_logit_softcapping: positive.nullish(),
});

export type HfFields = z.infer<typeof schema>;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function architectureOf(json: Record<string, unknown>, path: string): Architecture {
  const named = Array.isArray(json.architectures) ? json.architectures[0] : undefined;
  const found = named ?? json.model_type;
  const table = named === undefined ? MODEL_TYPES : ARCHITECTURES;
  const architecture = typeof found === 'string' && Object.hasOwn(table, found) ? table[found] : undefined;
  if (architecture) return architecture;
  throw new UserError(
    'model-unsupported',
    `${path}: ${String(found ?? 'no architecture')} is not supported`,
    {
      hint: `Supported: ${Object.keys(ARCHITECTURES).join(', ')}.`,
    },
  );
}

/** What the layers cannot compute, however well-formed it is. */
function unsupported(json: Record<string, unknown>, architecture: Architecture): string[] {
  const problems: string[] = [];
  for (const flag of ['attention_bias', 'mlp_bias', 'use_bidirectional_attention']) {
    if (json[flag] === true) problems.push(`${flag}: true is not supported`);
  }
  if (isRecord(json.quantization_config)) {
    problems.push(
      'quantization_config: quantised safetensors are not supported; take the full weights or a GGUF file',
    );
  }
  const field = architecture === 'gemma' || architecture === 'llama' ? 'hidden_act' : 'hidden_activation';
  // "gelu" in a Gemma 1 config means the tanh approximation: transformers reads it so
  const allowed = { llama: ['silu', 'swish'], gemma: ['gelu_pytorch_tanh', 'gelu'] } as Record<
    string,
    string[]
  >;
  const activations = allowed[architecture] ?? ['gelu_pytorch_tanh'];
  if (!activations.includes(String(json[field]))) {
    problems.push(`${field}: ${String(json[field])}, expected ${activations[0]}`);
  }
  return problems;
}

function layerTypesOf(fields: HfFields, architecture: Architecture): LayerType[] {
  if (architecture === 'gemma' || architecture === 'llama') {
    return Array.from({ length: fields.num_hidden_layers }, () => 'full_attention');
  }
  if (fields.layer_types) return fields.layer_types;
  const pattern = architecture === 'gemma2' ? 2 : (fields.sliding_window_pattern ?? 6);
  return Array.from({ length: fields.num_hidden_layers }, (_, i) =>
    (i + 1) % pattern === 0 ? 'full_attention' : 'sliding_attention',
  );
}

function contradictions(config: ModelConfig): string[] {
  const problems: string[] = [];
  if (config.num_attention_heads % config.num_key_value_heads !== 0) {
    problems.push(
      `num_attention_heads: ${config.num_attention_heads} is not a multiple of num_key_value_heads ${config.num_key_value_heads}`,
    );
  }
  if (config.head_dim % 2 !== 0)
    problems.push(`head_dim: ${config.head_dim} is odd, rotary positions need pairs`);
  if (config.layer_types.length !== config.num_hidden_layers) {
    problems.push(`layer_types: ${config.layer_types.length} entries for ${config.num_hidden_layers} layers`);
  }
  if (config.layer_types.includes('sliding_attention') && config.sliding_window === undefined) {
    problems.push('sliding_window: null, but some layers slide');
  }
  return problems;
}

function tokenIds(value: HfFields['eos_token_id']): number[] {
  if (value === null || value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

function fail(path: string, problems: readonly string[]): never {
  throw new UserError('model-config-invalid', `${path}: the model's configuration cannot be used`, {
    problems,
  });
}

function build(fields: HfFields, architecture: Architecture, problems: string[]): ModelConfig {
  const heads = fields.num_attention_heads;
  const head_dim = fields.head_dim ?? Math.floor(fields.hidden_size / heads);
  const layer_types = layerTypesOf(fields, architecture);
  const slides = layer_types.includes('sliding_attention');
  const scales = architecture === 'gemma2' || architecture === 'gemma3';
  return {
    architecture,
    vocab_size: fields.vocab_size,
    hidden_size: fields.hidden_size,
    intermediate_size: fields.intermediate_size,
    num_hidden_layers: fields.num_hidden_layers,
    num_attention_heads: heads,
    num_key_value_heads: fields.num_key_value_heads ?? heads,
    head_dim,
    rms_norm_eps: fields.rms_norm_eps,
    max_position_embeddings: fields.max_position_embeddings,
    layer_types,
    sliding_window: slides ? (fields.sliding_window ?? undefined) : undefined,
    ...ropeOf(fields, architecture, problems),
    query_pre_attn_scalar: (scales ? fields.query_pre_attn_scalar : undefined) ?? head_dim,
    attn_logit_softcapping: scales ? (fields.attn_logit_softcapping ?? undefined) : undefined,
    final_logit_softcapping: scales ? (fields.final_logit_softcapping ?? undefined) : undefined,
    tie_word_embeddings: fields.tie_word_embeddings ?? true,
    bos_token_id: fields.bos_token_id ?? undefined,
    eos_token_ids: tokenIds(fields.eos_token_id),
    pad_token_id: fields.pad_token_id ?? undefined,
  };
}

/** Lays a multimodal Gemma 3's nested text configuration over the fields that it keeps at the top. */
function textFields(json: Record<string, unknown>): Record<string, unknown> {
  if (!isRecord(json.text_config)) return json;
  const kept = ['bos_token_id', 'eos_token_id', 'pad_token_id', 'tie_word_embeddings', 'quantization_config'];
  const top = Object.fromEntries(kept.filter((key) => key in json).map((key) => [key, json[key]]));
  return { ...top, ...json.text_config };
}

/**
 * Makes a ModelConfig of a parsed `config.json`; `generation`, the parsed `generation_config.json`, has the last word on
 * the tokens that end an answer, as in transformers' `generate`.
 * @throws UserError `model-unsupported` or `model-config-invalid`, listing everything that is wrong.
 */
export function modelConfigFromHf(json: unknown, path: string, generation?: unknown): ModelConfig {
  if (!isRecord(json)) return fail(path, ['expected a JSON object']);
  const architecture = architectureOf(json, path);
  const given = { ...DEFAULTS[architecture], ...textFields(json) };
  if (isRecord(generation) && generation.eos_token_id != null) {
    Object.assign(given, { eos_token_id: generation.eos_token_id });
  }
  const parsed = schema.safeParse(given);
  const problems = unsupported(given, architecture);
  if (!parsed.success) {
    return fail(path, [
      ...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
      ...problems,
    ]);
  }
  const config = {
    ...build(parsed.data, architecture, problems),
    ...(isRecord(json.text_config) && { is_multimodal: true as const }),
  };
  problems.push(...contradictions(config));
  return problems.length > 0 ? fail(path, problems) : config;
}
