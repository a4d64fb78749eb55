/**
 * One file of a hub repository into the standard cache: resumed where it stopped, retried when the connection breaks,
 * compared with the hash that the hub lists, and only then put in its place. Knows nothing of models.
 */

import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { messageOf, UserError } from '../../errors.ts';

const ATTEMPTS = 5;

export interface HubFile {
  /** Name in the repository's root. */
  name: string;
  bytes: number;
  /** SHA-256 of the content, for files in large-file storage. */
  sha256: string | undefined;
  /** Git's blob hash: of the content when `sha256` is undefined, else of the pointer. */
  gitOid: string;
}

export interface HubDownloadOptions {
  url: string;
  headers: Record<string, string>;
  /** Milliseconds before the second attempt; doubled each time. */
  retryDelayMs: number;
  signal: AbortSignal | undefined;
  /** Called with the bytes that are there, as they grow. */
  onBytes: (bytes: number) => void;
}

/** The hub's answer was no: not worth another attempt. */
export class HubRefusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, url: string) {
    super(`status ${status}${code ? ` (${code})` : ''} from ${url}`);
    this.name = 'HubRefusal';
    this.status = status;
    this.code = code;
  }
}

async function bytesOf(file: string): Promise<number> {
  return (await stat(file).catch(() => undefined))?.size ?? 0;
}

/** One request for what is missing, appended to `partial`. */
async function fetchRest(file: HubFile, partial: string, options: HubDownloadOptions): Promise<void> {
  let have = await bytesOf(partial);
  if (have > file.bytes) {
    await rm(partial);
    have = 0;
  }
  if (have === file.bytes && have > 0) return;
  const response = await fetch(options.url, {
    // a range of a compressed answer could not be appended
    headers: {
      'Accept-Encoding': 'identity',
      ...options.headers,
      ...(have > 0 && { Range: `bytes=${have}-` }),
    },
    ...(options.signal && { signal: options.signal }),
  });
  if (!response.ok) {
    await response.body?.cancel();
    const error = new HubRefusal(response.status, response.headers.get('X-Error-Code') ?? '', options.url);
    if (response.status >= 500 || response.status === 429) throw new Error(error.message);
    throw error;
  }
  // a server that ignores the range sends the whole file
  if (response.status !== 206) have = 0;
  const handle = await open(partial, have > 0 ? 'a' : 'w');
  try {
    for await (const chunk of response.body ?? []) {
      await handle.appendFile(chunk);
      have += chunk.length;
      options.onBytes(have);
    }
  } finally {
    await handle.close();
  }
  if (have !== file.bytes) throw new Error(`the connection ended after ${have} of ${file.bytes} bytes`);
}

async function verify(file: HubFile, partial: string, signal: AbortSignal | undefined): Promise<void> {
  let hash: Hash;
  if (file.sha256) hash = createHash('sha256');
  else hash = createHash('sha1').update(`blob ${file.bytes}\0`);
  for await (const chunk of createReadStream(partial, {
    highWaterMark: 1 << 20,
    ...(signal && { signal }),
  })) {
    hash.update(chunk as Buffer);
  }
  const found = hash.digest('hex');
  const expected = file.sha256 ?? file.gitOid;
  if (expected === found) return;
  await rm(partial);
  throw new UserError('hub-checksum-differs', `${file.name}: what was downloaded is not what the hub lists`, {
    problems: [`hash is ${found}`, `expected ${expected}`],
    hint: 'The partial download was removed: run the command again.',
  });
}

/** Puts `blob` into the cache unless it is there. @throws HubRefusal, UserError `hub-checksum-differs` or `hub-unreachable`. */
export async function downloadBlob(file: HubFile, blob: string, options: HubDownloadOptions): Promise<void> {
  if ((await bytesOf(blob)) === file.bytes && file.bytes > 0) return;
  await mkdir(path.dirname(blob), { recursive: true });
  const partial = `${blob}.incomplete`;
  for (let attempt = 1; ; attempt++) {
    try {
      await fetchRest(file, partial, options);
      break;
    } catch (error) {
      options.signal?.throwIfAborted();
      if (error instanceof HubRefusal || (error as NodeJS.ErrnoException).code === 'ENOSPC') throw error;
      if (attempt === ATTEMPTS) {
        throw new UserError('hub-unreachable', `${file.name}: ${messageOf(error)}, ${ATTEMPTS} times`, {
          hint: 'What was downloaded is kept: the next run goes on from there.',
          cause: error,
        });
      }
      await setTimeout(
        options.retryDelayMs * 2 ** (attempt - 1),
        undefined,
        options.signal ? { signal: options.signal } : {},
      );
    }
  }
  await verify(file, partial, options.signal);
  await rename(partial, blob);
}

/** Links a snapshot's file to its blob, as the standard cache does. */
export async function linkSnapshot(blob: string, link: string): Promise<void> {
  await mkdir(path.dirname(link), { recursive: true });
  await rm(link, { force: true });
  await symlink(path.relative(path.dirname(link), blob), link);
}
