/** Lists and removes the entries of a store in a folder. Reads names, sizes and times, never content. */

import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { entryFolder, TRUST_LEVELS, type TrustLevel } from '../store.ts';
import { MANIFEST } from '../store-manifest.ts';
import { bury, sweepScratch } from './scratch.ts';
import type { ListedEntry, StoreKeeper } from './store-keeper.ts';

/** Names in a folder; none where there is no folder. */
async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
}

export function openFolderKeeper(root: string): StoreKeeper {
  async function entryAt(trust: TrustLevel, key: string): Promise<ListedEntry | undefined> {
    const folder = entryFolder(root, trust, key);
    let [bytes, files, written, used] = [0, 0, Number.POSITIVE_INFINITY, 0];
    for (const name of await namesIn(folder)) {
      // Another process may be removing it.
      const found = await lstat(join(folder, name)).catch(() => undefined);
      if (!found) continue;
      bytes += found.size;
      written = Math.min(written, found.mtimeMs);
      // A reader touches the manifest; whoever lost it was never read.
      used = Math.max(used, found.mtimeMs);
      if (name !== MANIFEST) files += 1;
    }
    return used === 0 ? undefined : { trust, key, bytes, files, written, used };
  }

  return {
    async list() {
      const entries: ListedEntry[] = [];
      for (const trust of TRUST_LEVELS)
        for (const part of await namesIn(join(root, trust)))
          for (const key of await namesIn(join(root, trust, part))) {
            const entry = /^[0-9a-f]{64}$/.test(key) && (await entryAt(trust, key));
            if (entry) entries.push(entry);
          }
      return entries;
    },

    remove: ({ trust, key }) => bury(root, entryFolder(root, trust, key)),

    async sweep(now) {
      const before = (await namesIn(join(root, 'tmp'))).length;
      await sweepScratch(root, now);
      return before - (await namesIn(join(root, 'tmp'))).length;
    },
  };
}
