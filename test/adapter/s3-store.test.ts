/** S3 beyond the contract: what lies in the bucket, its troubles, and what is cleared from it. */

import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { contentKey, sha256 } from '../../src/adapter/content-key.ts';
import { s3AccessOf } from '../../src/adapter/store/s3-access.ts';
import { openS3, type S3Options } from '../../src/adapter/store/s3-client.ts';
import { openS3Home, openS3Keeper, tryS3 } from '../../src/adapter/store/s3-home.ts';
import { pruneStore } from '../../src/adapter/store/store-keeper.ts';
import { freePort } from '../workflows/loopback.ts';
import { type ProxyOptions, startProxy } from './loopback-proxy.ts';
import { openBucket, type TestBucket } from './s3-bucket.ts';
import { findS3Server, type S3Server, startS3Server } from './s3-server.ts';
import { type Machine, openMachine } from './store-machine.ts';

const program = await findS3Server();
const DAY = 86_400_000;
const PLACE = { bucket: 'team-store', prefix: 'desk' };

describe.skipIf(program === undefined)('a store in S3', () => {
  let server: S3Server;
  let bucket: TestBucket;
  let key: string;
  let count = 0;
  const closing: AsyncDisposable[] = [];
  beforeAll(async () => {
    server = await startS3Server(program ?? '');
    bucket = await openBucket(server, PLACE.bucket);
  });
  afterAll(() => server?.[Symbol.asyncDispose]());
  afterEach(async () => {
    for (const each of closing.splice(0).reverse()) await each[Symbol.asyncDispose]();
  });

  const newKey = () => {
    count += 1;
    key = contentKey(['s3', count]);
    return key;
  };
  async function machine(url = server.url, spec = 's3://team-store/desk'): Promise<Machine> {
    const made = await openMachine({ spec, env: { ...server.env, AWS_ENDPOINT_URL_S3: url } });
    closing.push(made);
    return made;
  }
  async function proxy(options: Omit<ProxyOptions, 'to'>) {
    const made = await startProxy({ to: server.url, ...options });
    closing.push(made);
    return made;
  }
  const objects = (url = server.url, options: S3Options = {}) =>
    openS3(
      PLACE,
      s3AccessOf((name) => ({ ...server.env, AWS_ENDPOINT_URL_S3: url })[name]),
      options,
    );
  const put = ({ store }: Machine, text = 'weights') =>
    store.put(key, new Map([['a.bin', Buffer.from(text)]]), { trust: 'base', meta: null });
  const read = async ({ store }: Machine) => {
    const entry = await store.get(key, { trust: 'base' });
    return entry && readFile(entry.files.get('a.bin') as string, 'utf8');
  };
  const refuse = (response: ServerResponse, status: number, code: string) => {
    const { AWS_ACCESS_KEY_ID: id, AWS_SECRET_ACCESS_KEY: secret } = server.env;
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<Error><Code>${code}</Code><Message>of ${id} with ${secret}</Message></Error>`);
    return true;
  };
  const noSecrets = ({ warnings, messages }: Machine) => {
    const text = [...warnings, ...messages].join('\n');
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'])
      expect(text).not.toContain(server.env[name]);
  };

  it('has the manifest and each file under its SHA-256', async () => {
    newKey();
    await put(await machine());
    const prefix = `desk/base/${key.slice(0, 2)}/${key}/`;
    expect((await bucket.list(prefix)).sort()).toEqual(
      [`${prefix}entry.json`, `${prefix}${sha256('weights')}`].sort(),
    );
  });

  it('writes the manifest after every file, and no file where the entry is there', async () => {
    newKey();
    const between = await proxy({});
    await put(await machine(between.url));
    const puts = () =>
      between.seen
        .filter((line) => line.startsWith('PUT'))
        .map((line) => line.split('/').at(-1)?.split('?')[0]);
    expect(puts()).toEqual([sha256('weights'), 'entry.json']);
    await put(await machine(between.url), 'others');
    expect(puts().length).toBe(2);
  });

  it('what was found once is read from the machine, even without a server', async () => {
    newKey();
    await put(await machine());
    const down = { is: false };
    const between = await proxy({
      answers: (_, response) => down.is && void response.destroy() === undefined,
    });
    const other = await machine(between.url);
    expect(await read(other)).toBe('weights');
    down.is = true;
    expect(await read(other)).toBe('weights');
    expect(other.warnings).toEqual([]);
  });

  it('a server that has trouble is asked again, for uploads and downloads too', async () => {
    newKey();
    const troubles = new Map<string, number>();
    const between = await proxy({
      answers({ method = '', url = '' }, response) {
        const what = `${method} ${url}`;
        const times = troubles.get(what) ?? 0;
        troubles.set(what, times + 1);
        return times < 2 && refuse(response, 503, 'SlowDown');
      },
    });
    const [one, other] = [await machine(between.url), await machine(between.url)];
    await put(one);
    troubles.clear();
    expect(await read(other)).toBe('weights');
    expect([...one.warnings, ...other.warnings]).toEqual([]);
  });

  it('storage that knows no condition is written without it', async () => {
    newKey();
    const between = await proxy({
      answers: ({ headers }, response) =>
        headers['if-none-match'] !== undefined && refuse(response, 501, 'NotImplemented'),
    });
    const one = await machine(between.url);
    await put(one);
    expect(await read(await machine())).toBe('weights');
    expect(one.warnings).toEqual([]);
  });

  it('a server that is not there is one warning each for reading and writing, and the run goes on', async () => {
    newKey();
    const one = await machine(`http://127.0.0.1:${await freePort()}`);
    expect(await read(one)).toBeUndefined();
    expect(await read(one)).toBeUndefined();
    await put(one);
    expect(await read(one)).toBe('weights');
    expect(one.warnings).toEqual([
      expect.stringMatching(
        /^the store s3:\/\/team-store\/desk cannot be read \(.*ECONNREFUSED.*made again$/s,
      ),
      expect.stringMatching(/cannot be written .*stays on this machine$/s),
    ]);
    noSecrets(one);
  });

  it('a server that takes the connection and says nothing is given up', async () => {
    newKey();
    const between = await proxy({ answers: () => true });
    const home = openS3Home(PLACE, objects(between.url, { connectMs: 500, idleMs: 200 }));
    await expect(home.fetch({ trust: 'base', key }, '/nowhere')).rejects.toThrow(/Timeout|timed out|socket/i);
  });

  it('whoever may not write reads on, with a warning and without a secret in it', async () => {
    newKey();
    await put(await machine());
    const between = await proxy({
      answers: ({ method }, response) => method === 'PUT' && refuse(response, 403, 'AccessDenied'),
    });
    const one = await machine(between.url);
    expect(await read(one)).toBe('weights');
    newKey();
    await put(one);
    expect(one.warnings).toEqual([expect.stringContaining('AccessDenied: of *** with *** (HTTP 403)')]);
    noSecrets(one);
  });

  it.each([
    ['NoSuchBucket', 404, 'there is no such bucket'],
    ['InvalidAccessKeyId', 403, 'the access key is unknown'],
    ['SignatureDoesNotMatch', 403, 'the secret key is wrong'],
    ['ExpiredToken', 400, 'the session token has expired'],
  ])('%s is the user’s to mend: it ends the run', async (code, status, why) => {
    newKey();
    const between = await proxy({ answers: (_, response) => refuse(response, status, code) });
    const one = await machine(between.url);
    const expected = { code: 'store-refused', message: expect.stringContaining(`s3://team-store: ${why}`) };
    await expect(read(one)).rejects.toMatchObject(expected);
    await expect(put(one)).rejects.toMatchObject(expected);
  });

  it('a bucket that is not there is told as that', async () => {
    newKey();
    const one = await machine(server.url, 's3://another-team');
    await expect(read(one)).rejects.toThrow('s3://another-team: there is no such bucket');
  });

  it('a download that breaks off is no damaged entry: it is made again', async () => {
    newKey();
    await put(await machine());
    let times = 0;
    const between = await proxy({
      answers({ url = '', method }, response) {
        if (method !== 'GET' || !url.includes(sha256('weights')) || times > 0) return false;
        times += 1;
        response.writeHead(200, { 'content-length': 7 });
        response.write('wei', () => response.destroy());
        return true;
      },
    });
    const one = await machine(between.url);
    expect(await read(one)).toBe('weights');
    expect([times, one.warnings]).toEqual([1, []]);
  });

  it('the doctor’s object is written, read and taken away again', async () => {
    await tryS3(PLACE, objects(), 'a-doctor');
    expect(await bucket.list('desk/tmp/')).toEqual([]);
  });

  describe('is cleared', () => {
    const keeper = (url?: string) => openS3Keeper({ ...PLACE, prefix: 'cleared' }, objects(url));
    const keysOf = async (url?: string) => (await keeper(url).list()).map((entry) => entry.key).sort();

    it('by age, with what dead writers left, and nothing else in the bucket', async () => {
      const one = await machine(server.url, 's3://team-store/cleared');
      const kept: string[] = [];
      for (let i = 0; i < 4; i += 1) {
        kept.push(newKey());
        await put(one, `weights ${i}`);
      }
      const dead = contentKey('dead');
      const left = `cleared/base/${dead.slice(0, 2)}/${dead}/${sha256('half')}`;
      for (const name of [left, 'cleared/notes.txt', 'cleared/base/zz/file', 'elsewhere/base/x'])
        await bucket.put(name, 'x');
      const before = await bucket.list('');

      // Two a page: there is more than one.
      const pages = await proxy({
        path: (url) => (url.includes('list-type=2') ? `${url}&max-keys=2` : url),
      });
      expect(await keysOf(pages.url)).toEqual(kept.sort());
      expect(await keeper().list()).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            trust: 'base',
            files: 1,
            bytes: expect.any(Number),
            used: expect.any(Number),
          }),
        ]),
      );
      const now = Date.now() + 2 * DAY;
      const dry = await pruneStore(keeper(), { maxAgeMs: DAY, now, dryRun: true });
      expect(await bucket.list('')).toEqual(before);
      const pruned = await pruneStore(keeper(pages.url), { maxAgeMs: DAY, now });
      expect(pruned).toEqual(dry);
      expect(pruned.removed.length).toBe(4);
      const after = await bucket.list('');
      expect(after.filter((name) => name.startsWith('cleared/'))).toEqual([
        'cleared/base/zz/file',
        'cleared/notes.txt',
      ]);
      expect(after).toContain('elsewhere/base/x');
    });

    it('by size, but not what was written in the last hour', async () => {
      const one = await machine(server.url, 's3://team-store/cleared');
      newKey();
      await put(one);
      expect((await pruneStore(keeper(), { maxBytes: 1, now: Date.now() })).removed).toEqual([]);
      expect((await pruneStore(keeper(), { maxBytes: 1, now: Date.now() + DAY })).removed.length).toBe(1);
      expect(await read(await machine(server.url, 's3://team-store/cleared'))).toBeUndefined();
    });
  });
});

if (program === undefined)
  it('a store in S3 is not tested here: there is no server for it', ({ skip }) => skip());
