/**
 * The cache service of GitHub Actions (version 2): Twirp calls, and blobs at signed addresses. Asks for an entry by the start of its
 * key, newest first; keys are never written twice. The toolkit's `@actions/cache` is not used at run time: it unpacks whatever it finds
 * with `tar -P`, which lets an archive write anywhere on the machine. A signed address is never shown.
 */

import pRetry, { AbortError } from 'p-retry';
import { z } from 'zod';
import { messageOf } from '../../errors.ts';

export interface CacheAccess {
  /** ACTIONS_RESULTS_URL and ACTIONS_RUNTIME_TOKEN of the job. */
  resultsUrl: string;
  token: string;
  /** ACTIONS_CACHE_MODE: what the job may do; both unless it says otherwise. */
  mode?: string | undefined;
}

/** The cache of the job whose environment this is; undefined where there is none of version 2. */
export function cacheAccessOf(env: Readonly<Record<string, string | undefined>>): CacheAccess | undefined {
  const { ACTIONS_RESULTS_URL: resultsUrl, ACTIONS_RUNTIME_TOKEN: token, ACTIONS_CACHE_MODE: mode } = env;
  if (!resultsUrl || !token || !env.ACTIONS_CACHE_SERVICE_V2) return undefined;
  return { resultsUrl, token, mode: mode?.trim().toLowerCase() };
}

export interface CacheHit {
  key: string;
  download(): Promise<AsyncIterable<Uint8Array>>;
}

export interface CacheService {
  /** The newest entry whose key starts so, of this branch, else of the base and the default branch. */
  find(prefix: string, version: string): Promise<CacheHit | undefined>;
  /** @returns false where the key is taken */
  save(
    key: string,
    version: string,
    content: { bytes: number; pieces: AsyncIterable<Uint8Array> },
  ): Promise<boolean>;
}

export interface CacheServiceOptions {
  signal?: AbortSignal | undefined;
  /** Milliseconds before the second attempt. */
  pauseMs?: number;
}

const SERVICE = '/twirp/github.actions.results.api.v1.CacheService/';
const RETRIES = 3;
const CALL_MS = 30_000;
const TRANSFER_MS = 600_000;
const BLOCK_BYTES = 32 << 20;
/** Of Azure's blob service: blocks of this size came with an older one. */
const BLOB_HEADERS = { 'x-ms-version': '2021-12-02' };

const answers = {
  GetCacheEntryDownloadURL: z.object({
    ok: z.boolean().default(false),
    signed_download_url: z.string().default(''),
    matched_key: z.string().default(''),
  }),
  CreateCacheEntry: z.object({ ok: z.boolean().default(false), signed_upload_url: z.string().default('') }),
  FinalizeCacheEntryUpload: z.object({ ok: z.boolean().default(false) }),
};

/** What a server says in its own words is short, and holds no address. */
const inShort = (text: string) => text.replaceAll(/https?:\S+/g, '(address)').slice(0, 200);

export function openCacheService(
  { resultsUrl, token }: CacheAccess,
  { signal, pauseMs = 500 }: CacheServiceOptions = {},
): CacheService {
  /** One HTTP request, repeated where the server had trouble or was not reached. */
  function request(what: string, url: string | URL, init: RequestInit, limitMs: number): Promise<Response> {
    const attempt = async () => {
      const limits = [AbortSignal.timeout(limitMs), ...(signal ? [signal] : [])];
      const given = { ...init, redirect: 'error' as const, signal: AbortSignal.any(limits) };
      const response = await fetch(url, given).catch((error: unknown) => {
        // What fetch says of itself is "fetch failed"; the cause has the reason.
        throw new Error(`${what}: ${inShort(messageOf((error as Error).cause ?? error))}`);
      });
      if (response.ok) return response;
      const text = inShort(await response.text().catch(() => ''));
      const error = new Error(`${what}: HTTP ${response.status} ${text}`);
      (error as Error & { status?: number }).status = response.status;
      // Asking again does not help against a limit that lasts a minute.
      throw response.status < 500 ? new AbortError(error) : error;
    };
    return pRetry(attempt, { retries: RETRIES, minTimeout: pauseMs, ...(signal && { signal }) });
  }

  async function call<Method extends keyof typeof answers>(
    method: Method,
    body: Record<string, unknown>,
  ): Promise<z.output<(typeof answers)[Method]>> {
    const response = await request(
      `the cache service's ${method}`,
      new URL(`${SERVICE}${method}`, resultsUrl),
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify(body),
      },
      CALL_MS,
    );
    return answers[method].parse(await response.json()) as z.output<(typeof answers)[Method]>;
  }

  const putBlob = (url: string, query: Record<string, string>, body: Uint8Array | string, more = {}) => {
    const address = new URL(url);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    const init = {
      method: 'PUT',
      headers: { ...BLOB_HEADERS, ...more },
      body: body as Uint8Array<ArrayBuffer>,
    };
    return request('the upload to the cache', address, init, TRANSFER_MS);
  };

  async function upload(url: string, pieces: AsyncIterable<Uint8Array>, bytes: number): Promise<void> {
    const ids: string[] = [];
    for await (const block of inBlocks(pieces)) {
      if (ids.length === 0 && block.length === bytes) {
        await putBlob(url, {}, block, { 'x-ms-blob-type': 'BlockBlob' });
        return;
      }
      const id = Buffer.from(String(ids.length).padStart(8, '0')).toString('base64');
      await putBlob(url, { comp: 'block', blockid: id }, block);
      ids.push(id);
    }
    const list = ids.map((id) => `<Latest>${id}</Latest>`).join('');
    await putBlob(
      url,
      { comp: 'blocklist' },
      `<?xml version="1.0" encoding="utf-8"?><BlockList>${list}</BlockList>`,
    );
  }

  return {
    async find(prefix, version) {
      const found = await call('GetCacheEntryDownloadURL', { key: prefix, restore_keys: [prefix], version });
      if (!found.ok || !found.matched_key.startsWith(prefix)) return undefined;
      const { matched_key: key, signed_download_url: url } = found;
      return {
        key,
        async download() {
          const response = await request('the download from the cache', url, {}, TRANSFER_MS);
          return (response.body ?? []) as AsyncIterable<Uint8Array>;
        },
      };
    },

    async save(key, version, { bytes, pieces }) {
      const created = await call('CreateCacheEntry', { key, version }).catch((error: unknown) => {
        if ((error as { status?: number }).status === 409) return { ok: false, signed_upload_url: '' };
        throw error;
      });
      if (!created.ok) return false;
      await upload(created.signed_upload_url, pieces, bytes);
      const done = await call('FinalizeCacheEntryUpload', { key, version, size_bytes: String(bytes) });
      if (!done.ok) throw new Error('the cache service did not take the finished upload');
      return true;
    },
  };
}

async function* inBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let held: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of pieces) {
    held.push(piece);
    bytes += piece.length;
    if (bytes < BLOCK_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    bytes = 0;
  }
  if (bytes > 0) yield Buffer.concat(held);
}
