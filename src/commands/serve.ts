/** `lora-gate serve`: the app for a whole organisation, until it is told to end. */

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { App } from '../app/create-app.ts';
import { WEBHOOK_PATH } from '../app/deliveries.ts';
import { createEdge } from '../app/edge.ts';
import { readSettings } from '../app/settings.ts';
import { serveApp } from '../app.ts';
import type { CommandContext } from './context.ts';
import { serveDemo } from './serve-demo.ts';
import { serveSetup } from './serve-setup.ts';

interface ServeOptions {
  setup?: true;
  demo?: true;
  organization?: string;
  out: string;
}

export function serveCommand(
  contextOf: (command: Command) => CommandContext,
  variables: Readonly<Record<string, string | undefined>>,
): Command {
  return new Command('serve')
    .description(
      'answer GitHub as an App: checks and comments on every pull request (settings from the environment: APP_ID, PRIVATE_KEY or PRIVATE_KEY_PATH, WEBHOOK_SECRET, PORT, HOST, LOG_LEVEL, REDIS_URL, LORA_GATE_WORKFLOW, LORA_GATE_WELCOME)',
    )
    .addOption(
      new Option(
        '--setup',
        'register the App with GitHub in a browser (PUBLIC_URL says where it is reached)',
      ).conflicts('demo'),
    )
    .option('--organization <login>', 'with --setup: who owns the App (default: yourself)')
    .option('--out <folder>', 'with --setup: where its credentials go', '.')
    .option('--demo', 'show the app on two recorded pull requests, without GitHub')
    .action(async (options: ServeOptions, command: Command) => {
      const { signal, print, logger, env } = contextOf(command);
      if (options.demo) return serveDemo({ print, signal });
      if (options.setup) {
        const { organization, out: folder } = options;
        const owner = organization !== undefined && { organization };
        return serveSetup({ variables, folder, ...owner, print, signal });
      }
      const settings = readSettings(variables, (path) => readFileSync(path, 'utf8'));
      let app: App | undefined;
      const { metrics, handlers } = createEdge({
        ...{ variables, logger, version: env.version },
        queue: () => app,
        stopping: () => signal.aborted,
      });
      const served = await serveApp(settings, {
        handlers,
        onDelivery: metrics.delivery,
        onRun: metrics.runEnded,
        onAnswer: metrics.quota,
        onApp: (made) => {
          app = made;
        },
      });
      print(`listening on ${served.url}${WEBHOOK_PATH}`);
      if (!signal.aborted) await once(signal, 'abort');
      await served.close();
    });
}
