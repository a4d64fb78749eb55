/** An HTTP server on loopback that passes on to another what a test does not answer itself. */

import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackProxy extends AsyncDisposable {
  url: string;
  /** `METHOD path?query` of each request. */
  seen: string[];
}

export interface ProxyOptions {
  to: string;
  /** Says with true that it has answered, or never will. */
  answers?: (request: IncomingMessage, response: ServerResponse) => boolean;
  /** Another path, or the whole address at yet another server. */
  path?: (path: string) => string;
}

export async function startProxy({
  to,
  answers,
  path = (same) => same,
}: ProxyOptions): Promise<LoopbackProxy> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`);
    if (answers?.(request, response)) return void request.resume();
    const { method, headers, url = '/' } = request;
    const onward = forward(new URL(path(url), to), { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
