/**
 * The adapter that rows and recipe give: from the store when it was trained before, else trained now and stored. The name in
 * the store is a hash of everything that decides the adapter's bytes.
 */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { adapterKey, contentKey } from '../adapter/content-key.ts';
import { ADAPTER_CONFIG, ADAPTER_WEIGHTS, readAdapter, writeAdapter } from '../adapter/peft.ts';
import type { Store, StoreEntry, TrustLevel } from '../adapter/store.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import type { LazyModel, ModelText } from '../model/language-model.ts';
import type { BaseDtype } from '../model/load-weights.ts';
import {
  adapterFromTensors,
  adapterToTensors,
  disposeAdapter,
  type LoraAdapter,
  type LoraConfig,
} from '../model/lora.ts';
import type { Runtime } from '../runtime/load.ts';
import type { AccelerateHost } from './accelerate/train-accelerate.ts';
import { trainAcceleratedAdapter } from './accelerated-adapter.ts';
import { type Engine, engineIdentity } from './engine.ts';
import {
  ENGINE_VERSION,
  type TrainAdapterOptions,
  type TrainedAdapter,
  trainAdapter,
} from './train-adapter.ts';

/** A step of the training curve as reports show it. */
export interface CurvePoint {
  step: number;
  loss: number;
  learning_rate: number;
}

export interface ObtainedAdapter {
  origin: 'trained' | 'store';
  /** Its name in the store, 64 hex digits. */
  hash: string;
  adapter: LoraAdapter;
  curve: CurvePoint[];
  /** Of the training, whenever it was. */
  seconds: number;
  tokens: number;
}

export interface ObtainAdapterOptions {
  model: LazyModel;
  runtime: Runtime;
  base_dtype: BaseDtype;
  lora: LoraConfig;
  recipe: TrainAdapterOptions['recipe'];
  engine: Engine;
  /** Where `engine: accelerate` finds its Python and its other machines. */
  host: AccelerateHost;
  /** Steps between checkpoints; 0 saves none. */
  save_steps: number;
  conversations: readonly TokenizedConversation[];
  rows_hash: string;
  store: Store;
  /** The least trust in a stored adapter that will do, and the trust of what is stored now. */
  trust: { read: TrustLevel; write: TrustLevel };
  /** Where checkpoints of unfinished trainings lie, each under the adapter's hash. */
  workFolder: string;
  /** false: what is not in the store is an error. */
  mayTrain?: boolean;
  label: string;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

const CURVE = 'training.json';

interface StoredTraining {
  curve: CurvePoint[];
  seconds: number;
  tokens: number;
}

/** The adapter's name in the store. */
export function hashOfAdapter(
  options: Omit<ObtainAdapterOptions, 'store' | 'trust' | 'workFolder' | 'label' | 'logger' | 'host'>,
): string {
  const { model, base_dtype, lora, recipe, rows_hash, engine } = options;
  return adapterKey({
    model: model.files.kind === 'safetensors' ? model.files.spec : path.basename(model.files.file),
    revision: model.files.revision,
    rows_hash,
    recipe: { base_dtype, lora: { ...lora }, training: { ...recipe }, ...engineIdentity(engine) },
    engine_version: ENGINE_VERSION,
    environment: {
      ...(engine.name === 'tfjs' && tensorflowIdentity(options.runtime)),
      tokenizer: model.tokenizer.fingerprint,
      template: model.template.fingerprint,
    },
  });
}

function tensorflowIdentity({ backend, device, tensorflow_version }: Runtime) {
  return { backend, device, tensorflow: tensorflow_version ?? null };
}

/** @throws UserError as the training; an interrupted training goes on from its checkpoint next time. */
export async function obtainAdapter(options: ObtainAdapterOptions): Promise<ObtainedAdapter> {
  const { model, store, trust, logger, label } = options;
  const hash = hashOfAdapter(options);
  const entry = await store.get(hash, { trust: trust.read });
  if (entry) {
    logger.info(`${label}: found in the store (${hash.slice(0, 12)})`);
    return { origin: 'store', hash, ...(await openStored(entry, model)) };
  }

  if (options.mayTrain === false) {
    throw new UserError(
      'adapter-not-stored',
      `${label}: ${hash.slice(0, 12)} is not in the store, where another job was to put it`,
      {
        hint: 'Let the job of the train-matrix end first, with the same store and trust, and on a machine of the same kind: what computes and its version decide what an adapter is called.',
      },
    );
  }
  const checkpoints = path.join(options.workFolder, hash.slice(0, 16));
  const trained = await train(options, hash, checkpoints);
  const curve = trained.events.map(({ step, loss, learning_rate }) => ({ step, loss, learning_rate }));
  const training: StoredTraining = { curve, seconds: trained.seconds, tokens: trained.tokens };
  try {
    await storeTrained(options, hash, trained.adapter, training);
    // Another process may be writing there, which trains the same; it clears up after itself.
    await rm(checkpoints, { recursive: true, force: true }).catch(() => undefined);
  } catch (error) {
    disposeAdapter(trained.adapter);
    throw error;
  }
  return { origin: 'trained', hash, adapter: trained.adapter, ...training };
}

async function train(
  options: ObtainAdapterOptions,
  hash: string,
  checkpoints: string,
): Promise<TrainedAdapter> {
  const { model, engine, logger, label } = options;
  if (engine.name === 'accelerate') {
    const { tensors, ...summary } = await trainAcceleratedAdapter({ ...options, settings: engine.settings });
    return { ...summary, adapter: adapterFromTensors(model.config, options.lora, tensors) };
  }
  return trainAdapter({
    decoder: await model.decoder(),
    lora: options.lora,
    recipe: options.recipe,
    conversations: options.conversations,
    label,
    logger,
    ...(options.save_steps > 0 && {
      checkpoints: { folder: checkpoints, save_steps: options.save_steps, identity: { adapter: hash } },
    }),
    signal: options.signal,
  });
}

async function openStored(entry: StoreEntry, { config }: LazyModel) {
  const folder = path.dirname(entry.files.get(ADAPTER_CONFIG) as string);
  // The store has compared its checksum.
  const files = await readAdapter(folder, config, { maxBytes: Number.POSITIVE_INFINITY });
  const training = JSON.parse(await readFile(entry.files.get(CURVE) as string, 'utf8')) as StoredTraining;
  return { adapter: adapterFromTensors(config, files.lora, files.tensors), ...training };
}

async function storeTrained(
  { model, lora, store, trust, rows_hash, recipe }: ObtainAdapterOptions,
  hash: string,
  adapter: LoraAdapter,
  training: StoredTraining,
): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'lora-gate-adapter-'));
  try {
    await writeAdapter(scratch, { ...describe(model), lora, tensors: await adapterToTensors(adapter) });
    const files = new Map<string, Uint8Array | string>(
      [ADAPTER_WEIGHTS, ADAPTER_CONFIG].map((name) => [name, path.join(scratch, name)]),
    );
    files.set(CURVE, Buffer.from(JSON.stringify(training)));
    await store.put(hash, files, {
      trust: trust.write,
      meta: {
        model: model.files.spec,
        rows_hash,
        recipe: contentKey({ ...recipe }),
        written: new Date().toISOString(),
      },
    });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** What an adapter folder says of its base model. */
export function describe({ files }: Pick<ModelText, 'files'>): {
  base_model_name_or_path: string;
  revision: string;
} {
  return { base_model_name_or_path: files.spec, revision: files.revision };
}
