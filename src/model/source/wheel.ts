/**
 * Reads wheels (zip archives) without running anything in them: names, small texts, and the bytes of one member checked
 * against the wheel's own RECORD. Knows nothing of pip or models.
 */

import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { messageOf, UserError } from '../../errors.ts';

const MAX_TEXT_BYTES = 16 * 2 ** 20;

export interface WheelMember {
  wheel: Wheel;
  /** Path inside the archive. */
  name: string;
  bytes: number;
  entry: yauzl.Entry;
}

export class Wheel {
  readonly file: string;
  readonly members: ReadonlyMap<string, WheelMember>;
  readonly #zip: yauzl.ZipFile;

  constructor(file: string, zip: yauzl.ZipFile, entries: readonly yauzl.Entry[]) {
    this.file = file;
    this.#zip = zip;
    this.members = new Map(
      entries.map((entry) => [
        entry.fileName,
        { wheel: this, name: entry.fileName, bytes: entry.uncompressedSize, entry },
      ]),
    );
  }

  /** Members whose last path component satisfies `test`. */
  find(test: (basename: string) => boolean): WheelMember[] {
    return [...this.members.values()].filter(({ name }) => test(path.posix.basename(name)));
  }

  /** A small text, e.g. `METADATA`, from the wheel's `.dist-info` or elsewhere; undefined when there is none. */
  async text(basename: string): Promise<string | undefined> {
    const [member] = this.find((name) => name === basename);
    if (!member || member.bytes > MAX_TEXT_BYTES) return undefined;
    const chunks: Buffer[] = [];
    for await (const chunk of await this.#stream(member)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('utf8');
  }

  /**
   * The bytes of a member, piece by piece; after the last piece they have been compared with the wheel's RECORD.
   * @throws UserError `pip-package-damaged`.
   */
  async *read(member: WheelMember): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    try {
      for await (const chunk of await this.#stream(member)) {
        hash.update(chunk as Buffer);
        yield chunk as Buffer;
      }
    } catch (error) {
      throw this.#damaged(member.name, messageOf(error));
    }
    const expected = recordedHash((await this.text('RECORD')) ?? '', member.name);
    if (expected !== undefined && expected !== hash.digest('base64url')) {
      throw this.#damaged(member.name, 'its checksum is not the one in RECORD');
    }
  }

  close(): void {
    this.#zip.close();
  }

  #damaged(member: string, why: string): UserError {
    return new UserError('pip-package-damaged', `${path.basename(this.file)}: ${member}: ${why}`, {
      hint: 'Run the command again; if it stays so, the package was published damaged.',
    });
  }

  #stream(member: WheelMember): Promise<Readable> {
    return new Promise((resolve, reject) => {
      this.#zip.openReadStream(member.entry, (error, stream) => (error ? reject(error) : resolve(stream)));
    });
  }
}

/** The `sha256=` of a member in a RECORD (CSV: path, hash, size), base64url without padding. */
function recordedHash(record: string, member: string): string | undefined {
  for (const line of record.split('\n')) {
    const match = /^"?(.*?)"?,sha256=([\w-]+),\d*\r?$/.exec(line);
    if (match?.[1] === member) return match[2];
  }
  return undefined;
}

function readEntries(zip: yauzl.ZipFile): Promise<yauzl.Entry[]> {
  return new Promise((resolve, reject) => {
    const entries: yauzl.Entry[] = [];
    zip.on('entry', (entry: yauzl.Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.on('error', reject);
    zip.readEntry();
  });
}

/** Opens a wheel and lists its members. @throws UserError `pip-package-damaged` when it is not a readable archive. */
export async function openWheel(file: string): Promise<Wheel> {
  try {
    const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
      const options = { lazyEntries: true, autoClose: false };
      yauzl.open(file, options, (error, opened) => (error ? reject(error) : resolve(opened)));
    });
    return new Wheel(file, zip, await readEntries(zip));
  } catch (error) {
    throw new UserError('pip-package-damaged', `${path.basename(file)}: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
