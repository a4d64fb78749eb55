import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLogger } from '../../../src/log.ts';
import type { Checkpoint } from '../../../src/model/checkpoint.ts';
import { openCheckpoint, resolveModel } from '../../../src/model/source/resolve.ts';
import {
  type Float32Tensor,
  readSafetensorsF32,
  writeSafetensors,
} from '../../../src/model/weights/safetensors.ts';
import { textTensorName } from '../../../src/model/weights/safetensors-checkpoint.ts';

const golden = fileURLToPath(new URL('../../golden/fixtures/', import.meta.url));
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), 'model-files-'));
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

async function open(spec: string): Promise<Checkpoint> {
  return openCheckpoint(await resolveModel(spec, { cacheDir: scratch, logger: silentLogger }));
}

async function readTensor(checkpoint: Checkpoint, name: string): Promise<Float32Array> {
  const { shape } = checkpoint.tensors.get(name)!;
  const values = new Float32Array(shape.reduce((product, n) => product * n, 1)).fill(Number.NaN);
  let next = 0;
  await checkpoint.stream(name, (at, piece) => {
    expect(at).toBe(next);
    expect(piece.length % shape.at(-1)!).toBe(0);
    values.set(piece, at);
    next = at + piece.length;
  });
  expect(next).toBe(values.length);
  return values;
}

async function expectTensors(
  checkpoint: Checkpoint,
  expected: ReadonlyMap<string, Float32Tensor>,
): Promise<void> {
  expect([...checkpoint.tensors.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [name, { shape, values }] of expected) {
    expect(checkpoint.tensors.get(name)?.shape).toEqual(shape);
    expect(await readTensor(checkpoint, name), name).toEqual(values);
  }
}

describe('GGUF models', () => {
  it.each(['gemma2-q8', 'llama-q4'])(
    'reads %s as transformers does: names, values, norms and row order',
    async (name) => {
      const expected = await readSafetensorsF32(`${golden}weights/${name}-expected.safetensors`);
      const checkpoint = await open(`${golden}weights/${name}.gguf`);
      await expectTensors(checkpoint, expected.tensors);
      await checkpoint.close();
    },
  );

  it.each(['gemma3', 'llama', 'llama-untied'])(
    'reads %s from GGUF and from its folder alike',
    async (name) => {
      const folder = await open(`${golden}models/${name}/model`);
      const gguf = await open(`${golden}models/${name}/${name}-f32.gguf`);
      expect(gguf.config).toEqual(folder.config);
      expect([...gguf.tensors.keys()].sort()).toEqual([...folder.tensors.keys()].sort());
      for (const tensor of folder.tensors.keys()) {
        const [a, b] = [await readTensor(gguf, tensor), await readTensor(folder, tensor)];
        // Gemma's norms went through + 1 and − 1 in float32: off by at most half an ulp of 2, 2^-24 · 2
        const tolerance = name === 'gemma3' && tensor.endsWith('norm.weight') ? 2 ** -23 : 0;
        expect(Math.max(...a.map((value, i) => Math.abs(value - b[i]!))), tensor).toBeLessThanOrEqual(
          tolerance,
        );
      }
      await folder.close();
      await gguf.close();
    },
  );

  it('refuses a model that lacks tensors or has strange ones, listing each', async () => {
    const bytes = await readFile(`${golden}weights/llama-q4.gguf`);
    const at = bytes.indexOf('blk.1.attn_q.weight');
    bytes.write('blk.1.attn_q.weighs', at);
    const file = path.join(scratch, 'odd.gguf');
    await writeFile(file, bytes);
    await expect(open(file)).rejects.toMatchObject({
      code: 'model-tensors-do-not-fit',
      problems: [
        'model.layers.1.self_attn.q_proj.weight: missing, expected [64, 32]',
        'blk.1.attn_q.weighs: [64, 32] has no place in this architecture',
      ],
    });
  });
});

describe('safetensors models', () => {
  const source = `${golden}models/llama-untied/model`;

  it('reads shards through their index as the single file', async () => {
    const folder = path.join(scratch, 'sharded');
    await cp(source, folder, { recursive: true });
    const { tensors } = await readSafetensorsF32(`${folder}/model.safetensors`);
    const names = [...tensors.keys()];
    const weight_map: Record<string, string> = {};
    for (const shard of [1, 2, 3]) {
      const file = `model-0000${shard}-of-00003.safetensors`;
      const mine = names.filter((_, i) => i % 3 === shard - 1);
      for (const name of mine) weight_map[name] = file;
      await writeSafetensors(`${folder}/${file}`, new Map(mine.map((name) => [name, tensors.get(name)!])));
    }
    await rm(`${folder}/model.safetensors`);
    await writeFile(`${folder}/model.safetensors.index.json`, JSON.stringify({ metadata: {}, weight_map }));
    const checkpoint = await open(folder);
    await expectTensors(checkpoint, tensors);
    await checkpoint.close();

    await rm(`${folder}/model-00002-of-00003.safetensors`);
    await expect(open(folder)).rejects.toMatchObject({
      code: 'model-folder-incomplete',
      problems: ['model-00002-of-00003.safetensors is missing'],
    });
  });

  it('reads a multimodal checkpoint as its text model', async () => {
    const folder = path.join(scratch, 'multimodal');
    await cp(`${golden}models/gemma3/model`, folder, { recursive: true });
    const text = JSON.parse(await readFile(`${folder}/config.json`, 'utf8'));
    const { tensors } = await readSafetensorsF32(`${folder}/model.safetensors`);
    const stored = new Map([...tensors].map(([name, tensor]) => [`language_model.${name}`, tensor]));
    stored.set('vision_tower.patch.weight', { shape: [2], values: Float32Array.of(1, 2) });
    await writeSafetensors(`${folder}/model.safetensors`, stored);
    const config = { architectures: ['Gemma3ForConditionalGeneration'], text_config: text };
    await writeFile(`${folder}/config.json`, JSON.stringify(config));
    const checkpoint = await open(folder);
    const plain = await open(`${golden}models/gemma3/model`);
    expect(checkpoint.config).toEqual({ ...plain.config, is_multimodal: true });
    await plain.close();
    await expectTensors(checkpoint, tensors);
    await checkpoint.close();
  });

  it('knows the prefixes that text models are saved under', () => {
    const name = 'model.layers.0.mlp.up_proj.weight';
    expect(textTensorName('language_model.model.layers.0.mlp.up_proj.weight')).toBe(name);
    expect(textTensorName('model.language_model.layers.0.mlp.up_proj.weight')).toBe(name);
    expect(textTensorName('layers.0.mlp.up_proj.weight')).toBe(name);
    expect(textTensorName('model.vision_tower.a.weight')).toBeUndefined();
    expect(textTensorName('language_model.lm_head.weight')).toBe('lm_head.weight');
  });

  it('hands out large tensors in pieces of whole rows, in order', async () => {
    const rows = 5000;
    const folder = path.join(scratch, 'large');
    await cp(source, folder, { recursive: true });
    const config = JSON.parse(await readFile(`${folder}/config.json`, 'utf8'));
    const { tensors } = await readSafetensorsF32(`${folder}/model.safetensors`);
    const width: number = config.hidden_size;
    const values = Float32Array.from({ length: rows * 10 * width }, (_, i) => i % 65_521);
    tensors.set('model.embed_tokens.weight', { shape: [rows * 10, width], values });
    tensors.set('lm_head.weight', { shape: [rows * 10, width], values });
    await writeSafetensors(`${folder}/model.safetensors`, tensors);
    await writeFile(`${folder}/config.json`, JSON.stringify({ ...config, vocab_size: rows * 10 }));
    const checkpoint = await open(folder);
    let pieces = 0;
    await checkpoint.stream('lm_head.weight', (_, piece) => {
      pieces++;
      expect(piece.length).toBeLessThanOrEqual(4 << 20);
    });
    expect(pieces).toBeGreaterThan(1);
    // two at once: the second waits for the buffers of the first
    const [a, b] = await Promise.all([
      readTensor(checkpoint, 'lm_head.weight'),
      readTensor(checkpoint, 'model.embed_tokens.weight'),
    ]);
    expect(Buffer.from(a.buffer).equals(Buffer.from(values.buffer))).toBe(true);
    expect(Buffer.from(b.buffer).equals(Buffer.from(values.buffer))).toBe(true);
    await expect(
      checkpoint.stream('lm_head.weight', () => {
        throw new Error('sink');
      }),
    ).rejects.toThrow('sink');
    await expect(checkpoint.stream('nope', () => {})).rejects.toMatchObject({ code: 'tensor-missing' });
    await checkpoint.close();
  });
});
