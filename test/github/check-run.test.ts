import { expect, test } from 'vitest';
import { cutText } from '../../src/github/check-limits.ts';
import { completeCheck, openCheck, updateCheck } from '../../src/github/check-run.ts';
import { decodeStamp, type RunStamp } from '../../src/github/run-stamp.ts';
import type { CheckAnnotation, CheckOutput } from '../../src/report/check-output.ts';
import { clientOf, HEAD, REPOSITORY, stampOf, startDesk } from './fixtures.ts';

const running = (stamp: Partial<RunStamp> = {}) => ({
  name: 'lora-gate',
  stamp: stampOf({ state: 'running', ...stamp }),
  status: 'in_progress' as const,
  output: { title: 'started', summary: 'wait' },
});

function annotations(count: number): CheckAnnotation[] {
  return Array.from({ length: count }, (_, i) => ({
    path: 'data/train.jsonl',
    start_line: i + 1,
    end_line: i + 1,
    annotation_level: 'warning',
    message: `finding ${i + 1}`,
  }));
}

const done = (stamp: Partial<RunStamp> = {}, output: Partial<CheckOutput> = {}) => ({
  name: 'lora-gate',
  stamp: stampOf(stamp),
  output: { title: 'pass', summary: 'fine', conclusion: 'success' as const, annotations: [], ...output },
});

test('a check is opened, told how far it is, and completed', async () => {
  const { github, client } = await startDesk();
  const opened = await openCheck(client, REPOSITORY, {
    ...running({ state: 'queued' }),
    status: 'queued',
    detailsUrl: 'https://ci.example/1',
  });
  expect(opened).toMatchObject({ outcome: 'created', url: expect.stringContaining('/runs/') });
  await updateCheck(client, REPOSITORY, opened.id as number, running());
  expect(github.state.checks[0]).toMatchObject({
    status: 'in_progress',
    details_url: 'https://ci.example/1',
  });
  expect(await completeCheck(client, REPOSITORY, opened.id, done())).toEqual({
    ...opened,
    outcome: 'completed',
  });
  expect(github.state.checks).toMatchObject([{ head_sha: HEAD, status: 'completed', conclusion: 'success' }]);
  expect(decodeStamp(github.state.checks[0]?.external_id)).toEqual(stampOf());
  await github.close();
});

test('opening again finds the check of the same run; another App’s check of the same name is left alone', async () => {
  const { github, client } = await startDesk({ tokens: { other: { login: 'other[bot]' } } });
  await openCheck(clientOf(github.url, { token: 'other' }), REPOSITORY, {
    ...running({ runId: 999 }),
    self: 'other[bot]',
  });
  const opened = await openCheck(client, REPOSITORY, running());
  expect(await openCheck(client, REPOSITORY, running())).toEqual({ ...opened, outcome: 'found' });
  expect(github.state.checks.map(({ app }) => app)).toEqual(['other', 'github-actions']);
  await github.close();
});

test('a lost answer leaves one check', async () => {
  for (const how of ['cut-after', 'error-after', 'cut-before'] as const) {
    const { github, client } = await startDesk();
    github.fail({ method: 'POST', path: '/check-runs', how });
    await openCheck(client, REPOSITORY, running());
    expect(github.state.checks).toHaveLength(1);
    await github.close();
  }
});

test('annotations go out fifty at a time, the last request completes, and lost answers send none twice', async () => {
  for (const how of ['cut-after', 'error-after', 'cut-before'] as const) {
    const { github, client } = await startDesk();
    const { id } = await openCheck(client, REPOSITORY, running());
    github.fail({ method: 'PATCH', how, skip: 1 });
    github.fail({ method: 'PATCH', how, skip: 2 });
    await completeCheck(client, REPOSITORY, id, done({}, { annotations: annotations(120) }));
    const [check] = github.state.checks;
    expect(check?.annotations.map(({ message }) => message)).toEqual(
      annotations(120).map(({ message }) => message),
    );
    expect(check?.status).toBe('completed');
    await github.close();
  }
});

test('what breaks midway leaves the check open, and a second try goes on where it ended', async () => {
  const { github, client } = await startDesk();
  const { id } = await openCheck(client, REPOSITORY, running());
  github.fail({ method: 'PATCH', how: 'invalid', skip: 1 });
  const output = { annotations: annotations(120) };
  await expect(completeCheck(client, REPOSITORY, id, done({}, output))).rejects.toMatchObject({
    code: 'github-refused',
  });
  expect(github.state.checks[0]).toMatchObject({ status: 'in_progress' });
  await completeCheck(client, REPOSITORY, id, done({}, output));
  expect(github.state.checks[0]?.annotations).toHaveLength(120);
  expect(github.state.checks[0]?.status).toBe('completed');
  await github.close();
});

test('a later run takes over: the older check is closed, and its run changes nothing any more', async () => {
  const { github, client } = await startDesk();
  const older = await openCheck(client, REPOSITORY, running());
  const newer = await openCheck(client, REPOSITORY, running({ runAttempt: 2 }));
  await completeCheck(client, REPOSITORY, newer.id, done({ runAttempt: 2 }));
  expect(await completeCheck(client, REPOSITORY, older.id, done())).toEqual({
    ...newer,
    outcome: 'superseded',
  });
  expect(await openCheck(client, REPOSITORY, running())).toEqual({ ...newer, outcome: 'superseded' });
  expect(github.state.checks.map(({ conclusion }) => conclusion)).toEqual(['cancelled', 'success']);
  await github.close();
});

test('where GitHub lets nobody complete the check of another workflow run, a new one is completed', async () => {
  const { github, client } = await startDesk();
  const { id } = await openCheck(client, REPOSITORY, running());
  (github.state.checks[0] as { app: string }).app = 'elsewhere';
  expect(await completeCheck(client, REPOSITORY, id, done())).toMatchObject({ outcome: 'completed' });
  expect(github.state.checks.map(({ status }) => status)).toEqual(['in_progress', 'completed']);
  await github.close();
});

test('texts are cut to what GitHub takes, and no character is broken', async () => {
  const { github, client } = await startDesk();
  const long = '😀'.repeat(40_000);
  const [one] = annotations(1) as [CheckAnnotation];
  const full = { ...one, start_line: 0, message: long, title: long, raw_details: long };
  const output = { title: long, summary: long, text: long, annotations: [full] };
  await completeCheck(client, REPOSITORY, undefined, done({}, output));
  const text = github.state.checks[0]?.output.summary ?? '';
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_535);
  expect(text).toMatch(/^(😀)+…$/u);
  expect(cutText('a😀', 5)).toBe('a😀');
  expect(cutText('aa😀', 5)).toBe('aa…');
  expect(cutText('a\ud83d', 9)).toBe('a\ufffd');
  await github.close();
});

test('a token without the permission is told which', async () => {
  const { github, client } = await startDesk({ permissions: { pull_requests: 'write' } });
  await expect(openCheck(client, REPOSITORY, running())).rejects.toMatchObject({
    code: 'github-permission',
    problems: ['permissions:', '  checks: write'],
  });
  await github.close();
});
