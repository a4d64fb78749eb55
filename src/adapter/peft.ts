/**
 * Adapter folders as PEFT writes and reads them: `adapter_model.safetensors` and `adapter_config.json`. Deals in plain
 * arrays; tensors on a device are the model's business. Never opens a pickle.
 */

import { access, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { ModelConfig } from '../model/config.ts';
import type { AdapterTensor, LoraConfig } from '../model/lora.ts';
import { readSafetensorsF32, writeSafetensors } from '../model/weights/safetensors.ts';
import { replaceFile } from './atomic-file.ts';
import { type AdapterOrigin, formatPeftConfig, parsePeftConfig } from './peft-config.ts';
import {
  expectedShapes,
  multimodalName,
  PEFT_PREFIX,
  resolveTargets,
  shapeProblems,
  textName,
} from './shapes.ts';

export const ADAPTER_WEIGHTS = 'adapter_model.safetensors';
export const ADAPTER_CONFIG = 'adapter_config.json';

export interface AdapterFiles extends AdapterOrigin {
  lora: LoraConfig;
  /** By parameter name without PEFT's prefix: `model.layers.0.self_attn.q_proj.lora_A.weight`. */
  tensors: ReadonlyMap<string, AdapterTensor>;
}

/**
 * Writes an adapter that PEFT loads; the same adapter gives the same bytes. Existing files are replaced, each at once;
 * the configuration comes last, so a folder that has it is whole. `multimodal` writes it for the whole of a model that also sees.
 */
export async function writeAdapter(
  folder: string,
  { multimodal, ...adapter }: AdapterFiles & { multimodal?: boolean | undefined },
): Promise<void> {
  const nameOf = (name: string) => PEFT_PREFIX + (multimodal ? multimodalName(name) : name);
  const tensors = new Map([...adapter.tensors].map(([name, tensor]) => [nameOf(name), tensor]));
  await mkdir(folder, { recursive: true });
  await writeSafetensors(join(folder, ADAPTER_WEIGHTS), tensors, { format: 'pt' });
  await replaceFile(join(folder, ADAPTER_CONFIG), (temporary) =>
    writeFile(temporary, formatPeftConfig(adapter.lora, adapter, { multimodal })),
  );
}

/**
 * Reads an adapter folder for a model, every value as float32; one for the whole of a model that also sees is one for its language
 * model.
 * @throws UserError `adapter-missing`, `adapter-pickled`, `adapter-config-invalid`, `adapter-unsupported`, and
 * `adapter-mismatch` with every missing, extra and misshapen tensor.
 */
export async function readAdapter(
  folder: string,
  model: ModelConfig,
  { maxBytes }: { maxBytes?: number } = {},
): Promise<AdapterFiles> {
  const configPath = join(folder, ADAPTER_CONFIG);
  const weightsPath = join(folder, ADAPTER_WEIGHTS);
  await checkFiles(folder);
  const config = parsePeftConfig(await readFile(configPath, 'utf8'), configPath);
  const stored = await readSafetensorsF32(weightsPath, maxBytes === undefined ? {} : { maxBytes });
  const found = new Map([...stored.tensors].map(([name, tensor]) => [textName(name), tensor]));

  const { targets, partial } = resolveTargets(config.target_modules, model, found.keys());
  if (partial.length > 0 || targets.length === 0) {
    throw new UserError('adapter-unsupported', `${configPath} does not adapt whole sets of layers`, {
      problems: partial.length > 0 ? partial : [`target_modules: ${JSON.stringify(config.target_modules)}`],
      hint: 'target_modules has to mean the same linear layers in every layer of the model',
    });
  }
  const lora: LoraConfig = { ...config.lora, target_modules: targets };
  const problems = shapeProblems(expectedShapes(model, lora), found);
  if (problems.length > 0) {
    throw new UserError('adapter-mismatch', `${weightsPath} does not fit the model`, {
      problems,
      hint: `the adapter was made for ${config.origin.base_model_name_or_path ?? 'a model it does not name'}`,
    });
  }
  const tensors = new Map([...found].map(([name, tensor]) => [name.slice(PEFT_PREFIX.length), tensor]));
  return { lora, ...config.origin, tensors };
}

async function checkFiles(folder: string): Promise<void> {
  const has = (name: string) =>
    access(join(folder, name)).then(
      () => true,
      () => false,
    );
  if ((await has(ADAPTER_WEIGHTS)) && (await has(ADAPTER_CONFIG))) return;
  if (!(await has(ADAPTER_WEIGHTS)) && (await has('adapter_model.bin'))) {
    throw new UserError('adapter-pickled', `${folder} has its weights in adapter_model.bin, a pickle`, {
      hint: 'save the adapter again with safe_serialization=True; a pickle can run code and is never opened',
    });
  }
  const missing = [ADAPTER_WEIGHTS, ADAPTER_CONFIG];
  const absent = await Promise.all(missing.map(async (name) => ((await has(name)) ? [] : [name])));
  throw new UserError('adapter-missing', `${folder} is not an adapter folder`, {
    problems: absent.flat().map((name) => `${name} is missing`),
    hint: `an adapter folder has ${ADAPTER_CONFIG} and ${ADAPTER_WEIGHTS}`,
  });
}
