/**
 * Fetches one pinned wheel with pip, which knows the user's mirrors, proxies and certificates. pip compares the
 * checksum; this file turns what it says into an error that names the way out. Does not open the wheel.
 */

import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { type Wheel, wheelTags } from './packages.ts';
import { type ProgramEnv, runProgram } from './program.ts';

export interface DownloadOptions {
  env: ProgramEnv;
  signal: AbortSignal;
  /** Called with the bytes of this wheel that have arrived. */
  onBytes?: (bytes: number) => void;
}

const WATCH_MILLISECONDS = 200;

/** Bytes in the files below `folder`. pip prints no progress into a pipe, so its temporary files are watched. */
export async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const sizes = entries
    .filter((entry) => entry.isFile())
    .map((entry) => stat(path.join(entry.parentPath, entry.name)).catch(() => undefined));
  return (await Promise.all(sizes)).reduce((sum, found) => sum + (found?.size ?? 0), 0);
}

/**
 * Downloads `wheel` into `folder`; gives its path.
 * @throws UserError `runtime-checksum`, `runtime-network`, `runtime-disk-full`, `runtime-download`; the signal's reason
 * when aborted
 */
export async function downloadWheel(wheel: Wheel, folder: string, options: DownloadOptions): Promise<string> {
  const { name, version, python, platform } = wheelTags(wheel.file);
  const scratch = path.join(folder, `pip-${name}`);
  await mkdir(scratch, { recursive: true });
  const requirements = path.join(folder, `${name}.txt`);
  await writeFile(requirements, `${name}==${version} --hash=sha256:${wheel.sha256}\n`);
  const args = [
    ...['-m', 'pip', 'download', '--no-deps', '--only-binary=:all:', '--require-hashes', '--no-cache-dir'],
    ...['--disable-pip-version-check', '--no-input', '--progress-bar', 'off', '--quiet'],
    ...['--python-version', python === 'py3' ? '3.11' : `${python[2]}.${python.slice(3)}`],
    ...['--implementation', 'cp', '--abi', 'cp311', '--platform', platform],
    ...['--dest', folder, '--requirement', requirements],
  ];
  const watch = setInterval(() => {
    void bytesBelow(scratch).then((bytes) => options.onBytes?.(Math.min(bytes, wheel.bytes)));
  }, WATCH_MILLISECONDS);
  try {
    const env = { ...options.env, TMPDIR: scratch };
    const result = await runProgram('python3', args, { env, signal: options.signal });
    if (!result.ok) throw pipError(wheel.file, result.output);
  } finally {
    clearInterval(watch);
    await rm(scratch, { recursive: true, force: true });
  }
  options.onBytes?.(wheel.bytes);
  return path.join(folder, wheel.file);
}

const NETWORK =
  /connection broken|NewConnectionError|name resolution|Could not fetch URL|ReadTimeout|ConnectTimeout|Connection (reset|refused|aborted)|ProxyError|SSLError|IncompleteRead|HTTP error|Network is unreachable/i;

/** What pip's output means for the user. */
export function pipError(file: string, output: string): UserError {
  const problems = output.trim().split('\n').slice(-8);
  if (/DO NOT MATCH THE HASHES/.test(output)) {
    return new UserError(
      'runtime-checksum',
      `${file} is not the file that was pinned: its checksum differs`,
      {
        problems: problems.filter((line) => /Expected|Got/.test(line)).map((line) => line.trim()),
        hint: 'a proxy or mirror may hand out a damaged or changed file; try again, or from another package index',
      },
    );
  }
  if (/No space left on device/i.test(output)) {
    return new UserError('runtime-disk-full', `the disk is full: ${file} could not be downloaded`, {
      hint: 'free some space, or choose another cache folder',
    });
  }
  if (NETWORK.test(output)) {
    return new UserError(
      'runtime-network',
      `${file} could not be downloaded: the package index did not answer`,
      {
        problems,
        hint: 'check the network and proxy (HTTPS_PROXY), or name a mirror in PIP_INDEX_URL, and try again',
      },
    );
  }
  return new UserError('runtime-download', `pip could not download ${file}`, {
    problems,
    hint: 'see whether `python3 -m pip download` of this package works, and whether your package index carries it',
  });
}
