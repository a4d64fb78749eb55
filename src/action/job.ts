/** What the Action gets from its entry: the job it is in, parsed once, and the ways out of it. Knows no process. */

import type { ArtifactClient } from '@actions/artifact';
import type { CommandContext, Environment } from '../commands/context.ts';
import { CHECK_NAME, intoBranch } from '../github/check-name.ts';
import type { GithubClient, Repository } from '../github/client.ts';
import type { Logger } from '../log.ts';
import type { ActionInputs } from './inputs.ts';

export type OutputName =
  | 'verdict'
  | 'blocked'
  | 'result-path'
  | 'report-path'
  | 'comment-url'
  | 'check-url'
  | 'adapters-path'
  | 'matrix'
  | 'train-matrix';

export interface Job {
  inputs: ActionInputs;
  event: { name: string; payload: unknown };
  repository: Repository;
  serverUrl: string;
  runId: number;
  runAttempt: number;
  /** The checkout. */
  workspace: string;
  env: Environment;
  logger: Logger;
  /** Aborts when the job is cancelled or its time is over; the reason says which. */
  signal: AbortSignal;
  /** A client of GitHub; without a signal it outlives a cancellation. @throws UserError where there is no token */
  github(signal?: AbortSignal): GithubClient;
  /** null where the runner has no artifact service. */
  artifacts(): Promise<Pick<ArtifactClient, 'uploadArtifact' | 'deleteArtifact'> | null>;
  setOutput(name: OutputName, value: string): void;
  /** Markdown, for the page of the run. */
  summarize(markdown: string): Promise<void>;
  /** For the post step. */
  saveState(name: string, value: string): void;
}

/** For what the commands share with the Action. What is judged for one branch says so: it is published for no other. */
export function commandContext(
  { env, inputs, logger, signal }: Job,
  { baseRef }: { baseRef: string },
): CommandContext {
  return {
    env: { ...env, source: env.source && { ...env.source, base_branch: baseRef } },
    options: { runtime: inputs.runtime, requireNative: inputs.requireNative },
    logger,
    signal,
    print: () => undefined,
    setExitCode: () => undefined,
  };
}

/** One comment and one check for each configuration and choice of adapters; the check is that of one base branch, too. */
export function identityOf(
  { config, adapters }: Pick<ActionInputs, 'config' | 'adapters'>,
  { baseRef, defaultBranch }: { baseRef: string; defaultBranch: string },
): { config: string; checkName: string } {
  const chosen = adapters.length === 0 ? '' : ` [${[...adapters].sort().join(', ')}]`;
  const named = config === 'lora-gate.yml' ? '' : ` (${config})`;
  const into = intoBranch(baseRef, defaultBranch);
  const checkName = `${CHECK_NAME}${into}${named}${chosen}`.slice(0, 200);
  return { config: `${config}${chosen}`, checkName };
}
