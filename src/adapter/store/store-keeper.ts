/**
 * What is in a store and what of it goes: by age, then by size, least recently used first. A home tells what it holds and removes what
 * it is told to; it does not know the rule, and this file knows no home.
 */

import { TRUST_LEVELS, type TrustLevel } from '../store.ts';

export interface EntryId {
  trust: TrustLevel;
  key: string;
}

export interface ListedEntry extends EntryId {
  bytes: number;
  files: number;
  /** Milliseconds since 1970. A home that cannot tell when an entry was read last has the time it was written. */
  written: number;
  used: number;
}

export interface StoreKeeper {
  /** Every entry, in any order. */
  list(): Promise<ListedEntry[]>;
  remove(id: EntryId): Promise<void>;
  /** Clears what writers that died left behind. @returns how many remains there were */
  sweep(now: number): Promise<number>;
}

export interface StoreLimits {
  maxBytes?: number | undefined;
  maxAgeMs?: number | undefined;
}

export interface PruneOptions extends StoreLimits {
  now: number;
  /** Entries that stay whatever the limits say. */
  keeps?: (id: EntryId) => boolean;
  dryRun?: boolean;
}

export interface Pruned {
  removed: (ListedEntry & { reason: 'age' | 'size' })[];
  /** Of what stays. */
  entries: number;
  bytes: number;
}

/** Another process may be about to open what it has found. */
const IN_USE_MS = 3600 * 1000;

/**
 * The entries that go. What was used in the last hour stays. Above the size limit, what runs for forks wrote goes first: they must not
 * push the others out.
 */
export function chooseRemoved(
  entries: readonly ListedEntry[],
  { maxBytes = Number.POSITIVE_INFINITY, maxAgeMs = Number.POSITIVE_INFINITY, now, keeps }: PruneOptions,
): Pruned['removed'] {
  const stays = (entry: ListedEntry) => now - entry.used < IN_USE_MS || keeps?.(entry) === true;
  const removed: Pruned['removed'] = [];
  let bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  const byUse = entries.toSorted((a, b) => a.used - b.used || (a.key < b.key ? -1 : 1));
  const left = byUse.filter((entry) => {
    if (stays(entry) || now - entry.used <= maxAgeMs) return true;
    removed.push({ ...entry, reason: 'age' });
    bytes -= entry.bytes;
    return false;
  });
  const ofForks = ({ trust }: EntryId) => trust === TRUST_LEVELS.at(-1);
  for (const entry of [...left.filter(ofForks), ...left.filter((each) => !ofForks(each))]) {
    if (bytes <= maxBytes) break;
    if (stays(entry)) continue;
    removed.push({ ...entry, reason: 'size' });
    bytes -= entry.bytes;
  }
  return removed;
}

/** Removes what the limits don't let stay; with `dryRun` only tells. */
export async function pruneStore(keeper: StoreKeeper, options: PruneOptions): Promise<Pruned> {
  const entries = await keeper.list();
  const removed = chooseRemoved(entries, options);
  if (!options.dryRun) {
    await keeper.sweep(options.now);
    for (const entry of removed) await keeper.remove(entry);
  }
  const bytesOf = (list: readonly ListedEntry[]) => list.reduce((sum, { bytes }) => sum + bytes, 0);
  return { removed, entries: entries.length - removed.length, bytes: bytesOf(entries) - bytesOf(removed) };
}
