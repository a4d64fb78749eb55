/** What goes when a store is made to fit: by age, by size, least recently used first, and never what is in use. */

import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentKey } from '../../src/adapter/content-key.ts';
import { openFolderKeeper } from '../../src/adapter/store/folder-keeper.ts';
import { chooseRemoved, type ListedEntry, pruneStore } from '../../src/adapter/store/store-keeper.ts';
import { entryFolder, openFolderStore, type TrustLevel } from '../../src/adapter/store.ts';
import { silentLogger } from '../../src/log.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 5, 1);

describe('chooseRemoved', () => {
  const entry = (key: string, hours: number, bytes = 100, trust: TrustLevel = 'base'): ListedEntry => ({
    ...{ key, trust, bytes, files: 1 },
    ...{ written: NOW - 2 * hours * HOUR, used: NOW - hours * HOUR },
  });
  const removed = (entries: ListedEntry[], options: Omit<Parameters<typeof chooseRemoved>[1], 'now'>) =>
    chooseRemoved(entries, { now: NOW, ...options }).map(({ key, reason }) => `${key} ${reason}`);

  it('takes nothing without limits, nor from what fits', () => {
    const entries = [entry('a', 5000), entry('b', 2)];
    expect(removed(entries, {})).toEqual([]);
    expect(removed(entries, { maxBytes: 200, maxAgeMs: 5000 * HOUR })).toEqual([]);
  });

  it('takes what was not used for longer than the age, whenever it was written', () => {
    expect(removed([entry('a', 49), entry('b', 48), entry('c', 30)], { maxAgeMs: 48 * HOUR })).toEqual([
      'a age',
    ]);
  });

  it('takes the least recently used until the rest fits', () => {
    const entries = [entry('new', 2), entry('old', 40), entry('middle', 9), entry('older', 41)];
    expect(removed(entries, { maxBytes: 250 })).toEqual(['older size', 'old size']);
  });

  it('counts what went by age before it looks at the size', () => {
    expect(
      removed([entry('a', 90), entry('b', 9), entry('c', 8)], { maxAgeMs: 48 * HOUR, maxBytes: 200 }),
    ).toEqual(['a age']);
  });

  it('takes what runs for forks wrote before anything else', () => {
    const entries = [
      entry('base', 90),
      entry('fork', 3, 100, 'fork'),
      entry('approved', 80, 100, 'approved'),
    ];
    expect(removed(entries, { maxBytes: 200 })).toEqual(['fork size']);
    expect(removed(entries, { maxBytes: 100 })).toEqual(['fork size', 'base size']);
  });

  it('leaves what was used in the last hour and what it is told to, however large', () => {
    const entries = [entry('now', 0.5, 900), entry('kept', 700, 900), entry('other', 5)];
    expect(removed(entries, { maxBytes: 1, maxAgeMs: 1, keeps: ({ key }) => key === 'kept' })).toEqual([
      'other age',
    ]);
  });
});

describe('the keeper of a folder', () => {
  let root: string;
  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'lora-gate-keeper-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const keyOf = (name: string) => contentKey(name);
  const store = () => openFolderStore(root, silentLogger);
  async function put(name: string, bytes: number, hours: number, trust: TrustLevel = 'base') {
    await store().put(keyOf(name), new Map([['a.bin', Buffer.alloc(bytes)]]), { trust, meta: null });
    const folder = entryFolder(root, trust, keyOf(name));
    const then = new Date(Date.now() - hours * HOUR);
    for (const file of await readdir(folder)) await utimes(path.join(folder, file), then, then);
  }
  const names = async () => (await openFolderKeeper(root).list()).map(({ key }) => key).sort();

  it('lists trust, size and number of files of each entry, and nothing that is none', async () => {
    await put('one', 1000, 5);
    await put('two', 0, 5, 'fork');
    await mkdir(path.join(root, 'base', 'zz', 'not-a-key'), { recursive: true });
    await writeFile(path.join(root, 'notes.txt'), '');
    const list = await openFolderKeeper(root).list();
    expect(list.map(({ key, trust, files }) => [key, trust, files])).toEqual([
      [keyOf('one'), 'base', 1],
      [keyOf('two'), 'fork', 1],
    ]);
    expect(list[0]?.bytes).toBeGreaterThan(1000);
    expect(await openFolderKeeper(path.join(root, 'nowhere')).list()).toEqual([]);
  });

  it('an entry that is read counts as used now', async () => {
    await put('read', 10, 100);
    await put('not read', 10, 100);
    await store().get(keyOf('read'), { trust: 'base' });
    const { removed } = await pruneStore(openFolderKeeper(root), { maxAgeMs: 48 * HOUR, now: Date.now() });
    expect(removed.map(({ key }) => key)).toEqual([keyOf('not read')]);
    expect(await names()).toEqual([keyOf('read')]);
    expect((await store().get(keyOf('read'), { trust: 'base' }))?.files.size).toBe(1);
  });

  it('a dry run tells the same and removes nothing', async () => {
    await put('a', 1000, 100);
    await put('b', 1000, 50);
    const before = await names();
    const limits = { maxBytes: 1500, now: Date.now() };
    const told = await pruneStore(openFolderKeeper(root), { ...limits, dryRun: true });
    expect(await names()).toEqual(before);
    expect(await pruneStore(openFolderKeeper(root), limits)).toEqual(told);
    expect(told.removed.map(({ key, reason }) => [key, reason])).toEqual([[keyOf('a'), 'size']]);
    expect(await names()).toEqual([keyOf('b')]);
    expect(told).toMatchObject({ entries: 1, bytes: expect.any(Number) });
  });

  it('clears what dead writers left a day ago, and leaves nothing of its own', async () => {
    const [old, young] = [path.join(root, 'tmp', 'old'), path.join(root, 'tmp', 'young')];
    for (const folder of [old, young]) await mkdir(folder, { recursive: true });
    await utimes(old, 1, 1);
    await put('a', 1000, 100);
    await utimes(old, 1, 1).catch(() => undefined);
    await pruneStore(openFolderKeeper(root), { maxBytes: 1, now: Date.now() });
    expect(await readdir(path.join(root, 'tmp'))).toEqual(['young']);
  });
});
