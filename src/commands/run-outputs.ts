/** Runs the pipeline with the folders of the command line and writes what it gives: result.json, comment.md, adapters. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../adapter/atomic-file.ts';
import { openFolderStore } from '../adapter/store.ts';
import { createModelPool, type ModelPool } from '../model/model-pool.ts';
import { runPipeline } from '../pipeline.ts';
import { renderComment } from '../report/markdown.ts';
import { parseResult, type Result } from '../report/result.ts';
import { type CommandContext, prepareRuntime, resolveOptions } from './context.ts';
import { checkOutFolder } from './out-folder.ts';

export interface RunOutputOptions {
  repo: string;
  base?: string | undefined;
  head?: string | undefined;
  config: string;
  out: string;
  /** The store's folder; below the cache folder unless told. */
  store?: string | undefined;
  models: ModelPool;
}

export interface RunOutputs {
  result: Result;
  comment: string;
  resultPath: string;
  commentPath: string;
}

export function commandModelPool(context: CommandContext): ModelPool {
  return createModelPool({
    resolve: resolveOptions(context),
    loadRuntime: () => prepareRuntime(context),
    logger: context.logger,
  });
}

export async function runToFolder(context: CommandContext, options: RunOutputOptions): Promise<RunOutputs> {
  const { env, logger, signal } = context;
  const { out, store, ...comparison } = options;
  await checkOutFolder(out);
  const result = await runPipeline({
    ...comparison,
    store: openFolderStore(store ?? path.join(env.cacheDir, 'store'), logger),
    trust: { read: 'approved', write: 'approved' },
    workFolder: path.join(env.cacheDir, 'checkpoints'),
    adapterFolder: (name) => path.join(out, 'adapters', name),
    version: env.version,
    logger,
    signal,
  });
  const text = `${JSON.stringify(result, null, 2)}\n`;
  // What is written must be what readers accept.
  parseResult(text, { file: 'result.json' });
  const comment = renderComment(result);
  await mkdir(out, { recursive: true });
  const write = async (name: string, content: string) => {
    const file = path.join(out, name);
    await replaceFile(file, (temporary) => writeFile(temporary, content));
    return file;
  };
  return {
    result,
    comment,
    resultPath: await write('result.json', text),
    commentPath: await write('comment.md', comment),
  };
}
