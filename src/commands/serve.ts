/** `lora-gate serve`: the app for a whole organisation, until it is told to end. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { WEBHOOK_PATH } from '../app/deliveries.ts';
import { readSettings } from '../app/settings.ts';
import { serveApp } from '../app.ts';
import type { CommandContext } from './context.ts';

export function serveCommand(
  contextOf: (command: Command) => CommandContext,
  variables: Readonly<Record<string, string | undefined>>,
): Command {
  return new Command('serve')
    .description(
      'answer GitHub as an App: checks and comments on every pull request (settings from the environment: APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET, PORT, HOST, LOG_LEVEL, REDIS_URL, LORA_GATE_WORKFLOW)',
    )
    .action(async (_: object, command: Command) => {
      const { signal, print } = contextOf(command);
      const settings = readSettings(variables, (path) => readFileSync(path, 'utf8'));
      const served = await serveApp(settings);
      print(`listening on ${served.url}${WEBHOOK_PATH}`);
      if (!signal.aborted) await once(signal, 'abort');
      await served.close();
    });
}
