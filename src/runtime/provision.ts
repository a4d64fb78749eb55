/**
 * Puts TensorFlow and the compiled binding into the cache folder, once: download, unpack, compile, try it, and only
 * then give the folder its name. Whatever goes wrong before that leaves nothing behind. Does not load the library into
 * this process.
 */

import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { MANIFEST_FILE, type Manifest, readReadyRuntime, runtimeFolder } from './cache.ts';
import { BINDING_FILE, compileAddons, FUSED_OPS_FILE, QUIET_LOAD_FILE } from './compile.ts';
import { downloadWheel } from './download.ts';
import { untilInterrupted } from './interrupt.ts';
import { findOrBuild } from './lock.ts';
import { neededBytes, PACKAGES, type PackageSet, TENSORFLOW_VERSION } from './packages.ts';
import { type ProgramEnv, runProgram } from './program.ts';
import {
  hostPlatform,
  type Platform,
  platformProblem,
  requireFolder,
  requireSpace,
  requireTools,
} from './tools.ts';
import { unpackWheel } from './unpack.ts';

export interface ProvisionOptions {
  cuda?: boolean;
  cacheDir: string;
  logger: Logger;
  signal?: AbortSignal;
  /** The wheels to take; default: the pinned ones. */
  packages?: PackageSet;
  /** Laid over the environment of pip and g++. */
  env?: ProgramEnv;
  /** Default: this machine. */
  platform?: Platform;
}

export interface Provisioned {
  folder: string;
  /** The compiled binding, an absolute path. */
  binding: string;
  /** The addon that loads `library` without its notices. */
  quietLoad: string;
  /** The addon with our own operations. */
  fusedOps: string;
  library: string;
  reused: boolean;
}

const LIBRARY = path.join('tensorflow', 'libtensorflow_cc.so.2');

/**
 * The complete runtime folder of `cacheDir`, built when it is not there yet.
 * @throws UserError whose code says what is missing: `runtime-platform`, `runtime-tools-missing`, `cache-not-writable`,
 * `runtime-disk-full`, `runtime-network`, `runtime-checksum`, `runtime-download`, `runtime-compile`, `runtime-broken`,
 * `interrupted`
 */
export async function provision(options: ProvisionOptions): Promise<Provisioned> {
  const packages = options.packages ?? PACKAGES[options.cuda ? 'cuda' : 'cpu'];
  const folder = runtimeFolder(options.cacheDir, packages.flavour);
  const find = async (): Promise<Provisioned | undefined> => {
    const ready = await readReadyRuntime(folder);
    return ready && located(folder, ready, true);
  };
  const ready = await find();
  if (ready) return ready;

  const env = options.env ?? {};
  const problem = platformProblem(options.platform ?? hostPlatform());
  if (problem) {
    throw new UserError('runtime-platform', `no TensorFlow for this machine: ${problem}`, {
      hint: 'run on Linux x64 with glibc (a container of Debian or Ubuntu will do)',
    });
  }
  await requireTools(env);
  await requireFolder(path.dirname(folder));
  return untilInterrupted(options.signal, (outer) =>
    findOrBuild(folder, {
      logger: options.logger,
      signal: outer,
      find,
      build: (signal) => build(folder, { packages, env, logger: options.logger, signal }),
    }),
  );
}

interface BuildOptions {
  packages: PackageSet;
  env: ProgramEnv;
  logger: Logger;
  signal: AbortSignal;
}

async function build(folder: string, options: BuildOptions): Promise<Provisioned> {
  const { logger, packages } = options;
  const started = Date.now();
  logger.info(`Setting up TensorFlow ${TENSORFLOW_VERSION} (${packages.flavour}) in ${folder}`);
  await removeLeftovers(folder);
  await requireSpace(path.dirname(folder), neededBytes(packages));
  const partial = `${folder}.partial-${process.pid}`;
  let manifest: Manifest;
  try {
    await mkdir(partial);
    await fetchWheels(partial, options);
    logger.info('Compiling the binding (about 10 s)');
    await compileAddons(partial, options);
    await tryLoading(partial, options);
    manifest = await writeManifest(partial, packages);
    // A folder without a valid manifest may stand in the way: damaged, or of an older lora-gate.
    await rm(folder, { recursive: true, force: true });
    await rename(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    throw error;
  }
  logger.info(`TensorFlow is ready after ${((Date.now() - started) / 1000).toFixed(0)} s`);
  return located(folder, manifest, false);
}

function located(folder: string, manifest: Manifest, reused: boolean): Provisioned {
  return {
    folder,
    binding: path.join(folder, manifest.binding),
    quietLoad: path.join(folder, manifest.quiet_load),
    fusedOps: path.join(folder, manifest.fused_ops),
    library: path.join(folder, manifest.library),
    reused,
  };
}

/** Under the lock nobody else builds here: a partial folder is what a killed process left. */
async function removeLeftovers(folder: string): Promise<void> {
  const parent = path.dirname(folder);
  const stale = (await readdir(parent)).filter((name) =>
    name.startsWith(`${path.basename(folder)}.partial-`),
  );
  for (const name of stale) await rm(path.join(parent, name), { recursive: true, force: true });
}

async function fetchWheels(partial: string, { packages, env, logger, signal }: BuildOptions): Promise<void> {
  const wheels = path.join(partial, 'wheels');
  await mkdir(wheels);
  const total = packages.wheels.reduce((sum, wheel) => sum + wheel.bytes, 0);
  const progress = logger.progress('Downloading TensorFlow', { total, unit: 'B' });
  let before = 0;
  try {
    for (const wheel of packages.wheels) {
      const name = wheel.file.split('-', 1)[0] ?? wheel.file;
      const onBytes = (bytes: number) => progress.update(before + bytes, name);
      const file = await downloadWheel(wheel, wheels, { env, signal, onBytes });
      before += wheel.bytes;
      progress.update(before, `unpacking ${name}`);
      await unpackWheel(file, partial, { signal });
      await rm(file);
    }
    progress.update(total, '');
  } finally {
    progress.stop();
  }
  await rm(wheels, { recursive: true });
}

/** Loads the binding in a process of its own, so that a library that does not fit is found before it is kept. */
async function tryLoading(partial: string, { env, signal }: BuildOptions): Promise<void> {
  const script =
    'require(process.argv[1]).load(process.argv[2]); require(process.argv[3]); require(process.argv[4])';
  const args = [QUIET_LOAD_FILE, LIBRARY, BINDING_FILE, FUSED_OPS_FILE].map((name) =>
    path.join(partial, name),
  );
  const result = await runProgram(process.execPath, ['-e', script, ...args], {
    env: { ...env, TF_CPP_MIN_LOG_LEVEL: '3' },
    signal,
    timeoutSeconds: 300,
  });
  if (result.ok) return;
  const lines = result.output.split('\n');
  const telling = lines.filter((line) => /Error|cannot|undefined|GLIBC/i.test(line));
  throw new UserError('runtime-broken', 'TensorFlow was set up, but cannot be loaded', {
    problems: (telling.length > 0 ? telling : lines).slice(0, 8),
    hint: 'glibc 2.27 or newer and a processor with AVX are needed',
  });
}

async function writeManifest(partial: string, packages: PackageSet): Promise<Manifest> {
  const entries = await readdir(partial, { recursive: true, withFileTypes: true });
  const files: Record<string, number> = {};
  for (const entry of entries) {
    const file = path.join(entry.parentPath, entry.name);
    // Headers are of use only while compiling: their loss would not make the folder unusable.
    if (entry.isFile() && !entry.name.endsWith('.h'))
      files[path.relative(partial, file)] = (await stat(file)).size;
  }
  const manifest: Manifest = {
    schema: 1,
    tensorflow: TENSORFLOW_VERSION,
    flavour: packages.flavour,
    binding: BINDING_FILE,
    quiet_load: QUIET_LOAD_FILE,
    fused_ops: FUSED_OPS_FILE,
    library: LIBRARY,
    files,
  };
  await writeFile(path.join(partial, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}
