/** Which paths a change touches. */

import { posix } from 'node:path';
import type { ChangedFile } from './git.ts';

export interface Touched {
  /** `path` as git writes it. */
  has(path: string): boolean;
  /** A changed file that is `path`, however written, or lies below it. */
  within(path: string): string | undefined;
  /** A changed file, such as a symbolic link, where a folder above `path` should be. */
  above(path: string): string | undefined;
  find(wanted: (path: string) => boolean): string | undefined;
}

export function touchedBy(files: readonly ChangedFile[]): Touched {
  const paths = new Set(
    files.flatMap(({ path, previous_path: old }) => (old === undefined ? [path] : [path, old])),
  );
  return {
    has: (path) => paths.has(path),
    within(given) {
      // A model's folder may be written `./models/base/`; git writes `models/base/config.json`.
      const path = posix.normalize(given).replace(/\/$/, '');
      return [...paths].find((changed) => path === '.' || changed === path || changed.startsWith(`${path}/`));
    },
    find: (wanted) => [...paths].find(wanted),
    above: (given) => [...paths].find((changed) => posix.normalize(given).startsWith(`${changed}/`)),
  };
}
