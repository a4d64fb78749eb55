/**
 * The workflow that `lora-gate init` writes, run as it is by act: plan, train and report as jobs of their own, the built Action in
 * each, artifacts between them, and a GitHub on loopback that shows what people would see.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_ACTION } from '../../src/commands/init/pinned-actions.ts';
import { workflowText } from '../../src/commands/init/workflow.ts';
import { makeChatModel } from '../e2e/chat-model.ts';
import { configText } from '../e2e/gate.ts';
import { houseRows, jsonLines } from '../e2e/harbour-rows.ts';
import { createRepository, type TestRepository } from '../e2e/repository.ts';
import { type Github, startGithub } from '../github/stand-in.ts';
import { type Act, prepareAct } from './act.ts';

const TOKEN = 'ghs_actions';
const PULL = 7;

let folder: string;
let repository: TestRepository;
let github: Github;
let act: Act;
let base: string;
/** More rows, a text that nothing is trained on, and a row that cannot be read. */
let heads: { better: string; unrelated: string; broken: string };

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-act-'));
  repository = await createRepository();
  base = await repository.commit({
    'lora-gate.yml': configText({ model: await makeChatModel(path.join(folder, 'model')) }),
    'data/train.jsonl': jsonLines(houseRows(0, 16)),
    'data/test.jsonl': jsonLines(houseRows(100, 140)),
    '.github/workflows/lora-gate.yml': workflowText({
      ...{ branch: 'main', runsOn: ['self-hosted', 'gpu'], action: DEFAULT_ACTION },
      ...{ timeoutMinutes: 60, singleJob: false, app: false },
    }),
  });
  heads = {
    better: await repository.commit({ 'data/train.jsonl': jsonLines(houseRows(0, 32)) }, base),
    unrelated: await repository.commit({ 'notes.md': 'nothing to train on\n' }, base),
    broken: await repository.commit({ 'data/train.jsonl': '{"messages": "none"}\n' }, base),
  };
  for (const [name, sha] of Object.entries(heads)) await repository.git('branch', name, sha);
  await repository.git('remote', 'add', 'origin', 'https://github.com/team/desk.git');
  github = await startGithub({
    token: TOKEN,
    login: 'github-actions[bot]',
    repo: 'team/desk',
    pulls: [
      { number: PULL, head: { sha: heads.better }, author: 'ann', files: [{ filename: 'data/train.jsonl' }] },
    ],
  });
  act = await prepareAct({ folder, repository: repository.folder, github, token: TOKEN });
});

afterAll(async () => {
  await github?.close();
  for (const made of [folder, repository?.folder]) if (made) await rm(made, { recursive: true, force: true });
});

const about = { full_name: 'team/desk', name: 'desk', owner: { login: 'team' }, default_branch: 'main' };

/** A push to the pull request, as GitHub tells it. */
function pushed(sha: string, from = 'team/desk'): object {
  github.push(PULL, sha);
  const pull_request = {
    ...{ number: PULL, draft: false, user: { login: 'ann' } },
    ...{ head: { ref: 'change', sha, repo: { full_name: from } }, base: { ref: 'main', sha: base } },
  };
  return { action: 'synchronize', number: PULL, repository: about, pull_request };
}

const shownOf = (sha: string) => ({
  checks: github.state.checks
    .filter(({ head_sha }) => head_sha === sha)
    .map(({ name, status, conclusion }) => ({ name, status, conclusion })),
  comments: github.state.comments.map(({ body }) => body.split('\n', 1)[0]),
});

it('plans, evaluates and reports, each in a job of its own', { timeout: 180_000 }, async () => {
  const { jobs, log } = await act.run('pull_request', pushed(heads.better));
  expect(jobs, log).toEqual({ plan: 'succeeded', evaluate: 'succeeded', report: 'succeeded' });
  expect(shownOf(heads.better)).toEqual({
    checks: [{ name: 'lora-gate', status: 'completed', conclusion: 'success' }],
    comments: [expect.stringMatching(/^### ✅ lora-gate: pass — perplexity .* → head /)],
  });
  // One check and one comment all the way; the plan has opened both before anything was trained.
  const writes = github.requests.filter(({ method }) => method !== 'GET');
  expect(writes.map(({ method, path: of }) => `${method} ${of.split('/')[4]}`)).toEqual([
    ...['POST check-runs', 'POST issues', 'PATCH check-runs', 'PATCH issues'],
  ]);
  expect(writes[0]?.body).toMatchObject({ name: 'lora-gate', status: 'in_progress' });
});

it('says that nothing is affected without a job on the machine with the GPU', async () => {
  const { jobs, log } = await act.run('pull_request', pushed(heads.unrelated));
  expect(jobs, log).toEqual({ plan: 'succeeded' });
  expect(shownOf(heads.unrelated)).toEqual({
    checks: [{ name: 'lora-gate', status: 'completed', conclusion: 'success' }],
    comments: [expect.stringContaining('not affected')],
  });
});

it('completes the check with the reason when the training job fails', async () => {
  const { jobs, log } = await act.run('pull_request', pushed(heads.broken));
  expect(jobs, log).toEqual({ plan: 'succeeded', evaluate: 'failed', report: 'failed' });
  expect(shownOf(heads.broken)).toEqual({
    checks: [{ name: 'lora-gate', status: 'completed', conclusion: 'failure' }],
    comments: [expect.stringContaining('no verdict, blocks the merge')],
  });
  expect(github.state.comments[0]?.body).toContain('data/train.jsonl:1');
});

it('keeps a fork from the machine with the GPU until somebody has approved its commit', async () => {
  const { jobs, log } = await act.run('pull_request', pushed(heads.broken, 'eve/desk'));
  expect(jobs, log).toEqual({ plan: 'failed' });
  expect(github.state.comments[0]?.body).toContain(`/lora-gate run ${heads.broken}`);
});

it('leaves check and comment to the app that dispatched it', async () => {
  const before = github.requests.length;
  github.push(PULL, heads.broken);
  const inputs = { pr: String(PULL), head_sha: heads.broken, check_run_id: '77' };
  const { jobs, log } = await act.run('workflow_dispatch', {
    inputs,
    ref: 'refs/heads/main',
    repository: about,
  });
  expect(jobs, log).toEqual({ evaluate: 'failed' });
  expect(github.requests.slice(before).filter(({ method }) => method !== 'GET')).toEqual([]);
});

it('trains a push to the default branch for the next baseline, and reports nowhere', async () => {
  const before = github.requests.length;
  const payload = { ref: 'refs/heads/main', before: base, after: heads.unrelated, repository: about };
  const { jobs, log } = await act.run('push', payload);
  expect(jobs, log).toEqual({ evaluate: 'succeeded' });
  expect(github.requests.slice(before)).toEqual([]);
});
