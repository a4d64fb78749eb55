/**
 * The two addresses that a job has, on loopback. The API is the stand-in of test/github, with the artifacts that act's own server
 * keeps; the artifact service is act's, behind a door for two things of today's client that act does not know: a field, and that the
 * padding of a signature goes missing.
 */

import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Github } from '../github/stand-in.ts';

export interface Loopback extends AsyncDisposable {
  /** GITHUB_API_URL. */
  api: string;
  /** ACTIONS_RESULTS_URL. */
  results: string;
}

/** act gives every run this number. */
const RUN = 1;

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((done) => server.close(done));
  return port;
}

/** What act's artifact server keeps of the run: one archive each. */
async function archives(
  folder: string,
): Promise<{ id: number; name: string; file: string; bytes: number }[]> {
  const found = await readdir(path.join(folder, String(RUN)), { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile() && entry.name.endsWith('.zip'));
  return Promise.all(
    files.map(async (entry, i) => {
      const file = path.join(entry.parentPath, entry.name);
      return { id: i + 1, name: entry.name.slice(0, -4), file, bytes: (await stat(file)).size };
    }),
  );
}

/** A signature's base64 with its padding; act compares text. */
const padded = (address: string) =>
  address.replace(/(?<=[?&]sig=)[^&=]+/, (sig) => sig.padEnd(Math.ceil(sig.length / 4) * 4, '='));

function forward(request: IncomingMessage, response: ServerResponse, to: string, body: Buffer): void {
  const { host: _, 'content-length': __, 'transfer-encoding': ___, ...headers } = request.headers;
  const { method } = request;
  const length = body.length > 0 ? { 'content-length': body.length } : {};
  // The host stays, because act puts it into the addresses that it signs.
  const asked = httpRequest(new URL(padded(request.url ?? '/'), to), {
    ...(method !== undefined && { method }),
    headers: { ...headers, ...length, host: request.headers.host ?? '' },
  });
  asked.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  asked.on('error', (error) => response.writeHead(502).end(String(error)));
  asked.end(body);
}

/** Starts both; `artifacts` is the folder of act's server, which is to listen on `port`. */
export async function startLoopback(github: Github, artifacts: string, port: number): Promise<Loopback> {
  const server = createServer((request, response) => {
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://loopback');
      const body = await buffer(request);
      const act = `http://127.0.0.1:${port}`;
      if (pathname.endsWith('/CreateArtifact')) {
        const { mime_type: _, ...known } = JSON.parse(body.toString('utf8')) as Record<string, unknown>;
        return forward(request, response, act, Buffer.from(JSON.stringify(known)));
      }
      const download = /^\/repos\/team\/desk\/actions\/artifacts\/(\d+)\/zip$/.exec(pathname);
      const list = pathname === `/repos/team/desk/actions/runs/${RUN}/artifacts`;
      if (!download && !list)
        return forward(
          request,
          response,
          pathname.startsWith('/repos/') || pathname === '/user' ? github.url : act,
          body,
        );
      const kept = await archives(artifacts);
      if (download) {
        const archive = kept.find(({ id }) => id === Number(download[1]));
        if (!archive) return response.writeHead(404).end('{}');
        return response
          .writeHead(200, { 'content-type': 'application/zip' })
          .end(await readFile(archive.file));
      }
      const entries = kept.map(({ id, name, bytes }) => ({ id, name, size_in_bytes: bytes, expired: false }));
      return response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ total_count: entries.length, artifacts: entries }));
    })().catch((thrown: unknown) => response.writeHead(500).end(String(thrown)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    api: url,
    results: `${url}/`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
