/**
 * Adapters and small results by the hash of what they were made from, so that nothing is computed twice. An entry's
 * content cannot be checked against its key, only against its writer: every trust level has entries of its own, and a
 * reader says how much trust it needs. This file is the folder on a disk; other homes implement the same `Store`.
 */

import { constants, copyFile, lstat, mkdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { messageOf, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { flush, hashFile } from './atomic-file.ts';
import type { Json } from './content-key.ts';
import { bury, scratchFolder, sweepScratch } from './store/scratch.ts';
import { formatManifest, isFileName, MANIFEST, type Manifest, parseManifest } from './store-manifest.ts';

/** Who wrote an entry, most trusted first: a run of the base branch, of an approved head, of a fork. */
export const TRUST_LEVELS = ['base', 'approved', 'fork'] as const;
export type TrustLevel = (typeof TRUST_LEVELS)[number];

export interface StoreEntry {
  key: string;
  trust: TrustLevel;
  meta: Json;
  /** Absolute path of each file, by name; checksums were verified. */
  files: ReadonlyMap<string, string>;
}

export interface GetOptions {
  /** The least trust the reader accepts; a baseline needs `approved`. */
  trust: TrustLevel;
  /** One of very many small entries: a home where each request counts leaves it out. */
  many?: boolean;
}

export interface PutOptions {
  trust: TrustLevel;
  /** What the entry was made from and when, for people. */
  meta: Json;
  many?: boolean;
}

export interface Store {
  /** The most trusted intact entry, if any is trusted enough. A damaged one is removed with a warning. */
  get(key: string, options: GetOptions): Promise<StoreEntry | undefined>;
  /** Bytes, or the path of a file to copy, by name. An entry that is already there stays: the same key means the same content. */
  put(key: string, files: ReadonlyMap<string, Uint8Array | string>, options: PutOptions): Promise<void>;
}

/** What a home beyond this machine needs of the folder in front of it. */
export interface FolderStore extends Store {
  readonly folder: string;
  /** The intact entry of exactly this writer. */
  read(trust: TrustLevel, key: string): Promise<{ entry: StoreEntry; manifest: Manifest } | undefined>;
}

function checkKey(key: string): void {
  if (!/^[0-9a-f]{64}$/.test(key))
    throw new Error(`a store key is 64 hex digits, not ${JSON.stringify(key)}`);
}

/** Where the entry of a writer is in a store's folder. */
export function entryFolder(root: string, trust: TrustLevel, key: string): string {
  return join(root, trust, key.slice(0, 2), key);
}

/** The reason why a file is not the one in the manifest, or undefined. */
async function damage(path: string, expected: Manifest['files'][string]): Promise<string | undefined> {
  const found = await lstat(path).catch(() => undefined);
  if (!found) return 'is missing';
  if (!found.isFile()) return 'is not a plain file';
  if (found.size !== expected.bytes) return `has ${found.size} bytes, expected ${expected.bytes}`;
  const sha256 = await hashFile(path);
  return sha256 === expected.sha256 ? undefined : `has SHA-256 ${sha256}, expected ${expected.sha256}`;
}

/** A store in a folder, shared by any number of processes at once. */
export function openFolderStore(root: string, logger: Logger): FolderStore {
  const folderOf = (trust: TrustLevel, key: string) => entryFolder(root, trust, key);

  const read: FolderStore['read'] = async (trust, key) => {
    const folder = folderOf(trust, key);
    const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => undefined);
    const manifest = text === undefined ? undefined : parseManifest(text, { key, trust });
    if (manifest === undefined) {
      const present = await lstat(folder).then(
        () => true,
        () => false,
      );
      if (!present) return undefined;
    }
    const problems: string[] = manifest === undefined ? [`${MANIFEST} cannot be read`] : [];
    const files = new Map<string, string>();
    for (const [name, expected] of Object.entries(manifest?.files ?? {})) {
      const path = join(folder, name);
      const problem = await damage(path, expected);
      if (problem) problems.push(`${name} ${problem}`);
      files.set(name, path);
    }
    if (manifest && problems.length === 0) {
      const now = new Date();
      // Says when it was last of use. A store that may only be read cannot say it.
      await utimes(join(folder, MANIFEST), now, now).catch(() => undefined);
      return { entry: { key, trust, meta: manifest.meta, files }, manifest };
    }
    logger.warn(`removed a damaged store entry, ${folder}: ${problems.join('; ')}`);
    await bury(root, folder);
    return undefined;
  };

  return {
    folder: root,
    read,

    async get(key, { trust }) {
      checkKey(key);
      for (const level of TRUST_LEVELS.slice(0, TRUST_LEVELS.indexOf(trust) + 1)) {
        const found = await read(level, key);
        if (found) return found.entry;
      }
      return undefined;
    },

    async put(key, files, { trust, meta }) {
      checkKey(key);
      for (const name of files.keys()) {
        if (isFileName(name)) continue;
        throw new Error(`${JSON.stringify(name)} is no name for a file in the store`);
      }
      try {
        await sweepScratch(root);
        const folder = await scratchFolder(root);
        try {
          await fill(folder, files, { schema: 1, key, trust, meta, files: {} });
          await publish(folder, folderOf(trust, key));
        } finally {
          await rm(folder, { recursive: true, force: true });
        }
      } catch (error) {
        throw new UserError(
          'store-unwritable',
          `the store in ${root} could not be written: ${messageOf(error)}`,
          {
            hint: 'check the folder and the space left on its disk',
            cause: error,
          },
        );
      }
    },
  };
}

async function fill(
  folder: string,
  files: ReadonlyMap<string, Uint8Array | string>,
  manifest: Manifest,
): Promise<void> {
  for (const [name, content] of files) {
    const path = join(folder, name);
    if (typeof content === 'string') await copyFile(content, path, constants.COPYFILE_EXCL);
    else await writeFile(path, content, { flag: 'wx' });
    await flush(path);
    manifest.files[name] = { bytes: (await lstat(path)).size, sha256: await hashFile(path) };
  }
  await writeFile(join(folder, MANIFEST), formatManifest(manifest), { flag: 'wx' });
  await flush(join(folder, MANIFEST));
  await flush(folder);
}

async function publish(folder: string, home: string): Promise<void> {
  await mkdir(dirname(home), { recursive: true });
  await rename(folder, home).catch((error: NodeJS.ErrnoException) => {
    // Another writer was first; what it wrote was made from the same inputs.
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await flush(dirname(home));
}
