/** The native backend for tests, from the default cache folder; global-setup has filled it. */

import { silentLogger } from '../../src/log.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { loadRuntime, type Runtime } from '../../src/runtime/load.ts';
import { useSoftwareVulkan } from './software-vulkan.ts';

/** What the golden tests of this process run on. */
export const TEST_RUNTIME = process.env.LORA_GATE_TEST_RUNTIME === 'webgpu' ? 'webgpu' : 'cpu';

/** TensorFlow as the tfjs backend of this test file, or WebGPU where vitest.config.ts says so. */
export async function useTestRuntime(): Promise<Runtime> {
  if (TEST_RUNTIME === 'webgpu') useSoftwareVulkan();
  return loadRuntime({
    runtime: TEST_RUNTIME,
    requireNative: true,
    cacheDir: defaultCacheDir(process.env),
    logger: silentLogger,
  });
}
