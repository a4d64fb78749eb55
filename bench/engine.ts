/**
 * Our side's process: cache folder, threads, runtime and model, opened as the command line opens them. Knows no
 * measurement.
 */

import { silentLogger } from '../src/log.ts';
import type { Decoder } from '../src/model/decoder.ts';
import {
  type LanguageModel,
  loadDecoder,
  loadLanguageModel,
  loadModelText,
  type ModelText,
} from '../src/model/language-model.ts';
import type { BaseDtype } from '../src/model/load-weights.ts';
import type { LoraConfig } from '../src/model/lora.ts';
import { TARGET_MODULES } from '../src/model/lora.ts';
import { resolveModel } from '../src/model/source/resolve.ts';
import { defaultCacheDir } from '../src/runtime/cache.ts';
import { loadRuntime, type Runtime } from '../src/runtime/load.ts';
import type { TrainingRecipe } from '../src/train/trainer.ts';
import type { Device } from './job.ts';
import { modelSpec } from './models.ts';

/** The adapter of every measurement: all linear layers, no dropout, so that the losses of all sides can be compared. */
export const BENCH_LORA: LoraConfig = {
  r: 8,
  lora_alpha: 16,
  lora_dropout: 0,
  target_modules: TARGET_MODULES,
  use_rslora: false,
};

/** One epoch over the rows, one optimizer step a batch. */
export function benchRecipe(batchRows: number, length: number): TrainingRecipe {
  return {
    num_train_epochs: 1,
    max_steps: -1,
    learning_rate: 2e-4,
    per_device_train_batch_size: batchRows,
    gradient_accumulation_steps: 1,
    lr_scheduler_type: 'constant',
    warmup_ratio: 0,
    weight_decay: 0,
    max_grad_norm: 1,
    max_length: length,
    packing: false,
    seed: 42,
  };
}

export function cacheFolder(): string {
  return defaultCacheDir(process.env);
}

/** Files and tokenizer, without weights and without TensorFlow. */
export function openModelText(name: string): Promise<ModelText> {
  return loadModelText(modelSpec(name), { cacheDir: cacheFolder(), logger: silentLogger });
}

/** Limits TensorFlow's threads; counts only before `openRuntime`. */
export function limitThreads(threads: number): void {
  process.env.TF_NUM_INTRAOP_THREADS = String(threads);
  process.env.TF_NUM_INTEROP_THREADS = '1';
}

export function openRuntime(runtime: Device = 'cpu'): Promise<Runtime> {
  return loadRuntime({ runtime, cacheDir: cacheFolder(), logger: silentLogger, requireNative: true });
}

/** Weights alone: a folder needs no tokenizer. */
export async function openDecoder(name: string, base_dtype: BaseDtype): Promise<Decoder> {
  const files = await resolveModel(modelSpec(name), { cacheDir: cacheFolder(), logger: silentLogger });
  return loadDecoder(files, { base_dtype, logger: silentLogger });
}

export async function openModel(name: string, base_dtype: BaseDtype = 'float32'): Promise<LanguageModel> {
  return loadLanguageModel(await openModelText(name), { base_dtype, logger: silentLogger });
}
