/**
 * Entries in S3 or storage that speaks like it: `<prefix>/<trust>/<2 digits>/<key>/`, with the manifest in `entry.json`, written last,
 * and each file under its SHA-256, so that writers at once don't touch each other's files. Without its manifest an entry is not there.
 */

import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { messageOf } from '../../errors.ts';
import { TRUST_LEVELS, type TrustLevel } from '../store.ts';
import {
  formatManifest,
  MANIFEST,
  type Manifest,
  MOST_MANIFEST_BYTES,
  parseManifest,
} from '../store-manifest.ts';
import { receiveFile } from './receive-file.ts';
import type { Fetched, RemoteHome } from './remote-store.ts';
import type { S3Objects, S3Place } from './s3-client.ts';
import { ABANDONED_MS } from './scratch.ts';
import type { EntryId, ListedEntry, StoreKeeper } from './store-keeper.ts';

const TRANSFERS = 4;
const DOWNLOADS = 3;

const within = ({ prefix }: S3Place, rest: string) => (prefix === '' ? rest : `${prefix}/${rest}`);
const entryPrefix = (place: S3Place, { trust, key }: EntryId) =>
  within(place, `${trust}/${key.slice(0, 2)}/${key}/`);

export const s3Name = ({ bucket, prefix }: S3Place) => `s3://${bucket}${prefix === '' ? '' : `/${prefix}`}`;

/** The manifest's text, unless it is longer than any manifest. */
async function textOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  let bytes = 0;
  const pieces: Uint8Array[] = [];
  for await (const piece of source) {
    bytes += piece.length;
    if (bytes > MOST_MANIFEST_BYTES) return '';
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

export function openS3Home(place: S3Place, objects: S3Objects): RemoteHome {
  async function manifestOf(id: EntryId): Promise<Manifest | 'absent' | 'unreadable'> {
    const source = await objects.read(`${entryPrefix(place, id)}${MANIFEST}`);
    return source ? (parseManifest(await textOf(source), id) ?? 'unreadable') : 'absent';
  }

  async function download(
    id: EntryId,
    path: string,
    expected: Manifest['files'][string],
  ): Promise<string | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const source = await objects.read(`${entryPrefix(place, id)}${expected.sha256}`);
        return source ? await receiveFile(source, path, expected) : 'is missing';
      } catch (error) {
        // A connection that broke; whatever the request itself met, the SDK has tried again.
        if (attempt === DOWNLOADS || !/aborted|ECONNRESET|socket/i.test(messageOf(error))) throw error;
        await rm(path, { force: true });
      }
    }
  }

  return {
    name: s3Name(place),
    takesMany: true,

    async fetch(id, folder): Promise<Fetched> {
      const manifest = await manifestOf(id);
      if (manifest === 'absent') return { state: 'absent' };
      if (manifest === 'unreadable')
        return { state: 'damaged', problems: [`${MANIFEST} cannot be read as that of this entry`] };
      const limit = pLimit(TRANSFERS);
      const found = await Promise.all(
        Object.entries(manifest.files).map(([name, expected]) =>
          limit(async () => {
            const problem = await download(id, join(folder, name), expected);
            return problem === undefined ? [] : [`${name} ${problem}`];
          }),
        ),
      );
      const problems = found.flat();
      return problems.length > 0 ? { state: 'damaged', problems } : { state: 'whole', manifest };
    },

    async send(id, manifest, files) {
      const present = await manifestOf(id);
      if (typeof present !== 'string') return;
      const limit = pLimit(TRANSFERS);
      await Promise.all(
        Object.entries(manifest.files).map(([name, { bytes, sha256 }]) =>
          limit(() =>
            objects.upload(`${entryPrefix(place, id)}${sha256}`, {
              path: files.get(name) as string,
              bytes,
              sha256,
            }),
          ),
        ),
      );
      // Two writers at once: the first manifest stays, and the files that it names are there.
      await objects.write(`${entryPrefix(place, id)}${MANIFEST}`, Buffer.from(formatManifest(manifest)), {
        onlyNew: present === 'absent',
      });
    },

    discard: (id) => removeEntry(place, objects, id),
  };
}

/** The manifest first: from then on the entry is not there. */
async function removeEntry(place: S3Place, objects: S3Objects, id: EntryId): Promise<void> {
  const prefix = entryPrefix(place, id);
  await objects.remove(`${prefix}${MANIFEST}`);
  for await (const { key } of objects.list(prefix)) await objects.remove(key);
}

/** Lists and removes the entries of a bucket. */
export function openS3Keeper(place: S3Place, objects: S3Objects): StoreKeeper {
  const root = within(place, '');

  /** What lies below each entry's prefix, entries and what writers left behind alike. */
  async function read(): Promise<(ListedEntry & { whole: boolean })[]> {
    const entries = new Map<string, ListedEntry & { whole: boolean }>();
    for await (const { key: path, bytes, modified } of objects.list(root)) {
      const [, trust, key, name] =
        /^(\w+)\/[0-9a-f]{2}\/([0-9a-f]{64})\/([^/]+)$/.exec(path.slice(root.length)) ?? [];
      if (key === undefined || !TRUST_LEVELS.includes(trust as TrustLevel)) continue;
      const id = `${trust}/${key}`;
      const entry = entries.get(id) ?? {
        ...{
          trust: trust as TrustLevel,
          key,
          bytes: 0,
          files: 0,
          written: modified,
          used: modified,
          whole: false,
        },
      };
      entry.bytes += bytes;
      entry.written = Math.min(entry.written, modified);
      entry.used = Math.max(entry.used, modified);
      if (name === MANIFEST) entry.whole = true;
      else entry.files += 1;
      entries.set(id, entry);
    }
    return [...entries.values()];
  }

  return {
    list: async () => (await read()).filter(({ whole }) => whole).map(({ whole: _, ...entry }) => entry),
    remove: (id) => removeEntry(place, objects, id),
    async sweep(now) {
      const left = (await read()).filter(({ whole, used }) => !whole && now - used > ABANDONED_MS);
      for (const id of left) await removeEntry(place, objects, id);
      return left.length;
    },
  };
}

/** Writes, reads and removes a small object. @throws what a run would meet */
export async function tryS3(place: S3Place, objects: S3Objects, name: string): Promise<void> {
  const key = within(place, `tmp/${name}`);
  await objects.write(key, Buffer.from(name));
  const source = await objects.read(key);
  const found = source && (await textOf(source));
  await objects.remove(key);
  if (found !== name) throw new Error('what was written a moment ago is not what is read');
}
