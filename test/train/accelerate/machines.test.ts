import { describe, expect, it } from 'vitest';
import type { UserError } from '../../../src/errors.ts';
import { launchConfig } from '../../../src/train/accelerate/launch-config.ts';
import { findPlace, inheritedVariables, launchVariables } from '../../../src/train/accelerate/machines.ts';
import { settings } from './setting.ts';

function problems(num_machines: number, variables: Record<string, string>): readonly string[] {
  try {
    findPlace(num_machines, variables);
  } catch (error) {
    expect((error as UserError).code).toBe('accelerate-machines');
    return (error as UserError).problems;
  }
  return expect.unreachable('found a place');
}

describe('findPlace', () => {
  it('takes number, address and port from the usual variables', () => {
    expect(findPlace(2, { MASTER_ADDR: '10.0.0.1', MASTER_PORT: '29400', NODE_RANK: '1' })).toEqual({
      machine_rank: 1,
      main_process_ip: '10.0.0.1',
      main_process_port: 29400,
    });
  });

  it('finds its place in a job of Slurm, and gives two jobs two ports', () => {
    const job = { SLURM_NODEID: '1', SLURM_NNODES: '2', SLURM_JOB_NODELIST: 'gpu[003-004,9]' };
    expect(findPlace(2, { ...job, SLURM_JOB_ID: '123456' })).toEqual({
      machine_rank: 1,
      main_process_ip: 'gpu003',
      main_process_port: 23456,
    });
    expect(findPlace(2, { ...job, SLURM_JOB_NODELIST: 'head-a.site,head-b.site' }).main_process_ip).toBe(
      'head-a.site',
    );
  });

  it('leaves torchrun the port that it holds', () => {
    const variables = { MASTER_ADDR: 'a', MASTER_PORT: '29400', GROUP_RANK: '0', TORCHELASTIC_RUN_ID: 'x' };
    expect(findPlace(2, variables).main_process_port).toBe(29401);
  });

  it('names everything that is missing at once', () => {
    expect(problems(2, {})).toEqual([
      'the number of this machine: none of MACHINE_RANK, NODE_RANK, GROUP_RANK, SLURM_NODEID is set',
      'the address of the first machine: neither MASTER_ADDR nor SLURM_JOB_NODELIST is set',
    ]);
  });

  it('refuses a number, a port or a count that does not fit', () => {
    expect(
      problems(2, { MASTER_ADDR: 'a', MACHINE_RANK: '2', MASTER_PORT: 'http', SLURM_NNODES: '4' }),
    ).toEqual([
      'MACHINE_RANK is 2, expected 0 to 1',
      'MASTER_PORT is http, expected 1 to 65535',
      'Slurm has given this job 4 machines (SLURM_NNODES)',
    ]);
  });
});

describe('launchVariables', () => {
  const env = {
    PATH: '/bin',
    CUDA_VISIBLE_DEVICES: '0',
    NCCL_DEBUG: 'INFO',
    MASTER_ADDR: 'a',
    RANK: '3',
    HF_TOKEN: 'hf_secret',
    GITHUB_TOKEN: 'secret',
    NCCL_API_KEY: 'secret',
    SLURM_JWT: 'secret',
    JUDGE_API_KEY: 'secret',
    HTTPS_PROXY: 'http://user:secret@proxy',
  };

  it('keeps what a training needs and no key', () => {
    expect(launchVariables(env)).toEqual({
      PATH: '/bin',
      CUDA_VISIBLE_DEVICES: '0',
      NCCL_DEBUG: 'INFO',
      MASTER_ADDR: 'a',
    });
  });

  it('hands no place on: the launcher gives every process its own', () => {
    expect(Object.keys(inheritedVariables(launchVariables(env)))).toEqual([
      'PATH',
      'CUDA_VISIBLE_DEVICES',
      'NCCL_DEBUG',
    ]);
  });
});

describe('launchConfig', () => {
  const shared = { use_cpu: false, gradient_accumulation_steps: 4, max_grad_norm: 1, place: null };

  it('shards with FSDP 2 under the keys of accelerate', () => {
    const fsdp_config = {
      fsdp_offload_params: true,
      fsdp_transformer_layer_cls_to_wrap: 'Gemma2DecoderLayer',
    };
    const given = { num_processes: 8, mixed_precision: 'bf16' as const, fsdp_config };
    expect(launchConfig({ ...shared, settings: settings(given) })).toMatchObject({
      distributed_type: 'FSDP',
      num_processes: 8,
      num_machines: 1,
      mixed_precision: 'bf16',
      main_process_port: 0,
      fsdp_config: {
        fsdp_version: 2,
        fsdp_offload_params: true,
        fsdp_transformer_layer_cls_to_wrap: 'Gemma2DecoderLayer',
      },
    });
  });

  it('lets every machine start its own processes with DeepSpeed', () => {
    const given = { num_processes: 16, num_machines: 2, deepspeed_config: { zero_stage: 3 } };
    const place = { machine_rank: 1, main_process_ip: 'gpu003', main_process_port: 29500 };
    expect(launchConfig({ ...shared, settings: settings(given), place })).toMatchObject({
      distributed_type: 'DEEPSPEED',
      machine_rank: 1,
      main_process_ip: 'gpu003',
      deepspeed_config: {
        zero_stage: 3,
        gradient_accumulation_steps: 4,
        gradient_clipping: 1,
        deepspeed_multinode_launcher: 'standard',
      },
    });
  });

  it('needs no launcher of processes for a single one', () => {
    expect(launchConfig({ ...shared, settings: settings() })).toMatchObject({
      distributed_type: 'NO',
      num_processes: 1,
    });
  });
});
