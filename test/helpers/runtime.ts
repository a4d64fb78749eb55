/** The native backend for tests, from the default cache folder; global-setup has filled it. */

import { silentLogger } from '../../src/log.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { loadRuntime, type Runtime } from '../../src/runtime/load.ts';

/** TensorFlow as the tfjs backend of this test file. */
export async function useTestRuntime(): Promise<Runtime> {
  return loadRuntime({
    runtime: 'cpu',
    requireNative: true,
    cacheDir: defaultCacheDir(process.env),
    logger: silentLogger,
  });
}
