import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { modelConfigFromGguf } from '../../../src/model/source/gguf-config.ts';
import { modelConfigFromHf } from '../../../src/model/source/hf-config.ts';
import { type GgufFile, type GgufValue, readGguf } from '../../../src/model/weights/gguf.ts';

const fixtures = fileURLToPath(new URL('../../golden/fixtures/weights/', import.meta.url));

interface Rope {
  rope_type: string;
  rope_theta: number;
  factor?: number;
}
interface Case {
  name: string;
  given: Record<string, unknown>;
  expected: Record<string, unknown> & { rope: { full_attention: Rope; sliding_attention?: Rope } };
}
const cases: Case[] = JSON.parse(readFileSync(`${fixtures}configs.json`, 'utf8')).filter((one: object) =>
  Object.hasOwn(one, 'given'),
);

const llama = { architectures: ['LlamaForCausalLM'] };

function problemsOf(json: unknown): readonly string[] {
  try {
    modelConfigFromHf(json, 'config.json');
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    return (error as UserError).problems;
  }
  throw new Error('expected to be refused');
}

describe('config.json', () => {
  it.each(cases)('is read as transformers reads it: $name', ({ given, expected }) => {
    const config = modelConfigFromHf(given, 'config.json');
    const { rope, layer_types, sliding_window, query_pre_attn_scalar, ...same } = expected;
    const defined = Object.fromEntries(Object.entries(same).map(([key, value]) => [key, value ?? undefined]));
    expect(config).toMatchObject(defined);
    expect(config.layer_types).toEqual(layer_types ?? Array(config.num_hidden_layers).fill('full_attention'));
    expect(config.sliding_window).toBe(sliding_window ?? undefined);
    expect(config.query_pre_attn_scalar).toBe(query_pre_attn_scalar ?? config.head_dim);
    const { rope_type, rope_theta, ...scaling } = rope.full_attention;
    expect(config.rope_theta).toBe(rope_theta);
    expect(config.rope_scaling).toEqual(rope_type === 'default' ? undefined : { rope_type, ...scaling });
    expect(config.rope_local_base_freq).toBe(rope.sliding_attention?.rope_theta);
  });

  it('lets generation_config.json say which tokens end an answer', () => {
    const config = modelConfigFromHf({ ...llama, eos_token_id: 2 }, 'config.json', {
      eos_token_id: [1, 106],
    });
    expect(config.eos_token_ids).toEqual([1, 106]);
  });

  it('names the supported architectures when it is another', () => {
    for (const json of [{ architectures: ['MistralForCausalLM'] }, { model_type: 'qwen2' }, {}]) {
      expect(() => modelConfigFromHf(json, 'config.json')).toThrow(
        expect.objectContaining({
          code: 'model-unsupported',
          hint: expect.stringContaining('LlamaForCausalLM'),
        }),
      );
    }
  });

  it('takes the model type where no architecture is named', () => {
    expect(modelConfigFromHf({ model_type: 'gemma2' }, 'config.json').architecture).toBe('gemma2');
  });

  it('lists everything that it cannot use', () => {
    expect(
      problemsOf({
        ...llama,
        hidden_size: 'wide',
        num_hidden_layers: 4_000_000_000,
        attention_bias: true,
        hidden_act: 'gelu',
        quantization_config: { quant_method: 'gptq' },
      }),
    ).toEqual([
      expect.stringMatching(/^hidden_size: /),
      expect.stringMatching(/^num_hidden_layers: .*1000/),
      'attention_bias: true is not supported',
      expect.stringMatching(/^quantization_config: /),
      'hidden_act: gelu, expected silu',
    ]);
    expect(
      problemsOf({
        architectures: ['Gemma3ForCausalLM'],
        num_attention_heads: 3,
        num_key_value_heads: 2,
        head_dim: 7,
        num_hidden_layers: 3,
        layer_types: ['sliding_attention', 'full_attention'],
        sliding_window: null,
        rope_parameters: {
          full_attention: { rope_type: 'yarn', factor: 2 },
          sliding_attention: { rope_type: 'linear', factor: 2 },
        },
      }),
    ).toEqual([
      'rope_parameters.sliding_attention: rope type "linear" is not supported',
      'rope scaling "yarn" is not supported; supported: default, linear, llama3',
      'num_attention_heads: 3 is not a multiple of num_key_value_heads 2',
      'head_dim: 7 is odd, rotary positions need pairs',
      'layer_types: 2 entries for 3 layers',
      'sliding_window: null, but some layers slide',
    ]);
  });

  it.each([
    [{ rope_scaling: { type: 'dynamic', factor: 2 } }, /"dynamic" is not supported/],
    [{ rope_scaling: { rope_type: 'linear' } }, /"linear" without a factor/],
    [{ rope_scaling: { rope_type: 'llama3', factor: 8 } }, /"llama3" needs/],
    [{ rope_theta: 'large' }, /^rope_theta: large/],
    [{ partial_rotary_factor: 0.5 }, /^partial_rotary_factor/],
    [{ rope_parameters: { rope_theta: -1 } }, /^rope_parameters\.rope_theta/],
  ])('refuses the rotary settings %j', (fields, problem) => {
    expect(problemsOf({ ...llama, ...fields })).toEqual([expect.stringMatching(problem)]);
  });

  it('reads the older linear scaling under its older key', () => {
    const config = modelConfigFromHf(
      { ...llama, rope_scaling: { type: 'linear', factor: 2.5 } },
      'config.json',
    );
    expect(config.rope_scaling).toEqual({ rope_type: 'linear', factor: 2.5 });
  });
});

describe('GGUF metadata', () => {
  /** The metadata of a fixture with some keys changed; undefined takes a key out. */
  async function changed(name: string, changes: Record<string, GgufValue | undefined>): Promise<GgufFile> {
    const file = await readGguf(`${fixtures}${name}.gguf`);
    const metadata = new Map(file.metadata);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) metadata.delete(key);
      else metadata.set(key, value);
    }
    return { ...file, metadata };
  }

  it('gives a small Gemma 2 the configuration it was written from', async () => {
    expect(modelConfigFromGguf(await readGguf(`${fixtures}gemma2-q8.gguf`))).toEqual({
      architecture: 'gemma2',
      vocab_size: 40,
      hidden_size: 32,
      intermediate_size: 64,
      num_hidden_layers: 2,
      num_attention_heads: 4,
      num_key_value_heads: 2,
      head_dim: 16,
      rms_norm_eps: 1e-6,
      max_position_embeddings: 128,
      layer_types: ['sliding_attention', 'full_attention'],
      sliding_window: 8,
      rope_theta: 10_000,
      rope_local_base_freq: undefined,
      rope_scaling: undefined,
      query_pre_attn_scalar: 16,
      attn_logit_softcapping: 50,
      final_logit_softcapping: 30,
      tie_word_embeddings: true,
      bos_token_id: 2,
      eos_token_ids: [1],
      pad_token_id: undefined,
    });
  });

  it('knows what only the size of a 27B model tells: scores scaled by the width over the heads', async () => {
    const file = await changed('gemma2-q8', { 'gemma2.block_count': 46 });
    expect(modelConfigFromGguf(file).query_pre_attn_scalar).toBe(8);
  });

  it('reads linear rotary scaling, and an end-of-turn token beside the end token', async () => {
    const file = await changed('llama-q4', {
      'llama.rope.scaling.type': 'linear',
      'llama.rope.scaling.factor': 4,
      'tokenizer.ggml.eot_token_id': 7,
    });
    const config = modelConfigFromGguf(file);
    expect(config.rope_scaling).toEqual({ rope_type: 'linear', factor: 4 });
    expect(config.eos_token_ids).toEqual([2, 7]);
  });

  it.each([
    ['a factor without a type', { 'llama.rope.scaling.factor': 4 }, { rope_type: 'linear', factor: 4 }],
    ['the key of older files', { 'llama.rope.scale_linear': 4 }, { rope_type: 'linear', factor: 4 }],
    ['the type none', { 'llama.rope.scaling.type': 'none', 'llama.rope.scaling.factor': 4 }, undefined],
    ['no factor', { 'llama.rope.scaling.type': 'linear' }, undefined],
  ])('reads rotary scaling as llama.cpp does: %s', async (_, metadata, scaling) => {
    expect(modelConfigFromGguf(await changed('llama-q4', metadata)).rope_scaling).toEqual(scaling);
  });

  it("recognises Llama 3.1's factors and refuses any others", async () => {
    const file = await changed('llama-q4', {
      'llama.rope.freq_base': 500_000,
      'llama.attention.key_length': 128,
      'llama.attention.value_length': 128,
      'llama.rope.dimension_count': 128,
    });
    // _compute_llama3_parameters of transformers, with factor 8, low 1, high 4, original length 8192
    const factors = Float32Array.from({ length: 64 }, (_, i) => {
      const wavelength = 2 * Math.PI * 500_000 ** (i / 64);
      if (wavelength < 8192 / 4) return 1;
      if (wavelength > 8192) return 8;
      const smooth = (8192 / wavelength - 1) / 3;
      return 1 / ((1 - smooth) / 8 + smooth);
    });
    expect(modelConfigFromGguf(file, factors).rope_scaling).toEqual({
      rope_type: 'llama3',
      factor: 8,
      low_freq_factor: 1,
      high_freq_factor: 4,
      original_max_position_embeddings: 8192,
    });
    expect(
      modelConfigFromGguf(
        file,
        factors.map(() => 1),
      ).rope_scaling,
    ).toBeUndefined();
    factors[40] = factors[40]! * 1.1;
    expect(() => modelConfigFromGguf(file, factors)).toThrow(
      expect.objectContaining({ code: 'model-unsupported' }),
    );
  });

  it('lists the keys that are missing', async () => {
    const file = await changed('llama-q4', {
      'llama.block_count': undefined,
      'llama.embedding_length': undefined,
    });
    expect(() => modelConfigFromGguf(file)).toThrow(
      expect.objectContaining({
        code: 'gguf-invalid',
        problems: ['metadata "llama.block_count" is missing', 'metadata "llama.embedding_length" is missing'],
      }),
    );
  });

  it('lists what makes a file another kind of model', async () => {
    const file = await changed('llama-q4', {
      'llama.expert_count': 8,
      'llama.rope.dimension_count': 8,
      'split.count': 2,
    });
    expect(() => modelConfigFromGguf(file)).toThrow(
      expect.objectContaining({
        code: 'model-unsupported',
        problems: [
          'expert_count: 8; mixtures are not supported',
          'rope.dimension_count: 8 of 16; partial rotation is not supported',
          'split.count: 2; join the parts first (llama-gguf-split --merge)',
        ],
      }),
    );
    const other = await changed('llama-q4', { 'general.architecture': 'qwen2' });
    expect(() => modelConfigFromGguf(other)).toThrow(/"qwen2" is not supported/);
  });
});
