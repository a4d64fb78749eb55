/** What the tests of `engine: accelerate` share: the environment in the cache folder, the small chat model and its rows. */

import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ownFile } from '../../../src/assets.ts';
import { type AccelerateConfig, AccelerateSchema } from '../../../src/config/accelerate-schema.ts';
import { tokenizeConversation } from '../../../src/dataset/chat.ts';
import type { TokenizedConversation } from '../../../src/dataset/conversation.ts';
import { createTerminalLogger, silentLogger } from '../../../src/log.ts';
import { loadModelText, type ModelText, readModelConfig } from '../../../src/model/language-model.ts';
import { TARGET_MODULES } from '../../../src/model/lora.ts';
import { defaultCacheDir } from '../../../src/runtime/cache.ts';
import { type PythonEnvironment, provisionPython } from '../../../src/runtime/python-environment.ts';
import { launchVariables } from '../../../src/train/accelerate/machines.ts';
import { REQUIREMENTS } from '../../../src/train/accelerate/requirements.ts';
import type { TrainAccelerateOptions } from '../../../src/train/accelerate/train-accelerate.ts';
import { makeChatModel } from '../../e2e/chat-model.ts';
import { houseRows } from '../../e2e/harbour-rows.ts';

/** The minutes of a first set-up are no test's. */
export const SET_UP_MILLISECONDS = 900_000;

export const cacheDir = defaultCacheDir(process.env);

export async function pythonEnvironment(): Promise<PythonEnvironment> {
  return provisionPython({
    cacheDir,
    flavour: 'cpu',
    requirementsFile: ownFile(REQUIREMENTS),
    logger: createTerminalLogger(),
  });
}

export const LORA = {
  r: 8,
  lora_alpha: 16,
  // Masks are drawn by torch there and by us here: with dropout no two engines agree.
  lora_dropout: 0,
  target_modules: TARGET_MODULES,
  use_rslora: false,
};

export const RECIPE = {
  num_train_epochs: 2,
  max_steps: -1,
  learning_rate: 0.01,
  per_device_train_batch_size: 2,
  gradient_accumulation_steps: 2,
  lr_scheduler_type: 'cosine' as const,
  warmup_ratio: 0.1,
  weight_decay: 0.01,
  max_grad_norm: 1,
  max_length: 256,
  packing: false,
  seed: 7,
};

export function settings(given: Partial<AccelerateConfig> = {}): AccelerateConfig {
  return AccelerateSchema.parse(given);
}

export interface Setting {
  /** Temporary files of trainings go here, so that what is left behind is seen. */
  folder: string;
  text: ModelText;
  conversations: TokenizedConversation[];
  options(more?: Partial<TrainAccelerateOptions>): Omit<TrainAccelerateOptions, 'onStep'>;
  remove(): Promise<void>;
}

/** `rows` conversations of the harbour for the small chat model. */
export async function makeSetting(rows: number): Promise<Setting> {
  const folder = await mkdtemp(path.join(tmpdir(), 'accelerate-test-'));
  const scratch = path.join(folder, 'scratch');
  await mkdir(scratch);
  // Of this test file's process, and of those that it starts.
  process.env.TMPDIR = scratch;
  const text = await loadModelText(await makeChatModel(path.join(folder, 'model')), {
    cacheDir,
    logger: silentLogger,
  });
  const conversations = houseRows(0, rows).map((row, i) =>
    tokenizeConversation(
      { ...row, group: row.id, tags: [], file: 'train.jsonl', line: i + 1 },
      text.tokenizer,
      text.template,
    ),
  );
  const config = await readModelConfig(text);
  return {
    folder,
    text,
    conversations,
    options: (more = {}) => ({
      model: { files: text.files, config },
      base_dtype: 'float32',
      lora: LORA,
      recipe: RECIPE,
      conversations,
      settings: settings({ num_processes: 2 }),
      host: { cacheDir, variables: launchVariables(process.env) },
      logger: silentLogger,
      ...more,
    }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Processes of the trainings of this test file. */
export async function trainingProcesses(): Promise<{ pid: number; words: string[] }[]> {
  const found = await Promise.all(
    (await readdir('/proc'))
      .filter((name) => /^\d+$/.test(name))
      .map(async (name) => {
        const text = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
        return { pid: Number(name), words: text.split('\0') };
      }),
  );
  return found.filter(
    ({ pid, words }) => pid !== process.pid && words.some((each) => each.startsWith(tmpdir())),
  );
}

/** Folders of its trainings. */
export async function jobFolders(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('lora-gate-accelerate-')).sort();
}
