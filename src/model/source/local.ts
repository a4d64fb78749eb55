/**
 * A model that lies on this machine: a Hugging Face folder (config.json and safetensors) or one GGUF file. Says which
 * files belong to it and what their content is, as a hash. Opens no tensor and fetches nothing.
 */

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { messageOf, UserError } from '../../errors.ts';

export const INDEX_FILE = 'model.safetensors.index.json';
const SINGLE_FILE = 'model.safetensors';
const MAX_INDEX_BYTES = 64 * 2 ** 20;

/** Everything beside the weights that decides what a model computes. */
export const DESCRIPTION_FILES: readonly string[] = [
  'config.json',
  'generation_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'special_tokens_map.json',
  'added_tokens.json',
  'chat_template.jinja',
  'chat_template.json',
];

export interface FolderContents {
  folder: string;
  /** Path of config.json. */
  config: string;
  /** Paths of the safetensors files, sorted. */
  weights: string[];
}

const indexSchema = z.object({ weight_map: z.record(z.string(), z.string()) });

/**
 * The shards that an index names, sorted; they lie beside it.
 * @throws UserError `model-index-invalid`.
 */
export function shardsOfIndex(text: string, label: string): string[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new UserError('model-index-invalid', `${label}: ${messageOf(error)}`);
  }
  const parsed = indexSchema.safeParse(json);
  if (!parsed.success) {
    throw new UserError('model-index-invalid', `${label}: expected weight_map, an object of file names`);
  }
  const shards = [...new Set(Object.values(parsed.data.weight_map))].sort();
  const strange = shards.filter((name) => !/^[\w.-]+\.safetensors$/.test(name));
  if (shards.length > 0 && strange.length === 0) return shards;
  throw new UserError('model-index-invalid', `${label}: weight_map must name .safetensors files beside it`, {
    problems: strange.map((name) => JSON.stringify(name)),
  });
}

async function weightNames(folder: string, present: readonly string[]): Promise<string[]> {
  if (present.includes(INDEX_FILE)) {
    const index = path.join(folder, INDEX_FILE);
    if ((await stat(index)).size > MAX_INDEX_BYTES) {
      throw new UserError('model-index-invalid', `${index}: larger than ${MAX_INDEX_BYTES} bytes`);
    }
    return shardsOfIndex(await readFile(index, 'utf8'), index);
  }
  return [SINGLE_FILE];
}

function hintFor(present: readonly string[]): string {
  const gguf = present.find((name) => name.endsWith('.gguf'));
  if (gguf) return `Name the GGUF file itself: …/${gguf}`;
  if (present.some((name) => /\.(bin|pt|pth)$/.test(name))) {
    return 'Pickled weights (.bin, .pt) are never read: convert them with save_pretrained(…, safe_serialization=True).';
  }
  return 'A model folder holds config.json and model.safetensors (or its shards and their index).';
}

/**
 * Lists what belongs to the model in a folder.
 * @throws UserError `model-folder-unreadable` or `model-folder-incomplete`, listing every missing file.
 */
export async function inspectFolder(folder: string): Promise<FolderContents> {
  const present = await readdir(folder).catch((error: unknown) => {
    throw new UserError('model-folder-unreadable', `${folder}: ${messageOf(error)}`, { cause: error });
  });
  const names = ['config.json', ...(await weightNames(folder, present))];
  const missing: string[] = [];
  for (const name of names) {
    // follows links: a cache snapshot is made of them
    const found = await stat(path.join(folder, name)).catch(() => undefined);
    if (!found?.isFile()) missing.push(`${name} is missing`);
  }
  if (missing.length > 0) {
    throw new UserError('model-folder-incomplete', `${folder} is not a complete model folder`, {
      problems: missing,
      hint: hintFor(present),
    });
  }
  const [config, ...weights] = names.map((name) => path.join(folder, name));
  return { folder, config: config!, weights };
}

/** SHA-256 of a file's content, in hex, read as a stream. */
export async function sha256File(file: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, ...(signal && { signal }) })) {
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

/** SHA-256 over the names and content hashes of everything in the folder that belongs to the model. */
export async function hashFolder(contents: FolderContents, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  const weights = contents.weights.map((file) => path.basename(file));
  for (const name of [...DESCRIPTION_FILES, ...weights]) {
    const file = path.join(contents.folder, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) hash.update(`${name}\0${await sha256File(file, signal)}\n`);
  }
  return hash.digest('hex');
}
