/** At most one base model in memory: asking for the one that is there costs nothing, asking for another swaps it. */

import type { Logger } from '../log.ts';
import type { Runtime } from '../runtime/load.ts';
import {
  type LanguageModel,
  type LazyModel,
  loadLanguageModel,
  loadModelText,
  type ModelText,
  readModelConfig,
} from './language-model.ts';
import type { BaseDtype } from './load-weights.ts';
import type { ResolveOptions } from './source/resolve.ts';

export interface ModelPool {
  /** Tokenizer and template, without weights. */
  text(spec: string): Promise<ModelText>;
  /** The model without its weights, which are loaded when they are asked for. */
  open(spec: string, base_dtype: BaseDtype): Promise<LazyModel>;
  /** The model with its weights; disposes the one loaded before if it is another. */
  load(spec: string, base_dtype: BaseDtype): Promise<LanguageModel>;
  runtime(): Promise<Runtime>;
  dispose(): void;
}

export interface ModelPoolOptions {
  resolve: ResolveOptions;
  loadRuntime: () => Promise<Runtime>;
  logger: Logger;
}

export function createModelPool({ resolve, loadRuntime, logger }: ModelPoolOptions): ModelPool {
  const texts = new Map<string, Promise<ModelText>>();
  let loaded: { key: string; model: LanguageModel } | undefined;
  const text = (spec: string) => {
    const known = texts.get(spec) ?? loadModelText(spec, resolve);
    texts.set(spec, known);
    return known;
  };
  const dispose = () => {
    loaded?.model.decoder.dispose();
    loaded = undefined;
  };
  const load: ModelPool['load'] = async (spec, base_dtype) => {
    const key = `${base_dtype} ${spec}`;
    if (loaded?.key === key) return loaded.model;
    dispose();
    await loadRuntime();
    loaded = { key, model: await loadLanguageModel(await text(spec), { base_dtype, logger }) };
    return loaded.model;
  };
  return {
    text,
    runtime: loadRuntime,
    load,
    async open(spec, base_dtype) {
      const known = await text(spec);
      const config = await readModelConfig(known);
      return { ...known, config, decoder: async () => (await load(spec, base_dtype)).decoder };
    },
    dispose,
  };
}
