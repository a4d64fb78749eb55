/**
 * The configuration file `lora-gate.yml`: the single source of its types, its defaults and its JSON Schema. Knows nothing of
 * YAML or of files; reading one is load.ts's matter.
 */

import { z } from 'zod';
import { AssertionSchema } from './assertion-schema.ts';
import { BudgetSchema } from './budget-schema.ts';
import { ChecksSchema } from './checks-schema.ts';
import { EXTENDS_FORM, parseExtends } from './extends.ts';
import { AdapterName, CheckoutPath, ModelReference } from './fields.ts';
import { BaseUrl, JudgeSchema } from './judge-schema.ts';
import { AnswersSchema, GateSchema } from './policy-schema.ts';
import { ShardingSchema } from './sharding-schema.ts';
import { LoraSchema, TrainingSchema } from './training-schema.ts';

const AdapterSchema = z.strictObject({
  train: CheckoutPath.describe('Training conversations, JSON Lines.'),
  test: CheckoutPath.describe('Test conversations, JSON Lines; read from the base commit.'),
  lora: LoraSchema.prefault({}),
  training: TrainingSchema.prefault({}),
  assertions: z.array(AssertionSchema).max(50).default([]).describe('Checks of the generated answers.'),
});

const TrackingSchema = z.strictObject({
  opik: z
    .strictObject({
      project: z.string().min(1).max(200),
      workspace: z.string().min(1).max(200).optional(),
      url: BaseUrl.optional().describe(
        'Of the API of a server of your own. Without it OPIK_URL_OVERRIDE says where, and without that the hosted service is used when OPIK_API_KEY is set.',
      ),
    })
    .optional(),
});

const GithubSchema = z.strictObject({
  drafts: z
    .boolean()
    .default(false)
    .describe(
      'Whether draft pull requests are trained, too; without it their check waits until they are ready.',
    ),
});

/** The file as it is written: before defaults. */
export const ConfigFileSchema = z.strictObject({
  _extends: z
    .string()
    .refine((text) => parseExtends(text) !== undefined, { error: EXTENDS_FORM })
    .optional()
    .describe(
      'Defaults of the organisation that lie under this file: a repository of the same owner (.github), or repository:path/of/lora-gate.yml.',
    ),
  version: z.literal(1),
  model: ModelReference.describe(
    'The base model: hub id[@revision], ./folder, file.gguf or pip:package==version/file.gguf.',
  ),
  base_dtype: z.enum(['float32', 'bfloat16']).default('float32').describe('How the frozen weights are held.'),
  adapters: z
    .record(AdapterName, AdapterSchema)
    .refine((adapters) => Object.keys(adapters).length > 0, { error: 'expected at least one adapter' }),
  answers: AnswersSchema.prefault({}).describe(
    'How the test prompts are answered; only where assertions or a judge ask for answers.',
  ),
  judge: JudgeSchema.prefault({ provider: 'none' }),
  gate: GateSchema.prefault({}),
  checks: ChecksSchema.prefault({}).describe(
    'How severe the findings of each check of the data are; errors block.',
  ),
  budget: BudgetSchema.prefault({}).describe(
    'What a run may take; above it nothing is started, or nothing more.',
  ),
  tracking: TrackingSchema.prefault({}),
  sharding: ShardingSchema.prefault({}).describe('How `mode: plan` divides a run over machines.'),
  github: GithubSchema.prefault({}),
  allowed_models: z
    .array(ModelReference)
    .min(1)
    .optional()
    .describe('Models that a pull request may name; without it only `model`.'),
});

/** The configuration with its defaults. */
export const ConfigSchema = ConfigFileSchema.transform(({ allowed_models, _extends: _, ...config }) => ({
  ...config,
  allowed_models: allowed_models ?? [config.model],
}));

export type Config = z.output<typeof ConfigSchema>;
export type AdapterConfig = z.output<typeof AdapterSchema>;
export type LoraConfigInput = z.output<typeof LoraSchema>;
export type TrainingConfig = z.output<typeof TrainingSchema>;
export type Assertion = z.output<typeof AssertionSchema>;
export type AnswersPolicy = z.output<typeof AnswersSchema>;
export type GatePolicy = z.output<typeof GateSchema>;
export type ChecksConfig = z.output<typeof ChecksSchema>;
export type JudgeConfig = z.output<typeof JudgeSchema>;
export type TrackingConfig = z.output<typeof TrackingSchema>;

/**
 * The JSON Schema (draft 7, which yaml-language-server reads) of the file as it is written: with `_extends` any key may stand in the
 * other file.
 */
export function configJsonSchema(): Record<string, unknown> {
  const { required = [], ...rest } = z.toJSONSchema(ConfigFileSchema, { io: 'input', target: 'draft-7' });
  const demand = (keys: readonly string[]) => ({
    properties: Object.fromEntries(keys.map((key) => [key, true])),
    required: keys,
  });
  return { title: 'lora-gate.yml', ...rest, if: demand(['_extends']), else: demand(required) };
}
