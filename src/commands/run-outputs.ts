/** Runs the pipeline, a part of it, or the merge of parts with the folders of the command line, and writes what they give. */

import path from 'node:path';
import { keepDurations, measuredCost, measuredPeak } from '../action/durations.ts';
import type { StoreLimits } from '../adapter/store/store-keeper.ts';
import type { TrustLevel } from '../adapter/store.ts';
import type { DefaultsReader } from '../config/resolve.ts';
import type { TrackingConfig } from '../config/schema.ts';
import { createModelPool, type ModelPool } from '../model/model-pool.ts';
import { mergeParts } from '../parts/merge-parts.ts';
import { type PartDocument, writePart } from '../parts/part-document.ts';
import type { Part } from '../parts/part-name.ts';
import type { FoundParts } from '../parts/read-parts.ts';
import { runPart } from '../parts/run-part.ts';
import { type PipelineOptions, runPipeline } from '../pipeline.ts';
import type { Comparison } from '../plan/comparison.ts';
import type { Result } from '../report/result.ts';
import { explainOutOfMemory } from '../runtime/out-of-memory.ts';
import type { TrainApart } from '../stages/train-apart.ts';
import { trackResult } from '../tracking/opik.ts';
import { runTarget } from '../tracking/opik-target.ts';
import { accelerateHost, type CommandContext, prepareRuntime, resolveOptions } from './context.ts';
import { type OpenedStore, openStore, storeSpec } from './open-store.ts';
import { checkOutFolder } from './out-folder.ts';
import { type ResultFiles, writeResultFiles } from './result-files.ts';
import { trainInProcesses } from './train-apart.ts';

/** As many as a result takes. */
const MOST_WARNINGS = 1000;

export interface RunOutputOptions {
  repo: string;
  base?: string | undefined;
  head?: string | undefined;
  config: string;
  out: string;
  /** LORA_GATE_STORE, or a folder in the cache folder, unless told. */
  store?: string | undefined;
  /** What its folder on this machine may hold after the run. */
  storeLimits?: StoreLimits | undefined;
  models: ModelPool;
  /** Fetches what `_extends` names. */
  readDefaults?: DefaultsReader | undefined;
  /** Only these adapters; all that are affected where absent or empty. */
  adapters?: readonly string[] | undefined;
  /** Of what is read from the store and of what is written to it; `approved` unless told. */
  trust?: { read: TrustLevel; write: TrustLevel };
  onComparison?: (comparison: Comparison) => Promise<void> | void;
  /** Trainings at once; one after the other unless told. */
  jobs?: number | 'auto';
}

export interface RunOutputs extends ResultFiles {
  result: Result;
}

export function commandModelPool(context: CommandContext): ModelPool {
  return createModelPool({
    resolve: resolveOptions(context),
    loadRuntime: () => prepareRuntime(context),
    logger: context.logger,
  });
}

/** In processes of their own where this program can start itself again. */
function trainApart(
  { env, options, logger, signal }: CommandContext,
  { config, store, jobs = 1 }: RunOutputOptions,
): TrainApart | undefined {
  if (env.program === undefined || jobs === 1) return undefined;
  return trainInProcesses({
    ...{ program: env.program, config, store, jobs, logger, signal },
    globals: [
      ...['--cache-dir', env.cacheDir, '--runtime', options.runtime],
      ...(options.requireNative ? ['--require-native'] : []),
    ],
    peakBytes: () => measuredPeak(env.cacheDir, config),
  });
}

/** What the stages are told: all three ways to run them get it from the same place. */
function pipelineOptions(
  context: CommandContext,
  options: RunOutputOptions,
  store: OpenedStore,
): PipelineOptions {
  const { env, logger, signal } = context;
  const { out, store: _store, storeLimits: _limits, jobs: _jobs, ...comparison } = options;
  return {
    trust: { read: 'approved', write: 'approved' },
    ...comparison,
    store,
    workFolder: path.join(env.cacheDir, 'checkpoints'),
    host: accelerateHost(env),
    adapterFolder: (name) => path.join(out, 'adapters', name),
    measured: (adapter) => measuredCost(env.cacheDir, comparison.config, adapter),
    trainApart: trainApart(context, options),
    judgeKey: (variable) => env.judgeKey?.(variable),
    version: env.version,
    source: env.source,
    logger,
    signal,
  };
}

const storeOf = (context: CommandContext, { store, trust }: RunOutputOptions) =>
  openStore(context, { spec: storeSpec(store, context.env), fork: trust?.write === 'fork' });

function explained(thrown: unknown): never {
  throw explainOutOfMemory(thrown);
}

/** Everything on this machine. */
export async function runToFolder(context: CommandContext, options: RunOutputOptions): Promise<RunOutputs> {
  const outputs = await resultToFolder(context, options, runPipeline);
  await keepDurations(context.env.cacheDir, options.config, outputs.result);
  return outputs;
}

/** What the parts of several machines give together. @throws UserError `parts-unusable` */
export async function mergeToFolder(
  context: CommandContext,
  { found, problems, ...options }: RunOutputOptions & FoundParts,
): Promise<RunOutputs> {
  return resultToFolder(context, options, (given) => mergeParts({ ...given, found, problems }));
}

/** One part of the run: `part.json`, and where it trains a candidate the adapter. */
export async function partToFolder(
  context: CommandContext,
  { part, ...options }: RunOutputOptions & { part: Part },
): Promise<{ document: PartDocument; partPath: string }> {
  await checkOutFolder(options.out);
  const store = await storeOf(context, options);
  const document = await runPart({ ...pipelineOptions(context, options, store), part })
    .catch(explained)
    .finally(() => store.limit(options.storeLimits ?? {}));
  return { document, partPath: await writePart(options.out, document) };
}

async function resultToFolder(
  context: CommandContext,
  options: RunOutputOptions,
  make: (given: PipelineOptions) => Promise<Result>,
): Promise<RunOutputs> {
  const { out } = options;
  await checkOutFolder(out);
  const store = await storeOf(context, options);
  // Of the base alone: a change must not choose where the key goes.
  let tracking: TrackingConfig['opik'];
  const result = await make({
    ...pipelineOptions(context, options, store),
    onComparison: async (compared) => {
      tracking = compared.baseConfig?.tracking.opik;
      await options.onComparison?.(compared);
    },
  })
    .catch(explained)
    .finally(() => store.limit(options.storeLimits ?? {}));
  const outputs = await writeOutputs(out, result);
  // Only now: what cannot be sent must not be lost.
  const tracked = tracking && (await track(context, outputs, tracking));
  return tracked ? writeOutputs(out, { ...result, ...tracked }) : outputs;
}

async function writeOutputs(out: string, result: Result): Promise<RunOutputs> {
  return { result, ...(await writeResultFiles(out, result)) };
}

/** What cannot be sent is a warning: the result that was written is what a later attempt sends. */
async function track(
  { env, logger, signal }: CommandContext,
  { result, resultPath }: RunOutputs,
  config: NonNullable<TrackingConfig['opik']>,
): Promise<Partial<Pick<Result, 'tracking' | 'warnings'>> | null> {
  if (result.adapters.length === 0) return null;
  const target = runTarget(config, env);
  if (typeof target === 'string') {
    const warning = `nothing was sent to Opik: ${target}`;
    logger.warn(warning);
    // Those who read the comment don't read the log.
    return { warnings: [...result.warnings, warning].slice(-MOST_WARNINGS) };
  }
  const tracked = await trackResult(result, target, { signal });
  const { url, project, workspace } = target;
  if (tracked.sent) {
    for (const { adapter, url: link } of tracked.links) logger.info(`Opik: ${adapter}: ${link}`);
    return { tracking: { url, project, workspace, links: tracked.links, problem: null } };
  }
  logger.warn(
    `Opik did not take the result: ${tracked.reason}; send it later: lora-gate track ${resultPath} --url ${url}`,
  );
  return { tracking: { url, project, workspace, links: [], problem: tracked.reason } };
}
