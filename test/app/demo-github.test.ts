/** The demo's GitHub holds what the app's own readers need: an archive, pages, signatures, a run from dispatch to artifact. */

import { verify } from '@octokit/webhooks-methods';
import { expect, test } from 'vitest';
import { type DemoDelivery, signedDelivery, startDemoGithub } from '../../src/app/demo/github.ts';
import { createRunner } from '../../src/app/demo/runner.ts';
import { addComment, addPull, createDemoState, type DemoState } from '../../src/app/demo/state.ts';
import { zipOf } from '../../src/app/demo/zip.ts';
import { createGithubClient } from '../../src/github/client.ts';
import { readCarried, readResultArtifact } from '../../src/github/result-artifact.ts';
import { silentLogger } from '../../src/log.ts';
import { BASE_SHA, exampleResult, exampleSection, HEAD_SHA } from '../report/example-result.ts';

const result = () => JSON.stringify(exampleResult([exampleSection()]));

function seeded(installation = 1, owner = 'harbor'): DemoState {
  const state = createDemoState({
    ...{ owner, repo: 'desk', appId: 1, slug: 'lora-gate', installation, mainSha: BASE_SHA },
    ...{ files: { 'lora-gate.yml': 'version: 1\n' }, collaborators: { mia: 'maintain' } },
  });
  const head = { headSha: HEAD_SHA, headRef: 'change', baseSha: BASE_SHA };
  addPull(state, { number: 1, title: 'Change', author: 'ann', files: ['a.jsonl'], open: true, ...head });
  return state;
}

const clientOf = (url: string, installation = 1) =>
  createGithubClient({ token: `ghs_demo_${installation}`, apiUrl: url, logger: silentLogger });

test('an archive of it is read by the reader of artifacts', async () => {
  const { result: read } = await readCarried(
    zipOf({ 'other.txt': 'ü'.repeat(1000), 'result.json': result() }),
    'x',
  );
  expect(read?.head.sha).toBe(HEAD_SHA);
});

test('a dispatched run tells each step and ends with an artifact for its head', async () => {
  const told: DemoDelivery[] = [];
  const state = seeded();
  const runner = createRunner({
    deliver: async (_, delivery) => void told.push(structuredClone(delivery)),
    resultOf: result,
    pause: async () => {},
  });
  let ended: Promise<void> = Promise.resolve();
  await using github = await startDemoGithub({
    states: [state],
    onDispatch: (of, inputs) => {
      ended = runner(of, inputs);
    },
  });
  const { rest } = clientOf(github.url);
  const place = { owner: 'harbor', repo: 'desk' };
  const inputs = { pr: '1', head_sha: HEAD_SHA, check_run_id: '77' };
  await rest.actions.createWorkflowDispatch({ ...place, workflow_id: 'lora-gate.yml', ref: 'main', inputs });
  await ended;
  expect(told.map(({ payload }) => payload.action)).toEqual(['requested', 'in_progress', 'completed']);
  const { data } = await rest.actions.listWorkflowRuns({ ...place, workflow_id: 'lora-gate.yml' });
  expect(data.workflow_runs[0]).toMatchObject({ display_title: 'lora-gate #1 77', conclusion: 'success' });
  const runId = data.workflow_runs[0]?.id as number;
  const asked = { runId, name: 'lora-gate', headSha: HEAD_SHA, baseRef: 'main' };
  const carried = await readResultArtifact(clientOf(github.url), place, asked);
  expect(carried.result?.head.sha).toBe(HEAD_SHA);
  expect(github.unknown).toEqual([]);
});

test('lists come in pages, repositories apart, and what it does not know is named', async () => {
  const [first, second] = [seeded(1), seeded(2, 'other')];
  for (let i = 0; i < 250; i++) addComment(first, 1, 'ann', `comment ${i}`);
  await using github = await startDemoGithub({ states: [first, second], onDispatch: () => {} });
  const client = clientOf(github.url, 2);
  const listed = await client.paginate(client.rest.issues.listComments, {
    ...{ owner: 'harbor', repo: 'desk', issue_number: 1, per_page: 100 },
  });
  expect(listed.map(({ body }) => body)).toEqual(Array.from({ length: 250 }, (_, i) => `comment ${i}`));
  const { data } = await client.rest.apps.listReposAccessibleToInstallation();
  expect(data.repositories.map((one) => one.full_name)).toEqual(['other/desk']);
  await client.rest.repos.listTags({ owner: 'harbor', repo: 'desk' }).catch(() => {});
  expect(github.unknown).toEqual(['GET /repos/harbor/desk/tags']);
});

test('its deliveries are signed as GitHub signs', async () => {
  const state = seeded();
  const { body, headers } = signedDelivery(state, 'a secret', {
    id: 'x',
    event: 'push',
    payload: { action: 'a' },
  });
  expect(await verify('a secret', body, headers['x-hub-signature-256'] as string)).toBe(true);
  expect(await verify('another', body, headers['x-hub-signature-256'] as string)).toBe(false);
  expect(JSON.parse(body)).toMatchObject({
    installation: { id: 1 },
    repository: { full_name: 'harbor/desk' },
  });
});
