/**
 * One builder at a time, over processes: whoever comes second waits and takes what the first has made. A lock whose
 * holder died goes stale and is taken over. Does not know what is built.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import type { Logger } from '../log.ts';

/** A holder touches its lock every few seconds; untouched for this long, it is dead. */
const STALE_MILLISECONDS = 15_000;
const POLL_MILLISECONDS = 300;

export interface BuildOptions<T> {
  /** For the message of whoever waits; TensorFlow unless told. */
  what?: string;
  logger: Logger;
  signal: AbortSignal;
  /** What is built, when it is there already. */
  find: () => Promise<T | undefined>;
  /** Builds it; the signal also fires when the lock was lost. */
  build: (signal: AbortSignal) => Promise<T>;
}

/**
 * What `find` finds, else what `build` builds while holding the lock of `target`.
 * @throws the signal's reason when aborted, while waiting too
 */
export async function findOrBuild<T>(target: string, options: BuildOptions<T>): Promise<T> {
  const { logger, signal } = options;
  const lost = new AbortController();
  const onCompromised = (error: Error) => lost.abort(error);
  let told = false;
  for (;;) {
    signal.throwIfAborted();
    const found = await options.find();
    if (found) return found;
    let release: () => Promise<void>;
    try {
      release = await lock(target, {
        realpath: false,
        stale: STALE_MILLISECONDS,
        update: 3000,
        onCompromised,
      });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ELOCKED') throw error;
      if (!told)
        logger.info(
          `Another process is setting up ${options.what ?? 'TensorFlow'} in ${target}; waiting for it`,
        );
      told = true;
      await sleep(POLL_MILLISECONDS, undefined, { signal }).catch(() => signal.throwIfAborted());
      continue;
    }
    try {
      // The one before us may have finished between our look and our lock.
      return (await options.find()) ?? (await options.build(AbortSignal.any([signal, lost.signal])));
    } finally {
      if (!lost.signal.aborted) await release();
    }
  }
}
