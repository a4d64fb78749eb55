/** A store of adapters with a size: what was used least lately goes first, and what nobody read for a week, as in the Actions cache. */

import type { Clock } from './clock.ts';

const WEEK = 7 * 24 * 3600;

export interface Kept {
  has(key: string): boolean;
  /** Reads it, which keeps it fresh. */
  get(key: string): boolean;
  put(key: string): void;
  readonly written: number;
  readonly evicted: number;
  /** The most entries there were at once. */
  readonly most: number;
}

export function createKept(clock: Clock, limitBytes: number, entryBytes: number): Kept {
  /** By the time of their last use, the oldest first. */
  const entries = new Map<string, number>();
  const places = Math.max(1, Math.floor(limitBytes / entryBytes));
  let [written, evicted, most] = [0, 0, 0];

  function expire(): void {
    for (const [key, used] of entries) {
      if (clock.now - used <= WEEK) return;
      entries.delete(key);
    }
  }

  const has = (key: string) => {
    expire();
    return entries.has(key);
  };
  const touch = (key: string) => {
    entries.delete(key);
    entries.set(key, clock.now);
  };
  return {
    has,
    get(key) {
      if (!has(key)) return false;
      touch(key);
      return true;
    },
    put(key) {
      if (has(key)) return touch(key);
      written += 1;
      entries.set(key, clock.now);
      for (const [oldest] of entries) {
        if (entries.size <= places) break;
        entries.delete(oldest);
        evicted += 1;
      }
      most = Math.max(most, entries.size);
    },
    get written() {
      return written;
    },
    get evicted() {
      return evicted;
    },
    get most() {
      return most;
    },
  };
}
