/**
 * `adapter_config.json` in PEFT's fields: what we write, and what we understand of what others wrote. Everything that
 * would change the model's outputs and is not plain LoRA is refused, all of it in one list.
 */

import { z } from 'zod';
import { UserError } from '../errors.ts';
import { type LoraConfig, TARGET_MODULES } from '../model/lora.ts';
import { multimodalTargets } from './shapes.ts';

/** The version of PEFT whose format this is. */
export const PEFT_VERSION = '0.21.2';

export interface AdapterOrigin {
  base_model_name_or_path: string | null;
  revision: string | null;
}

/** The document PEFT writes for a plain LoRA adapter, keys sorted, with a line feed at the end. */
export function formatPeftConfig(
  lora: LoraConfig,
  origin: AdapterOrigin,
  { multimodal = false }: { multimodal?: boolean | undefined } = {},
): string {
  const targets = TARGET_MODULES.filter((name) => lora.target_modules.includes(name));
  const config = {
    alpha_pattern: {},
    auto_mapping: null,
    base_model_name_or_path: origin.base_model_name_or_path,
    bias: 'none',
    fan_in_fan_out: false,
    inference_mode: true,
    init_lora_weights: true,
    layers_pattern: null,
    layers_to_transform: null,
    lora_alpha: lora.lora_alpha,
    lora_dropout: lora.lora_dropout,
    modules_to_save: null,
    peft_type: 'LORA',
    peft_version: PEFT_VERSION,
    r: lora.r,
    rank_pattern: {},
    revision: origin.revision,
    target_modules: multimodal ? multimodalTargets(targets) : targets,
    task_type: 'CAUSAL_LM',
    use_dora: false,
    use_rslora: lora.use_rslora,
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

// Defaults are PEFT's: files by older versions leave later fields out.
const readSchema = z.looseObject({
  peft_type: z.string(),
  r: z.int().positive().default(8),
  lora_alpha: z.number().positive().default(8),
  lora_dropout: z.number().min(0).max(1).default(0),
  use_rslora: z.boolean().default(false),
  target_modules: z.union([z.string(), z.array(z.string())]),
  base_model_name_or_path: z.string().nullish(),
  revision: z.string().nullish(),
});

export interface PeftConfig {
  lora: Omit<LoraConfig, 'target_modules'>;
  /** As in the file: a list, `all-linear` or a regular expression. */
  target_modules: string | readonly string[];
  origin: AdapterOrigin;
}

const isUnset = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** Fields that turn plain LoRA into something else unless they are null, false or empty. */
const VARIANTS = [
  'alora_invocation_tokens',
  'alpha_pattern',
  'arrow_config',
  'exclude_modules',
  'fan_in_fan_out',
  'kasa_config',
  'layer_replication',
  'layers_to_transform',
  'lora_bias',
  'modules_to_save',
  'monteclora_config',
  'rank_pattern',
  'target_parameters',
  'trainable_token_indices',
  'use_bdlora',
  'use_dora',
  'use_qalora',
  'velora_config',
] as const;

/** Ways to initialise that touch the adapter alone; PiSSA, OLoRA, CorDA, LoftQ and LoRA-GA change the base weights too. */
const INNOCENT_INITS: readonly string[] = ['gaussian', 'eva', 'orthogonal'];

/**
 * Reads the document.
 * @throws UserError `adapter-config-invalid`, `adapter-unsupported`, each with every problem found.
 */
export function parsePeftConfig(text: string, path: string): PeftConfig {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    throw new UserError('adapter-config-invalid', `${path} is not JSON`, { cause: error });
  }
  const parsed = readSchema.safeParse(document);
  if (!parsed.success) {
    throw new UserError('adapter-config-invalid', `${path} is not the configuration of a LoRA adapter`, {
      problems: parsed.error.issues.map(
        (issue) => `${issue.path.join('.') || 'the document'}: ${issue.message}`,
      ),
    });
  }
  const config = parsed.data;
  const problems: string[] = [];
  if (config.peft_type !== 'LORA') problems.push(`peft_type is ${config.peft_type}, expected LORA`);
  const bias = config.bias ?? 'none';
  if (bias !== 'none') problems.push(`bias is ${JSON.stringify(bias)}, expected "none"`);
  const init = config.init_lora_weights ?? true;
  if (typeof init !== 'boolean' && !INNOCENT_INITS.includes(String(init))) {
    problems.push(`init_lora_weights is ${JSON.stringify(init)}, which also changes the base weights`);
  }
  for (const field of VARIANTS) {
    if (!isUnset(config[field])) problems.push(`${field} is ${JSON.stringify(config[field])}, expected none`);
  }
  if (problems.length > 0) {
    throw new UserError('adapter-unsupported', `${path} describes more than plain LoRA`, {
      problems,
      hint: 'train the adapter without these options, or merge it into the model and use that',
    });
  }
  const { r, lora_alpha, lora_dropout, use_rslora } = config;
  return {
    lora: { r, lora_alpha, lora_dropout, use_rslora },
    target_modules: config.target_modules,
    origin: {
      base_model_name_or_path: config.base_model_name_or_path ?? null,
      revision: config.revision ?? null,
    },
  };
}
