/** Compares secrets. */

import { createHash, timingSafeEqual } from 'node:crypto';

/** Equal in a time that tells nothing of where they differ, nor of how long they are. */
export function isSameSecret(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}
