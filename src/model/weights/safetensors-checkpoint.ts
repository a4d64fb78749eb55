/**
 * The safetensors files of a model folder as a Checkpoint, in one file or in shards. The names are already those of
 * transformers; only the prefixes of multimodal and head-less files are undone. The config is handed in.
 */

import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { messageOf, UserError } from '../../errors.ts';
import type { Checkpoint, TensorInfo, TensorSink } from '../checkpoint.ts';
import type { ModelConfig } from '../config.ts';
import { checkTensors } from './expected-tensors.ts';
import { RowStreamer } from './row-stream.ts';
import { SAFETENSORS_FLOATS } from './safetensors.ts';
import { readSafetensorsHeader, type SafetensorsTensor } from './safetensors-header.ts';

interface Entry extends TensorInfo {
  stored: SafetensorsTensor;
  handle: FileHandle;
  label: string;
}

/** Parts of multimodal models that a text decoder does not have, and buffers that are computed. */
const IGNORED = /^(?:model\.)?(?:vision_tower|multi_modal_projector)\.|rotary_emb\.inv_freq$/;

/** The name in the text model's own state dict; undefined for what a text decoder does not have. */
export function textTensorName(stored: string): string | undefined {
  if (IGNORED.test(stored)) return undefined;
  const name = stored.replace(/^language_model\./, '').replace(/^model\.language_model\./, 'model.');
  return /^(?:layers\.|embed_tokens\.|norm\.)/.test(name) ? `model.${name}` : name;
}

async function openAll(paths: readonly string[]): Promise<FileHandle[]> {
  const handles: FileHandle[] = [];
  try {
    for (const path of paths) handles.push(await open(path, 'r'));
  } catch (error) {
    await Promise.all(handles.map((handle) => handle.close()));
    throw new UserError('safetensors-unreadable', messageOf(error), { cause: error });
  }
  return handles;
}

async function readEntries(
  paths: readonly string[],
  handles: readonly FileHandle[],
): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const problems: string[] = [];
  for (const [i, path] of paths.entries()) {
    const handle = handles[i]!;
    const { tensors } = await readSafetensorsHeader(handle, path);
    for (const [storedName, stored] of tensors) {
      const name = textTensorName(storedName);
      if (name === undefined) continue;
      const label = `${path}: ${name}`;
      if (entries.has(name)) problems.push(`${name}: also in ${basename(path)}`);
      if (!Object.hasOwn(SAFETENSORS_FLOATS, stored.dtype))
        problems.push(`${name}: ${stored.dtype} cannot be read`);
      entries.set(name, { shape: stored.shape, dtype: stored.dtype, stored, handle, label });
    }
  }
  if (problems.length === 0) return entries;
  throw new UserError(
    'model-tensors-unreadable',
    `${paths.join(', ')}: tensors are there twice or not F32, F16 or BF16`,
    {
      problems,
    },
  );
}

/**
 * Opens a model's safetensors files (all its shards).
 * @throws UserError `safetensors-invalid`, `model-tensors-unreadable` or `model-tensors-do-not-fit`.
 */
export async function openSafetensorsCheckpoint(
  paths: readonly string[],
  config: ModelConfig,
): Promise<Checkpoint> {
  const handles = await openAll(paths);
  const close = async () => {
    await Promise.all(handles.map((handle) => handle.close()));
  };
  let tensors: Map<string, Entry>;
  try {
    tensors = await readEntries(paths, handles);
    // a tied head that was saved as well is a copy of the embedding
    if (config.tie_word_embeddings) tensors.delete('lm_head.weight');
    checkTensors(
      paths.length === 1 ? paths[0]! : `${paths[0]} and ${paths.length - 1} more`,
      config,
      tensors,
    );
  } catch (error) {
    await close();
    throw error;
  }
  const streamer = new RowStreamer();
  return {
    config,
    tensors,
    async stream(name: string, sink: TensorSink): Promise<void> {
      const entry = tensors.get(name);
      if (!entry) throw new UserError('tensor-missing', `${paths[0]}: there is no tensor "${name}"`);
      const { bytes: width, decode } = SAFETENSORS_FLOATS[entry.dtype]!;
      const rowElements = entry.shape.at(-1) ?? 1;
      const rows = entry.shape.slice(0, -1).reduce((product, n) => product * n, 1);
      const layout = { rows, rowElements, rowBytes: rowElements * width, rowGroup: 1, decode };
      const { handle, label } = entry;
      await streamer.stream({ handle, position: entry.stored.offset, ...layout, label }, sink);
    },
    close,
  };
}
