import { appendFile, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFileAt } from '../../src/plan/file-at.ts';
import {
  changedFiles,
  isShallow,
  mergeBase,
  parseRawDiff,
  repositoryRoot,
  resolveCommit,
} from '../../src/plan/git.ts';

/** A real repository in a folder of its own, untouched by the user's git configuration. */
class Repository {
  readonly folder: string;
  constructor(folder: string) {
    this.folder = folder;
  }

  async git(...args: string[]): Promise<string> {
    const env = {
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_AUTHOR_NAME: 'A',
      GIT_AUTHOR_EMAIL: 'a@example.org',
      GIT_COMMITTER_NAME: 'A',
      GIT_COMMITTER_EMAIL: 'a@example.org',
    };
    return (await execa('git', args, { cwd: this.folder, env })).stdout;
  }

  async write(path: string, content: string | Buffer): Promise<void> {
    const file = join(this.folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  }

  async commit(message: string): Promise<string> {
    await this.git('add', '-A');
    await this.git('commit', '-q', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }
}

let root: string;
let repo: Repository;
let first: string;
let onMain: string;
let head: string;

async function create(name: string): Promise<Repository> {
  const made = new Repository(join(root, name));
  await mkdir(made.folder, { recursive: true });
  await made.git('init', '-q', '-b', 'main');
  return made;
}

const rows = (n: number) => Array.from({ length: n }, (_, i) => `{"row":${i}}`).join('\n');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'plan-git-'));
  repo = await create('repo');
  await repo.write('data/train.jsonl', rows(50));
  await repo.write('data/old name.jsonl', rows(40));
  await repo.write('data/gone.jsonl', 'x');
  first = await repo.commit('first');
  await repo.git('checkout', '-q', '-b', 'feature');
  await appendFile(join(repo.folder, 'data/train.jsonl'), '\n{"row":"new"}');
  await rename(join(repo.folder, 'data/old name.jsonl'), join(repo.folder, 'data/neuer\tName ü.jsonl'));
  await rm(join(repo.folder, 'data/gone.jsonl'));
  await repo.write('-odd\nname.txt', 'odd');
  await repo.write('*.jsonl', 'star');
  await repo.write('bytes.bin', Buffer.from([0, 255, 10, 13, 10]));
  await repo.write('empty', '');
  await repo.write('pointer.jsonl', 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n');
  await repo.write('about-lfs.md', `${'version https://git-lfs.github.com/spec/v1\n'.padStart(60)}`);
  await symlink('/etc/passwd', join(repo.folder, 'link.jsonl'));
  await symlink('data', join(repo.folder, 'linked'));
  const inner = await create('inner');
  await inner.write('train.jsonl', 'x');
  await inner.commit('inner');
  await repo.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.folder, 'sub');
  head = await repo.commit('feature');
  await repo.git('checkout', '-q', 'main');
  await rm(join(repo.folder, 'sub'), { recursive: true });
  await repo.write('data/train.jsonl', rows(60));
  onMain = await repo.commit('main goes on');
});

afterAll(() => rm(root, { recursive: true, force: true }));

describe('commits', () => {
  test('branches, tags, abbreviations and ancestors are resolved', async () => {
    await repo.git('tag', '-a', '-m', 'v1', 'v1', first);
    const refs = ['feature', 'v1', head.slice(0, 10), 'main~1', 'refs/heads/main'];
    expect(await Promise.all(refs.map((ref) => resolveCommit(repo.folder, ref)))).toEqual([
      head,
      first,
      head,
      first,
      onMain,
    ]);
  });

  test.each(['--upload-pack=x', '-h', '', 'a b', 'main..feature', 'HEAD:data', 'a\nb', '--', 'a*'])(
    '%j is refused before git sees it',
    async (ref) => {
      for (const ask of [
        resolveCommit(repo.folder, ref),
        mergeBase(repo.folder, 'main', ref),
        changedFiles(repo.folder, ref, 'main'),
        readFileAt(repo.folder, ref, 'x'),
      ]) {
        await expect(ask).rejects.toMatchObject({ code: 'ref-invalid' });
      }
    },
  );

  test('what is no commit is not found', async () => {
    for (const ref of ['nowhere', '0'.repeat(40), '^main']) {
      await expect(resolveCommit(repo.folder, ref)).rejects.toMatchObject({ code: 'commit-not-found' });
    }
  });

  test('the merge base is where the branches parted, not the tip of main', async () => {
    expect(await mergeBase(repo.folder, 'main', 'feature')).toBe(first);
  });

  test('histories without a common commit have none', async () => {
    await repo.git('checkout', '-q', '--orphan', 'other');
    await repo.commit('other');
    await repo.git('checkout', '-q', '-f', 'main');
    await expect(mergeBase(repo.folder, 'main', 'other')).rejects.toMatchObject({ code: 'no-merge-base' });
  });

  test('a shallow clone is told how to fetch the rest', async () => {
    const shallow = join(root, 'shallow');
    await repo.git(
      'clone',
      '-q',
      '--depth=1',
      '--no-single-branch',
      '--no-tags',
      `file://${repo.folder}`,
      shallow,
    );
    expect(await isShallow(shallow)).toBe(true);
    expect(await isShallow(repo.folder)).toBe(false);
    const hint = expect.stringContaining('fetch-depth: 0');
    await expect(mergeBase(shallow, 'main', 'origin/feature')).rejects.toMatchObject({
      code: 'no-merge-base',
      hint,
    });
    await expect(resolveCommit(shallow, first)).rejects.toMatchObject({ code: 'commit-not-found', hint });
  });

  test('a folder outside any checkout, and one that is not there', async () => {
    await expect(repositoryRoot(root)).rejects.toMatchObject({ code: 'not-a-repository' });
    await expect(resolveCommit(root, 'main')).rejects.toMatchObject({ code: 'not-a-repository' });
    await expect(repositoryRoot(join(root, 'nothing'))).rejects.toMatchObject({ name: 'UserError' });
    expect(await repositoryRoot(join(repo.folder, 'data'))).toMatch(/repo$/);
  });
});

describe('changed files', () => {
  test('every kind of change, with odd names unharmed and main’s own changes left out', async () => {
    const files = await changedFiles(repo.folder, first, head);
    const byPath = Object.fromEntries(files.map((file) => [file.path, file]));
    expect(byPath['data/train.jsonl']).toEqual({ status: 'modified', path: 'data/train.jsonl' });
    expect(byPath['data/neuer\tName ü.jsonl']).toEqual({
      status: 'renamed',
      path: 'data/neuer\tName ü.jsonl',
      previous_path: 'data/old name.jsonl',
    });
    expect(byPath['data/gone.jsonl']?.status).toBe('deleted');
    expect(byPath['-odd\nname.txt']?.status).toBe('added');
    expect(byPath.sub?.status).toBe('added');
    expect(files).toHaveLength(13);
  });

  test('a file that turns into a link has changed its type', async () => {
    await repo.git('checkout', '-q', '-b', 'turned', first);
    await rm(join(repo.folder, 'data/train.jsonl'));
    await symlink('gone.jsonl', join(repo.folder, 'data/train.jsonl'));
    const turned = await repo.commit('turned');
    await repo.git('checkout', '-q', '-f', 'main');
    expect(await changedFiles(repo.folder, first, turned)).toEqual([
      { status: 'type_changed', path: 'data/train.jsonl' },
    ]);
  });

  test('more than three hundred files are all there', async () => {
    await repo.git('checkout', '-q', '-b', 'many', first);
    await Promise.all(Array.from({ length: 450 }, (_, i) => repo.write(`many/${i}.txt`, `${i}`)));
    const many = await repo.commit('many');
    await repo.git('checkout', '-q', '-f', 'main');
    expect(await changedFiles(repo.folder, first, many)).toHaveLength(450);
  });

  test('nothing between a commit and itself', async () => {
    expect(await changedFiles(repo.folder, head, head)).toEqual([]);
  });

  test('output that is cut short is a bug, not fewer files', () => {
    const ids = `${'0'.repeat(40)} ${'1'.repeat(40)}`;
    expect(parseRawDiff(`:100644 100644 ${ids} C075\0a\0b\0`)).toEqual([
      { status: 'copied', path: 'b', previous_path: 'a' },
    ]);
    expect(() => parseRawDiff(`:100644 100644 ${ids} R100\0a`)).toThrow(/within a rename/);
    expect(() => parseRawDiff('a\0b\0')).toThrow(/unexpected output/);
  });
});

describe('a file in a commit', () => {
  test('is read byte for byte, whatever the working tree has', async () => {
    expect(await readFileAt(repo.folder, head, 'bytes.bin')).toEqual(Buffer.from([0, 255, 10, 13, 10]));
    expect((await readFileAt(repo.folder, first, 'data/train.jsonl'))?.toString()).toBe(rows(50));
    expect(await readFileAt(repo.folder, head, 'empty')).toEqual(Buffer.alloc(0));
  });

  test('names that look like options or patterns are names', async () => {
    expect((await readFileAt(repo.folder, head, '-odd\nname.txt'))?.toString()).toBe('odd');
    expect((await readFileAt(repo.folder, head, '*.jsonl'))?.toString()).toBe('star');
    expect(await readFileAt(repo.folder, first, '*.jsonl')).toBeUndefined();
  });

  test('that is not there is undefined', async () => {
    expect(await readFileAt(repo.folder, head, 'data/gone.jsonl')).toBeUndefined();
    expect(await readFileAt(repo.folder, head, 'no/such/folder/file')).toBeUndefined();
    expect(await readFileAt(repo.folder, head, 'empty/below-a-file')).toBeUndefined();
  });

  test.each([
    ['link.jsonl', 'symlink-refused', /link\.jsonl at .* is a symbolic link/],
    ['linked/train.jsonl', 'symlink-refused', /linked at/],
    ['sub', 'submodule-refused', /submodule/],
    ['sub/train.jsonl', 'submodule-refused', /sub at/],
    ['pointer.jsonl', 'lfs-pointer', /LFS pointer/],
    ['data', 'not-a-file', /is a folder/],
    ['../secret', 'path-outside-repository', /not a path inside/],
    ['/etc/passwd', 'path-outside-repository', /not a path inside/],
    ['data/../data/train.jsonl', 'path-outside-repository', /not a path inside/],
    ['data//train.jsonl', 'path-outside-repository', /not a path inside/],
    ['', 'path-outside-repository', /not a path inside/],
    ['a\0b', 'path-outside-repository', /not a path inside/],
  ])('%j is refused as %s', async (path, code, message) => {
    await expect(readFileAt(repo.folder, head, path)).rejects.toMatchObject({
      code,
      message: expect.stringMatching(message),
      hint: code === 'not-a-file' ? undefined : expect.any(String),
    });
  });

  test('a text that only mentions LFS is a text', async () => {
    expect(await readFileAt(repo.folder, head, 'about-lfs.md')).toBeDefined();
  });

  test('one larger than allowed is refused before it is read', async () => {
    await expect(readFileAt(repo.folder, head, 'bytes.bin', { maxBytes: 4 })).rejects.toMatchObject({
      code: 'file-too-large',
    });
  });

  test('replaced objects do not deceive', async () => {
    const original = await repo.git('rev-parse', `${head}:bytes.bin`);
    const other = await repo.git('rev-parse', `${head}:empty`);
    await repo.git('replace', '-f', original, other);
    expect((await readFileAt(repo.folder, head, 'bytes.bin'))?.length).toBe(5);
    await repo.git('replace', '-d', original);
  });
});
