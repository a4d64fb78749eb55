/**
 * What every home of the store keeps to, told once for all of them: each of its files is a test of one home. Machines are folders; what
 * lies in a home is changed behind the store's back by what the home hands in.
 */

import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { contentKey } from '../../src/adapter/content-key.ts';
import type { EntryId } from '../../src/adapter/store/store-keeper.ts';
import type { TrustLevel } from '../../src/adapter/store.ts';
import { type Machine, openMachine, type StorePlace, startWriter } from './store-machine.ts';

export interface TestHome extends AsyncDisposable {
  place: StorePlace;
  /** Changes what is kept of a file of an entry, `entry.json` among them; undefined removes it. */
  change(id: EntryId, file: string, to: (content: Buffer) => Buffer | undefined): Promise<void>;
  /** Copies what is kept of an entry to where another would be. */
  copy(from: EntryId, to: EntryId): Promise<void>;
  /** Whether a writer has left anything of an entry there. */
  hasBegun(id: EntryId): Promise<boolean>;
  /** The writer of that test stops on the way, and is killed there; it goes on for the writers after it. */
  stopWriters?(stopped: boolean): void;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const filesOf = (text = 'weights') =>
  new Map<string, Uint8Array | string>([
    ['adapter_model.safetensors', bytes(text)],
    ['eval.json', bytes(`{"of": "${text}"}`)],
  ]);

export function storeContract(name: string, start: () => Promise<TestHome>): void {
  describe(`the contract of every store: ${name}`, () => {
    let home: TestHome;
    let key: string;
    let count = 0;
    beforeAll(async () => {
      home = await start();
    });
    afterAll(() => home?.[Symbol.asyncDispose]());
    beforeEach(() => {
      count += 1;
      key = contentKey(['contract', count]);
    });
    const machine = () => openMachine(home.place);
    const idOf = (trust: TrustLevel): EntryId => ({ trust, key });

    async function content({ store }: Machine, trust: TrustLevel): Promise<string | undefined> {
      const entry = await store.get(key, { trust });
      return entry && readFile(entry.files.get('adapter_model.safetensors') as string, 'utf8');
    }

    test('files come back on another machine by name, with what was said of them', async () => {
      await using one = await machine();
      await using other = await machine();
      const [big, source] = [randomBytes(3_000_000), path.join(one.cacheDir, 'source.bin')];
      await writeFile(source, big);
      const meta = { sha: 'abc', of: ['ä', 1] };
      await one.store.put(key, filesOf().set('big.bin', source).set('none.txt', bytes('')), {
        trust: 'base',
        meta,
      });
      const entry = await other.store.get(key, { trust: 'base' });
      expect([entry?.key, entry?.trust, entry?.meta]).toEqual([key, 'base', meta]);
      expect([...(entry?.files.keys() ?? [])].sort()).toEqual(
        ['adapter_model.safetensors', 'big.bin', 'eval.json', 'none.txt'].sort(),
      );
      expect((await readFile(entry?.files.get('big.bin') as string)).equals(big)).toBe(true);
      expect(await readFile(entry?.files.get('none.txt') as string, 'utf8')).toBe('');
      expect([...one.warnings, ...other.warnings]).toEqual([]);
    });

    test('an unknown key is nothing, and no warning', async () => {
      await using one = await machine();
      expect(await one.store.get(key, { trust: 'fork' })).toBeUndefined();
      expect(one.warnings).toEqual([]);
    });

    test.each([
      ['base', 'base', true],
      ['base', 'fork', true],
      ['approved', 'base', false],
      ['approved', 'approved', true],
      ['fork', 'base', false],
      ['fork', 'approved', false],
      ['fork', 'fork', true],
    ] as [TrustLevel, TrustLevel, boolean][])(
      'what %s wrote is there for a reader who needs %s: %s',
      async (writer, reader, there) => {
        await using one = await machine();
        await using other = await machine();
        await one.store.put(key, filesOf(), { trust: writer, meta: null });
        for (const { store } of [one, other])
          expect((await store.get(key, { trust: reader }))?.trust).toBe(there ? writer : undefined);
      },
    );

    test('the most trusted entry is the one read, whoever was first', async () => {
      await using one = await machine();
      await using other = await machine();
      await one.store.put(key, filesOf('poisoned'), { trust: 'fork', meta: null });
      await one.store.put(key, filesOf('good'), { trust: 'base', meta: null });
      expect(await content(other, 'fork')).toBe('good');
      expect(await content(other, 'base')).toBe('good');
    });

    test('an entry carried to a more trusted place is not believed', async () => {
      await using one = await machine();
      await using other = await machine();
      await one.store.put(key, filesOf('poisoned'), { trust: 'fork', meta: null });
      await home.copy(idOf('fork'), idOf('base'));
      expect(await content(other, 'base')).toBeUndefined();
      expect(other.warnings.length).toBe(1);
    });

    test('writers at once leave one whole entry of one of them, though each has other bytes', async () => {
      const machines = await Promise.all(Array.from({ length: 6 }, machine));
      await Promise.all(
        machines.map(({ store }, i) => store.put(key, filesOf(`of ${i}`), { trust: 'base', meta: i })),
      );
      await using reader = await machine();
      const entry = await reader.store.get(key, { trust: 'base' });
      const one = await content(reader, 'base');
      expect(one).toBe(`of ${entry?.meta}`);
      expect(await readFile(entry?.files.get('eval.json') as string, 'utf8')).toBe(`{"of": "${one}"}`);
      expect([...machines, reader].flatMap(({ warnings }) => warnings)).toEqual([]);
      for (const each of machines) await each[Symbol.asyncDispose]();
    });

    test('an entry that is there stays as it is', async () => {
      await using one = await machine();
      await using other = await machine();
      await using reader = await machine();
      await one.store.put(key, filesOf('first'), { trust: 'base', meta: null });
      await other.store.put(key, filesOf('second'), { trust: 'base', meta: null });
      expect(await content(reader, 'base')).toBe('first');
      expect([...one.warnings, ...other.warnings]).toEqual([]);
    });

    test('of a writer that was killed on the way nothing is seen, and the next one writes', async () => {
      await using reader = await machine();
      home.stopWriters?.(true);
      const writer = startWriter(home.place, { ...idOf('base'), files: 60, bytes: 2 << 20 });
      while (!(await home.hasBegun(idOf('base'))) && writer.exitCode === null) await sleep(5);
      writer.kill('SIGKILL');
      home.stopWriters?.(false);
      const { signal, stdout } = await writer;
      // Else it was done before it was seen to begin, and the test says nothing.
      expect([signal, stdout]).toEqual(['SIGKILL', 'writing']);
      expect(await content(reader, 'base')).toBeUndefined();
      expect(reader.warnings).toEqual([]);
      await reader.store.put(key, filesOf('whole'), { trust: 'base', meta: null });
      await using other = await machine();
      expect(await content(other, 'base')).toBe('whole');
      expect([...reader.warnings, ...other.warnings]).toEqual([]);
    });

    type Change = (text: string) => string | undefined;
    const edited =
      (edit: (manifest: { key: string; trust: string; files: Record<string, unknown> }) => void): Change =>
      (text) => {
        const manifest = JSON.parse(text);
        edit(manifest);
        return JSON.stringify(manifest);
      };
    const ways: [string, string, Change][] = [
      ['a changed byte', 'eval.json', (text) => `[${text.slice(1)}`],
      ['a cut file', 'eval.json', (text) => text.slice(0, 3)],
      ['a longer file', 'eval.json', (text) => `${text} `],
      ['a file less', 'eval.json', () => undefined],
      ['half a manifest', 'entry.json', (text) => text.slice(0, 40)],
      ['no JSON in the manifest', 'entry.json', () => '<html>'],
      ['another key in the manifest', 'entry.json', (text) => text.replace(key, contentKey('another'))],
      [
        'a name that leads out of the entry',
        'entry.json',
        edited(({ files }) => {
          files['../../../outside'] = files['eval.json'];
        }),
      ],
      [
        'a name that is absolute',
        'entry.json',
        edited(({ files }) => {
          files['/tmp/outside'] = files['eval.json'];
        }),
      ],
      [
        'the manifest among its files',
        'entry.json',
        edited(({ files }) => {
          files['entry.json'] = files['eval.json'];
        }),
      ],
      [
        'another file in the manifest',
        'entry.json',
        edited(({ files }) => {
          files['more.json'] = { bytes: 1, sha256: '0'.repeat(64) };
        }),
      ],
    ];
    test.each(ways)(
      '%s (%s): a warning, nothing is read, and it is written again',
      async (_name, file, to) => {
        await using one = await machine();
        await using other = await machine();
        await using third = await machine();
        await one.store.put(key, filesOf(), { trust: 'base', meta: null });
        await home.change(idOf('base'), file, (found) => {
          const text = to(found.toString('utf8'));
          return text === undefined ? undefined : Buffer.from(text);
        });
        expect(await content(other, 'base')).toBeUndefined();
        expect(other.warnings).toEqual([expect.stringMatching(/damaged store entry/)]);
        expect(other.warnings[0]).toContain(key);
        await other.store.put(key, filesOf('again'), { trust: 'base', meta: null });
        expect(await content(third, 'base')).toBe('again');
        expect([other.warnings.length, third.warnings]).toEqual([1, []]);
      },
    );

    test('a damaged trusted entry gives way to an intact one of less trust, if the reader takes it', async () => {
      await using one = await machine();
      await using other = await machine();
      await one.store.put(key, filesOf('approved'), { trust: 'approved', meta: null });
      await one.store.put(key, filesOf('base'), { trust: 'base', meta: null });
      await home.change(idOf('base'), 'eval.json', () => undefined);
      expect(await content(other, 'approved')).toBe('approved');
    });
  });
}
