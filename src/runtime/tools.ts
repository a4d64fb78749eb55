/**
 * What this machine must offer before anything is downloaded: Linux x64 with glibc, python3, pip, g++ and room on the
 * disk. Every check names what was found and how to mend it; the doctor prints the same ones. Installs nothing.
 */

import { access, constants, mkdir, statfs } from 'node:fs/promises';
import { messageOf, UserError } from '../errors.ts';
import { type ProgramEnv, runProgram } from './program.ts';

export interface Platform {
  os: string;
  arch: string;
  /** glibc's version; undefined on musl and elsewhere. */
  glibc: string | undefined;
}

export interface ToolCheck {
  name: string;
  ok: boolean;
  /** The version line, or what went wrong. */
  found: string;
  /** How to mend it; undefined when it is fine. */
  fix?: string;
}

/** Older pip does not know the manylinux_2_27 tag. */
const OLDEST_PIP = [20, 3] as const;
/** What the wheels are built for: manylinux_2_27. */
const OLDEST_GLIBC = [2, 27] as const;

export function hostPlatform(): Platform {
  const report = process.report?.getReport() as { header?: { glibcVersionRuntime?: string } } | undefined;
  return { os: process.platform, arch: process.arch, glibc: report?.header?.glibcVersionRuntime };
}

function isOlder(version: string, oldest: readonly [number, number]): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major < oldest[0] || (major === oldest[0] && minor < oldest[1]);
}

/** Why TensorFlow has no build for this platform; undefined when it has. */
export function platformProblem({ os, arch, glibc }: Platform): string | undefined {
  if (os !== 'linux' || arch !== 'x64') return `found ${os} ${arch}, TensorFlow is provisioned for linux x64`;
  if (glibc === undefined) return 'found Linux without glibc (musl?), expected glibc 2.27 or newer';
  if (isOlder(glibc, OLDEST_GLIBC))
    return `found glibc ${glibc}, expected ${OLDEST_GLIBC.join('.')} or newer`;
  return undefined;
}

async function versionLine(
  program: string,
  args: readonly string[],
  env: ProgramEnv,
): Promise<{ ok: boolean; found: string }> {
  const { ok, missing, output } = await runProgram(program, args, { env, timeoutSeconds: 30 });
  if (ok) return { ok, found: output.split('\n', 1)[0] ?? '' };
  return { ok, found: missing ? 'not found on PATH' : output };
}

/** Looks for python3, pip and g++, all of them. */
export async function checkTools(env: ProgramEnv = {}): Promise<ToolCheck[]> {
  const [python, pip, compiler] = await Promise.all([
    versionLine('python3', ['--version'], env),
    versionLine('python3', ['-m', 'pip', '--version'], env),
    versionLine('g++', ['--version'], env),
  ]);
  const pipVersion = /^pip (\d+\.\d+)/.exec(pip.found)?.[1];
  if (pip.ok && pipVersion && isOlder(pipVersion, OLDEST_PIP)) {
    pip.ok = false;
    pip.found = `${pip.found}, older than ${OLDEST_PIP.join('.')}`;
  }
  if (!python.ok) pip.found = 'not looked for without python3';
  const check = (name: string, result: { ok: boolean; found: string }, fix: string): ToolCheck => ({
    name,
    ...result,
    ...(!result.ok && { fix }),
  });
  return [
    check('python3', python, 'install Python 3: `apt-get install python3`, or `dnf install python3`'),
    check(
      'pip',
      pip,
      'install pip: `apt-get install python3-pip`, `dnf install python3-pip`, or `python3 -m ensurepip --upgrade`',
    ),
    check('g++', compiler, 'install a C++ compiler: `apt-get install g++`, or `dnf install gcc-c++`'),
  ];
}

/** @throws UserError `runtime-tools-missing` that lists every missing program and how to get it */
export async function requireTools(env: ProgramEnv): Promise<void> {
  const missing = (await checkTools(env)).filter((check) => !check.ok);
  if (missing.length === 0) return;
  const names = missing.map((check) => check.name).join(', ');
  throw new UserError('runtime-tools-missing', `setting up TensorFlow needs ${names}`, {
    problems: missing.map((check) => `${check.name}: ${check.found}; ${check.fix}`),
    hint: 'install what is listed and run `lora-gate setup` again',
  });
}

/** Bytes free for this user on the disk of `folder`, which must exist. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;

const OTHER_FOLDER =
  'choose another folder: set RUNNER_TOOL_CACHE or XDG_CACHE_HOME, or give the folder explicitly';

/** Makes `folder`. @throws UserError `cache-not-writable` */
export async function requireFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  } catch (error) {
    const message = `cannot write to ${folder}: ${messageOf(error)}`;
    throw new UserError('cache-not-writable', message, { hint: OTHER_FOLDER, cause: error });
  }
}

/** @throws UserError `runtime-disk-full` when `bytes` do not fit on the disk of `folder` */
export async function requireSpace(folder: string, bytes: number): Promise<void> {
  const free = await freeBytes(folder);
  if (free >= bytes) return;
  const message = `not enough disk space in ${folder}: ${gigabytes(free)} free, ${gigabytes(bytes)} needed`;
  throw new UserError('runtime-disk-full', message, { hint: `free some space, or ${OTHER_FOLDER}` });
}
