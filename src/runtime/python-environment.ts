/**
 * The Python environment of `engine: accelerate` in the cache folder: a venv with pinned packages, made once for the CPU or for
 * CUDA, and complete or not there. pip knows the index, mirrors and proxies. Does not know what the packages are for.
 */

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { bytesBelow, pipError } from './download.ts';
import { untilInterrupted } from './interrupt.ts';
import { findOrBuild } from './lock.ts';
import type { Flavour } from './packages.ts';
import { type ProgramEnv, runProgram } from './program.ts';
import { requireFolder, requireSpace } from './tools.ts';

const manifestSchema = z.object({
  schema: z.literal(1),
  python: z.string(),
  /** By package: what is installed, with the part behind the plus. */
  versions: z.record(z.string(), z.string()),
});

export interface PythonEnvironment {
  folder: string;
  flavour: Flavour;
  /** The interpreter, an absolute path. */
  python: string;
  /** Python's own version. */
  version: string;
  versions: Record<string, string>;
}

const MANIFEST = 'environment.json';
/** numpy's pin needs it. */
const OLDEST_PYTHON = [3, 11] as const;
/** What is laid out on disk in the end, for the bar; and what has to be free, with pip's copies. */
const BYTES: Record<Flavour, { unpacked: number; needed: number }> = {
  cpu: { unpacked: 1.5e9, needed: 3e9 },
  cuda: { unpacked: 7e9, needed: 15e9 },
};
const WATCH_MILLISECONDS = 2000;

function folderOf(cacheDir: string, flavour: Flavour, requirements: string): string {
  const key = createHash('sha256').update(requirements).digest('hex').slice(0, 12);
  return path.join(cacheDir, 'accelerate', `${flavour}-${key}`);
}

/** The environment with these requirements, if it is complete; the one for CUDA where both are there and none is named. */
export async function findPythonEnvironment(
  cacheDir: string,
  requirementsFile: string,
  flavour?: Flavour,
): Promise<PythonEnvironment | undefined> {
  const requirements = await readFile(requirementsFile, 'utf8');
  for (const each of flavour === undefined ? (['cuda', 'cpu'] as const) : [flavour]) {
    const folder = folderOf(cacheDir, each, requirements);
    const text = await readFile(path.join(folder, MANIFEST), 'utf8').catch(() => undefined);
    if (text === undefined) continue;
    const parsed = manifestSchema.safeParse(JSON.parse(text));
    if (!parsed.success) continue;
    const { python: version, versions } = parsed.data;
    return { folder, flavour: each, python: path.join(folder, 'bin', 'python'), version, versions };
  }
  return undefined;
}

export interface ProvisionPythonOptions {
  cacheDir: string;
  flavour: Flavour;
  /** A requirements.txt. */
  requirementsFile: string;
  logger: Logger;
  signal?: AbortSignal;
  /** Laid over the environment of python3 and pip. */
  env?: ProgramEnv;
}

/**
 * The environment, made when it is not there yet; `reused` says which. Interrupted or failed, it leaves nothing but what pip keeps
 * in its own cache, so that the next attempt downloads only what is missing.
 * @throws UserError `accelerate-python`, `accelerate-no-cuda`, `cache-not-writable`, `interrupted`, and those of pip:
 * `runtime-disk-full`, `runtime-network`, `runtime-download`
 */
export async function provisionPython(
  options: ProvisionPythonOptions,
): Promise<PythonEnvironment & { reused: boolean }> {
  const { cacheDir, flavour, requirementsFile, logger, env = {} } = options;
  const find = async () => {
    const found = await findPythonEnvironment(cacheDir, requirementsFile, flavour);
    return found && { ...found, reused: true };
  };
  const ready = await find();
  if (ready) return ready;
  await requirePython(env);
  const folder = folderOf(cacheDir, flavour, await readFile(requirementsFile, 'utf8'));
  await requireFolder(path.dirname(folder));
  return untilInterrupted(options.signal, (outer) =>
    findOrBuild(folder, {
      what: 'the Python environment',
      logger,
      signal: outer,
      find,
      build: async (signal) => {
        await build(folder, { ...options, env, signal });
        const built = await findPythonEnvironment(cacheDir, requirementsFile, flavour);
        if (!built) throw new Error(`${folder} is not there after it was built`);
        return { ...built, reused: false };
      },
    }),
  );
}

async function requirePython(env: ProgramEnv): Promise<void> {
  const script = 'import sys, venv, ensurepip; print("%d.%d" % sys.version_info[:2])';
  const { ok, missing, output } = await runProgram('python3', ['-c', script], { env, timeoutSeconds: 60 });
  const [major = 0, minor = 0] = output.split('.').map(Number);
  const old = major < OLDEST_PYTHON[0] || (major === OLDEST_PYTHON[0] && minor < OLDEST_PYTHON[1]);
  if (ok && !old) return;
  const last = output.split('\n').at(-1) ?? '';
  const found = missing
    ? 'there is no python3 on the PATH'
    : ok
      ? `python3 is ${output}`
      : `python3 says: ${last}`;
  throw new UserError('accelerate-python', `engine: accelerate needs Python and venv: ${found}`, {
    hint: `install Python ${OLDEST_PYTHON.join('.')} or newer with its venv module (\`apt-get install python3 python3-venv\`), and run \`lora-gate setup --accelerate\` again`,
  });
}

type BuildOptions = ProvisionPythonOptions & { env: ProgramEnv; signal: AbortSignal };

async function build(folder: string, options: BuildOptions): Promise<void> {
  const { logger, flavour, env, signal } = options;
  const started = Date.now();
  logger.info(`Setting up Python for engine: accelerate (${flavour}) in ${folder}`);
  const parent = path.dirname(folder);
  // Under the lock nobody else builds here: what is there was left by a killed process.
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${path.basename(folder)}.partial-`)) continue;
    await rm(path.join(parent, name), { recursive: true, force: true });
  }
  await requireSpace(parent, BYTES[flavour].needed);
  const partial = `${folder}.partial-${process.pid}`;
  try {
    await run('python3', ['-m', 'venv', partial], { env, signal });
    await install(partial, options);
    const manifest = await lookInto(partial, options);
    await writeFile(path.join(partial, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  logger.info(`Python is ready after ${((Date.now() - started) / 1000).toFixed(0)} s`);
}

async function run(program: string, args: string[], options: { env: ProgramEnv; signal: AbortSignal }) {
  const result = await runProgram(program, args, options);
  if (!result.ok) throw pipError('the packages of engine: accelerate', result.output);
  return result.output;
}

async function install(partial: string, { env, signal, logger, flavour, requirementsFile }: BuildOptions) {
  const scratch = path.join(partial, 'pip-scratch');
  await mkdir(scratch);
  const args = [
    ...['-m', 'pip', 'install', '--quiet', '--only-binary=:all:', '--no-input', '--progress-bar', 'off'],
    ...['--disable-pip-version-check', '--requirement', requirementsFile],
  ];
  const total = BYTES[flavour].unpacked;
  const progress = logger.progress('Installing PyTorch, transformers, PEFT and TRL', { total, unit: 'B' });
  const watch = setInterval(() => {
    void bytesBelow(partial).then((bytes) => progress.update(Math.min(bytes, total)));
  }, WATCH_MILLISECONDS);
  try {
    await run(path.join(partial, 'bin', 'python'), args, { env: { ...env, TMPDIR: scratch }, signal });
  } finally {
    clearInterval(watch);
    progress.stop();
  }
  await rm(scratch, { recursive: true, force: true });
}

const LOOK = `
import importlib.metadata, json, platform, re, sys, torch, trl.trainer.sft_trainer
names = re.findall(r'^([\\w-]+)==', open(sys.argv[1]).read(), re.M)
versions = {name: importlib.metadata.version(name) for name in names}
print('\\n' + json.dumps({'schema': 1, 'python': platform.python_version(), 'versions': versions, 'cuda': torch.version.cuda}))`;

/** Imports what was installed, in a process of its own. */
async function lookInto(partial: string, { env, signal, flavour, requirementsFile }: BuildOptions) {
  const output = await run(path.join(partial, 'bin', 'python'), ['-c', LOOK, requirementsFile], {
    env,
    signal,
  });
  const { cuda, ...found } = JSON.parse(output.split('\n').at(-1) ?? '') as { cuda: string | null };
  if (flavour === 'cuda' && cuda === null) {
    throw new UserError('accelerate-no-cuda', 'the package index has a PyTorch without CUDA', {
      hint: 'name an index that carries the CUDA build in PIP_INDEX_URL or PIP_EXTRA_INDEX_URL, and run `lora-gate setup --accelerate --cuda` again; or use --cpu',
    });
  }
  return manifestSchema.parse(found);
}
