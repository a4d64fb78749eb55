/** The decoder of a golden model, its weights handed over from the fixture; and the tensors that tests compare. */

import { readFile } from 'node:fs/promises';
import type * as tf from '@tensorflow/tfjs-core';
import { silentLogger } from '../../src/log.ts';
import type { Checkpoint } from '../../src/model/checkpoint.ts';
import { Decoder } from '../../src/model/decoder.ts';
import { adapterFromTensors, type LoraAdapter, type LoraConfig } from '../../src/model/lora.ts';
import { modelConfigFromHf } from '../../src/model/source/hf-config.ts';
import type { Golden, GoldenAdapter } from './golden.ts';
import { readF32Tensors } from './safetensors-reader.ts';

export async function goldenCheckpoint(golden: Golden): Promise<Checkpoint> {
  const path = `${golden.folder}/config.json`;
  const tensors = await readF32Tensors(`${golden.folder}/model.safetensors`);
  return {
    config: modelConfigFromHf(JSON.parse(await readFile(path, 'utf8')), path),
    tensors: new Map([...tensors].map(([name, { shape }]) => [name, { shape, dtype: 'F32' }])),
    async stream(name, sink) {
      const tensor = tensors.get(name);
      if (!tensor) throw new Error(`no ${name}`);
      sink(0, tensor.values);
    },
    async close() {},
  };
}

/** The golden model in float32. */
export async function goldenDecoder(golden: Golden): Promise<Decoder> {
  return Decoder.load(await goldenCheckpoint(golden), { base_dtype: 'float32', logger: silentLogger });
}

/** A golden adapter by its own config and parameters. */
export async function goldenAdapter(decoder: Decoder, adapter: GoldenAdapter): Promise<LoraAdapter> {
  const json = await readFile(`${adapter.folder}/adapter_config.json`, 'utf8');
  const { r, lora_alpha, lora_dropout, target_modules, use_rslora } = JSON.parse(json) as LoraConfig;
  return adapterFromTensors(
    decoder.config,
    { r, lora_alpha, lora_dropout, target_modules, use_rslora },
    adapter.parameters,
  );
}

/** A tensor's values; the tensor is freed. */
export function take(tensor: tf.Tensor): Float32Array {
  const values = tensor.dataSync<'float32'>();
  tensor.dispose();
  return values;
}
