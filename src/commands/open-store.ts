/**
 * The store that a command or the Action was told to use, opened: the folder, the bucket or the cache of Actions, with what each needs
 * of the environment. The word comes from the command line, the step or the environment, never from a file in the repository: a change
 * must not choose where baselines come from.
 */

import path from 'node:path';
import { sha256 } from '../adapter/content-key.ts';
import { openCacheHome } from '../adapter/store/cache-home.ts';
import { openCacheService } from '../adapter/store/cache-service.ts';
import { openFolderKeeper } from '../adapter/store/folder-keeper.ts';
import { openRemoteStore, type RemoteHome } from '../adapter/store/remote-store.ts';
import { s3AccessOf } from '../adapter/store/s3-access.ts';
import {
  type EntryId,
  pruneStore,
  type StoreKeeper,
  type StoreLimits,
} from '../adapter/store/store-keeper.ts';
import { parseStoreSpec, type StoreSpec } from '../adapter/store/store-spec.ts';
import { openFolderStore, type Store } from '../adapter/store.ts';
import { messageOf } from '../errors.ts';
import type { CommandContext, Environment } from './context.ts';
import { sizeText } from './store-amounts.ts';

type StoreContext = Pick<CommandContext, 'env' | 'logger' | 'signal'>;

export interface OpenStoreOptions {
  /** LORA_GATE_STORE, or a folder in the cache folder, unless told. */
  spec?: StoreSpec | undefined;
  /** Whether the run is for a fork. */
  fork?: boolean;
}

export interface OpenedStore extends Store {
  /** Makes the folder on this machine fit the limits; what this run has used stays. A failure is a warning. */
  limit(limits: StoreLimits): Promise<void>;
}

/** Where the store is; a relative folder is one in `base`. @throws UserError `store-spec` */
export function storeSpec(spec: string | undefined, env: Environment, base = '.'): StoreSpec {
  return parseStoreSpec(spec || env.store || path.join(env.cacheDir, 'store'), base);
}

/** The word for a place of the store that is the same from any folder. @throws UserError `store-spec` */
export function storeWord(text: string, env: Environment, base: string): string {
  const spec = storeSpec(text, env, base);
  if (spec.kind === 'folder') return spec.folder;
  return spec.kind === 's3' ? `s3://${spec.bucket}/${spec.prefix}` : spec.kind;
}

export async function openStore(context: StoreContext, options: OpenStoreOptions = {}): Promise<OpenedStore> {
  const { env, logger, signal } = context;
  const spec = options.spec ?? storeSpec(undefined, env);
  // Each home has a folder of its own in front: what one holds must not be taken for what another holds.
  const front = path.join(env.cacheDir, 'store-copies', sha256(JSON.stringify(spec)).slice(0, 16));
  const folder = spec.kind === 'folder' ? spec.folder : front;
  const local = openFolderStore(folder, logger);
  const home = await homeOf(spec, context, options.fork ?? false);
  const store = home ? openRemoteStore(home, { local, logger, signal }) : local;

  const used = new Set<string>();
  const nameOf = ({ trust, key }: EntryId) => `${trust}/${key}`;
  return {
    async get(key, wanted) {
      const entry = await store.get(key, wanted);
      if (entry) used.add(nameOf(entry));
      return entry;
    },
    async put(key, files, given) {
      used.add(nameOf({ trust: given.trust, key }));
      await store.put(key, files, given);
    },
    async limit(limits) {
      if (limits.maxBytes === undefined && limits.maxAgeMs === undefined) return;
      try {
        const keeps = (id: EntryId) => used.has(nameOf(id));
        const { removed } = await pruneStore(openFolderKeeper(folder), { ...limits, now: Date.now(), keeps });
        const bytes = removed.reduce((sum, entry) => sum + entry.bytes, 0);
        if (removed.length > 0)
          logger.info(`the store: removed ${removed.length} entries, ${sizeText(bytes)}, to keep its limits`);
      } catch (error) {
        logger.warn(`the store in ${folder} could not be made to fit its limits: ${messageOf(error)}`);
      }
    },
  };
}

async function homeOf(
  spec: StoreSpec,
  context: StoreContext,
  fork: boolean,
): Promise<RemoteHome | undefined> {
  const { env, logger, signal } = context;
  if (spec.kind === 's3') {
    const { openS3, openS3Home } = await s3();
    return openS3Home(spec, openS3(spec, s3AccessOf(env.variable ?? nothing), { signal }));
  }
  if (spec.kind === 'folder') return undefined;
  if (fork) {
    // Workflows of the fork itself can write what is found for its pull request, under any name.
    logger.info('the Actions cache is neither read nor written in a run for a fork');
    return undefined;
  }
  if (!env.actionsCache) {
    logger.warn(`${NO_CACHE}: everything is made here`);
    return undefined;
  }
  return openCacheHome(openCacheService(env.actionsCache, { signal }), env.actionsCache);
}

export const NO_CACHE =
  'there is no Actions cache here: it exists in the steps of actions that run on a runner of github.com';

const nothing = () => undefined;

/** The AWS SDK, only where it is asked for. */
const s3 = async () => ({
  ...(await import('../adapter/store/s3-client.ts')),
  ...(await import('../adapter/store/s3-home.ts')),
});

/** What lists and removes; undefined where the home does that by itself. */
export async function openKeeper(
  spec: StoreSpec,
  { env, signal }: StoreContext,
): Promise<StoreKeeper | undefined> {
  if (spec.kind === 'folder') return openFolderKeeper(spec.folder);
  if (spec.kind === 'actions-cache') return undefined;
  const { openS3, openS3Keeper } = await s3();
  return openS3Keeper(spec, openS3(spec, s3AccessOf(env.variable ?? nothing), { signal }));
}
