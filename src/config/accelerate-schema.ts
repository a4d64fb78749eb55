/**
 * The section `training.accelerate`, in the names of accelerate's own configuration. A list of what may be said and not a door
 * to all of it: a pull request writes this, so nothing here names a file, a host or a program.
 */

import { z } from 'zod';

const FsdpSchema = z
  .strictObject({
    fsdp_reshard_after_forward: z.boolean().optional(),
    fsdp_auto_wrap_policy: z.enum(['TRANSFORMER_BASED_WRAP', 'SIZE_BASED_WRAP', 'NO_WRAP']).optional(),
    fsdp_transformer_layer_cls_to_wrap: z
      .string()
      .regex(/^[A-Za-z_]\w{0,99}(,[A-Za-z_]\w{0,99}){0,9}$/, { error: 'expected names of classes' })
      .optional(),
    fsdp_min_num_params: z.int().min(1).optional(),
    fsdp_offload_params: z.boolean().optional(),
    fsdp_cpu_ram_efficient_loading: z.boolean().optional(),
    fsdp_activation_checkpointing: z.boolean().optional(),
  })
  .describe('Shards the frozen weights over the processes (FSDP 2).');

const DeepSpeedSchema = z
  .strictObject({
    zero_stage: z.int().min(0).max(3).default(2),
    offload_optimizer_device: z.enum(['none', 'cpu']).optional(),
    offload_param_device: z.enum(['none', 'cpu']).optional(),
    zero3_init_flag: z.boolean().optional(),
  })
  .describe('Shards with DeepSpeed, which has to be installed into the environment by hand.');

export const AccelerateSchema = z
  .strictObject({
    num_processes: z
      .int()
      .min(1)
      .max(4096)
      .default(1)
      .describe(
        'Processes on all machines together, one a GPU; each takes gradient_accumulation_steps micro-batches a step.',
      ),
    num_machines: z
      .int()
      .min(1)
      .max(512)
      .default(1)
      .describe(
        'Machines that start the same command; which one this is, and where the first is, says the environment.',
      ),
    mixed_precision: z.enum(['no', 'fp16', 'bf16']).default('no'),
    fsdp_config: FsdpSchema.optional(),
    deepspeed_config: DeepSpeedSchema.optional(),
    ddp_timeout: z
      .int()
      .min(10)
      .max(86_400)
      .default(1800)
      .describe('Seconds that a process waits for the others before it gives up.'),
  })
  .refine(({ num_processes, num_machines }) => num_processes % num_machines === 0, {
    error: 'expected num_processes to be a multiple of num_machines: it counts those of all machines',
    path: ['num_processes'],
  })
  .refine(({ fsdp_config, deepspeed_config }) => !(fsdp_config && deepspeed_config), {
    error: 'expected one of fsdp_config and deepspeed_config',
    path: ['deepspeed_config'],
  });

export type AccelerateConfig = z.output<typeof AccelerateSchema>;
