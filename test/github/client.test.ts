import { inspect } from 'node:util';
import type { Context } from 'probot';
import { expect, test } from 'vitest';
import { explainApiError } from '../../src/github/api-error.ts';
import { createGithubClient, type GithubClient } from '../../src/github/client.ts';
import { type Logger, silentLogger } from '../../src/log.ts';
import { clientOf, failureOf, REPOSITORY, startDesk, TOKEN } from './fixtures.ts';
import type { How } from './stand-in-failures.ts';

const read = (client: GithubClient) => client.rest.pulls.get({ ...REPOSITORY, pull_number: 7 });
const comment = (client: GithubClient) =>
  client.rest.issues.createComment({ ...REPOSITORY, issue_number: 7, body: 'hello' });

test('what is safe to repeat is repeated until it works', async () => {
  for (const how of ['server-error', 'unavailable', 'cut-before', 'cut-after', 'cut-body'] as How[]) {
    const { github, client } = await startDesk();
    github.fail({ how, times: 2 });
    expect((await read(client)).data.number).toBe(7);
    expect(github.requests).toHaveLength(3);
    await github.close();
  }
});

test('rate limits are waited for, and a POST that was refused by one is sent again', async () => {
  for (const how of ['too-many-requests', 'secondary-rate-limit'] as How[]) {
    const { github, client } = await startDesk();
    github.fail({ how, times: 2, seconds: 60 });
    await comment(client);
    expect(github.requests.map(({ status }) => status >= 400)).toEqual([true, true, false]);
    await github.close();
  }
});

test('a POST whose answer may be all that was lost is not repeated', async () => {
  for (const how of ['cut-before', 'cut-after', 'server-error', 'unavailable'] as How[]) {
    const { github, client } = await startDesk();
    github.fail({ how });
    await failureOf(comment(client));
    expect(github.requests).toHaveLength(1);
    await github.close();
  }
});

test('tries end, and a wait of more than two minutes is an error', async () => {
  for (const [how, seconds, requests] of [
    ['too-many-requests', 1, 4],
    ['secondary-rate-limit', 1, 4],
    ['server-error', 1, 4],
    ['too-many-requests', 121, 1],
    ['secondary-rate-limit', 121, 1],
    ['primary-rate-limit', 1000, 1],
  ] as const) {
    const { github, client } = await startDesk();
    github.fail({ how, seconds, times: 100 });
    await failureOf(read(client));
    expect([how, seconds, github.requests.length]).toEqual([how, seconds, requests]);
    await github.close();
  }
});

test('a request that is never answered ends, and so does one that is cancelled', async () => {
  const { github } = await startDesk();
  github.fail({ how: 'never', times: 100 });
  const late = await failureOf(read(clientOf(github.url, { timeoutMilliseconds: 50 })));
  expect(explainApiError(late, { what: 'read it' })).toMatchObject({ code: 'github-network' });
  const stop = new AbortController();
  const cancelled = failureOf(read(clientOf(github.url, { signal: stop.signal })));
  stop.abort();
  expect(await cancelled).toMatchObject({ name: 'AbortError' });
  expect(await failureOf(read(clientOf(github.url, { signal: stop.signal })))).toMatchObject({
    name: 'AbortError',
  });
  await github.close();
});

test('a wait for a rate limit ends when the work is cancelled', async () => {
  const { github } = await startDesk();
  const stop = new AbortController();
  const logger: Logger = { ...silentLogger, warn: () => stop.abort() };
  github.fail({ how: 'secondary-rate-limit', seconds: 100 });
  const client = clientOf(github.url, { signal: stop.signal, secondMilliseconds: 1000, logger });
  expect(await failureOf(read(client))).toMatchObject({ name: 'AbortError' });
  await github.close();
});

test('no error and no log line holds the token', async () => {
  const { github } = await startDesk();
  const lines: string[] = [];
  const note = (line: string) => lines.push(line);
  const logger: Logger = { ...silentLogger, debug: note, info: note, warn: note, error: note };
  for (const how of [
    'forbidden',
    'bad-credentials',
    'server-error',
    'cut-before',
    'secondary-rate-limit',
  ] as How[]) {
    github.fail({ how, times: 4 });
    const failure = await failureOf(read(clientOf(github.url, { logger })));
    lines.push(
      inspect(failure, { depth: 20 }),
      inspect(explainApiError(failure, { what: 'read it' }), { depth: 20 }),
    );
  }
  expect(lines.join('\n')).not.toContain(TOKEN);
  expect(() => createGithubClient({ token: ' ', apiUrl: github.url, logger })).toThrow('no token');
  await github.close();
});

test('each failure has a code of its own and says what to do', async () => {
  for (const [how, code, hint] of [
    ['forbidden', 'github-permission', /fork/],
    ['bad-credentials', 'github-permission', /token that is valid/],
    ['not-found', 'github-not-found', /checks: write/],
    ['invalid', 'github-refused', /answer says/],
    ['too-many-requests', 'github-rate-limit', /after 500 seconds/],
    ['secondary-rate-limit', 'github-rate-limit', /after 500 seconds/],
    ['primary-rate-limit', 'github-rate-limit', /after 20\d\d-/],
    ['server-error', 'github-server', /run it again/],
    ['cut-before', 'github-network', /connection/],
  ] as const) {
    const { github, client } = await startDesk();
    github.fail({ how, seconds: 500, times: 100 });
    const explained = explainApiError(await failureOf(read(client)), {
      what: 'do it',
      permission: 'checks: write',
    });
    expect(explained).toMatchObject({
      code,
      message: expect.stringContaining('could not do it: '),
      hint: expect.stringMatching(hint),
      problems: how === 'forbidden' ? ['permissions:', '  checks: write'] : [],
    });
    await github.close();
  }
});

test('the permission is taken from GitHub’s answer where nobody names one, and other errors stay what they are', async () => {
  const { github, client } = await startDesk({ permissions: {} });
  expect(explainApiError(await failureOf(comment(client)), { what: 'do it' })).toMatchObject({
    problems: ['permissions:', '  issues: write'],
  });
  const check = { ...REPOSITORY, name: 'gate', head_sha: 'a'.repeat(40) };
  const person = await failureOf(clientOf(github.url, { token: 'person' }).rest.checks.create(check));
  expect(explainApiError(person, { what: 'do it' })).toMatchObject({
    message: expect.stringContaining('only Apps'),
  });
  const other = new TypeError('ours');
  expect(explainApiError(other, { what: 'do it' })).toBe(other);
  await github.close();
});

test('Probot’s client can be passed in the place of ours', () => {
  const accepted = (octokit: Context['octokit']): GithubClient => octokit;
  expect(accepted).toBeTypeOf('function');
});
