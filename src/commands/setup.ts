/** `lora-gate setup`: provisions the TensorFlow runtime before anything needs it. */

import { Command } from 'commander';
import { provision } from '../runtime/provision.ts';
import type { CommandContext } from './context.ts';

export function setupCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('setup')
    .description(
      'download and build the TensorFlow runtime into the cache folder (other commands do it when they need it)',
    )
    .option('--cuda', 'the build for NVIDIA GPUs, with its CUDA packages')
    .action(async (options: { cuda?: true }, command: Command) => {
      const { env, logger, signal, print } = contextOf(command);
      const { folder, reused } = await provision({
        cuda: options.cuda ?? false,
        cacheDir: env.cacheDir,
        logger,
        signal,
      });
      print(reused ? `already set up: ${folder}` : `set up: ${folder}`);
    });
}
