/**
 * What the plan asks of git: commits, where they meet, and the files that differ between them. Reads objects only, never
 * the working tree, so nothing from a pull request is checked out or executed. Knows no configuration.
 */

import { UserError } from '../errors.ts';
import { failed, git } from './git-command.ts';

export interface ChangedFile {
  status: 'added' | 'modified' | 'deleted' | 'renamed' | 'copied' | 'type_changed';
  path: string;
  /** Of a renamed or copied file. */
  previous_path?: string;
}

/** A ref or sha that git cannot take for an option. @throws UserError */
function checkRef(ref: string): void {
  if (ref === '' || ref.startsWith('-') || /[\p{Cc}\s:?*[\\]|\.\./u.test(ref)) {
    throw new UserError(
      'ref-invalid',
      `${JSON.stringify(ref)} is not the name of a branch, a tag or a commit`,
    );
  }
}

const SHALLOW_HINT =
  'The clone is shallow: fetch its history (actions/checkout with `fetch-depth: 0`, or `git fetch --unshallow`).';

/** Whether the clone lacks older commits. */
export async function isShallow(repo: string): Promise<boolean> {
  const { stdout } = await git(repo, ['rev-parse', '--is-shallow-repository']);
  return stdout.toString('utf8').trim() === 'true';
}

/** The top folder of the checkout that `folder` is in. @throws UserError when it is in none. */
export async function repositoryRoot(folder: string): Promise<string> {
  const finished = await git(folder, ['rev-parse', '--show-toplevel']);
  if (finished.exitCode === 0) return finished.stdout.toString('utf8').replace(/\n$/, '');
  const dubious = finished.stderr.includes('dubious ownership');
  throw new UserError('not-a-repository', `${folder} is not in a git checkout: ${finished.stderr}`, {
    hint: dubious
      ? 'Tell git that the folder is safe: `git config --global --add safe.directory <folder>`.'
      : 'Run it inside a checkout, or name one with --repo.',
  });
}

/** The full sha of the commit that a branch, tag or abbreviated sha names. @throws UserError when there is none. */
export async function resolveCommit(repo: string, ref: string): Promise<string> {
  checkRef(ref);
  const finished = await git(repo, ['rev-parse', '--verify', '--quiet', `${ref}^{commit}`]);
  const sha = finished.stdout.toString('utf8').trim();
  if (finished.exitCode === 0 && /^[0-9a-f]{40,64}$/.test(sha)) return sha;
  await repositoryRoot(repo);
  throw new UserError('commit-not-found', `${JSON.stringify(ref)} names no commit in ${repo}`, {
    hint: (await isShallow(repo)) ? SHALLOW_HINT : 'Fetch the branch first, or check its spelling.',
  });
}

/** The commit where `head` left `base`: what a pull request is compared with. @throws UserError when they share none. */
export async function mergeBase(repo: string, base: string, head: string): Promise<string> {
  const [from, to] = await Promise.all([resolveCommit(repo, base), resolveCommit(repo, head)]);
  const finished = await git(repo, ['merge-base', from, to]);
  const sha = finished.stdout.toString('utf8').trim();
  if (finished.exitCode === 0 && sha !== '') return sha;
  if (finished.exitCode > 1) throw failed(repo, 'git merge-base failed', finished);
  throw new UserError('no-merge-base', `${base} and ${head} have no common commit in ${repo}`, {
    hint: (await isShallow(repo)) ? SHALLOW_HINT : 'Compare branches of one history.',
  });
}

const STATUSES: Readonly<Record<string, ChangedFile['status']>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  C: 'copied',
  T: 'type_changed',
};

/** The records of `git diff-tree --raw -z`: `:modes and ids STATUS`, NUL, one path or, of renames and copies, two. */
export function parseRawDiff(output: string): ChangedFile[] {
  const fields = output.split('\0');
  const files: ChangedFile[] = [];
  for (let i = 0; i < fields.length && fields[i] !== ''; ) {
    const letter = fields[i]?.match(/^:\d{6} \d{6} [0-9a-f]+ [0-9a-f]+ ([A-Z])\d*$/)?.[1] ?? '';
    const status = STATUSES[letter];
    const [first, second] = [fields[i + 1], fields[i + 2]];
    if (!status || first === undefined) {
      throw new Error(`unexpected output of git diff-tree: ${JSON.stringify(fields[i])}`);
    }
    if (status === 'renamed' || status === 'copied') {
      if (second === undefined) throw new Error('git diff-tree ended within a rename');
      files.push({ status, path: second, previous_path: first });
      i += 3;
    } else {
      files.push({ status, path: first });
      i += 2;
    }
  }
  return files;
}

/** Every file that differs between two commits, renames recognised; however many there are. @throws UserError */
export async function changedFiles(repo: string, base: string, head: string): Promise<ChangedFile[]> {
  const [from, to] = await Promise.all([resolveCommit(repo, base), resolveCommit(repo, head)]);
  const finished = await git(repo, ['diff-tree', '-r', '-z', '--raw', '-M', '--no-ext-diff', from, to, '--']);
  if (finished.exitCode !== 0) throw failed(repo, 'git diff-tree failed', finished);
  return parseRawDiff(finished.stdout.toString('utf8'));
}
