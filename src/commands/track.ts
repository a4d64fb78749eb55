/** `lora-gate track`: sends a saved result to Opik, now or when it is up again. */

import { Command } from 'commander';
import { UserError } from '../errors.ts';
import { readResult } from '../report/result.ts';
import { trackResult } from '../tracking/opik.ts';
import type { CommandContext } from './context.ts';

interface TrackCommandOptions {
  url: string;
  project: string;
  workspace: string;
}

export function trackCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('track')
    .description('send a saved result to Opik; sending it again repeats nothing')
    .argument('<result>', 'result.json of a run')
    .requiredOption('--url <address>', "of Opik's API, such as https://opik.example/api")
    .requiredOption('--project <name>', 'project in Opik')
    .option('--workspace <name>', 'workspace in Opik', 'default')
    .addHelpText('after', '\nThe key is read from OPIK_API_KEY; a server without accounts needs none.')
    .action(async (file: string, { url, project, workspace }: TrackCommandOptions, command: Command) => {
      const { env, print } = contextOf(command);
      if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
        throw new UserError('tracking-url', 'the address of Opik is no http(s) address', {
          hint: 'Give the address of the API: --url https://opik.example/api.',
        });
      }
      const result = await readResult(file);
      const tracked = await trackResult(result, { url, project, workspace, apiKey: env.opikApiKey ?? '' });
      if (!tracked.sent) {
        throw new UserError('tracking-failed', `Opik did not take the result: ${tracked.reason}`, {
          hint: `Run \`lora-gate track ${file}\` again once it can be reached; what it has already is not repeated.`,
        });
      }
      for (const link of tracked.links) print(link);
    });
}
