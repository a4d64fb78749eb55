/** `lora-gate setup`: provisions the TensorFlow runtime, or the Python of `engine: accelerate`, before anything needs it. */

import { Command } from 'commander';
import { ownFile } from '../assets.ts';
import { UserError } from '../errors.ts';
import { provision } from '../runtime/provision.ts';
import { provisionPython } from '../runtime/python-environment.ts';
import { REQUIREMENTS } from '../train/accelerate/requirements.ts';
import type { CommandContext } from './context.ts';

interface SetupOptions {
  cuda?: true;
  cpu?: true;
  accelerate?: true;
}

export function setupCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('setup')
    .description(
      'download and build the TensorFlow runtime into the cache folder (other commands do it when they need it)',
    )
    .option('--cuda', 'the build for NVIDIA GPUs, with its CUDA packages')
    .option('--cpu', 'the build for processors, which is the default')
    .option('--accelerate', 'the Python environment of engine: accelerate instead of TensorFlow')
    .action(async (options: SetupOptions, command: Command) => {
      const { env, logger, signal, print } = contextOf(command);
      if (options.cuda && options.cpu) {
        throw new UserError('usage', '--cuda and --cpu exclude each other', { hint: 'name one of them' });
      }
      const cuda = options.cuda ?? false;
      const { cacheDir } = env;
      const { folder, reused } = options.accelerate
        ? await provisionPython({
            cacheDir,
            flavour: cuda ? 'cuda' : 'cpu',
            requirementsFile: ownFile(REQUIREMENTS),
            logger,
            signal,
          })
        : await provision({ cuda, cacheDir, logger, signal });
      print(reused ? `already set up: ${folder}` : `set up: ${folder}`);
    });
}
