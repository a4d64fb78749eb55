/** What the doctor says of a repository, against an HTTP server on this machine that answers as GitHub does. */

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createGithubClient } from '../../src/github/client.ts';
import { diagnoseRepository, type Requester } from '../../src/github/repository-checks.ts';
import { silentLogger } from '../../src/log.ts';
import type { Diagnosis } from '../../src/runtime/diagnosis.ts';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

type Answers = Record<string, unknown>;

const REPO = '/repos/team/desk';
const runner = (status: string, ...labels: string[]) => ({
  status,
  labels: labels.map((name) => ({ name })),
});
const requires = (check: object) => [
  { type: 'required_status_checks', parameters: { required_status_checks: [check] } },
];

/** Everything as it should be. */
const GOOD: Answers = {
  [REPO]: { default_branch: 'main', permissions: { admin: false, push: true, pull: true } },
  [`${REPO}/actions/permissions`]: { enabled: true, allowed_actions: 'all' },
  [`${REPO}/actions/runners`]: { total_count: 1, runners: [runner('online', 'self-hosted', 'Linux', 'GPU')] },
  [`${REPO}/rules/branches/main`]: requires({ context: 'lora-gate', integration_id: 15368 }),
  [`${REPO}/branches/main`]: { protection: {} },
};

/** A number is a status; a function gets the page. */
async function github(answers: Answers, headers: Readonly<Record<string, string>> = {}) {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://github');
    seen.push(`${request.method} ${pathname} ${request.headers.authorization ?? ''}`);
    const given = answers[pathname] ?? 404;
    const answer = typeof given === 'function' ? given(Number(searchParams.get('page'))) : given;
    response.statusCode = typeof answer === 'number' ? answer : 200;
    response.setHeader('Content-Type', 'application/json');
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(JSON.stringify(typeof answer === 'number' ? { message: 'refused' } : answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = createGithubClient({ token: 'a-token', apiUrl, logger: silentLogger }) as Requester;
  const diagnose = (runsOn: string[] | undefined = ['self-hosted', 'gpu']) =>
    diagnoseRepository({ client, owner: 'team', repo: 'desk', runsOn });
  return { diagnose, seen };
}

const line = (lines: readonly Diagnosis[], name: string) => lines.find((each) => each.name === name);

describe('diagnoseRepository', () => {
  it('finds nothing wrong where nothing is, and only reads', async () => {
    const { diagnose, seen } = await github(GOOD);
    const lines = await diagnose();
    expect(lines.map(({ name, ok }) => [name, ok])).toEqual([
      ['repository', true],
      ['Actions', true],
      ['runners', true],
      ['required check', true],
    ]);
    expect(seen.every((request) => /^GET .* token a-token$/.test(request))).toBe(true);
  });

  it.each([
    [401, 'refuses the token'],
    [404, 'may not see it'],
    [500, 'team/desk'],
  ])('stops at a repository that answers %i', async (status, found) => {
    const lines = await (await github({ ...GOOD, [REPO]: status })).diagnose();
    expect(lines).toEqual([
      { name: 'repository', ok: false, found: expect.stringContaining(found), fix: expect.any(String) },
    ]);
    expect(JSON.stringify(lines)).not.toContain('a-token');
  });

  it.each([
    ['repo, workflow', true, 'classic, with repo, workflow'],
    ['', 'warn', 'classic, with no scopes'],
    ['public_repo', 'warn', 'classic, with public_repo'],
  ])('tells what the scopes %j of a classic token are good for', async (scopes, ok, found) => {
    const { diagnose } = await github(GOOD, { 'X-OAuth-Scopes': scopes });
    expect(line(await diagnose(), 'token')).toMatchObject({ ok, found });
  });

  it('names the permission that GitHub names with a refusal', async () => {
    const refuses = { ...GOOD, [`${REPO}/actions/runners`]: 403 };
    const accepted = { 'X-Accepted-GitHub-Permissions': 'administration=read' };
    expect(line(await (await github(refuses, accepted)).diagnose(), 'runners')).toMatchObject({
      ok: 'warn',
      fix: 'use a token with administration: read for this check',
    });
  });

  it('looks for a runner with all labels on all pages, whatever their case', async () => {
    const pages = (page: number) => ({
      total_count: 101,
      runners:
        page === 1
          ? Array.from({ length: 100 }, () => runner('online', 'self-hosted'))
          : [runner('online', 'Self-Hosted', 'gpu')],
    });
    const { diagnose } = await github({ ...GOOD, [`${REPO}/actions/runners`]: pages });
    expect(line(await diagnose(), 'runners')).toMatchObject({
      ok: true,
      found: '1 online with self-hosted, gpu',
    });
  });

  it.each([
    [[runner('offline', 'self-hosted', 'gpu')], false, 'none online'],
    [[runner('online', 'self-hosted')], 'warn', 'none of the 1 of this repository has self-hosted, gpu'],
  ])('says when no runner would take the job', async (runners, ok, found) => {
    const answers = { ...GOOD, [`${REPO}/actions/runners`]: { total_count: 1, runners } };
    const got = line(await (await github(answers)).diagnose(), 'runners');
    expect(got).toMatchObject({ ok, found: expect.stringContaining(found), fix: expect.any(String) });
  });

  it('asks for no runners where GitHub hosts them', async () => {
    const { diagnose, seen } = await github(GOOD);
    expect(line(await diagnose(['ubuntu-latest']), 'runners')?.ok).toBe(true);
    expect(seen.join()).not.toContain('/runners');
  });

  it('says which right is missing where the token may not look', async () => {
    const answers = { ...GOOD, [`${REPO}/actions/permissions`]: 403, [`${REPO}/actions/runners`]: 403 };
    const lines = await (await github(answers)).diagnose();
    for (const name of ['Actions', 'runners']) {
      expect(line(lines, name)).toMatchObject({
        ok: 'warn',
        fix: 'use a token with Administration: read for this check',
      });
    }
  });

  it.each([
    [{ enabled: false }, 'switched off'],
    [{ enabled: true, allowed_actions: 'local_only' }, 'only actions of the repository itself are allowed'],
  ])('fails where the action may not run: %j', async (permissions, found) => {
    const answers = { ...GOOD, [`${REPO}/actions/permissions`]: permissions };
    expect(line(await (await github(answers)).diagnose(), 'Actions')).toMatchObject({ ok: false, found });
  });

  it('says how to require the check, and sees it in rulesets and in branch protection', async () => {
    const rules = `${REPO}/rules/branches/main`;
    const none = line(await (await github({ ...GOOD, [rules]: [] })).diagnose(), 'required check');
    expect(none).toMatchObject({ ok: 'warn', fix: expect.stringContaining('Settings > Rules > Rulesets') });

    const other = { ...GOOD, [rules]: requires({ context: 'tests', integration_id: 1 }) };
    expect(line(await (await github(other)).diagnose(), 'required check')?.ok).toBe('warn');

    const checks = [{ context: 'lora-gate', app_id: 15368 }];
    const branch = { protection: { required_status_checks: { contexts: ['lora-gate'], checks } } };
    const old = { ...GOOD, [rules]: [], [`${REPO}/branches/main`]: branch };
    expect(line(await (await github(old)).diagnose(), 'required check')?.ok).toBe(true);
  });

  it('warns where any source may pass the check', async () => {
    const answers = { ...GOOD, [`${REPO}/rules/branches/main`]: requires({ context: 'lora-gate' }) };
    expect(line(await (await github(answers)).diagnose(), 'required check')).toMatchObject({
      ok: 'warn',
      found: expect.stringContaining('any source'),
    });
  });
});
