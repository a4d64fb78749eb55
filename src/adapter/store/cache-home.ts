/**
 * Entries in the cache of GitHub Actions, one blob each: `lora-gate-<trust>-<key>-<generation>`. A key is never written twice there, so
 * what takes the place of a damaged entry has the next generation. The cache removes by itself what was not used for a week, and the
 * oldest above its size. Knows the service, not the environment.
 */

import { sha256 } from '../content-key.ts';
import type { CacheAccess, CacheService } from './cache-service.ts';
import { PACK_VERSION, packBytes, packEntry, unpackEntry } from './entry-pack.ts';
import type { RemoteHome } from './remote-store.ts';
import type { EntryId } from './store-keeper.ts';

/** The service wants 64 hex digits; they say which program can read the blob. */
export const CACHE_VERSION = sha256(`lora-gate entry ${PACK_VERSION}`);

/** Who damages that many has other plans. */
const MOST_GENERATIONS = 9;

const prefixOf = ({ trust, key }: EntryId) => `lora-gate-${trust}-${key}-`;

/** A run that may not write keeps what it makes, one that may not read finds nothing; neither is told as an error. */
export function openCacheHome(service: CacheService, { mode }: Pick<CacheAccess, 'mode'> = {}): RemoteHome {
  const reads = mode !== 'none' && mode !== 'write-only';
  const writes = mode !== 'none' && mode !== 'read';
  /** Of entries that were found damaged: the generation after theirs. */
  const next = new Map<string, number>();

  /** The newest entry, unless it is one that was found damaged. */
  async function newest(prefix: string) {
    const hit = await service.find(prefix, CACHE_VERSION);
    const [generation] = /^[1-9]$/.exec(hit?.key.slice(prefix.length) ?? '') ?? [];
    if (!hit || generation === undefined || Number(generation) < (next.get(prefix) ?? 1)) return undefined;
    return { generation: Number(generation), download: hit.download };
  }

  return {
    name: 'of the Actions cache',
    // Each is three requests, and a repository has 200 uploads a minute.
    takesMany: false,

    async fetch(id, folder) {
      const prefix = prefixOf(id);
      const hit = reads ? await newest(prefix) : undefined;
      if (!hit) return { state: 'absent' };
      const fetched = await unpackEntry(await hit.download(), id, folder);
      if (fetched.state === 'damaged') next.set(prefix, hit.generation + 1);
      return fetched;
    },

    async send(id, manifest, files) {
      if (!writes) return;
      const prefix = prefixOf(id);
      const save = (generation: number) =>
        service.save(`${prefix}${generation}`, CACHE_VERSION, {
          bytes: packBytes(manifest),
          pieces: packEntry(manifest, files),
        });
      const generation = next.get(prefix) ?? 1;
      if (generation > MOST_GENERATIONS || (await save(generation))) return;
      // Taken: by a whole entry, or by a writer that is still at work or died. Only the first can be found.
      if (generation < MOST_GENERATIONS && !(await newest(prefix))) await save(generation + 1);
    },

    // The cache takes nothing back; the next generation is found before it.
    discard: async () => undefined,
  };
}
