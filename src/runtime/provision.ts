/**
 * Puts TensorFlow and the compiled binding into the cache folder, once.
 */

import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { readReadyRuntime, runtimeFolder } from './cache.ts';

export interface ProvisionOptions {
  cuda?: boolean;
  cacheDir: string;
  logger: Logger;
  signal?: AbortSignal;
}

export interface Provisioned {
  folder: string;
  /** The compiled binding, an absolute path. */
  binding: string;
  reused: boolean;
}

/** The complete runtime folder of `cacheDir`, built when it is not there yet. */
export async function provision(options: ProvisionOptions): Promise<Provisioned> {
  const folder = runtimeFolder(options.cacheDir, options.cuda ? 'cuda' : 'cpu');
  const ready = await readReadyRuntime(folder);
  if (ready) return { folder, binding: path.join(folder, ready.binding), reused: true };
  throw new UserError('runtime-missing', `no TensorFlow runtime in ${folder}`);
}
