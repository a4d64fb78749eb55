import { createSign } from 'node:crypto';
import { Octokit } from 'octokit';
import { expect, test } from 'vitest';
import { startGithub } from './stand-in.ts';

const SHA = 'a'.repeat(40);
const REPOSITORY = { owner: 'team', repo: 'desk' };

async function started() {
  const github = await startGithub({
    token: 'ghs_test',
    login: 'github-actions[bot]',
    repo: 'team/desk',
    pulls: [
      {
        number: 7,
        head: { sha: SHA },
        author: 'ann',
        labels: ['data'],
        files: [{ filename: 'data/train.jsonl' }],
      },
      { number: 8, head: { sha: 'f'.repeat(40), repo: 'eve/desk' }, base: { ref: 'next' }, draft: true },
      { number: 9, head: { sha: 'd'.repeat(40), repo: null } },
    ],
    collaborators: { mia: 'maintain' },
    app: { id: 12, slug: 'lora-gate' },
    tokens: { person: { login: 'mia' }, reader: { login: 'github-actions[bot]', permissions: {} } },
  });
  const client = (auth: string) =>
    new Octokit({ auth, baseUrl: github.url, throttle: { enabled: false }, retry: { enabled: false } });
  return { github, client, octokit: client('ghs_test') };
}

test('the stand-in answers every operation it knows as GitHub describes it', async () => {
  const { github, client, octokit } = await started();
  const { rest } = octokit;
  const { data: made } = await rest.issues.createComment({ ...REPOSITORY, issue_number: 7, body: 'hello' });
  await rest.issues.getComment({ ...REPOSITORY, comment_id: made.id });
  await rest.issues.updateComment({ ...REPOSITORY, comment_id: made.id, body: 'hello again' });
  await rest.reactions.createForIssueComment({ ...REPOSITORY, comment_id: made.id, content: 'eyes' });
  expect((await rest.issues.listComments({ ...REPOSITORY, issue_number: 7 })).data[0]?.body).toBe(
    'hello again',
  );
  await rest.issues.deleteComment({ ...REPOSITORY, comment_id: made.id });
  for (const pull_number of [7, 8, 9]) await rest.pulls.get({ ...REPOSITORY, pull_number });
  expect((await rest.pulls.listFiles({ ...REPOSITORY, pull_number: 7 })).data[0]?.filename).toBe(
    'data/train.jsonl',
  );
  expect((await rest.pulls.list(REPOSITORY)).data.map(({ number }) => number)).toEqual([7, 8, 9]);
  await rest.repos.listPullRequestsAssociatedWithCommit({ ...REPOSITORY, commit_sha: SHA });
  const { data: check } = await rest.checks.create({
    ...REPOSITORY,
    name: 'gate',
    head_sha: SHA,
    status: 'in_progress',
  });
  const annotations = [
    {
      path: 'data/train.jsonl',
      start_line: 3,
      end_line: 3,
      annotation_level: 'failure' as const,
      message: 'a secret',
    },
  ];
  await rest.checks.update({
    ...REPOSITORY,
    check_run_id: check.id,
    conclusion: 'success',
    output: { title: 'fine', summary: 'all', annotations },
  });
  const { data: all } = await rest.checks.listForRef({
    ...REPOSITORY,
    ref: SHA,
    check_name: 'gate',
    filter: 'all',
  });
  expect(all.check_runs[0]).toMatchObject({
    status: 'completed',
    conclusion: 'success',
    app: { slug: 'github-actions' },
  });
  await rest.checks.listAnnotations({ ...REPOSITORY, check_run_id: check.id });
  await rest.repos.createCommitStatus({ ...REPOSITORY, sha: SHA, state: 'success', context: 'gate' });
  await rest.repos.listCommitStatusesForRef({ ...REPOSITORY, ref: SHA });
  await rest.repos.get(REPOSITORY);
  const { data: may } = await rest.repos.getCollaboratorPermissionLevel({ ...REPOSITORY, username: 'mia' });
  expect(may).toMatchObject({ permission: 'write', role_name: 'maintain' });
  await rest.actions.createWorkflowDispatch({
    ...REPOSITORY,
    workflow_id: 'gate.yml',
    ref: 'main',
    inputs: { pr: '7' },
  });
  github.state.runs.push({
    id: 5,
    head_sha: SHA,
    head_branch: 'change-7',
    event: 'pull_request',
    status: 'completed',
    conclusion: 'success',
    run_attempt: 1,
    path: '.github/workflows/gate.yml',
  });
  await rest.actions.getWorkflowRun({ ...REPOSITORY, run_id: 5 });
  await expect(rest.users.getAuthenticated()).rejects.toMatchObject({ status: 403 });
  expect((await client('person').rest.users.getAuthenticated()).data.login).toBe('mia');
  await expect(client('nobody').rest.repos.get(REPOSITORY)).rejects.toMatchObject({ status: 401 });
  const denied = client('reader').rest.checks.create({ ...REPOSITORY, name: 'gate', head_sha: SHA });
  await expect(denied).rejects.toMatchObject({
    status: 403,
    response: { headers: { 'x-accepted-github-permissions': 'checks=write' } },
  });
  expect(github.problems).toEqual([]);
  await github.close();
});

test('an App that signs with its key gets a token of its installation', async () => {
  const { github, client } = await started();
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ iss: '12', iat: now - 60, exp: now + 500 })}`;
  const signature = createSign('sha256')
    .update(text)
    .sign(github.app?.privateKey ?? '', 'base64url');
  const asApp = client(`${text}.${signature}`);
  expect((await asApp.rest.apps.getAuthenticated()).data?.slug).toBe('lora-gate');
  const { data: installation } = await asApp.rest.apps.getRepoInstallation(REPOSITORY);
  const { data } = await asApp.rest.apps.createInstallationAccessToken({ installation_id: installation.id });
  await client(data.token).rest.issues.createComment({ ...REPOSITORY, issue_number: 7, body: 'hello' });
  expect(github.state.comments[0]?.login).toBe('lora-gate[bot]');
  await expect(client(`${text}.AAAA`).rest.apps.getAuthenticated()).rejects.toMatchObject({ status: 401 });
  await github.close();
});

test('a request that GitHub does not describe is refused, and closing says so', async () => {
  const { github, octokit } = await started();
  await expect(octokit.request('GET /repos/team/desk/nonsense')).rejects.toMatchObject({ status: 400 });
  const misspelt = { name: 'gate', head_sha: SHA, external: 'x' };
  await expect(octokit.request('POST /repos/team/desk/check-runs', misspelt)).rejects.toMatchObject({
    status: 400,
  });
  await expect(octokit.request('GET /repos/team/desk/pulls?stat=open')).rejects.toMatchObject({
    status: 400,
  });
  await expect(octokit.request('GET /repos/team/desk/pulls?state=opened')).rejects.toMatchObject({
    status: 400,
  });
  expect(github.problems).toHaveLength(4);
  await expect(github.close()).rejects.toThrow('no property external');
});
