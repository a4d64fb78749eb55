/** Where a store is, in one word: a folder's path, `s3://bucket/prefix` or `actions-cache`. Opens nothing. */

import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import type { S3Place } from './s3-client.ts';

export type StoreSpec =
  | { kind: 'folder'; folder: string }
  | ({ kind: 's3' } & S3Place)
  | { kind: 'actions-cache' };

const ACTIONS_CACHE = 'actions-cache';
const BUCKET = /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/i;
const PREFIX = /^[A-Za-z0-9][A-Za-z0-9._=-]*(\/[A-Za-z0-9][A-Za-z0-9._=-]*)*$/;

/**
 * Reads the word; a relative folder is one in `base`.
 * @throws UserError `store-spec`
 */
export function parseStoreSpec(text: string, base = '.'): StoreSpec {
  if (text === ACTIONS_CACHE) return { kind: 'actions-cache' };
  // A letter alone is a drive.
  const scheme = /^([a-z][a-z0-9+.-]+):/i.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) {
    if (text.trim() !== '' && !text.includes('\0')) return { kind: 'folder', folder: resolve(base, text) };
    throw wrong(text, 'it is empty');
  }
  if (scheme !== 's3') throw wrong(text, `${scheme}: is not one of its kinds`);
  const [, bucket = '', rest = ''] = /^s3:\/\/([^/]*)(?:\/(.*?))?\/?$/i.exec(text) ?? [];
  if (!BUCKET.test(bucket)) throw wrong(text, `${JSON.stringify(bucket)} is no name of a bucket`);
  if (rest !== '' && !PREFIX.test(rest))
    throw wrong(text, `${JSON.stringify(rest)} is no prefix: letters, digits and . _ = - between slashes`);
  return { kind: 's3', bucket, prefix: rest };
}

function wrong(text: string, why: string): UserError {
  return new UserError('store-spec', `${JSON.stringify(text)} is not where a store can be: ${why}`, {
    hint: 'Give a folder (./store-of-mine where its name has a colon), s3://bucket/prefix, or actions-cache.',
  });
}
