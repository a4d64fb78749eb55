/** Ids that follow from content, so that sending again overwrites and repeats nothing. */

import { createHash } from 'node:crypto';

/** A version 7 UUID, the only version Opik takes, whose random part is a digest of `parts`. */
export function stableId(time: number, ...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  const stamp = time.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(digest[3] as string, 16) % 4];
  return `${stamp.slice(0, 8)}-${stamp.slice(8)}-7${digest.slice(0, 3)}-${variant}${digest.slice(4, 7)}-${digest.slice(7, 19)}`;
}
