/** What the app answers beside webhooks: `/healthz`, `/metrics` and the page, as handlers to be asked before the webhooks' own. */

import type { Logger } from '../log.ts';
import { type RequestHandler, WEBHOOK_PATH } from './deliveries.ts';
import { type AppMetrics, createMetrics, serveHealth } from './metrics.ts';
import { createPage } from './page/page.ts';
import { readLoginSettings } from './page/page-settings.ts';

export interface EdgeOptions {
  /** PAGE_LOGIN and what it needs, METRICS_TOKEN. */
  variables: Readonly<Record<string, string | undefined>>;
  version: string;
  /** Undefined until the app is there. */
  queue: () => { waiting: number; running: number } | undefined;
  /** Why nothing is taken any more, once the app ends. */
  stopping: () => boolean;
  logger: Logger;
}

export interface Edge {
  metrics: AppMetrics;
  handlers: RequestHandler[];
}

/** Measures until the answer is out, and answers nothing itself. */
function timing(metrics: AppMetrics): RequestHandler {
  return async (request, response) => {
    if (!request.url?.startsWith(WEBHOOK_PATH)) return false;
    const start = performance.now();
    response.once('finish', () => metrics.answered((performance.now() - start) / 1000));
    return false;
  };
}

/** @throws UserError where the page's settings are wrong */
export function createEdge({ variables, version, queue, stopping, logger }: EdgeOptions): Edge {
  const token = variables.METRICS_TOKEN || undefined;
  const counts = () => queue() ?? { waiting: 0, running: 0 };
  const metrics = createMetrics({ version, queue: counts, ...(token !== undefined && { token }) });
  const unready = () => (stopping() ? 'stopping' : queue() ? undefined : 'starting');
  const operations: RequestHandler = async (request, response) => {
    const path = (request.url ?? '').split('?')[0];
    if (path !== '/healthz' && path !== '/metrics') return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
    } else if (path === '/metrics') await metrics.serve(request, response);
    else {
      const reason = unready();
      serveHealth({ ready: reason === undefined, ...(reason && { reason }), version }, request, response);
    }
    return true;
  };
  const page = createPage({
    login: readLoginSettings(variables),
    status: () => ({ version, ready: unready() === undefined, ...counts() }),
    logger,
  });
  return { metrics, handlers: [timing(metrics), operations, page] };
}
