/**
 * The GitHub Action: the runner's environment in, exit code out. The only reader of the process environment and caller of
 * process.exit on this way in. One file is both steps: the runner starts it again after the job, for the post step.
 */

import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import * as core from '@actions/core';
import { context } from '@actions/github';
import { secretsOf, splitEnvironment } from './action/environment.ts';
import { inWords } from './action/exit.ts';
import { INPUT_NAMES, parseInputs } from './action/inputs.ts';
import type { Job } from './action/job.ts';
import { runPost } from './action/post.ts';
import { runAction } from './action/run-action.ts';
import { STATE_CHECK } from './action/run-state.ts';
import { cacheAccessOf } from './adapter/store/cache-service.ts';
import { programVersion } from './assets.ts';
import { messageOf, UserError } from './errors.ts';
import { createGithubClient } from './github/client.ts';
import { createTerminalLogger } from './log.ts';
import { githubSource } from './report/result-source.ts';
import { defaultCacheDir } from './runtime/cache.ts';
import { launchVariables } from './train/accelerate/machines.ts';

const version = programVersion();

const STATE_MAIN = 'lora-gate-main';

const { kept, taken } = splitEnvironment(process.env);
const inputText = Object.fromEntries(INPUT_NAMES.map((name) => [name, core.getInput(name)]));
for (const secret of new Set([inputText['github-token'] ?? '', ...secretsOf(taken)])) {
  if (secret !== '') core.setSecret(secret);
}
for (const name of Object.keys(taken)) delete process.env[name];

const interruption = new AbortController();
const stop = (reason: UserError) => interruption.abort(reason);

for (const name of ['SIGINT', 'SIGTERM'] as const) {
  // The runner sends both, some seconds apart; the first is enough.
  process.on(name, () => stop(new UserError('interrupted', 'the job was cancelled')));
}

function makeJob(): Job {
  const inputs = parseInputs((name) => inputText[name] ?? '');
  const logger = createTerminalLogger({ stream: process.stdout, verbose: core.isDebug() });
  const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
  const serverUrl = context.serverUrl;
  return {
    inputs,
    event: { name: context.eventName, payload: context.payload },
    repository: context.repo,
    serverUrl,
    runId: context.runId,
    runAttempt: context.runAttempt,
    workspace,
    env: {
      cacheDir: defaultCacheDir(process.env),
      hfToken: taken.HF_TOKEN,
      hfHome: kept.HF_HOME,
      cudaVisibleDevices: kept.CUDA_VISIBLE_DEVICES,
      launchVariables: launchVariables(kept),
      opikApiKey: taken.OPIK_API_KEY,
      opikUrl: taken.OPIK_URL_OVERRIDE,
      opikWorkspace: taken.OPIK_WORKSPACE,
      judgeKey: (variable) => taken[variable],
      store: kept.LORA_GATE_STORE,
      variable: (name) => taken[name] ?? kept[name],
      actionsCache: cacheAccessOf(kept),
      source: githubSource({
        server: serverUrl,
        repository: process.env.GITHUB_REPOSITORY,
        ref: process.env.GITHUB_REF,
        baseRef: process.env.GITHUB_BASE_REF,
      }),
      version,
    },
    logger,
    signal: interruption.signal,
    github: (signal) =>
      createGithubClient({
        token: inputs.githubToken,
        apiUrl: context.apiUrl,
        logger,
        ...(signal && { signal }),
        userAgent: `lora-gate/${version}`,
      }),
    async artifacts() {
      if (!process.env.ACTIONS_RUNTIME_TOKEN || !process.env.ACTIONS_RESULTS_URL) return null;
      const { DefaultArtifactClient } = await import('@actions/artifact');
      return new DefaultArtifactClient();
    },
    setOutput: (name, value) => core.setOutput(name, value),
    async summarize(markdown) {
      const file = process.env.GITHUB_STEP_SUMMARY;
      if (file) await appendFile(file, `${markdown}\n`);
    },
    saveState: (name, value) => core.saveState(name, value),
  };
}

/** While text of a pull request may be printed, lines that look like commands to the runner are none. */
async function withoutCommands<T>(work: () => Promise<T>): Promise<T> {
  const token = randomUUID();
  process.stdout.write(`::stop-commands::${token}\n`);
  try {
    return await work();
  } finally {
    process.stdout.write(`\n::${token}::\n`);
  }
}

async function main(): Promise<number> {
  core.saveState(STATE_MAIN, 'true');
  const job = makeJob();
  const { timeoutMinutes } = job.inputs;
  const timer =
    timeoutMinutes > 0
      ? setTimeout(() => {
          const hint =
            'Raise `timeout-minutes` of the step, or train less; run it again to go on from the last checkpoint.';
          stop(new UserError('out-of-time', `not done within ${timeoutMinutes} minutes`, { hint }));
        }, timeoutMinutes * 60_000)
      : undefined;
  try {
    return await withoutCommands(() => runAction(job));
  } finally {
    clearTimeout(timer);
  }
}

async function post(): Promise<number> {
  const job = makeJob();
  await withoutCommands(() => runPost(job, core.getState(STATE_CHECK)));
  return 0;
}

let exitCode: number;
try {
  exitCode = await (core.getState(STATE_MAIN) === '' ? main() : post());
} catch (thrown) {
  process.stdout.write(`${inWords(thrown)}\n`);
  core.error(messageOf(thrown));
  exitCode = thrown instanceof UserError ? 2 : 70;
}
if (exitCode !== 0)
  core.error(`lora-gate: exit code ${exitCode}; ${path.basename(import.meta.url)} ${version}`);
process.exit(exitCode);
