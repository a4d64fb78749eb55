import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/load.ts';
import { UserError } from '../../../src/errors.ts';
import { checkEngine, engineIdentity, engineOf, engineVersion } from '../../../src/train/engine.ts';
import { recipeOf } from '../../../src/train/recipe.ts';
import { MINIMAL_CONFIG } from '../../config/configs.ts';

const sectionOf = (training: string) =>
  loadConfig(`${MINIMAL_CONFIG}    training: { ${training} }\n`, { file: 'lora-gate.yml' }).config.adapters
    .desk!;
const identity = (accelerate: string) =>
  engineIdentity(engineOf(sectionOf(`engine: accelerate, accelerate: { ${accelerate} }`)));

describe('the engine of a recipe', () => {
  it('adds nothing to the name of an adapter of our own', () => {
    const section = sectionOf('engine: tfjs');
    expect(engineIdentity(engineOf(section))).toEqual({});
    expect(recipeOf(section)).not.toHaveProperty('engine');
    expect(recipeOf(sectionOf('engine: accelerate, accelerate: { num_processes: 2 }'))).not.toHaveProperty(
      'accelerate',
    );
  });

  it('gives another name for what changes numbers', () => {
    const plain = identity('num_processes: 2');
    expect(plain).toEqual(identity('num_processes: 2, mixed_precision: "no"'));
    for (const other of [
      'num_processes: 4',
      'num_processes: 2, mixed_precision: bf16',
      'num_processes: 2, fsdp_config: {}',
    ])
      expect(identity(other)).not.toEqual(plain);
  });

  it('gives the same name wherever the processes run', () => {
    expect(identity('num_processes: 2, num_machines: 2, ddp_timeout: 60')).toEqual(
      identity('num_processes: 2'),
    );
  });

  it('says its version and those of its packages', () => {
    expect(engineVersion(engineOf(sectionOf('engine: accelerate')))).toMatch(
      /^\d+ \(torch [\d.]+, trl [\d.]+, peft [\d.]+\)$/,
    );
  });

  it('refuses the vocabulary filter, which only our own engine has', () => {
    const section = sectionOf('engine: accelerate, vocabulary_filter: true');
    expect(() => checkEngine(section, 'desk')).toThrow(UserError);
    expect(() => checkEngine(sectionOf('vocabulary_filter: true'), 'desk')).not.toThrow();
  });
});

describe('training.accelerate', () => {
  const message = (accelerate: string) => {
    try {
      sectionOf(`engine: accelerate, accelerate: { ${accelerate} }`);
    } catch (error) {
      return (error as UserError).problems.join('\n');
    }
    return '';
  };

  it('counts the processes of all machines', () => {
    expect(message('num_processes: 3, num_machines: 2')).toContain('a multiple of num_machines');
  });

  it('takes one way to shard', () => {
    expect(message('fsdp_config: {}, deepspeed_config: {}')).toContain(
      'one of fsdp_config and deepspeed_config',
    );
  });

  it.each([
    'main_process_ip: evil.example',
    'fsdp_config: { fsdp_state_dict_type: SHARDED_STATE_DICT }',
    'deepspeed_config: { deepspeed_config_file: ds.json }',
    'deepspeed_config: { offload_param_nvme_path: /etc }',
    'fsdp_config: { fsdp_transformer_layer_cls_to_wrap: "os.system(1)" }',
  ])('has no way to name a file, a host or a program: %s', (text) => {
    expect(message(text)).not.toBe('');
  });
});
