/**
 * An entry as one stream, for a home that keeps single blobs: a first line with the length of the manifest, the manifest, the files in
 * its order. There is nothing in it but what the manifest names, and every name is a plain one: unlike an archive's, its reader cannot
 * be led to another place of the disk.
 */

import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { formatManifest, type Manifest, MOST_MANIFEST_BYTES, parseManifest } from '../store-manifest.ts';
import { receiveFile } from './receive-file.ts';
import type { Fetched } from './remote-store.ts';
import type { EntryId } from './store-keeper.ts';

const FIRST_LINE = /^lora-gate-entry 1 (\d{1,7})\n$/;
const FIRST_LINE_BYTES = 64;
const NEWLINE = 10;

/** Changes with the form: an older version's packs are not found at all. */
export const PACK_VERSION = '1';

function headOf(manifest: Manifest): Buffer {
  const text = Buffer.from(formatManifest(manifest));
  return Buffer.concat([Buffer.from(`lora-gate-entry ${PACK_VERSION} ${text.length}\n`), text]);
}

/** Bytes of a pack. */
export function packBytes(manifest: Manifest): number {
  return Object.values(manifest.files).reduce((sum, { bytes }) => sum + bytes, headOf(manifest).length);
}

/** The pack, piece by piece; `files` are paths by name. */
export async function* packEntry(
  manifest: Manifest,
  files: ReadonlyMap<string, string>,
): AsyncGenerator<Uint8Array> {
  yield headOf(manifest);
  for (const name of Object.keys(manifest.files))
    yield* createReadStream(files.get(name) as string, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>;
}

const damaged = (...problems: string[]): Fetched => ({ state: 'damaged', problems });

/** Brings the files of a pack into an empty folder. @throws what the source or the disk throws */
export async function unpackEntry(
  source: AsyncIterable<Uint8Array>,
  id: EntryId,
  folder: string,
): Promise<Fetched> {
  const reader = openReader(source);
  try {
    const firstLine = await reader.line(FIRST_LINE_BYTES);
    const [, length] = FIRST_LINE.exec(firstLine) ?? [];
    if (length === undefined || Number(length) > MOST_MANIFEST_BYTES)
      return damaged('it does not start as an entry does');
    const text = (await buffer(reader.take(Number(length)))).toString('utf8');
    const manifest = parseManifest(text, id);
    if (!manifest) return damaged('its manifest is not that of this entry');
    const problems: string[] = [];
    for (const [name, expected] of Object.entries(manifest.files)) {
      const problem = await receiveFile(reader.take(expected.bytes), join(folder, name), expected);
      if (problem) problems.push(`${name} ${problem}`);
    }
    if (problems.length === 0 && !(await reader.ended())) problems.push('there is more than its files');
    return problems.length > 0 ? damaged(...problems) : { state: 'whole', manifest };
  } finally {
    await reader.close();
  }
}

/** Reads a source in portions; what ends early gives less than was asked for. */
function openReader(source: AsyncIterable<Uint8Array>) {
  const pieces = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array();
  let over = false;

  /** Whether there is anything left, which is then in `rest`. */
  async function more(): Promise<boolean> {
    while (rest.length === 0 && !over) {
      const next = await pieces.next();
      over = next.done === true;
      if (!next.done) rest = next.value;
    }
    return rest.length > 0;
  }

  async function* take(bytes: number): AsyncGenerator<Uint8Array> {
    for (let left = bytes; left > 0 && (await more()); ) {
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  return {
    take,
    /** Up to and with the line's end. */
    async line(most: number): Promise<string> {
      const found: number[] = [];
      while (found.at(-1) !== NEWLINE && found.length < most && (await more())) {
        found.push(rest[0] as number);
        rest = rest.subarray(1);
      }
      return Buffer.from(found).toString('latin1');
    },
    ended: async () => !(await more()),
    async close() {
      await pieces.return?.();
    },
  };
}
