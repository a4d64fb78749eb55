/** Writes what arrives for a file of an entry, and compares it with what the manifest says. Knows no source. */

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Manifest } from '../store-manifest.ts';

/**
 * Fills the new file `path`, with no more than is expected.
 * @returns what is wrong, or undefined
 * @throws what the source or the disk throws
 */
export async function receiveFile(
  source: AsyncIterable<Uint8Array>,
  path: string,
  expected: Manifest['files'][string],
): Promise<string | undefined> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(
    source,
    async function* (pieces: AsyncIterable<Uint8Array>) {
      for await (const piece of pieces) {
        bytes += piece.length;
        if (bytes > expected.bytes) return;
        hash.update(piece);
        yield piece;
      }
    },
    createWriteStream(path, { flags: 'wx' }),
  );
  if (bytes > expected.bytes) return `has more than the expected ${expected.bytes} bytes`;
  if (bytes < expected.bytes) return `has ${bytes} bytes, expected ${expected.bytes}`;
  const sha256 = hash.digest('hex');
  return sha256 === expected.sha256 ? undefined : `has SHA-256 ${sha256}, expected ${expected.sha256}`;
}
