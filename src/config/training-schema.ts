/** The sections of an adapter's recipe: `lora` in PEFT's names, `training` in TRL's. Every default is here and only here. */

import { z } from 'zod';
import type { LoraConfig, TargetModule } from '../model/lora.ts';
import { AccelerateSchema } from './accelerate-schema.ts';

/** The linear layers that an adapter can sit on. */
export const TARGET_MODULE_NAMES = [
  'q_proj',
  'k_proj',
  'v_proj',
  'o_proj',
  'gate_proj',
  'up_proj',
  'down_proj',
] as const satisfies readonly TargetModule[];

export const LoraSchema = z.strictObject({
  r: z.int().min(1).max(4096).default(16).describe('Rank of the adapter; 8 to 64 is usual.'),
  lora_alpha: z.number().gt(0).max(65536).default(32).describe('Scale of the adapter: alpha / r.'),
  lora_dropout: z.number().min(0).lt(1).default(0.05).describe('Dropout on the input of the adapter.'),
  target_modules: z
    .union([z.literal('all-linear'), z.array(z.enum(TARGET_MODULE_NAMES)).min(1)], {
      error: `expected all-linear or a list of ${TARGET_MODULE_NAMES.join(', ')}`,
    })
    .default('all-linear')
    .describe('The linear layers that get an adapter.'),
  use_rslora: z.boolean().default(false).describe('Scale by alpha / √r instead of alpha / r.'),
});

export const TrainingSchema = z.strictObject({
  num_train_epochs: z.number().gt(0).max(1000).default(3).describe('Passes over the data; 2 to 5 is usual.'),
  max_steps: z
    .int()
    .min(-1)
    .max(10_000_000)
    .refine((steps) => steps !== 0, { error: 'expected a number of steps, or -1 to go by num_train_epochs' })
    .default(-1)
    .describe(
      'Optimizer steps, whatever the epochs; -1 goes by num_train_epochs. A comparison at equal steps: more rows are then not also more training.',
    ),
  learning_rate: z.number().gt(0).max(1).default(2e-4).describe('Peak rate; 1e-4 to 5e-4 is usual.'),
  per_device_train_batch_size: z
    .int()
    .min(1)
    .max(4096)
    .default(4)
    .describe('Conversations (with packing: packed sequences) in a micro-batch.'),
  gradient_accumulation_steps: z.int().min(1).max(4096).default(4).describe('Micro-batches in a step.'),
  lr_scheduler_type: z.enum(['constant', 'linear', 'cosine']).default('cosine'),
  warmup_ratio: z.number().min(0).max(1).default(0.03).describe('Share of the steps that warm up.'),
  weight_decay: z.number().min(0).max(10).default(0),
  max_grad_norm: z.number().min(0).max(1e6).default(1).describe('Clips the gradient; 0 does not clip.'),
  max_length: z
    .int()
    .min(2)
    .max(1_048_576)
    .default(1024)
    .describe('Tokens a conversation may have; a longer one is an error, never cut.'),
  packing: z.boolean().default(true).describe('Put several conversations into one sequence.'),
  seed: z.int().min(0).max(4_294_967_295).default(42),
  engine: z
    .enum(['tfjs', 'accelerate'])
    .default('tfjs')
    .describe('What trains: this program, or TRL and PEFT under `accelerate launch` (docs/accelerate.md).'),
  accelerate: AccelerateSchema.prefault({}).describe('How `engine: accelerate` is spread over processes.'),
  gradient_checkpointing: z
    .boolean()
    .default(false)
    .describe('Compute activations again in the backward pass: less memory, more time.'),
  vocabulary_filter: z
    .boolean()
    .default(false)
    .describe(
      "Approximate what tokens that no position makes likely add to the head's gradient; CPU only. Measure before use: bench/filter.ts.",
    ),
  save_steps: z.int().min(0).max(1_000_000).default(50).describe('Steps between checkpoints; 0 saves none.'),
  logging_steps: z.int().min(1).max(1_000_000).default(1).describe('Steps between lines of the log.'),
});

/** The `lora` section with its target modules as a list, in the order of a layer: equal adapters have equal settings. */
export function resolveLora(lora: z.output<typeof LoraSchema>): LoraConfig {
  const { target_modules: wanted } = lora;
  const target_modules = TARGET_MODULE_NAMES.filter(
    (name) => wanted === 'all-linear' || wanted.includes(name),
  );
  return { ...lora, target_modules };
}
