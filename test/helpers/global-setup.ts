/**
 * Runs once before all tests: sets TensorFlow up in the default cache folder, so that no two test files race for it. A
 * machine where that fails cannot prove anything: the run ends here.
 */

import { formatUserError, UserError } from '../../src/errors.ts';
import { createTerminalLogger } from '../../src/log.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { provision } from '../../src/runtime/provision.ts';

export async function setup(): Promise<void> {
  try {
    const cuda = process.env.LORA_GATE_TEST_RUNTIME === 'cuda';
    await provision({ cuda, cacheDir: defaultCacheDir(process.env), logger: createTerminalLogger() });
  } catch (error) {
    if (error instanceof UserError) throw new Error(formatUserError(error), { cause: error });
    throw error;
  }
}
