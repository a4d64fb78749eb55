/** The Python packages that `engine: accelerate` trains with, as requirements.txt pins them. Installs nothing. */

import { readFileSync } from 'node:fs';
import { ownFile } from '../../assets.ts';

export const REQUIREMENTS = 'src/train/accelerate/requirements.txt';

/** Version by package name. */
export function pinnedVersions(): Record<string, string> {
  const text = readFileSync(ownFile(REQUIREMENTS), 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^([\w-]+)==(\S+)$/gm)].map(([, name = '', version = '']) => [name, version]),
  );
}
