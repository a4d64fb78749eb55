/**
 * The folder `tmp` in a store's folder: entries are filled there before they get their place, and are moved there before they are
 * removed, so that nobody sees half of one. Does not know what an entry is.
 */

import { randomUUID } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** No writer takes this long. */
export const ABANDONED_MS = 24 * 3600 * 1000;

/** A new, empty folder that nobody else uses. */
export async function scratchFolder(root: string): Promise<string> {
  const folder = join(root, 'tmp', randomUUID());
  await mkdir(folder, { recursive: true });
  return folder;
}

/** Clears what writers that died left behind. */
export async function sweepScratch(root: string, now = Date.now()): Promise<void> {
  const tmp = join(root, 'tmp');
  for (const name of await readdir(tmp).catch(() => [] as string[])) {
    const path = join(tmp, name);
    const found = await lstat(path).catch(() => undefined);
    if (found && now - found.mtimeMs > ABANDONED_MS) await rm(path, { recursive: true, force: true });
  }
}

/** Removes a folder: of two removers one finds nothing and is done. */
export async function bury(root: string, folder: string): Promise<void> {
  const grave = await scratchFolder(root);
  await rename(folder, join(grave, 'removed')).catch(() => undefined);
  await rm(grave, { recursive: true, force: true });
}
