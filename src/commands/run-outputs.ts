/** Runs the pipeline with the folders of the command line and writes what it gives: result.json, comment.md, adapters. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { replaceFile } from '../adapter/atomic-file.ts';
import { openFolderStore } from '../adapter/store.ts';
import type { TrackingConfig } from '../config/schema.ts';
import { createModelPool, type ModelPool } from '../model/model-pool.ts';
import { runPipeline } from '../pipeline.ts';
import { renderComment } from '../report/markdown.ts';
import { parseResult, type Result } from '../report/result.ts';
import { trackResult } from '../tracking/opik.ts';
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
  // Of the base alone: a change must not choose where the key goes.
  let tracking: TrackingConfig['opik'];
  const result = await runPipeline({
    onBaseConfig: (config) => {
      tracking = config?.tracking.opik;
    },
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
  const outputs = {
    result,
    comment,
    resultPath: await write('result.json', text),
    commentPath: await write('comment.md', comment),
  };
  if (tracking?.url !== undefined) await track(context, outputs, { ...tracking, url: tracking.url });
  return outputs;
}

/** What cannot be sent is a warning: the file that was written is what a later attempt sends. */
async function track(
  { env, logger }: CommandContext,
  { result, resultPath }: RunOutputs,
  { project, workspace = 'default', url }: { project: string; workspace?: string | undefined; url: string },
): Promise<void> {
  const tracked = await trackResult(result, { url, project, workspace, apiKey: env.opikApiKey ?? '' });
  if (tracked.sent) for (const link of tracked.links) logger.info(`Opik: ${link}`);
  else {
    logger.warn(
      `Opik did not take the result: ${tracked.reason}; send it later: lora-gate track ${resultPath} --url ${url} --project ${project} --workspace ${workspace}`,
    );
  }
}
