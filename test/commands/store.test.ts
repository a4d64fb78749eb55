/** `lora-gate store` and `doctor --store` as processes. */

import { access, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentKey } from '../../src/adapter/content-key.ts';
import { openFolderKeeper } from '../../src/adapter/store/folder-keeper.ts';
import { entryFolder, openFolderStore, type TrustLevel } from '../../src/adapter/store.ts';
import { ageText, parseAge, parseSize, sizeText } from '../../src/commands/store-amounts.ts';
import { silentLogger } from '../../src/log.ts';
import { cli } from './cli.ts';

// Each command is a process that loads all of the program.
vi.setConfig({ testTimeout: 180_000 });

const HOUR = 3_600_000;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-store-command-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(
  name: string,
  { bytes, hours, trust }: { bytes: number; hours: number; trust: TrustLevel },
) {
  const key = contentKey(name);
  const files = new Map([['a.bin', Buffer.alloc(bytes)]]);
  await openFolderStore(folder, silentLogger).put(key, files, { trust, meta: null });
  const home = entryFolder(folder, trust, key);
  const then = new Date(Date.now() - hours * HOUR);
  for (const file of await readdir(home)) await utimes(path.join(home, file), then, then);
  return key;
}

describe('lora-gate store', () => {
  const putThree = async () => [
    await put('old', { bytes: 1000, hours: 24 * 40, trust: 'base' }),
    await put('kept', { bytes: 3000, hours: 5, trust: 'approved' }),
    await put('fork', { bytes: 2000, hours: 3, trust: 'fork' }),
  ];

  it('lists entries, the least recently used first', async () => {
    const [old, kept, fork] = await putThree();
    const { exitCode, stdout, stderr } = await cli(['store', 'list', '--store', folder]);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual([
      ['key', 'written by', 'size', 'used'],
      [old?.slice(0, 16), 'base', expect.stringMatching(/^1\.\d+ kB$/), '40 d ago'],
      [kept?.slice(0, 16), 'approved', expect.stringMatching(/^3\.\d+ kB$/), '5 h ago'],
      [fork?.slice(0, 16), 'fork', expect.stringMatching(/^2\.\d+ kB$/), '3 h ago'],
      [expect.stringMatching(/^3 entries, 6\.\d+ kB$/)],
    ]);
  });

  it('removes what is too old and too much, and tells it before it does', async () => {
    const [old, kept, fork] = await putThree();
    const limits = ['--store', folder, '--max-size', '4kB', '--max-age', '30d'];
    const dry = await cli(['store', 'prune', ...limits, '--dry-run']);
    expect(dry.stdout).toMatch(/would remove 2 entries, 3\.\d+ kB; left: 1 entry, 3\.\d+ kB$/);
    const { stdout } = await cli(['store', 'prune', ...limits, '--json']);
    const told = JSON.parse(stdout);
    expect(told.removed.map(({ key, reason }: { key: string; reason: string }) => [key, reason])).toEqual([
      [old, 'age'],
      [fork, 'size'],
    ]);
    expect([told.dry_run, told.left.entries]).toEqual([false, 1]);
    expect((await openFolderKeeper(folder).list()).map(({ key }) => key)).toEqual([kept]);
  });

  it.each([
    [['prune'], 'error[usage]: `store prune` needs --max-size or --max-age'],
    [['prune', '--max-size', '20'], 'error[store-limit]: --max-size is "20", expected one such as 20GB'],
    [['list', '--store', 'actions-cache'], 'error[store-unlisted]: '],
    [['list', '--what'], 'error[usage]: unknown option'],
  ])('%j is an error that says what is expected', async (args, message) => {
    const { exitCode, stderr, stdout } = await cli(['store', ...args]);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain('hint: ');
  });
});

describe('doctor --store', () => {
  const storeLine = async (spec: string) => {
    const { stdout } = await cli(['--cache-dir', folder, 'doctor', '--store', spec, '--json'], {
      cwd: folder,
    });
    const list = JSON.parse(stdout) as { name: string; ok: unknown; found: string; fix?: string }[];
    return list.find(({ name }) => name === 'store');
  };

  it('finds a folder that can be written, and leaves none that was not there', async () => {
    const there = path.join(folder, 'new', 'store');
    expect(await storeLine(there)).toEqual({ name: 'store', ok: true, found: `${there} can be written` });
    await expect(access(there)).rejects.toThrow();
    expect(await storeLine(folder)).toMatchObject({ ok: true });
    expect(await readdir(path.join(folder, 'tmp'))).toEqual([]);
  });

  it('says what stands in the way, and what to do', async () => {
    await writeFile(path.join(folder, 'file'), '');
    expect(await storeLine(path.join(folder, 'file', 'store'))).toMatchObject({
      ok: false,
      found: expect.stringContaining('ENOTDIR'),
      fix: expect.stringContaining('--store'),
    });
    expect(await storeLine('actions-cache')).toMatchObject({
      ok: false,
      found: expect.stringContaining('there is no Actions cache here'),
    });
    expect(await storeLine('gs://bucket')).toMatchObject({
      ok: false,
      fix: expect.stringContaining('s3://'),
    });
  });
});

describe('sizes and ages', () => {
  it('are read in the units of people', () => {
    const sizes = ['20GB', '1.5 gib', '512MiB', '10B'].map((text) => parseSize(text, 'x'));
    expect(sizes).toEqual([20e9, 1.5 * 2 ** 30, 512 * 2 ** 20, 10]);
    expect(['30d', '12h', '2w', '0.5d'].map((text) => parseAge(text, 'x') / HOUR)).toEqual([
      720, 12, 336, 12,
    ]);
    for (const text of ['', '0GB', '-1GB', '20 parsecs', 'GB', '1e3GB', '30d'])
      expect(() => parseSize(text, 'x')).toThrow('x is');
  });

  it('are written so that a glance is enough', () => {
    expect([0, 999, 1000, 12_345, 20e9, 123e9, 5e15].map(sizeText)).toEqual([
      '0 B',
      '999 B',
      '1.00 kB',
      '12.3 kB',
      '20.0 GB',
      '123 GB',
      '5000 TB',
    ]);
    expect([-5, 40 * 60_000, 3 * HOUR, 72 * HOUR].map(ageText)).toEqual(['0 min', '40 min', '3 h', '3 d']);
  });
});
