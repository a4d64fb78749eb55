/**
 * GGUF metadata as a ModelConfig: the keys are given the names of `config.json` and read as that. What GGUF leaves to the
 * reader's knowledge of the architecture (sliding pattern, score scale of the 27B models) is added as llama.cpp does.
 */

import { UserError } from '../../errors.ts';
import type { Architecture, ModelConfig } from '../config.ts';
import type { GgufFile } from '../weights/gguf.ts';
import { ROPE_FREQS } from '../weights/gguf-names.ts';
import { llama3ScalingOf, shortestFloat32 } from './gguf-rope.ts';
import { modelConfigFromHf } from './hf-config.ts';

const MODEL_TYPES: Readonly<Record<Architecture, string>> = {
  gemma: 'gemma',
  gemma2: 'gemma2',
  gemma3: 'gemma3_text',
  llama: 'llama',
};

const HF_NAMES = {
  context_length: 'max_position_embeddings',
  block_count: 'num_hidden_layers',
  feed_forward_length: 'intermediate_size',
  embedding_length: 'hidden_size',
  'attention.head_count': 'num_attention_heads',
  'attention.layer_norm_rms_epsilon': 'rms_norm_eps',
  'attention.head_count_kv': 'num_key_value_heads',
  'attention.key_length': 'head_dim',
  'attention.sliding_window': 'sliding_window',
  'attention.sliding_window_pattern': 'sliding_window_pattern',
  'rope.freq_base': 'rope_theta',
  'rope.freq_base_swa': 'rope_local_base_freq',
  attn_logit_softcapping: 'attn_logit_softcapping',
  final_logit_softcapping: 'final_logit_softcapping',
} as const;

const REQUIRED: readonly (keyof typeof HF_NAMES)[] = [
  'context_length',
  'block_count',
  'feed_forward_length',
  'embedding_length',
  'attention.head_count',
  'attention.layer_norm_rms_epsilon',
];

function architectureOf(file: GgufFile): Architecture {
  const found = file.metadata.get('general.architecture');
  if (typeof found === 'string' && Object.hasOwn(MODEL_TYPES, found)) return found as Architecture;
  throw new UserError(
    'model-unsupported',
    `${file.path}: GGUF architecture "${String(found)}" is not supported`,
    {
      hint: `Supported: ${Object.keys(MODEL_TYPES).join(', ')}.`,
    },
  );
}

function refuseVariants(file: GgufFile, architecture: Architecture, headDim: unknown): void {
  const problems: string[] = [];
  const get = (key: string) => file.metadata.get(`${architecture}.${key}`);
  const experts = get('expert_count');
  if (experts !== undefined && experts !== 0)
    problems.push(`expert_count: ${String(experts)}; mixtures are not supported`);
  const rotary = get('rope.dimension_count');
  if (rotary !== undefined && headDim !== undefined && rotary !== headDim) {
    problems.push(
      `rope.dimension_count: ${String(rotary)} of ${String(headDim)}; partial rotation is not supported`,
    );
  }
  const values = get('attention.value_length');
  if (values !== undefined && headDim !== undefined && values !== headDim) {
    problems.push(`attention.value_length: ${String(values)}, expected ${String(headDim)} as the keys`);
  }
  const parts = file.metadata.get('split.count');
  if (typeof parts === 'number' && parts > 1) {
    problems.push(`split.count: ${parts}; join the parts first (llama-gguf-split --merge)`);
  }
  if (problems.length === 0) return;
  throw new UserError('model-unsupported', `${file.path}: this variant of ${architecture} is not supported`, {
    problems,
  });
}

function ropeScaling(file: GgufFile, architecture: Architecture): Record<string, unknown> | undefined {
  const get = (key: string) => file.metadata.get(`${architecture}.rope.${key}`);
  // As llama.cpp reads them: older files have `scale_linear`, and a factor without a type is linear.
  const type = get('scaling.type') ?? 'linear';
  const factor = get('scaling.factor') ?? get('scale_linear') ?? 1;
  if (type === 'none' || factor === 1 || factor === 0) return undefined;
  return { rope_type: type, factor };
}

function endTokens(file: GgufFile): number[] {
  const keys = ['eos_token_id', 'eot_token_id'].map((key) => file.metadata.get(`tokenizer.ggml.${key}`));
  return [...new Set(keys.filter((id) => typeof id === 'number'))];
}

/** Fields in the names of `config.json`. @throws UserError listing the keys that are missing. */
function hfFields(file: GgufFile, architecture: Architecture): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [key, name] of Object.entries(HF_NAMES)) {
    const value = file.metadata.get(`${architecture}.${key}`);
    if (value !== undefined) fields[name] = typeof value === 'number' ? shortestFloat32(value) : value;
  }
  const missing = REQUIRED.filter((key) => !(HF_NAMES[key] in fields));
  const embedding = file.tensors.get('token_embd.weight');
  if (missing.length > 0 || !embedding) {
    throw new UserError('gguf-invalid', `${file.path}: the description of the model is incomplete`, {
      problems: [
        ...missing.map((key) => `metadata "${architecture}.${key}" is missing`),
        ...(embedding ? [] : ['tensor "token_embd.weight" is missing']),
      ],
    });
  }
  fields.num_key_value_heads ??= fields.num_attention_heads;
  fields.vocab_size = embedding.shape[0];
  fields.tie_word_embeddings = !file.tensors.has('output.weight');
  for (const token of ['bos', 'padding'] as const) {
    fields[token === 'bos' ? 'bos_token_id' : 'pad_token_id'] =
      file.metadata.get(`tokenizer.ggml.${token}_token_id`) ?? null;
  }
  fields.eos_token_id = endTokens(file);
  const scaling = ropeScaling(file, architecture);
  if (scaling) fields.rope_scaling = scaling;
  return fields;
}

/**
 * Makes a ModelConfig of a GGUF file's metadata; `ropeFactors` are the values of its `rope_freqs.weight`, if it has one.
 * @throws UserError `model-unsupported`, `model-config-invalid` or `gguf-invalid`.
 */
export function modelConfigFromGguf(file: GgufFile, ropeFactors?: Float32Array): ModelConfig {
  const architecture = architectureOf(file);
  const fields = hfFields(file, architecture);
  const layers = fields.num_hidden_layers;
  // llama.cpp: the 27B models scale scores by hidden/heads, every other one by the head's width
  const perHead =
    (architecture === 'gemma2' && layers === 46) || (architecture === 'gemma3' && layers === 62);
  if (perHead) fields.query_pre_attn_scalar = Number(fields.hidden_size) / Number(fields.num_attention_heads);
  else if (fields.head_dim !== undefined) fields.query_pre_attn_scalar = fields.head_dim;
  const headDim =
    fields.head_dim ??
    (architecture === 'llama' ? Number(fields.hidden_size) / Number(fields.num_attention_heads) : undefined);
  refuseVariants(file, architecture, headDim);
  const config = modelConfigFromHf({ model_type: MODEL_TYPES[architecture], ...fields }, file.path);
  if (architecture !== 'llama' || !ropeFactors || config.rope_scaling) return config;
  if (ropeFactors.every((factor) => factor === 1)) return config;
  const rope_scaling = llama3ScalingOf(ropeFactors, config);
  if (rope_scaling) return { ...config, rope_scaling };
  throw new UserError(
    'model-unsupported',
    `${file.path}: the ${ropeFactors.length} factors in ${ROPE_FREQS} are not those of Llama 3's RoPE scaling`,
    { hint: 'Take the safetensors files of the model, whose config.json names the scaling.' },
  );
}
