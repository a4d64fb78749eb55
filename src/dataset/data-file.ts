/**
 * Which file a dataset path names, and whether it may be read: inside the checkout, a plain file, not too large. Knows
 * nothing of what is in it.
 */

import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, UserError } from '../errors.ts';

export interface DataFileOptions {
  /** The checkout: the path is relative to it and must not leave it, by `..` or by a symbolic link. */
  root?: string;
  /** The largest file read, in bytes. Default 1 GiB. */
  maxBytes?: number;
}

export interface DataFile {
  /** As messages show it: relative to the root, with forward slashes, or the path as it was given. */
  name: string;
  /** Absolute, symbolic links followed. */
  location: string;
  bytes: number;
}

/** What Git LFS leaves in the checkout in place of a file it did not fetch. */
export const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

const GIB = 2 ** 30;

/**
 * Resolves a dataset path to a plain file inside the checkout.
 * @throws UserError `dataset-outside-checkout`, `dataset-not-found`, `dataset-not-a-file`, `dataset-unreadable`,
 *   `dataset-too-large`.
 */
export async function resolveDataFile(given: string, options: DataFileOptions = {}): Promise<DataFile> {
  const root = options.root === undefined ? undefined : path.resolve(options.root);
  const wanted = root === undefined ? path.resolve(given) : path.resolve(root, given);
  const name = root === undefined ? given : path.relative(root, wanted).split(path.sep).join('/');
  if (given.includes('\0') || (root !== undefined && !isInside(root, wanted))) {
    throw new UserError('dataset-outside-checkout', `${given} is outside the checkout`, {
      hint: 'Name a file inside the checkout by its relative path, without "..".',
    });
  }

  const location = await realpath(wanted).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  if (root !== undefined && !isInside(await realpath(root), location)) {
    throw new UserError(
      'dataset-outside-checkout',
      `${name} is a symbolic link that leads out of the checkout`,
      {
        hint: 'Commit the file itself.',
      },
    );
  }
  const info = await stat(location).catch((error: unknown) => {
    throw unreadable(name, error);
  });
  if (!info.isFile()) {
    throw new UserError(
      'dataset-not-a-file',
      `${name} is ${info.isDirectory() ? 'a directory' : 'not a plain file'}`,
      { hint: 'Name a JSON Lines file.' },
    );
  }
  const maxBytes = options.maxBytes ?? GIB;
  if (info.size > maxBytes) {
    throw new UserError(
      'dataset-too-large',
      `${name} has ${info.size} bytes, more than the ${maxBytes} read`,
      {
        hint: 'Split the file or train on fewer rows.',
      },
    );
  }
  return { name, location, bytes: info.size };
}

/** The UserError for a file that the system refuses to open or read. */
export function unreadable(name: string, error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new UserError('dataset-not-found', `${name} does not exist`, {
      hint: 'Check the path; it is relative to the root of the checkout.',
      cause: error,
    });
  }
  return new UserError('dataset-unreadable', `${name} cannot be read: ${messageOf(error)}`, {
    hint: 'Check the permissions of the file and the links on its path.',
    cause: error,
  });
}

export function isInside(root: string, wanted: string): boolean {
  const relative = path.relative(root, wanted);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
