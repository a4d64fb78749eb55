/**
 * The rotary settings of a `config.json`: `rope_parameters` as transformers 5 writes them (flat, or one entry a layer
 * type), or the older `rope_theta`, `rope_scaling` and `rope_local_base_freq`. Knows nothing of the other fields.
 */

import { z } from 'zod';
import type { Architecture, ModelConfig, RopeScaling } from '../config.ts';

const positive = z.number().positive();
const parametersSchema = z.looseObject({
  rope_type: z.string().nullish(),
  type: z.string().nullish(),
  rope_theta: positive.nullish(),
  factor: positive.nullish(),
  low_freq_factor: positive.nullish(),
  high_freq_factor: positive.nullish(),
  original_max_position_embeddings: positive.nullish(),
  partial_rotary_factor: z.number().nullish(),
});
type RopeParameters = z.infer<typeof parametersSchema>;
type Fields = { max_position_embeddings: number; [key: string]: unknown };
type RopeConfig = Pick<ModelConfig, 'rope_theta' | 'rope_local_base_freq' | 'rope_scaling'>;

function readParameters(value: unknown, field: string, problems: string[]): RopeParameters {
  if (value === null || value === undefined) return {};
  const parsed = parametersSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  problems.push(
    ...parsed.error.issues.map((issue) => `${[field, ...issue.path].join('.')}: ${issue.message}`),
  );
  return {};
}

function scalingOf(
  parameters: RopeParameters,
  contextLength: number,
  problems: string[],
): RopeScaling | undefined {
  const type = parameters.rope_type ?? parameters.type ?? 'default';
  const { factor, low_freq_factor, high_freq_factor } = parameters;
  if (type === 'default') return undefined;
  if (type === 'linear') {
    if (factor) return { rope_type: 'linear', factor };
    problems.push('rope scaling "linear" without a factor');
  } else if (type === 'llama3') {
    if (factor && low_freq_factor && high_freq_factor && high_freq_factor > low_freq_factor) {
      const original = parameters.original_max_position_embeddings ?? contextLength;
      return {
        rope_type: 'llama3',
        factor,
        low_freq_factor,
        high_freq_factor,
        original_max_position_embeddings: original,
      };
    }
    problems.push('rope scaling "llama3" needs factor and low_freq_factor < high_freq_factor');
  } else {
    problems.push(`rope scaling "${type}" is not supported; supported: default, linear, llama3`);
  }
  return undefined;
}

function theta(value: unknown, fallback: number, field: string, problems: string[]): number {
  if (value === null || value === undefined) return fallback;
  if (typeof value === 'number' && value > 0) return value;
  problems.push(`${field}: ${String(value)}, expected a positive number`);
  return fallback;
}

/** Splits what the file says into settings of full and of sliding layers; nested entries win over older fields. */
function byLayerType(fields: Fields, problems: string[]): { full: RopeParameters; sliding: RopeParameters } {
  const given = fields.rope_parameters;
  if (
    typeof given === 'object' &&
    given !== null &&
    ('full_attention' in given || 'sliding_attention' in given)
  ) {
    const nested = given as { full_attention?: unknown; sliding_attention?: unknown };
    const full = readParameters(nested.full_attention, 'rope_parameters.full_attention', problems);
    const sliding = readParameters(nested.sliding_attention, 'rope_parameters.sliding_attention', problems);
    return { full, sliding };
  }
  const scaling = readParameters(fields.rope_scaling, 'rope_scaling', problems);
  return { full: { ...readParameters(given, 'rope_parameters', problems), ...scaling }, sliding: {} };
}

/** The three rotary fields of ModelConfig; what cannot be represented is added to `problems`. */
export function ropeOf(fields: Fields, architecture: Architecture, problems: string[]): RopeConfig {
  const { full, sliding } = byLayerType(fields, problems);
  const fallback = architecture === 'gemma3' ? 1_000_000 : 10_000;
  const rope_theta = full.rope_theta ?? theta(fields.rope_theta, fallback, 'rope_theta', problems);
  const partial = full.partial_rotary_factor ?? fields.partial_rotary_factor ?? 1;
  if (partial !== 1) problems.push(`partial_rotary_factor: ${String(partial)} is not supported`);
  const slidingType = sliding.rope_type ?? sliding.type ?? 'default';
  if (slidingType !== 'default') {
    problems.push(`rope_parameters.sliding_attention: rope type "${slidingType}" is not supported`);
  }
  const rope_scaling = scalingOf(full, fields.max_position_embeddings, problems);
  if (architecture !== 'gemma3') {
    if (sliding.rope_theta && sliding.rope_theta !== rope_theta) {
      problems.push(
        'rope_parameters: full and sliding layers differ in rope_theta, which this architecture has not',
      );
    }
    return { rope_theta, rope_local_base_freq: undefined, rope_scaling };
  }
  const local = fields.rope_local_base_freq;
  const rope_local_base_freq = sliding.rope_theta ?? theta(local, 10_000, 'rope_local_base_freq', problems);
  return { rope_theta, rope_local_base_freq, rope_scaling };
}
