/** Where a store is, in one word. */

import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cacheAccessOf } from '../../src/adapter/store/cache-service.ts';
import { s3AccessOf } from '../../src/adapter/store/s3-access.ts';
import { parseStoreSpec } from '../../src/adapter/store/store-spec.ts';

describe('parseStoreSpec', () => {
  it('takes a folder, relative to where it was written', () => {
    expect(parseStoreSpec('adapters/store', '/work')).toEqual({
      kind: 'folder',
      folder: '/work/adapters/store',
    });
    expect(parseStoreSpec('/mnt/store', '/work')).toEqual({ kind: 'folder', folder: '/mnt/store' });
    expect(parseStoreSpec('./s3:x', '/work')).toEqual({ kind: 'folder', folder: '/work/s3:x' });
    expect(parseStoreSpec('./actions-cache')).toEqual({
      kind: 'folder',
      folder: path.resolve('actions-cache'),
    });
  });

  it('takes the Actions cache by its name', () => {
    expect(parseStoreSpec('actions-cache')).toEqual({ kind: 'actions-cache' });
  });

  it.each([
    ['s3://team-store', 'team-store', ''],
    ['s3://team-store/', 'team-store', ''],
    ['S3://team-store/desk', 'team-store', 'desk'],
    ['s3://team.store/a/b=1/c_d/', 'team.store', 'a/b=1/c_d'],
  ])('takes %s', (text, bucket, prefix) => {
    expect(parseStoreSpec(text)).toEqual({ kind: 's3', bucket, prefix });
  });

  it.each([
    ['', 'it is empty'],
    ['  ', 'it is empty'],
    ['gs://bucket', 'gs: is not one of its kinds'],
    ['https://example.com/store', 'https: is not one of its kinds'],
    ['file:///tmp/store', 'file: is not one of its kinds'],
    ['s3:bucket', '"" is no name of a bucket'],
    ['s3://', '"" is no name of a bucket'],
    ['s3://a', '"a" is no name of a bucket'],
    ['s3://key:secret@bucket/x', '"key:secret@bucket" is no name of a bucket'],
    ['s3://bucket/../other', '"../other" is no prefix'],
    ['s3://bucket/a//b', '"a//b" is no prefix'],
    ['s3://bucket/a?b', '"a?b" is no prefix'],
  ])('refuses %j and says why', (text, why) => {
    expect(() => parseStoreSpec(text)).toThrow(expect.objectContaining({ code: 'store-spec' }));
    expect(() => parseStoreSpec(text)).toThrow(why);
  });
});

describe('what the environment says', () => {
  const variables = (env: Record<string, string>) => (name: string) => env[name];

  it('AWS’s variables are read as its own tools read them', () => {
    const env = {
      AWS_DEFAULT_REGION: 'eu-west-1',
      AWS_ENDPOINT_URL: 'http://general',
      AWS_SECRET_ACCESS_KEY: 's',
    };
    expect(s3AccessOf(variables(env))).toEqual({ region: 'eu-west-1', endpoint: 'http://general' });
    const more = {
      ...{ AWS_REGION: 'eu-central-1', AWS_ENDPOINT_URL_S3: 'http://of-s3' },
      ...{ AWS_ACCESS_KEY_ID: 'i', AWS_SESSION_TOKEN: 't' },
    };
    expect(s3AccessOf(variables({ ...env, ...more }))).toEqual({
      ...{ region: 'eu-central-1', endpoint: 'http://of-s3' },
      credentials: { accessKeyId: 'i', secretAccessKey: 's', sessionToken: 't' },
    });
  });

  it('a job has a cache where its runner names a service of version 2 and a token', () => {
    const env = {
      ACTIONS_RESULTS_URL: 'http://results',
      ACTIONS_RUNTIME_TOKEN: 't',
      ACTIONS_CACHE_SERVICE_V2: 'True',
    };
    expect(cacheAccessOf(env)).toEqual({ resultsUrl: 'http://results', token: 't' });
    expect(cacheAccessOf({ ...env, ACTIONS_CACHE_MODE: ' Read ' })).toMatchObject({ mode: 'read' });
    for (const name of Object.keys(env)) expect(cacheAccessOf({ ...env, [name]: '' })).toBeUndefined();
  });
});
