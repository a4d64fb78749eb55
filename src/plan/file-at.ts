/**
 * A file as it is in a commit, read from git's objects. What only stands for a file is refused: links, submodules,
 * pointers to data elsewhere. Knows nothing of what is in it.
 */

import { UserError } from '../errors.ts';
import { resolveCommit } from './git.ts';
import { failed, git } from './git-command.ts';

export interface ReadFileOptions {
  /** Larger files are refused. */
  maxBytes?: number;
}

const LINK = '120000';
const MAX_FILE_BYTES = 512 * 2 ** 20;
interface TreeEntry {
  mode: string;
  type: string;
  id: string;
  path: string;
}

async function entries(repo: string, args: readonly string[]): Promise<TreeEntry[]> {
  const finished = await git(repo, ['ls-tree', ...args]);
  if (finished.exitCode !== 0) throw failed(repo, 'git ls-tree failed', finished);
  return finished.stdout
    .toString('utf8')
    .split('\0')
    .flatMap((record) => {
      const [, mode, type, id, path] = record.match(/^(\d{6}) (\w+) ([0-9a-f]+)\t(.*)$/s) ?? [];
      return mode === undefined ? [] : [{ mode, type, id, path } as TreeEntry];
    });
}

async function treeEntry(repo: string, commit: string, path: string): Promise<TreeEntry | undefined> {
  const found = await entries(repo, ['-z', '--full-tree', commit, '--', path]);
  return found.find((entry) => entry.path === path);
}

/** A relative path without `.`, `..` or empty parts and without NUL. @throws UserError */
function checkPath(path: string): void {
  const parts = path.split('/');
  if (
    path.includes('\0') ||
    path.includes('\\') ||
    parts.some((part) => part === '' || part === '.' || part === '..')
  ) {
    throw new UserError(
      'path-outside-repository',
      `${JSON.stringify(path)} is not a path inside the repository`,
      {
        hint: 'Write it relative to the top folder, with forward slashes and without "..".',
      },
    );
  }
}

/** Git's name for what lies at a path of a commit; undefined where nothing does. Equal names are equal contents. @throws UserError */
export async function objectAt(repo: string, commit: string, path: string): Promise<string | undefined> {
  checkPath(path);
  const entry = await treeEntry(repo, await resolveCommit(repo, commit), path);
  return entry && `${entry.mode} ${entry.id}`;
}

/**
 * A symbolic link at a path of a commit, above it, or, where it is a folder, in it under a name that `isRead`; undefined where there is
 * none. @throws UserError
 */
export async function linkAt(
  repo: string,
  commit: string,
  path: string,
  isRead: (name: string) => boolean,
): Promise<string | undefined> {
  const parts = path === '.' ? [] : path.split('/');
  for (let depth = 1; depth <= parts.length; depth += 1) {
    const place = parts.slice(0, depth).join('/');
    const entry = await treeEntry(repo, commit, place);
    if (!entry) return undefined;
    if (entry.mode === LINK) return place;
    if (depth === parts.length && entry.type !== 'tree') return undefined;
  }
  const folder = parts.length === 0 ? [] : ['--', `${path}/`];
  const inside = await entries(repo, ['-z', '--full-tree', commit, ...folder]);
  return inside.find(({ mode, path: at }) => mode === LINK && isRead(at.slice(at.lastIndexOf('/') + 1)))
    ?.path;
}

/** Refuses what stands for a file but is none. */
function refuse({ mode }: TreeEntry, path: string, commit: string): void {
  const where = `${path} at ${commit.slice(0, 7)}`;
  if (mode === LINK) {
    throw new UserError('symlink-refused', `${where} is a symbolic link`, {
      hint: 'Commit the file itself: links are not followed, because they can point outside the repository.',
    });
  }
  if (mode === '160000') {
    throw new UserError('submodule-refused', `${where} is a submodule`, {
      hint: 'Commit the file into this repository: submodules are not read.',
    });
  }
}

async function absent(repo: string, commit: string, path: string): Promise<undefined> {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth += 1) {
    const folder = parts.slice(0, depth).join('/');
    const entry = await treeEntry(repo, commit, folder);
    if (!entry) return undefined;
    refuse(entry, folder, commit);
  }
  return undefined;
}

function refuseLfsPointer(content: Buffer, path: string, commit: string): void {
  if (
    content.length >= 1024 ||
    !/^version https:\/\/(git-lfs\.github\.com|hawser\.github\.com)\/spec\//.test(content.toString('latin1'))
  ) {
    return;
  }
  throw new UserError('lfs-pointer', `${path} at ${commit.slice(0, 7)} is a Git LFS pointer, not the data`, {
    hint: 'Keep the file in git itself: `git lfs untrack` it and commit it again.',
  });
}

/**
 * The bytes of a file as it is in a commit, or undefined when the commit has no such file. Symbolic links, submodules,
 * folders, LFS pointers and paths out of the repository are refused.
 *
 * @throws UserError
 */
export async function readFileAt(
  repo: string,
  commit: string,
  path: string,
  { maxBytes = MAX_FILE_BYTES }: ReadFileOptions = {},
): Promise<Buffer | undefined> {
  checkPath(path);
  const sha = await resolveCommit(repo, commit);
  const entry = await treeEntry(repo, sha, path);
  if (!entry) return absent(repo, sha, path);
  refuse(entry, path, sha);
  if (entry.type !== 'blob') {
    throw new UserError('not-a-file', `${path} at ${sha.slice(0, 7)} is a folder, expected a file`);
  }
  const size = await git(repo, ['cat-file', '-s', entry.id]);
  if (size.exitCode !== 0) throw failed(repo, `cannot read ${path}`, size);
  const bytes = Number(size.stdout.toString('utf8'));
  if (!(bytes <= maxBytes)) {
    throw new UserError(
      'file-too-large',
      `${path} at ${sha.slice(0, 7)} has ${bytes} bytes, more than ${maxBytes}`,
    );
  }
  const content = await git(repo, ['cat-file', 'blob', entry.id]);
  if (content.exitCode !== 0) throw failed(repo, `cannot read ${path}`, content);
  refuseLfsPointer(content.stdout, path, sha);
  return content.stdout;
}
