/** The repository that the Action's tests judge changes of: a tiny model, some heads, and the job's environment around them. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { InputName } from '../../src/action/inputs.ts';
import { makeChatModel } from '../e2e/chat-model.ts';
import { configText } from '../e2e/gate.ts';
import { garbledRows, houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';
import { type Github, type GithubSeed, startGithub } from '../github/stand-in.ts';
import type { PullSeed } from '../github/stand-in-state.ts';
import { useTestRuntime } from '../helpers/runtime.ts';
import { runStep, type Step, type StepOptions } from './runner.ts';

export const TRAIN = 'data/train.jsonl';
export const TOKEN = 'ghs_token_of_the_job';
export const SLUG = 'team/desk';

export interface Desk {
  repository: TestRepository;
  /** Commits: rows added, rows garbled, nothing relevant. */
  base: string;
  good: string;
  bad: string;
  unrelated: string;
  model: string;
  /** Where all runs keep what they trained. */
  store: string;
  /** A new folder for outputs. */
  out(): string;
  close(): Promise<void>;
}

export async function openDesk(config: Partial<Parameters<typeof configText>[0]> = {}): Promise<Desk> {
  await useTestRuntime();
  const workspace = await mkdtemp(path.join(tmpdir(), 'lora-gate-action-'));
  const model = await makeChatModel(path.join(workspace, 'model'));
  const repository = await createRepository();
  const base = await repository.commit({
    'lora-gate.yml': configText({ model, ...config }),
    [TRAIN]: jsonLines(houseRows(0, 24)),
    'data/test.jsonl': jsonLines(houseRows(200, 240)),
    'notes.md': 'Harbour entries.\n',
  });
  let outs = 0;
  return {
    ...{ repository, base, model },
    good: await repository.commit({ [TRAIN]: jsonLines(houseRows(0, 48)) }, base),
    bad: await repository.commit({ [TRAIN]: jsonLines(garbledRows(0, 24)) }, base),
    unrelated: await repository.commit({ 'notes.md': 'More entries.\n' }, base),
    store: path.join(workspace, 'store'),
    out() {
      outs += 1;
      return path.join(workspace, `out-${outs}`);
    },
    async close() {
      for (const folder of [workspace, repository.folder]) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** GitHub with what the Action asks beyond the stand-in's own routes. */
export async function openGithub(pulls: PullSeed[], seed: Partial<GithubSeed> = {}): Promise<Github> {
  const github = await startGithub({
    token: TOKEN,
    login: 'github-actions[bot]',
    repo: SLUG,
    pulls,
    ...seed,
  });
  github.route('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', {
    answer: () => ({ status: 200, body: [] }),
  });
  github.route('GET /repos/{owner}/{repo}/actions/runs', {
    answer: () => ({ status: 200, body: { total_count: 0, workflow_runs: [] } }),
  });
  return github;
}

const repositoryPart = {
  full_name: SLUG,
  name: 'desk',
  owner: { login: 'team' },
  default_branch: 'main',
};

export interface PullEvent {
  number: number;
  head: string;
  base: string;
  action?: string;
  draft?: boolean;
  from?: string | null;
  /** The base branch. */
  into?: string;
}

export function pullRequestEvent({
  number,
  head,
  base,
  action,
  draft,
  from,
  into = 'main',
}: PullEvent): StepOptions['event'] {
  const repo = from === null ? null : { full_name: from ?? SLUG };
  return {
    name: 'pull_request',
    payload: {
      action: action ?? 'opened',
      pull_request: {
        number,
        draft: draft ?? false,
        user: { login: 'ann' },
        head: { sha: head, repo },
        base: { sha: base, ref: into },
      },
      repository: repositoryPart,
    },
  };
}

export const event = (name: string, payload: object): StepOptions['event'] => ({
  name,
  payload: { ...payload, repository: repositoryPart },
});

export interface JobOptions {
  github: Pick<Github, 'url'>;
  event: StepOptions['event'];
  inputs?: Partial<Record<InputName, string>>;
  env?: Record<string, string>;
  run?: number;
  attempt?: number;
}

export function stepOptions(
  desk: Desk,
  { github, event, inputs, env, run = 1000, attempt = 1 }: JobOptions,
): StepOptions {
  return {
    event,
    inputs: {
      'github-token': TOKEN,
      runtime: 'cpu',
      out: desk.out(),
      'baseline-store': desk.store,
      ...inputs,
    },
    env: {
      GITHUB_REPOSITORY: SLUG,
      GITHUB_API_URL: github.url,
      // A host that the artifact client takes for GitHub's own.
      GITHUB_SERVER_URL: 'http://github.localhost',
      GITHUB_RUN_ID: String(run),
      GITHUB_RUN_ATTEMPT: String(attempt),
      GITHUB_WORKSPACE: desk.repository.folder,
      ...env,
    },
  };
}

export async function runJob(desk: Desk, options: JobOptions): Promise<Step> {
  return runStep(stepOptions(desk, options));
}
