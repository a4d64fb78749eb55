import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentKey } from '../../src/adapter/content-key.ts';
import { openFolderStore, type Store, type TrustLevel } from '../../src/adapter/store.ts';
import { silentLogger } from '../../src/log.ts';

const KEY = contentKey('an adapter');
const bytes = (text: string) => new TextEncoder().encode(text);
const files = (text = 'weights') =>
  new Map([
    ['adapter_model.safetensors', bytes(text)],
    ['eval.json', bytes('{}')],
  ]);

let root: string;
let warnings: string[];
let store: Store;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lora-gate-store-'));
  warnings = [];
  store = openFolderStore(root, { ...silentLogger, warn: (message) => warnings.push(message) });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const home = (trust: TrustLevel) => join(root, trust, KEY.slice(0, 2), KEY);

async function content(trust: TrustLevel): Promise<string | undefined> {
  const entry = await store.get(KEY, { trust });
  return entry && (await readFile(entry.files.get('adapter_model.safetensors')!, 'utf8'));
}

describe('put and get', () => {
  test('files come back by name, with what was said of them; a copied file too', async () => {
    const source = join(root, 'source.bin');
    await writeFile(source, 'a big file');
    await store.put(KEY, new Map<string, Uint8Array | string>([...files(), ['big.bin', source]]), {
      trust: 'base',
      meta: { sha: 'abc' },
    });
    const entry = (await store.get(KEY, { trust: 'base' }))!;
    expect([entry.key, entry.trust, entry.meta]).toEqual([KEY, 'base', { sha: 'abc' }]);
    expect([...entry.files.keys()]).toEqual(['adapter_model.safetensors', 'eval.json', 'big.bin']);
    expect(await readFile(entry.files.get('big.bin')!, 'utf8')).toBe('a big file');
    expect(await readdir(join(root, 'tmp'))).toEqual([]);
  });

  test('an unknown key is nothing', async () => {
    expect(await store.get(contentKey('something else'), { trust: 'fork' })).toBeUndefined();
    expect(warnings).toEqual([]);
  });

  test('twenty writers at once leave one whole entry', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => store.put(KEY, files(), { trust: 'base', meta: null })),
    );
    expect(await content('base')).toBe('weights');
    expect(await readdir(join(root, 'tmp'))).toEqual([]);
    expect(warnings).toEqual([]);
  });
});

test('what a writer that died a day ago left behind goes at the next write, a younger one stays', async () => {
  const [old, young] = [join(root, 'tmp', 'old'), join(root, 'tmp', 'young')];
  for (const folder of [old, young]) {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'half'), 'half a fi');
  }
  const twoDaysAgo = new Date(Date.now() - 2 * 86_400_000);
  await utimes(old, twoDaysAgo, twoDaysAgo);
  await store.put(KEY, files(), { trust: 'base', meta: null });
  expect(await readdir(join(root, 'tmp'))).toEqual(['young']);
});

describe('trust', () => {
  test.each([
    ['base', 'base', true],
    ['base', 'approved', true],
    ['base', 'fork', true],
    ['approved', 'base', false],
    ['approved', 'approved', true],
    ['approved', 'fork', true],
    ['fork', 'base', false],
    ['fork', 'approved', false],
    ['fork', 'fork', true],
  ] as [TrustLevel, TrustLevel, boolean][])(
    'what %s wrote is there for a reader who needs %s: %s',
    async (writer, reader, there) => {
      await store.put(KEY, files(), { trust: writer, meta: null });
      expect((await store.get(KEY, { trust: reader }))?.trust).toBe(there ? writer : undefined);
    },
  );

  test('a fork that was first does not keep a trusted run from writing, and the trusted entry is the one read', async () => {
    await store.put(KEY, files('poisoned'), { trust: 'fork', meta: null });
    await store.put(KEY, files('good'), { trust: 'base', meta: null });
    expect(await content('fork')).toBe('good');
    expect(await content('base')).toBe('good');
  });

  test('an entry carried to a more trusted place is not believed', async () => {
    await store.put(KEY, files('poisoned'), { trust: 'fork', meta: null });
    await mkdir(dirname(home('base')), { recursive: true });
    await rename(home('fork'), home('base'));
    expect(await content('base')).toBeUndefined();
    expect(warnings.length).toBe(1);
  });
});

describe('damage', () => {
  const ways: [string, (folder: string) => Promise<unknown>, string][] = [
    ['a changed byte', (folder) => writeFile(join(folder, 'eval.json'), '[]'), 'eval.json has SHA-256'],
    ['a cut file', (folder) => truncate(join(folder, 'eval.json'), 1), 'eval.json has 1 bytes, expected 2'],
    ['a file less', (folder) => rm(join(folder, 'eval.json')), 'eval.json is missing'],
    [
      'a link in the place of a file',
      async (folder) => {
        await rm(join(folder, 'eval.json'));
        await symlink('/etc/hostname', join(folder, 'eval.json'));
      },
      'eval.json is not a plain file',
    ],
    ['no manifest', (folder) => rm(join(folder, 'entry.json')), 'entry.json cannot be read'],
    ['half a manifest', (folder) => truncate(join(folder, 'entry.json'), 30), 'entry.json cannot be read'],
    [
      'a name that leads out of the entry',
      async (folder) => {
        const manifest = JSON.parse(await readFile(join(folder, 'entry.json'), 'utf8'));
        manifest.files['../../../outside'] = manifest.files['eval.json'];
        await writeFile(join(folder, 'entry.json'), JSON.stringify(manifest));
      },
      'entry.json cannot be read',
    ],
    [
      'the manifest of another key',
      async (folder) => {
        const text = await readFile(join(folder, 'entry.json'), 'utf8');
        await writeFile(join(folder, 'entry.json'), text.replace(KEY, contentKey('another')));
      },
      'entry.json cannot be read',
    ],
  ];
  test.each(ways)(
    '%s: a warning, and the entry is gone and can be written again',
    async (_name, damage, reason) => {
      await store.put(KEY, files(), { trust: 'base', meta: null });
      await damage(home('base'));
      expect(await store.get(KEY, { trust: 'base' })).toBeUndefined();
      expect(warnings.length).toBe(1);
      expect(warnings[0]).toContain(home('base'));
      expect(warnings[0]).toContain(reason);
      expect(await store.get(KEY, { trust: 'base' })).toBeUndefined();
      expect(warnings.length).toBe(1);
      await store.put(KEY, files(), { trust: 'base', meta: null });
      expect(await content('base')).toBe('weights');
    },
  );

  test('a damaged trusted entry gives way to an intact one of less trust, if the reader takes it', async () => {
    await store.put(KEY, files('approved'), { trust: 'approved', meta: null });
    await store.put(KEY, files('base'), { trust: 'base', meta: null });
    await rm(join(home('base'), 'eval.json'));
    expect(await content('approved')).toBe('approved');
  });
});

describe('names', () => {
  test.each(['../../etc/passwd', KEY.toUpperCase(), KEY.slice(1), `${KEY}\n`, ''])(
    '%j is no key',
    async (key) => {
      await expect(store.get(key, { trust: 'base' })).rejects.toThrow('64 hex digits');
      await expect(store.put(key, files(), { trust: 'base', meta: null })).rejects.toThrow('64 hex digits');
    },
  );

  test.each(['../x', 'a/b', 'a\\b', '.hidden', '', 'entry.json', 'a\0b', 'x'.repeat(200)])(
    '%j is no file name',
    async (name) => {
      const put = store.put(KEY, new Map([[name, bytes('x')]]), { trust: 'base', meta: null });
      await expect(put).rejects.toThrow('is no name for a file');
      expect(await readdir(root)).not.toContain('base');
    },
  );

  test('a store that cannot be written says where and why', async () => {
    await writeFile(join(root, 'file'), '');
    const broken = openFolderStore(join(root, 'file'), silentLogger);
    await expect(broken.put(KEY, files(), { trust: 'base', meta: null })).rejects.toMatchObject({
      code: 'store-unwritable',
      message: expect.stringContaining(join(root, 'file')),
    });
    expect(await broken.get(KEY, { trust: 'base' })).toBeUndefined();
  });
});
