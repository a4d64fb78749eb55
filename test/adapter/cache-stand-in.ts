/**
 * The cache service of Actions on loopback, as runners speak with it: Twirp calls, and blobs put whole or in blocks at signed addresses.
 * Keys are written once; one that was reserved and never finished stays taken. Knows nothing of what is in a blob.
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface CachedBlob {
  key: string;
  version: string;
  blob: Buffer;
}

export interface SeenRequest {
  /** The call's method, or `PUT`, `GET` of a blob. */
  what: string;
  headers: IncomingMessage['headers'];
  /** Of a call. */
  fields: Record<string, unknown>;
}

export interface CacheStandIn extends AsyncDisposable {
  url: string;
  /** Of the job; CACHE_TOKEN unless told. */
  token: string;
  /** Finished ones, oldest first. */
  entries: CachedBlob[];
  /** Keys whose upload has begun and not ended. */
  reserved: Set<string>;
  requests: SeenRequest[];
  /** What the next answers to some requests are instead; `what` as in SeenRequest. */
  trouble: { what: string; status: number; times: number }[];
  /** While true the answer to an upload does not come. */
  holdsUploads: boolean;
  /** Lets downloads end after so many bytes. */
  cutsDownloadsAt: number | null;
}

const PATH = '/twirp/github.actions.results.api.v1.CacheService/';
export const CACHE_TOKEN = 'runtime-token-of-the-job';

export async function startCacheStandIn(): Promise<CacheStandIn> {
  const blocks = new Map<string, Map<string, Buffer>>();
  const blobs = new Map<string, Buffer>();
  const nameOf = (key: unknown, version: unknown) => `${String(version)}/${String(key)}`;

  const find = (fields: Record<string, unknown>) => {
    const {
      key,
      version,
      restore_keys: starts = [],
    } = fields as { key: string; version: string; restore_keys?: string[] };
    const fitting = standIn.entries.filter((entry) => entry.version === version);
    const exact = fitting.find((entry) => entry.key === key);
    return (
      exact ?? starts.flatMap((start) => fitting.findLast((entry) => entry.key.startsWith(start)) ?? [])[0]
    );
  };

  const call = (method: string, fields: Record<string, unknown>): [status: number, body: unknown] => {
    const name = nameOf(fields.key, fields.version);
    const address = `${standIn.url}/blob/${encodeURIComponent(name)}?sig=a-signature`;
    switch (method) {
      case 'CreateCacheEntry': {
        const there = standIn.entries.some(({ key, version }) => nameOf(key, version) === name);
        if (there) return [409, { code: 'already_exists', msg: 'cache entry with the same key exists' }];
        if (standIn.reserved.has(name)) return [200, { ok: false }];
        standIn.reserved.add(name);
        return [200, { ok: true, signed_upload_url: address }];
      }
      case 'FinalizeCacheEntryUpload': {
        const blob = blobs.get(name);
        if (!blob || blob.length !== Number(fields.size_bytes)) return [200, { ok: false }];
        standIn.reserved.delete(name);
        standIn.entries.push({ key: String(fields.key), version: String(fields.version), blob });
        return [200, { ok: true, entry_id: String(standIn.entries.length) }];
      }
      case 'GetCacheEntryDownloadURL': {
        const found = find(fields);
        if (!found) return [200, { ok: false }];
        const at = standIn.entries.indexOf(found);
        return [
          200,
          {
            ok: true,
            signed_download_url: `${standIn.url}/entry/${at}?sig=a-signature`,
            matched_key: found.key,
          },
        ];
      }
      default:
        return [404, { code: 'bad_route', msg: method }];
    }
  };

  const putBlob = (pathname: string, query: URLSearchParams, body: Buffer) => {
    const name = decodeURIComponent(pathname.slice('/blob/'.length));
    if (query.get('comp') === 'block') {
      const parts = blocks.get(name) ?? new Map<string, Buffer>();
      blocks.set(name, parts.set(query.get('blockid') ?? '', body));
      return;
    }
    if (query.get('comp') !== 'blocklist') return void blobs.set(name, body);
    const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map(([, id = '']) => id);
    blobs.set(name, Buffer.concat(ids.map((id) => blocks.get(name)?.get(id) ?? Buffer.alloc(0))));
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback');
    const isCall = pathname.startsWith(PATH);
    const body = await buffer(request);
    const what = isCall ? pathname.slice(PATH.length) : (request.method ?? '');
    const fields = isCall ? (JSON.parse(body.toString()) as Record<string, unknown>) : {};
    standIn.requests.push({ what, headers: request.headers, fields });
    const trouble = standIn.trouble.find((one) => one.what === what && one.times > 0);
    if (trouble) {
      trouble.times -= 1;
      return void response
        .writeHead(trouble.status)
        .end('{"msg":"trouble at https://there.example/?sig=secret"}');
    }
    if (isCall) {
      const allowed = request.headers.authorization === `Bearer ${standIn.token}`;
      const [status, answer] = allowed ? call(what, fields) : [401, { code: 'unauthenticated', msg: 'no' }];
      return void response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(answer));
    }
    if (searchParams.get('sig') !== 'a-signature') return void response.writeHead(403).end();
    if (what === 'PUT') {
      // It never answers: the writer waits until it is killed.
      if (standIn.holdsUploads) return;
      putBlob(pathname, searchParams, body);
      return void response.writeHead(201).end();
    }
    const blob = standIn.entries[Number(pathname.slice('/entry/'.length))]?.blob ?? Buffer.alloc(0);
    const range = /^bytes=(\d+)-(\d*)$/.exec(
      String(request.headers['x-ms-range'] ?? request.headers.range ?? ''),
    );
    if (range) {
      const [from, to] = [
        Number(range[1]),
        range[2] ? Math.min(Number(range[2]), blob.length - 1) : blob.length - 1,
      ];
      const part = blob.subarray(from, to + 1);
      const headers = {
        'content-length': part.length,
        'content-range': `bytes ${from}-${to}/${blob.length}`,
      };
      return void response.writeHead(206, headers).end(part);
    }
    response.writeHead(200, { 'content-length': blob.length });
    if (what === 'HEAD') return void response.end();
    if (standIn.cutsDownloadsAt === null) return void response.end(blob);
    response.write(blob.subarray(0, standIn.cutsDownloadsAt), () => response.destroy());
  }

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const standIn: CacheStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token: CACHE_TOKEN,
    entries: [],
    reserved: new Set(),
    requests: [],
    trouble: [],
    holdsUploads: false,
    cutsDownloadsAt: null,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
  return standIn;
}
