/** Puts new files into a checkout, all or none where one is in the way; follows no symbolic link out of it. */

import { lstat, mkdir, realpath, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, UserError } from '../../errors.ts';

export interface NewFile {
  /** Below the root, with forward slashes. */
  name: string;
  text: string;
  /** Left as it is where it is there, even when others are overwritten: a sample is worth no row of anybody's. */
  precious?: boolean;
}

/**
 * Writes the files and returns a line for each.
 * @throws UserError `init-file-exists` when one is there and `force` is not given, before anything is written;
 *   `init-unwritable`.
 */
export async function writeNewFiles(
  root: string,
  files: readonly NewFile[],
  force: boolean,
): Promise<string[]> {
  const present: string[] = [];
  for (const { name } of files) {
    if (await lstat(path.join(root, name)).catch(() => undefined)) present.push(name);
  }
  if (present.length > 0 && !force) {
    throw new UserError('init-file-exists', `${present.length} of the files to write are there already`, {
      problems: present.map((name) => `${name}: kept as it is`),
      hint: 'Move them away, or overwrite them with --force. Nothing was written.',
    });
  }
  const inside = await realpath(root);
  const done: string[] = [];
  for (const { name, text, precious = false } of files) {
    if (precious && present.includes(name)) {
      done.push(`kept  ${name}`);
      continue;
    }
    const file = path.join(root, name);
    try {
      await mkdir(path.dirname(file), { recursive: true });
      const folder = await realpath(path.dirname(file));
      const linked = (await lstat(file).catch(() => undefined))?.isSymbolicLink() ?? false;
      if (linked || (folder !== inside && !folder.startsWith(`${inside}${path.sep}`))) {
        throw new Error('a symbolic link is in the way');
      }
      await writeFile(file, text);
      done.push(`wrote ${name}`);
    } catch (error) {
      throw new UserError('init-unwritable', `${name} cannot be written: ${messageOf(error)}`, {
        hint: 'Check the folder and its permissions, then run the command again with --force.',
        cause: error,
      });
    }
  }
  return done;
}
