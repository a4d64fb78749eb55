/**
 * The command line as a process of its own, as people start it; and a cache folder that nobody else writes to. LORA_GATE_TEST_CLI
 * names another entry than the sources, such as `dist/cli/index.js`, which starts in a fraction of the time.
 */

import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { defaultCacheDir } from '../../src/runtime/cache.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLI = path.resolve(ROOT, process.env.LORA_GATE_TEST_CLI ?? 'src/cli.ts');
const LOADER = CLI.endsWith('.ts') ? ['--import', import.meta.resolve('tsx')] : [];

export interface Ended {
  exitCode: number | undefined;
  stdout: string;
  stderr: string;
}

export interface CliOptions {
  cwd?: string;
  /** Runs before the program, in its process. */
  preload?: string;
}

/** The words of a command line that starts the program. */
export const cliCommand = (args: readonly string[]) => ['node', ...LOADER, CLI, ...args];

/** Starts the program; the promise gives what it printed, whatever the exit code. */
export function startCli(args: readonly string[], { cwd, preload }: CliOptions = {}) {
  const preloads =
    preload === undefined ? [] : ['--import', `data:text/javascript,${encodeURIComponent(preload)}`];
  return execa('node', [...LOADER, ...preloads, CLI, ...args], {
    reject: false,
    stdin: 'ignore',
    ...(cwd !== undefined && { cwd }),
    env: { COLUMNS: '100', NO_COLOR: '1' },
  });
}

export async function cli(args: readonly string[], options: CliOptions = {}): Promise<Ended> {
  const { exitCode, stdout, stderr } = await startCli(args, options);
  return { exitCode, stdout, stderr };
}

export interface Workspace {
  folder: string;
  /** A cache folder with the provisioned runtime in it and nothing else. */
  cache: string;
  remove(): Promise<void>;
}

export async function makeWorkspace(): Promise<Workspace> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-commands-'));
  const cache = path.join(folder, 'cache');
  await mkdir(cache);
  await symlink(path.join(defaultCacheDir(process.env), 'runtime'), path.join(cache, 'runtime'));
  return { folder, cache, remove: () => rm(folder, { recursive: true, force: true }) };
}
