/** The native backend for tests, from the default cache folder; global-setup has filled it. */

import { silentLogger } from '../../src/log.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { loadRuntime, type Runtime } from '../../src/runtime/load.ts';

const RUNTIMES = ['webgpu', 'cuda'] as const;

/**
 * What the golden tests of this process run on. On an NVIDIA GPU: LORA_GATE_TEST_RUNTIME=cuda NVIDIA_TF32_OVERRIDE=0, because
 * TF32 rounds what products read to 10 bits.
 */
export const TEST_RUNTIME = RUNTIMES.find((known) => known === process.env.LORA_GATE_TEST_RUNTIME) ?? 'cpu';

/**
 * Whether every golden model is worth its time: with WebGPU the processor plays the GPU, and some stand for all, unless
 * LORA_GATE_TEST_ALL is set.
 */
export const TEST_ALL = TEST_RUNTIME !== 'webgpu' || process.env.LORA_GATE_TEST_ALL === '1';

/** TensorFlow as the tfjs backend of this test file, or WebGPU where vitest.config.ts says so. */
export async function useTestRuntime(): Promise<Runtime> {
  return loadRuntime({
    runtime: TEST_RUNTIME,
    requireNative: true,
    cacheDir: defaultCacheDir(process.env),
    logger: silentLogger,
  });
}
