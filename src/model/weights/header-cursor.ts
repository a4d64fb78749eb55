/**
 * Reads a binary header front to back through a small window, little-endian. Every length is checked against what is
 * left of the file before anything is allocated. Knows nothing of any one format: the caller names its error codes.
 */

import { readSync } from 'node:fs';
import { UserError } from '../../errors.ts';

const WINDOW_BYTES = 1 << 20;

export interface HeaderCursorOptions {
  fd: number;
  /** Size of the file in bytes. */
  size: number;
  path: string;
  /** Prefix of the error codes: `gguf` gives `gguf-truncated`. */
  format: string;
}

export class HeaderCursor {
  /** Bytes read so far. */
  position = 0;
  readonly #options: HeaderCursorOptions;
  #window = Buffer.alloc(0);
  /** Position in the file of the window's first byte. */
  #start = 0;

  constructor(options: HeaderCursorOptions) {
    this.#options = options;
  }

  get remaining(): number {
    return this.#options.size - this.position;
  }

  fail(code: string, message: string, hint?: string): never {
    const { format, path } = this.#options;
    throw new UserError(`${format}-${code}`, `${path}: ${message}`, hint ? { hint } : {});
  }

  /** Checks that `count` things of at least `bytesEach` bytes can still lie in the file. */
  expect(count: number, bytesEach: number, what: string): void {
    if (count > this.remaining / bytesEach) {
      this.fail(
        'truncated',
        `${what} needs at least ${count * bytesEach} bytes at byte ${this.position}, but the file has only ${this.remaining} left`,
        'The file is cut short or its header is damaged: download it again and compare its checksum.',
      );
    }
  }

  /** The next `count` bytes; valid only until the next read. */
  bytes(count: number, what: string): Buffer {
    this.expect(count, 1, what);
    let from = this.position - this.#start;
    if (from + count > this.#window.length) {
      const length = Math.min(Math.max(count, WINDOW_BYTES), this.remaining);
      const window = Buffer.allocUnsafe(length);
      let read = 0;
      while (read < length) {
        const got = readSync(this.#options.fd, window, read, length - read, this.position + read);
        if (got === 0)
          this.fail('truncated', `the file ended at byte ${this.position + read} while being read`);
        read += got;
      }
      this.#window = window;
      this.#start = this.position;
      from = 0;
    }
    this.position += count;
    return this.#window.subarray(from, from + count);
  }

  u32(what: string): number {
    return this.bytes(4, what).readUInt32LE(0);
  }

  /** A 64-bit count or offset; more than 2^53 cannot be meant. */
  u64(what: string): number {
    const value = this.bytes(8, what).readBigUInt64LE(0);
    if (value > BigInt(Number.MAX_SAFE_INTEGER))
      this.fail('invalid', `${what} is ${value}, which no file can hold`);
    return Number(value);
  }
}
