/** A run over several machines in this process: each part with a store of its own or one that all share, and the merge of what they left. */

import path from 'node:path';
import type { CommandContext } from '../../src/commands/context.ts';
import {
  commandModelPool,
  mergeToFolder,
  partToFolder,
  type RunOutputs,
} from '../../src/commands/run-outputs.ts';
import { type Logger, silentLogger } from '../../src/log.ts';
import type { ModelPool } from '../../src/model/model-pool.ts';
import type { PartDocument } from '../../src/parts/part-document.ts';
import { parsePartName } from '../../src/parts/part-name.ts';
import { readParts } from '../../src/parts/read-parts.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';

export interface Change {
  repo: string;
  base: string;
  head: string;
  /** Store and checkpoints. */
  cache: string;
  /** The environment that the judge's key is looked up in. */
  keys?: Readonly<Record<string, string>>;
}

function contextFor({ keys = {} }: Change, messages: string[] = []): CommandContext {
  const logger: Logger = { ...silentLogger, info: (message) => void messages.push(message) };
  return {
    env: {
      cacheDir: defaultCacheDir(process.env),
      hfToken: undefined,
      hfHome: undefined,
      cudaVisibleDevices: undefined,
      judgeKey: (variable) => keys[variable],
      version: '0.0.0-test',
    },
    options: { runtime: 'cpu', requireNative: true },
    logger,
    signal: new AbortController().signal,
    print: () => undefined,
    setExitCode: () => undefined,
  };
}

const optionsOf = ({ repo, base, head, cache }: Change, out: string, models: ModelPool) => ({
  ...{ repo, base, head, out, models },
  config: 'lora-gate.yml',
  store: path.join(cache, 'store'),
});

export async function doPart(change: Change, part: string, out: string): Promise<PartDocument> {
  const context = contextFor(change);
  const models = commandModelPool(context);
  const ownCache = { ...context, env: { ...context.env, cacheDir: change.cache } };
  try {
    const given = { ...optionsOf(change, out, models), part: parsePartName(part) };
    return (await partToFolder(ownCache, given)).document;
  } finally {
    models.dispose();
  }
}

/** A pool that has no model, as the machine that merges may have none. */
const noModels: ModelPool = {
  text: () => Promise.reject(new Error('no tokenizer is here')),
  open: () => Promise.reject(new Error('no model is here')),
  load: () => Promise.reject(new Error('no weights are here')),
  runtime: () => Promise.reject(new Error('no runtime is here')),
  dispose: () => undefined,
};

export async function merge(change: Change, folders: readonly string[], out: string): Promise<RunOutputs> {
  const context = contextFor(change);
  const ownCache = { ...context, env: { ...context.env, cacheDir: change.cache } };
  return mergeToFolder(ownCache, { ...optionsOf(change, out, noModels), ...(await readParts(folders)) });
}
