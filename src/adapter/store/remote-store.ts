/**
 * A store beyond this machine with a folder in front: what was found there once is read from the folder from then on. The folder checks
 * what it is given as it does everywhere. A home that does not answer is a warning, not the end of a run: what it would have had is
 * made again. Knows no protocol.
 */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { type FolderStore, type Store, TRUST_LEVELS, type TrustLevel } from '../store.ts';
import type { Manifest } from '../store-manifest.ts';
import { scratchFolder } from './scratch.ts';
import type { EntryId } from './store-keeper.ts';

export type Fetched =
  | { state: 'absent' }
  /** One line for each thing that is wrong. */
  | { state: 'damaged'; problems: readonly string[] }
  /** Every file lies in the folder under its name, with the manifest's size and SHA-256. */
  | { state: 'whole'; manifest: Manifest };

export interface RemoteHome {
  /** For messages. */
  readonly name: string;
  /** Whether one of very many small entries is worth the requests. */
  readonly takesMany: boolean;
  /** Brings an entry's files into an empty folder. */
  fetch(id: EntryId, folder: string): Promise<Fetched>;
  /** The entry becomes visible when it is complete. One that is there already stays. */
  send(id: EntryId, manifest: Manifest, files: ReadonlyMap<string, string>): Promise<void>;
  /** Takes a damaged entry away, where the home can. */
  discard(id: EntryId): Promise<void>;
}

export interface RemoteStoreOptions {
  local: FolderStore;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** A store of `home` and, in front of it, `local`. Errors that only the user can mend are thrown; for the others work goes on. */
export function openRemoteStore(home: RemoteHome, { local, logger, signal }: RemoteStoreOptions): Store {
  const works = { read: true, written: true };

  /** What a home cannot do it is not asked for again: every attempt has waited for its time limit already. */
  async function attempt<T>(what: keyof typeof works, then: string, act: () => Promise<T>) {
    if (!works[what]) return undefined;
    try {
      return await act();
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof UserError) throw error;
      if (works[what]) logger.warn(`the store ${home.name} cannot be ${what} (${messageOf(error)}): ${then}`);
      works[what] = false;
      return undefined;
    }
  }

  async function fetchEntry(trust: TrustLevel, key: string) {
    const folder = await scratchFolder(local.folder);
    try {
      const fetched = await home.fetch({ trust, key }, folder);
      if (fetched.state === 'absent') return undefined;
      if (fetched.state === 'damaged') {
        const which = `${home.name}: ${trust}/${key}: ${fetched.problems.join('; ')}`;
        logger.warn(`a damaged store entry is left out, ${which}`);
        await attempt('written', 'the damaged entry stays there', () => home.discard({ trust, key }));
        return undefined;
      }
      const names = Object.keys(fetched.manifest.files);
      const files = new Map(names.map((name) => [name, join(folder, name)]));
      await local.put(key, files, { trust, meta: fetched.manifest.meta });
      return (await local.read(trust, key))?.entry;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    async get(key, options) {
      const near = await local.get(key, options);
      if (near || (options.many && !home.takesMany)) return near;
      for (const trust of TRUST_LEVELS.slice(0, TRUST_LEVELS.indexOf(options.trust) + 1)) {
        const made = 'what this machine does not have is made again';
        const entry = await attempt('read', made, () => fetchEntry(trust, key));
        if (entry) return entry;
      }
      return undefined;
    },

    async put(key, files, options) {
      await local.put(key, files, options);
      if (options.many && !home.takesMany) return;
      await attempt('written', 'what is made stays on this machine', async () => {
        const { trust } = options;
        const found = await local.read(trust, key);
        if (found) await home.send({ trust, key }, found.manifest, found.entry.files);
      });
    },
  };
}
