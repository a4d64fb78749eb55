/**
 * Names for things by what they were made from: SHA-256 over canonical JSON. Knows nothing of files or of what the
 * parts mean.
 */

import { createHash } from 'node:crypto';

export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };

/**
 * JSON with sorted keys and no white space; members that are undefined are left out.
 * @throws Error on a number that is not finite: two different inputs must never get one name.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${value} has no JSON form`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter((entry): entry is [string, Json] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** SHA-256 of bytes or UTF-8 text, 64 hex digits. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** The name of whatever is made from `parts` alone, 64 hex digits. */
export function contentKey(parts: Json): string {
  return sha256(canonicalJson(parts));
}

export interface AdapterKeyParts {
  /** Model id, or what names its bytes when it is a local file. */
  model: string;
  revision: string | undefined;
  /** `rowsHash` of the training rows. */
  rows_hash: string;
  /** LoRA and training options, the seed among them; names of adapters and of files don't belong here. */
  recipe: { readonly [key: string]: Json | undefined };
  /** Changes whenever the same input would give another adapter. */
  engine_version: string;
  /** Anything else that changes the bytes, e.g. the back end's name. */
  environment?: { readonly [key: string]: Json | undefined };
}

/** The name of the adapter that these inputs give. */
export function adapterKey(parts: AdapterKeyParts): string {
  return contentKey({ kind: 'adapter', ...parts });
}

/** The hash of a list of rows; their order counts, because the order of training follows from it. */
export function rowsHash(rows: Iterable<Json>): string {
  const hash = createHash('sha256');
  for (const row of rows) hash.update(`${canonicalJson(row)}\n`);
  return hash.digest('hex');
}
