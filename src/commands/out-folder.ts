/** Whether results can go where they are asked to, known before any time is spent. Makes nothing. */

import { access, constants, stat } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, UserError } from '../errors.ts';

/**
 * Looks at the folder, or at the first of its parents that exists.
 * @throws UserError `out-unwritable`
 */
export async function checkOutFolder(folder: string): Promise<void> {
  let place = path.resolve(folder);
  for (;;) {
    const found = await stat(place).catch((error: NodeJS.ErrnoException) => {
      // ENOTDIR: a parent is a file, which the next round finds.
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw unwritable(folder, messageOf(error), error);
    });
    if (found && !found.isDirectory()) throw unwritable(folder, `${place} is not a folder`);
    if (found) break;
    place = path.dirname(place);
  }
  await access(place, constants.W_OK).catch((error: unknown) => {
    throw unwritable(folder, messageOf(error), error);
  });
}

function unwritable(folder: string, why: string, cause?: unknown): UserError {
  return new UserError('out-unwritable', `nothing can be written to ${folder}: ${why}`, {
    hint: 'name another folder with --out',
    cause,
  });
}
