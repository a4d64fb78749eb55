/** `lora-gate track`: sends a saved result to Opik, now or when it is up again. */

import { Command } from 'commander';
import { UserError } from '../errors.ts';
import { readResult } from '../report/result.ts';
import { trackResult } from '../tracking/opik.ts';
import { savedTarget, type TrackTarget } from '../tracking/opik-target.ts';
import { positiveInteger } from './arguments.ts';
import type { CommandContext } from './context.ts';

interface TrackCommandOptions extends TrackTarget {
  timeout: number;
}

export function trackCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('track')
    .description('send a saved result to Opik; sending it again repeats nothing')
    .argument('<result>', 'result.json of a run')
    .option('--url <address>', "of Opik's API (default: OPIK_URL_OVERRIDE, then what the run used)")
    .option('--project <name>', 'project in Opik (default: what the run used)')
    .option('--workspace <name>', 'workspace in Opik (default: OPIK_WORKSPACE, then what the run used)')
    .option('--timeout <seconds>', 'for everything together', positiveInteger, 600)
    .addHelpText(
      'after',
      `
The key is read from OPIK_API_KEY; a server without accounts needs none. An address that only the
result names gets no key: give --url to say that it is yours.`,
    )
    .action(async (file: string, { timeout, ...asked }: TrackCommandOptions, command: Command) => {
      const { env, print, signal } = contextOf(command);
      const result = await readResult(file);
      const target = savedTarget(asked, env, result.tracking);
      const tracked = await trackResult(result, target, { totalSeconds: timeout, signal });
      if (!tracked.sent) {
        throw new UserError('tracking-failed', `Opik did not take the result: ${tracked.reason}`, {
          hint: `Run \`lora-gate track ${file}\` again once it can be reached; what it has already is not repeated.`,
        });
      }
      for (const { url } of tracked.links) print(url);
    });
}
