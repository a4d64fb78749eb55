/** A model made ready: files found or fetched, weights in memory, tokenizer and chat template beside them. */

import type { Logger } from '../log.ts';
import type { ModelConfig } from './config.ts';
import { Decoder } from './decoder.ts';
import type { BaseDtype } from './load-weights.ts';
import { type ModelFiles, openCheckpoint, type ResolveOptions, resolveModel } from './source/resolve.ts';
import { type ChatTemplate, chatTemplateFor } from './tokenizer/chat-template.ts';
import { type Tokenizer, tokenizerFromFolder, tokenizerFromGguf } from './tokenizer/tokenizer.ts';
import { readGguf } from './weights/gguf.ts';

/** What tokenising needs of a model, without its weights. */
export interface ModelText {
  files: ModelFiles;
  tokenizer: Tokenizer;
  template: ChatTemplate;
}

export interface LanguageModel extends ModelText {
  decoder: Decoder;
}

/** A model whose weights wait until they are asked for: what is all in the store needs none. */
export interface LazyModel extends ModelText {
  config: ModelConfig;
  /** The same until another model is loaded: ask for it where it is used, and don't keep it. */
  decoder(): Promise<Decoder>;
}

/** Finds the model (downloading it if need be) and reads its tokenizer. @throws UserError */
export async function loadModelText(spec: string, options: ResolveOptions): Promise<ModelText> {
  const files = await resolveModel(spec, options);
  const tokenizer =
    files.kind === 'gguf'
      ? tokenizerFromGguf((await readGguf(files.file)).metadata)
      : await tokenizerFromFolder(files.folder);
  return { files, tokenizer, template: chatTemplateFor(tokenizer) };
}

/** The shape of a model, without its weights. @throws UserError */
export async function readModelConfig({ files }: ModelText): Promise<ModelConfig> {
  const checkpoint = await openCheckpoint(files);
  await checkpoint.close();
  return checkpoint.config;
}

export interface WeightOptions {
  base_dtype: BaseDtype;
  logger: Logger;
}

/** Streams the weights in `base_dtype`. The TensorFlow runtime must be loaded. @throws UserError */
export async function loadDecoder(files: ModelFiles, options: WeightOptions): Promise<Decoder> {
  const checkpoint = await openCheckpoint(files);
  try {
    return await Decoder.load(checkpoint, options);
  } finally {
    await checkpoint.close();
  }
}

/** The model with its weights, as `loadDecoder`. */
export async function loadLanguageModel(text: ModelText, options: WeightOptions): Promise<LanguageModel> {
  return { ...text, decoder: await loadDecoder(text.files, options) };
}
