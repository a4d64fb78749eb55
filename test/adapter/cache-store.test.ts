/** The Actions cache beyond the contract: its keys, its troubles, and who may not read it. */

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentKey } from '../../src/adapter/content-key.ts';
import { CACHE_VERSION } from '../../src/adapter/store/cache-home.ts';
import { freePort } from '../workflows/loopback.ts';
import { CACHE_TOKEN, type CacheStandIn, startCacheStandIn } from './cache-stand-in.ts';
import { type Machine, openMachine } from './store-machine.ts';

const TOOLKIT = fileURLToPath(new URL('toolkit-child.ts', import.meta.url));
const KEY = contentKey('an adapter');
const files = (text = 'weights') => new Map([['a.bin', Buffer.from(text)]]);

let service: CacheStandIn;
let machines: Machine[];
beforeEach(async () => {
  service = await startCacheStandIn();
  machines = [];
});
afterEach(async () => {
  for (const each of machines) await each[Symbol.asyncDispose]();
  await service[Symbol.asyncDispose]();
});

const env = () => ({
  ACTIONS_RESULTS_URL: service.url,
  ACTIONS_RUNTIME_TOKEN: CACHE_TOKEN,
  ACTIONS_CACHE_SERVICE_V2: 'true',
});
async function machine(
  more: Record<string, string> = {},
  options: { fork?: boolean } = {},
): Promise<Machine> {
  const made = await openMachine({ spec: 'actions-cache', env: { ...env(), ...more } }, options);
  machines.push(made);
  return made;
}
const put = ({ store }: Machine, text?: string) => store.put(KEY, files(text), { trust: 'base', meta: null });
const read = async ({ store }: Machine) => {
  const entry = await store.get(KEY, { trust: 'base' });
  return entry && readFile(entry.files.get('a.bin') as string, 'utf8');
};
const keys = () => service.entries.map(({ key }) => key);

describe('keys', () => {
  it('name trust, content and generation', async () => {
    await put(await machine());
    expect(keys()).toEqual([`lora-gate-base-${KEY}-1`]);
    expect(service.entries[0]?.version).toMatch(/^[0-9a-f]{64}$/);
  });

  it('what takes the place of a damaged entry has the next generation, which is the one found', async () => {
    await put(await machine());
    (service.entries[0] as { blob: Buffer }).blob = Buffer.from('<Error>AuthenticationFailed</Error>');
    const other = await machine();
    expect(await read(other)).toBeUndefined();
    await put(other, 'again');
    expect(keys()).toEqual([`lora-gate-base-${KEY}-1`, `lora-gate-base-${KEY}-2`]);
    expect(await read(await machine())).toBe('again');
  });

  it('a key that a dead writer has reserved is passed by, once', async () => {
    service.reserved.add(`${CACHE_VERSION}/lora-gate-base-${KEY}-1`);
    const one = await machine();
    await put(one);
    expect(keys()).toEqual([`lora-gate-base-${KEY}-2`]);
    expect(one.warnings).toEqual([]);
  });

  it('of a prefix that fits more is believed only what has a generation', async () => {
    await put(await machine());
    const [entry] = service.entries;
    service.entries.push({
      ...(entry as NonNullable<typeof entry>),
      key: `lora-gate-base-${KEY}-1-and-more`,
    });
    expect(await read(await machine())).toBeUndefined();
  });
});

describe('a run for a fork', () => {
  it('asks the cache for nothing and gives it nothing: the fork’s own workflows can write what it would find', async () => {
    await put(await machine(), 'forged, under the name of a baseline');
    service.requests.length = 0;
    const fork = await machine({}, { fork: true });
    expect(await read(fork)).toBeUndefined();
    await fork.store.put(KEY, files(), { trust: 'fork', meta: null });
    expect(service.requests).toEqual([]);
    expect(fork.messages).toEqual(['the Actions cache is neither read nor written in a run for a fork']);
    expect((await fork.store.get(KEY, { trust: 'fork' }))?.trust).toBe('fork');
  });
});

describe('requests', () => {
  it('what was found once is not asked for again', async () => {
    await put(await machine());
    const other = await machine();
    expect(await read(other)).toBe('weights');
    const before = service.requests.length;
    expect(await read(other)).toBe('weights');
    expect(service.requests.length).toBe(before);
  });

  it('one of very many small entries stays on the machine', async () => {
    const one = await machine();
    await one.store.put(KEY, files(), { trust: 'base', meta: null, many: true });
    expect(await one.store.get(KEY, { trust: 'base', many: true })).toBeDefined();
    expect(await (await machine()).store.get(KEY, { trust: 'base', many: true })).toBeUndefined();
    expect(service.requests).toEqual([]);
  });

  it('a large entry goes up in blocks and comes back whole', async () => {
    const large = Buffer.alloc(70 << 20, 'of many blocks ');
    await (await machine()).store.put(KEY, new Map([['a.bin', large]]), { trust: 'base', meta: null });
    // Three blocks and their list.
    expect(service.requests.filter(({ what }) => what === 'PUT').length).toBe(4);
    const entry = await (await machine()).store.get(KEY, { trust: 'base' });
    expect((await readFile(entry?.files.get('a.bin') as string)).equals(large)).toBe(true);
  });

  it.each(['GetCacheEntryDownloadURL', 'CreateCacheEntry', 'PUT', 'FinalizeCacheEntryUpload', 'GET'])(
    'a server that has trouble with %s is asked again',
    async (what) => {
      service.trouble.push({ what, status: 503, times: 2 });
      const [one, other] = [await machine(), await machine()];
      await put(one);
      expect(await read(other)).toBe('weights');
      expect([...one.warnings, ...other.warnings]).toEqual([]);
      expect(service.trouble[0]?.times).toBe(0);
    },
  );

  it.each([
    ['read', { written: false, found: true }],
    ['write-only', { written: true, found: false }],
    ['none', { written: false, found: false }],
  ])('a job whose cache is for "%s" keeps to it without a warning', async (ACTIONS_CACHE_MODE, expected) => {
    const one = await machine({ ACTIONS_CACHE_MODE });
    await put(one);
    expect(keys().length > 0).toBe(expected.written);
    await put(await machine());
    const other = await machine({ ACTIONS_CACHE_MODE });
    expect((await read(other)) !== undefined).toBe(expected.found);
    expect([...one.warnings, ...other.warnings]).toEqual([]);
  });
});

describe('a service that does not do its part is a warning, and the run goes on', () => {
  it('none at all', async () => {
    const one = await openMachine({ spec: 'actions-cache', env: {} });
    machines.push(one);
    expect(one.warnings).toEqual([expect.stringContaining('there is no Actions cache here')]);
    await put(one);
    expect(await read(one)).toBe('weights');
    expect(one.warnings.length).toBe(1);
  });

  it('one that cannot be reached', async () => {
    const one = await machine({ ACTIONS_RESULTS_URL: `http://127.0.0.1:${await freePort()}` });
    expect(await read(one)).toBeUndefined();
    expect(one.warnings).toEqual([
      expect.stringMatching(/cannot be read \(.*ECONNREFUSED.*\): .* made again$/),
    ]);
    expect(await one.store.get(contentKey('another'), { trust: 'base' })).toBeUndefined();
    expect(one.warnings.length).toBe(1);
    await put(one);
    expect(one.warnings[1]).toMatch(/cannot be written .* stays on this machine$/);
    expect(await read(one)).toBe('weights');
  });

  it('one whose limit is reached is not asked again', async () => {
    service.trouble.push({ what: 'CreateCacheEntry', status: 429, times: 1 });
    const one = await machine();
    await put(one);
    await one.store.put(contentKey('another'), files(), { trust: 'base', meta: null });
    expect(service.requests.map(({ what }) => what)).toEqual(['CreateCacheEntry']);
    expect(one.warnings).toEqual([expect.stringContaining('HTTP 429')]);
  });

  it('one that refuses the token; no address with a signature is shown', async () => {
    service.trouble.push({ what: 'GET', status: 403, times: 9 });
    await put(await machine());
    const one = await machine();
    expect(await read(one)).toBeUndefined();
    expect(one.warnings).toEqual([expect.stringContaining('the download from the cache: HTTP 403')]);
    expect(one.warnings.join()).not.toMatch(/sig=|secret|http:|https:/);
  });

  it('a download that ends early is no damaged entry', async () => {
    await put(await machine());
    service.cutsDownloadsAt = 100;
    const one = await machine();
    expect(await read(one)).toBeUndefined();
    expect(one.warnings).toEqual([expect.stringContaining('cannot be read')]);
    service.cutsDownloadsAt = null;
    expect(await read(await machine())).toBe('weights');
  });
});

it('the stand-in is a service for GitHub’s own toolkit, which sends the same fields', async () => {
  const one = await machine();
  const { all, exitCode } = await execa(
    'node',
    ['--import', import.meta.resolve('tsx'), TOOLKIT, one.cacheDir],
    {
      ...{ all: true, reject: false, stdin: 'ignore' },
      env: {
        ...env(),
        ...{ GITHUB_SERVER_URL: 'https://github.com', RUNNER_TEMP: path.join(one.cacheDir, 'temp') },
        GITHUB_WORKSPACE: one.cacheDir,
      },
    },
  );
  expect([all, exitCode]).toEqual([expect.stringContaining('saved and found'), 0]);
  const fieldsOf = () =>
    Object.fromEntries(
      service.requests
        .filter(({ fields }) => 'key' in fields)
        .map(({ what, fields }) => [what, Object.keys(fields).sort()]),
    );
  const theirs = fieldsOf();
  service.requests.length = 0;
  await put(one);
  await read(await machine());
  expect(fieldsOf()).toEqual(theirs);
});
