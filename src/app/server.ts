/** The HTTP server: handlers are asked in their order, the first that answers ends it. Knows nothing of what they do. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { RequestHandler } from './deliveries.ts';

export interface AppServer {
  url: string;
  /** Answers what has begun, and takes nothing new. */
  close(): Promise<void>;
}

export interface ServerOptions {
  host: string;
  port: number;
  handlers: readonly RequestHandler[];
  onError: (thrown: unknown) => void;
}

export async function startServer({ host, port, handlers, onError }: ServerOptions): Promise<AppServer> {
  const server = createServer((request, response) => {
    const answer = async () => {
      for (const handler of handlers) if (await handler(request, response)) return;
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found\n');
    };
    answer().catch((thrown: unknown) => {
      onError(thrown);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  // Whoever sends slowly gets no place for ever.
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  // Longer than proxies keep a connection (60 s as a rule): who closes first must not be the one that is asked.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((ready, failed) => {
    server.once('error', failed);
    server.listen(port, host, ready);
  });
  const address = server.address() as AddressInfo;
  const shown = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return {
    url: `http://${shown}:${address.port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeIdleConnections();
      }),
  };
}
