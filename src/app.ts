/** The app's door: settings in, a server out that answers GitHub until it is closed. */

import { type App, type AppOptions, createApp } from './app/create-app.ts';
import type { RequestHandler } from './app/deliveries.ts';
import { startServer } from './app/server.ts';
import type { AppSettings } from './app/settings.ts';
import { messageOf } from './errors.ts';

/** See reconcile.ts for what this costs. */
const RECONCILE_MILLISECONDS = 300_000;

export interface ServedApp {
  url: string;
  close(): Promise<void>;
}

export interface ServeOptions extends AppOptions {
  /** Asked before the webhooks: a page, metrics. */
  handlers?: readonly RequestHandler[];
  /** Before anything is answered. */
  onApp?: (app: App) => void;
}

export async function serveApp(
  settings: AppSettings,
  { handlers = [], onApp, ...options }: ServeOptions = {},
): Promise<ServedApp> {
  const app = await createApp(settings, options);
  onApp?.(app);
  const server = await startServer({
    host: settings.host,
    port: settings.port,
    handlers: [...handlers, app.handler],
    onError: (thrown) => app.probot.log.error({ err: thrown }, 'a request could not be answered'),
  });
  const look = () =>
    app.reconcile().catch((thrown: unknown) => app.probot.log.error(`reconciling: ${messageOf(thrown)}`));
  void look();
  const timer = setInterval(look, RECONCILE_MILLISECONDS);
  return {
    url: server.url,
    async close() {
      clearInterval(timer);
      await server.close();
      await app.close();
    },
  };
}
