/** The decoder of a golden model, opened from its files as users' models are; and the values of tensors to compare. */

import { fileURLToPath } from 'node:url';
import type * as tf from '@tensorflow/tfjs-core';
import { readAdapter } from '../../src/adapter/peft.ts';
import { silentLogger } from '../../src/log.ts';
import type { Decoder } from '../../src/model/decoder.ts';
import { loadDecoder as loadWeights } from '../../src/model/language-model.ts';
import { adapterFromTensors, type LoraAdapter } from '../../src/model/lora.ts';
import { resolveModel } from '../../src/model/source/resolve.ts';
import type { Golden, GoldenAdapter } from './golden.ts';

/** Loads a local model folder or GGUF file. */
export async function loadDecoder(
  path: string,
  base_dtype: 'float32' | 'bfloat16' = 'float32',
): Promise<Decoder> {
  // A local path needs no cache.
  const cacheDir = fileURLToPath(new URL('no-cache', import.meta.url));
  const files = await resolveModel(path, { cacheDir, logger: silentLogger });
  return loadWeights(files, { base_dtype, logger: silentLogger });
}

/** The golden model in float32, from its Hugging Face folder. */
export async function goldenDecoder(golden: Golden): Promise<Decoder> {
  return loadDecoder(golden.folder);
}

/** A golden adapter, from the folder that PEFT wrote. */
export async function goldenAdapter(decoder: Decoder, { folder }: GoldenAdapter): Promise<LoraAdapter> {
  const { lora, tensors } = await readAdapter(folder, decoder.config);
  return adapterFromTensors(decoder.config, lora, tensors);
}

/** A tensor's values; the tensor is freed. */
export async function take(tensor: tf.Tensor): Promise<Float32Array> {
  const values = await tensor.data<'float32'>();
  tensor.dispose();
  return values;
}
