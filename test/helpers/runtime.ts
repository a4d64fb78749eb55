/** The native backend for tests, from the default cache folder; global-setup has filled it. */

import { silentLogger } from '../../src/log.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { loadRuntime, type Runtime } from '../../src/runtime/load.ts';

/** What the golden tests of this process run on. */
export const TEST_RUNTIME = process.env.LORA_GATE_TEST_RUNTIME === 'webgpu' ? 'webgpu' : 'cpu';

/**
 * Whether every golden model is worth its time: with WebGPU the processor plays the GPU, and some stand for all, unless
 * LORA_GATE_TEST_ALL is set.
 */
export const TEST_ALL = TEST_RUNTIME === 'cpu' || process.env.LORA_GATE_TEST_ALL === '1';

/** TensorFlow as the tfjs backend of this test file, or WebGPU where vitest.config.ts says so. */
export async function useTestRuntime(): Promise<Runtime> {
  return loadRuntime({
    runtime: TEST_RUNTIME,
    requireNative: true,
    cacheDir: defaultCacheDir(process.env),
    logger: silentLogger,
  });
}
