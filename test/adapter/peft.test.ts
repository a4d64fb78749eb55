import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapter/content-key.ts';
import { readAdapter, writeAdapter } from '../../src/adapter/peft.ts';
import type { UserError } from '../../src/errors.ts';
import type { ModelConfig } from '../../src/model/config.ts';
import { readSafetensorsF32, writeSafetensors } from '../../src/model/weights/safetensors.ts';

/** The model of test/golden/make_adapters.py. */
const model: ModelConfig = {
  architecture: 'llama',
  vocab_size: 32,
  hidden_size: 8,
  intermediate_size: 12,
  num_hidden_layers: 2,
  num_attention_heads: 2,
  num_key_value_heads: 1,
  head_dim: 4,
  rms_norm_eps: 1e-6,
  max_position_embeddings: 64,
  layer_types: ['full_attention', 'full_attention'],
  sliding_window: undefined,
  rope_theta: 10_000,
  rope_local_base_freq: undefined,
  rope_scaling: undefined,
  query_pre_attn_scalar: 4,
  attn_logit_softcapping: undefined,
  final_logit_softcapping: undefined,
  tie_word_embeddings: false,
  bos_token_id: 1,
  eos_token_ids: [2],
  pad_token_id: undefined,
};

const fixtures = fileURLToPath(new URL('../golden/fixtures/adapters/', import.meta.url));
const expected: Record<string, Record<string, { shape: number[]; values: number[] }>> = JSON.parse(
  await readFile(join(fixtures, 'expected.json'), 'utf8'),
);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lora-gate-peft-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function failure(promise: Promise<unknown>): Promise<UserError> {
  return promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error) => error as UserError,
  );
}

async function editConfig(path: string, changes: Record<string, unknown>): Promise<void> {
  const file = join(path, 'adapter_config.json');
  await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), ...changes }));
}

describe('adapters written by PEFT', () => {
  test.each([
    [
      'all-linear',
      {
        r: 2,
        lora_alpha: 4,
        lora_dropout: 0.1,
        use_rslora: true,
        target_modules: ['q_proj', 'k_proj', 'v_proj', 'o_proj', 'gate_proj', 'up_proj', 'down_proj'],
      },
    ],
    [
      'regex',
      { r: 3, lora_alpha: 6, lora_dropout: 0, use_rslora: false, target_modules: ['q_proj', 'v_proj'] },
    ],
    [
      'list-bf16',
      { r: 1, lora_alpha: 16, lora_dropout: 0, use_rslora: false, target_modules: ['k_proj', 'down_proj'] },
    ],
  ])('%s: options and every value are those of torch', async (name, lora) => {
    const adapter = await readAdapter(join(fixtures, name), model);
    expect(adapter.lora).toEqual(lora);
    expect(adapter.base_model_name_or_path).toBe('example/tiny-llama');
    expect(adapter.revision).toBe('0123abc');
    expect([...adapter.tensors.keys()].sort()).toEqual(Object.keys(expected[name]!).sort());
    for (const [key, { shape, values }] of Object.entries(expected[name]!)) {
      expect(adapter.tensors.get(key)!.shape).toEqual(shape);
      expect([...adapter.tensors.get(key)!.values]).toEqual(values);
    }
  });

  test('all-linear is understood by its name too', async () => {
    await cp(join(fixtures, 'all-linear'), folder, { recursive: true });
    await editConfig(folder, { target_modules: 'all-linear' });
    expect((await readAdapter(folder, model)).lora.target_modules.length).toBe(7);
  });

  test.each([
    ['dora', ['use_dora is true, expected none']],
    ['one-layer', ['layers_to_transform is [1], expected none']],
  ])('%s is refused, because it is more than plain LoRA', async (name, problems) => {
    const error = await failure(readAdapter(join(fixtures, name), model));
    expect(error.code).toBe('adapter-unsupported');
    expect(error.problems).toEqual(problems);
  });

  test('an adapter on the head is refused by the tensors it has too many', async () => {
    const error = await failure(readAdapter(join(fixtures, 'with-head'), model));
    expect(error.code).toBe('adapter-mismatch');
    expect(error.problems).toEqual([
      'extra: base_model.model.lm_head.lora_A.weight [1, 8]',
      'extra: base_model.model.lm_head.lora_B.weight [32, 1]',
    ]);
  });
});

describe('what is refused', () => {
  test('every missing, extra and misshapen tensor is listed at once', async () => {
    await cp(join(fixtures, 'regex'), folder, { recursive: true });
    const weights = join(folder, 'adapter_model.safetensors');
    const { tensors } = await readSafetensorsF32(weights);
    const q = 'base_model.model.model.layers.0.self_attn.q_proj';
    const v = 'base_model.model.model.layers.1.self_attn.v_proj';
    tensors.delete(`${q}.lora_A.weight`);
    tensors.set(`${v}.lora_B.weight`, { shape: [5, 3], values: new Float32Array(15) });
    tensors.set('model.layers.0.self_attn.q_proj.lora_A.weight', {
      shape: [3, 8],
      values: new Float32Array(24),
    });
    await writeSafetensors(weights, tensors);
    const error = await failure(readAdapter(folder, model));
    expect(error.code).toBe('adapter-mismatch');
    expect(error.problems).toEqual([
      `missing: ${q}.lora_A.weight [3, 8]`,
      `misshapen: ${v}.lora_B.weight is [5, 3], expected [4, 3]`,
      'extra: model.layers.0.self_attn.q_proj.lora_A.weight [3, 8]',
    ]);
    expect(error.hint).toContain('example/tiny-llama');
  });

  test('an adapter of another model: every tensor is named with both shapes', async () => {
    const error = await failure(readAdapter(join(fixtures, 'regex'), { ...model, hidden_size: 16 }));
    expect(error.problems.length).toBe(4);
    expect(error.problems[0]).toMatch(/lora_A\.weight is \[3, 8\], expected \[3, 16\]$/);
  });

  test('all that is not plain LoRA is listed at once', async () => {
    await cp(join(fixtures, 'regex'), folder, { recursive: true });
    await editConfig(folder, {
      bias: 'all',
      modules_to_save: ['lm_head'],
      rank_pattern: { q_proj: 4 },
      alpha_pattern: { q_proj: 4 },
      init_lora_weights: 'pissa',
      peft_type: 'LOHA',
    });
    const error = await failure(readAdapter(folder, model));
    expect(error.code).toBe('adapter-unsupported');
    expect(error.problems).toEqual([
      'peft_type is LOHA, expected LORA',
      'bias is "all", expected "none"',
      'init_lora_weights is "pissa", which also changes the base weights',
      'alpha_pattern is {"q_proj":4}, expected none',
      'modules_to_save is ["lm_head"], expected none',
      'rank_pattern is {"q_proj":4}, expected none',
    ]);
  });

  test('a list that means a module in one layer only names the layer', async () => {
    await cp(join(fixtures, 'regex'), folder, { recursive: true });
    await editConfig(folder, { target_modules: ['layers.1.self_attn.q_proj', 'v_proj'] });
    const error = await failure(readAdapter(folder, model));
    expect(error.code).toBe('adapter-unsupported');
    expect(error.problems).toEqual(['q_proj in layers 1 of 2']);
  });

  test.each([
    ['not JSON', '{"r": 8', 'adapter-config-invalid', []],
    [
      'wrong types',
      '{"peft_type": "LORA", "r": 0, "target_modules": 5}',
      'adapter-config-invalid',
      ['r', 'target_modules'],
    ],
    ['a list', '[]', 'adapter-config-invalid', ['the document']],
  ])('a configuration that is %s names each field', async (_name, text, code, fields) => {
    await cp(join(fixtures, 'regex'), folder, { recursive: true });
    await writeFile(join(folder, 'adapter_config.json'), text);
    const error = await failure(readAdapter(folder, model));
    expect(error.code).toBe(code);
    expect(error.message).toContain(join(folder, 'adapter_config.json'));
    expect(error.problems.map((line) => line.split(':')[0])).toEqual(fields);
  });

  test('a pickle is never opened, and the way out is named', async () => {
    await cp(join(fixtures, 'regex'), folder, { recursive: true });
    await rename(join(folder, 'adapter_model.safetensors'), join(folder, 'adapter_model.bin'));
    const error = await failure(readAdapter(folder, model));
    expect(error.code).toBe('adapter-pickled');
    expect(error.hint).toContain('safe_serialization=True');
  });

  test('a folder without an adapter lists what is missing', async () => {
    const error = await failure(readAdapter(folder, model));
    expect(error.code).toBe('adapter-missing');
    expect(error.problems).toEqual([
      'adapter_model.safetensors is missing',
      'adapter_config.json is missing',
    ]);
  });
});

describe('an adapter for the whole of a model that also sees', () => {
  const sees: ModelConfig = { ...model, architecture: 'gemma3', is_multimodal: true };
  const stored = join(fixtures, 'multimodal');

  test('is read as one for its language model, by both names that transformers has had for the layers', async () => {
    const adapter = await readAdapter(stored, sees);
    expect(adapter.lora).toMatchObject({ r: 2, target_modules: ['q_proj', 'down_proj'] });
    for (const [key, { shape, values }] of Object.entries(expected.multimodal!)) {
      const own = adapter.tensors.get(key.replace('model.language_model.layers', 'model.layers'))!;
      expect(own.shape).toEqual(shape);
      expect([...own.values]).toEqual(values);
    }
    await cp(stored, folder, { recursive: true });
    const { tensors } = await readSafetensorsF32(join(stored, 'adapter_model.safetensors'));
    const former = [...tensors].map(
      ([name, tensor]) => [name.replace('model.language_model.', 'language_model.model.'), tensor] as const,
    );
    await writeSafetensors(join(folder, 'adapter_model.safetensors'), new Map(former));
    expect(await readAdapter(folder, sees)).toEqual(adapter);
  });

  test('is written under the names that PEFT gives it, with targets that leave the vision part alone', async () => {
    const adapter = await readAdapter(stored, sees);
    await writeAdapter(folder, { ...adapter, multimodal: true });
    const configOf = async (at: string) =>
      JSON.parse(await readFile(join(at, 'adapter_config.json'), 'utf8')) as Record<string, unknown>;
    expect((await configOf(folder)).target_modules).toBe((await configOf(stored)).target_modules);
    const weightsOf = (at: string) => readSafetensorsF32(join(at, 'adapter_model.safetensors'));
    const [own, theirs] = [(await weightsOf(folder)).tensors, (await weightsOf(stored)).tensors];
    expect([...own.keys()].sort()).toEqual([...theirs.keys()].sort());
    expect(await readAdapter(folder, sees)).toEqual(adapter);
  });
});

describe('writing', () => {
  test.each(['all-linear', 'regex', 'list-bf16'])(
    '%s comes back as it was, and twice the same bytes',
    async (name) => {
      const adapter = await readAdapter(join(fixtures, name), model);
      await writeAdapter(join(folder, 'a', 'b'), adapter);
      await writeAdapter(join(folder, 'again'), {
        ...adapter,
        tensors: new Map([...adapter.tensors].reverse()),
      });
      expect(await readAdapter(join(folder, 'a', 'b'), model)).toEqual(adapter);
      expect((await readdir(join(folder, 'again'))).sort()).toEqual([
        'adapter_config.json',
        'adapter_model.safetensors',
      ]);
      for (const file of await readdir(join(folder, 'again'))) {
        const [one, two] = await Promise.all(
          [join(folder, 'a', 'b', file), join(folder, 'again', file)].map((path) => readFile(path)),
        );
        expect(sha256(two!)).toBe(sha256(one!));
      }
    },
  );

  test('the weights are byte for byte what PEFT writes', async () => {
    const adapter = await readAdapter(join(fixtures, 'all-linear'), model);
    await writeAdapter(folder, adapter);
    const ours = await readFile(join(folder, 'adapter_model.safetensors'));
    expect(ours.equals(await readFile(join(fixtures, 'all-linear', 'adapter_model.safetensors')))).toBe(true);
  });

  test('every field of the configuration has the value PEFT gives it', async () => {
    const adapter = await readAdapter(join(fixtures, 'regex'), model);
    await writeAdapter(folder, adapter);
    const ours = JSON.parse(await readFile(join(folder, 'adapter_config.json'), 'utf8'));
    const theirs = JSON.parse(await readFile(join(fixtures, 'regex', 'adapter_config.json'), 'utf8'));
    expect(ours.target_modules).toEqual(['q_proj', 'v_proj']);
    for (const [field, value] of Object.entries(ours)) {
      if (field !== 'target_modules') expect([field, value]).toEqual([field, theirs[field]]);
    }
  });
});
