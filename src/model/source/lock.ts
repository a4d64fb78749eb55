/**
 * One process at a time fills a cache folder; the others wait and then find it filled. Knows nothing of what is fetched.
 */

import { mkdir } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import type { Logger } from '../../log.ts';

export interface LockOptions {
  logger: Logger;
  signal?: AbortSignal;
}

function isLocked(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ELOCKED';
}

/** Runs `work` while holding the lock of `folder`, which is made when it is not there. A dead holder's lock lapses. */
export async function withFolderLock<T>(
  folder: string,
  options: LockOptions,
  work: () => Promise<T>,
): Promise<T> {
  await mkdir(folder, { recursive: true });
  let told = false;
  for (;;) {
    options.signal?.throwIfAborted();
    let release: () => Promise<void>;
    try {
      release = await lock(folder, { stale: 30_000, update: 5_000 });
    } catch (error) {
      if (!isLocked(error)) throw error;
      if (!told) options.logger.info(`waiting for another process that fills ${folder}`);
      told = true;
      await setTimeout(250, undefined, options.signal ? { signal: options.signal } : {});
      continue;
    }
    try {
      return await work();
    } finally {
      await release().catch(() => options.logger.debug(`the lock of ${folder} had lapsed`));
    }
  }
}
