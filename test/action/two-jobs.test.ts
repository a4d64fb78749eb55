/** One job trains without rights, another publishes what it left: through the artifact service, and past artifacts that lie. */

import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { RESULT_FILE } from '../../src/github/result-artifact.ts';
import { applyWaivers } from '../../src/report/apply-waivers.ts';
import type { Result } from '../../src/report/result.ts';
import type { Github } from '../github/stand-in.ts';
import { type ArtifactService, serveArtifacts, startArtifactService } from './artifact-service.ts';
import { type Desk, event, openDesk, openGithub, pullRequestEvent, runJob, TRAIN } from './desk.ts';
import { zipOf } from './zip.ts';

// Each job is a process that loads all of the Action.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 240_000 });

let desk: Desk;
let service: ArtifactService;
/** What the job that trained found in `bad`. */
let result: Result;

beforeAll(async () => {
  desk = await openDesk();
  service = await startArtifactService();
});
afterAll(async () => {
  await service?.[Symbol.asyncDispose]();
  await desk?.close();
});

async function githubOf(head: string, repo = 'team/desk'): Promise<Github> {
  const github = await openGithub([
    {
      number: 7,
      head: { sha: head, repo },
      base: { sha: desk.base },
      author: 'ann',
      files: [{ filename: TRAIN }],
    },
  ]);
  serveArtifacts(github, service);
  return github;
}

interface Options {
  mode: 'run' | 'report';
  head?: string;
  run?: number;
  attempt?: number;
  by?: ReturnType<typeof event>;
  into?: string;
}

const job = (
  github: Github,
  { mode, head = desk.bad, run = 1000, attempt = 1, by, into = 'main' }: Options,
) =>
  runJob(desk, {
    github,
    event: by ?? pullRequestEvent({ number: 7, head, base: desk.base, into }),
    inputs: { mode },
    env: { ACTIONS_RUNTIME_TOKEN: service.tokenOf(run), ACTIONS_RESULTS_URL: service.url },
    ...{ run, attempt },
  });

const names = (run: number) =>
  service.artifacts.filter((one) => one.run === String(run)).map(({ name }) => name);

describe('a regression', () => {
  it('is found by a job that writes nothing but artifacts, also when it is run again', async () => {
    await using github = await githubOf(desk.bad);
    const first = await job(github, { mode: 'run' });
    expect(first.exitCode, first.log).toBe(1);
    const again = await job(github, { mode: 'run', attempt: 2 });
    expect(again.exitCode, again.log).toBe(1);
    expect(github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(names(1000).sort()).toEqual(['lora-gate', 'lora-gate-adapters']);
    expect(again.summary).toContain('regression');
  });

  it('is published by another job of the run, with check, comment and exit code', async () => {
    await using github = await githubOf(desk.bad);
    const step = await job(github, { mode: 'report' });
    expect(step.exitCode, step.log).toBe(1);
    expect(step.outputs).toMatchObject({ verdict: 'regression', blocked: 'true' });
    expect(github.state.checks).toHaveLength(1);
    expect(github.state.checks[0]).toMatchObject({ head_sha: desk.bad, conclusion: 'failure' });
    expect(github.state.comments[0]?.body).toContain('❌ lora-gate: regression, blocks the merge');
    expect(names(1000)).toContain('lora-gate-report');
    result = JSON.parse(await readFile(step.outputs['result-path'] ?? '', 'utf8')) as Result;
  });

  it('is published after the run as well, by workflow_run', async () => {
    await using github = await githubOf(desk.bad);
    const run = { id: 1000, head_sha: desk.bad, event: 'pull_request' };
    const by = event('workflow_run', { action: 'completed', workflow_run: run });
    const step = await job(github, { mode: 'report', run: 1001, by });
    expect(step.exitCode, step.log).toBe(1);
    expect(github.state.checks[0]).toMatchObject({ head_sha: desk.bad, conclusion: 'failure' });
  });

  it('is not published by workflow_run for a fork, whose workflow file wrote the artifact', async () => {
    await using github = await githubOf(desk.bad, 'mallory/desk');
    const run = { id: 1000, head_sha: desk.bad, event: 'pull_request' };
    const by = event('workflow_run', { action: 'completed', workflow_run: run });
    const step = await job(github, { mode: 'report', run: 1001, by });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.log).toContain('error[fork-artifact]');
    expect(github.state.checks[0]).toMatchObject({ head_sha: desk.bad, conclusion: 'failure' });
  });

  it('is published for another branch under a name that says so, and for no branch that it was not judged for', async () => {
    await using github = await githubOf(desk.bad);
    const step = await job(github, { mode: 'run', run: 5000, into: 'release' });
    expect(step.exitCode, step.log).toBe(1);
    const told = await job(github, { mode: 'report', run: 5000, into: 'release' });
    expect(told.exitCode, told.log).toBe(1);
    expect(github.state.checks.map(({ name }) => name)).toEqual(['lora-gate (into release)']);
    // Meanwhile the pull request has changed its base.
    const run = { id: 5000, head_sha: desk.bad, event: 'pull_request' };
    const by = event('workflow_run', { action: 'completed', workflow_run: run });
    const late = await job(github, { mode: 'report', run: 5001, by });
    expect(late.exitCode, late.log).toBe(2);
    expect(late.log).toContain('error[artifact-foreign]');
    expect(github.state.checks[1]).toMatchObject({ name: 'lora-gate', conclusion: 'failure' });
  });

  it('is none of a waiver that the artifact brings along', async () => {
    await using github = await githubOf(desk.bad);
    const waiver = {
      ...{ metric: 'perplexity', reason: 'says the change itself', by: 'mia', at: '2026-01-01T00:00:00Z' },
      ...{ url: 'https://github.example/comment', head_sha: desk.bad },
    };
    const waived = applyWaivers(result, [waiver]);
    expect(waived.verdict.blocked).toBe(false);
    const zip = zipOf([{ name: RESULT_FILE, content: JSON.stringify(waived) }]);
    service.artifacts.push({ id: 900, run: '2000', name: 'lora-gate', zip });
    const step = await job(github, { mode: 'report', run: 2000 });
    expect(step.exitCode, step.log).toBe(1);
    expect(github.state.checks[0]).toMatchObject({ conclusion: 'failure' });
    expect(github.state.comments[0]?.body).not.toContain('says the change itself');
  });
});

describe('a job that trains and fails', () => {
  it('has its reason on the check of the job that reports', async () => {
    const head = await desk.repository.commit({ [TRAIN]: null }, desk.base);
    await using github = await githubOf(head);
    const failed = await job(github, { mode: 'run', head, run: 3000 });
    expect(failed.exitCode, failed.log).toBe(2);
    const code = /error\[([a-z-]+)\]/.exec(failed.log)?.[1] ?? 'no code';
    const step = await job(github, { mode: 'report', head, run: 3000 });
    expect(step.exitCode, step.log).toBe(2);
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(github.state.comments[0]?.body).toContain(code);
  });
});

describe('an artifact', () => {
  it.each([
    ['that is missing', undefined, 'artifact-missing', 4001],
    [
      'about another commit',
      () => zipOf([{ name: RESULT_FILE, content: JSON.stringify(result) }]),
      'artifact-foreign',
      4002,
    ],
    ['that is no archive', () => Buffer.from('PK'), 'artifact-invalid', 4003],
  ] as const)('%s ends in a failed check with the reason', async (_, zip, code, run) => {
    const head = desk.good;
    if (zip) service.artifacts.push({ id: run, run: String(run), name: 'lora-gate', zip: zip() });
    await using github = await githubOf(head);
    const step = await job(github, { mode: 'report', head, run });
    expect(step.exitCode, step.log).toBe(2);
    expect(step.outputs).toMatchObject({ verdict: 'not_evaluated', blocked: 'true' });
    expect(github.state.checks[0]).toMatchObject({ status: 'completed', conclusion: 'failure' });
    expect(github.state.comments[0]?.body).toContain(code);
  });
});
