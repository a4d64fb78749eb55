/** The file that `accelerate launch --config_file` reads, from our settings. Pure; knows no job and no model. */

import type { AccelerateConfig } from '../../config/accelerate-schema.ts';
import type { Place } from './machines.ts';

export interface LaunchConfigOptions {
  settings: AccelerateConfig;
  use_cpu: boolean;
  gradient_accumulation_steps: number;
  max_grad_norm: number;
  /** null on one machine. */
  place: Place | null;
}

/** Keys and spelling are accelerate's. */
export function launchConfig(options: LaunchConfigOptions): Record<string, unknown> {
  const { settings, place } = options;
  const { num_processes, num_machines, mixed_precision, fsdp_config, deepspeed_config } = settings;
  return {
    compute_environment: 'LOCAL_MACHINE',
    distributed_type: distributedType(settings),
    num_processes,
    num_machines,
    mixed_precision,
    use_cpu: options.use_cpu,
    machine_rank: place?.machine_rank ?? 0,
    main_process_ip: place?.main_process_ip ?? '127.0.0.1',
    // 0 takes any that is free.
    main_process_port: place?.main_process_port ?? 0,
    same_network: true,
    rdzv_backend: 'static',
    downcast_bf16: 'no',
    main_training_function: 'main',
    ...(fsdp_config && {
      fsdp_config: {
        fsdp_version: 2,
        fsdp_reshard_after_forward: true,
        fsdp_auto_wrap_policy: 'TRANSFORMER_BASED_WRAP',
        fsdp_state_dict_type: 'FULL_STATE_DICT',
        fsdp_offload_params: false,
        fsdp_cpu_ram_efficient_loading: false,
        ...fsdp_config,
      },
    }),
    ...(deepspeed_config && {
      deepspeed_config: {
        ...deepspeed_config,
        gradient_accumulation_steps: options.gradient_accumulation_steps,
        gradient_clipping: options.max_grad_norm,
        // pdsh, the default, would start the other machines itself over ssh.
        ...(num_machines > 1 && { deepspeed_multinode_launcher: 'standard' }),
      },
    }),
  };
}

/** MULTI_GPU also stands for several CPU processes: it is torchrun's way to start them, and the one for CPUs needs MPI. */
function distributedType({ num_processes, fsdp_config, deepspeed_config }: AccelerateConfig): string {
  if (fsdp_config) return 'FSDP';
  if (deepspeed_config) return 'DEEPSPEED';
  return num_processes > 1 ? 'MULTI_GPU' : 'NO';
}
