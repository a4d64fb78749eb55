import { expect, test } from 'vitest';
import { type RunStamp, readMarker, stampMarker } from '../../src/github/run-stamp.ts';
import { upsertComment } from '../../src/github/sticky-comment.ts';
import { COMMENT_MARKER } from '../../src/report/markdown.ts';
import { clientOf, HEAD, OLD, REPOSITORY, stampOf, startDesk } from './fixtures.ts';

const write = (client: ReturnType<typeof clientOf>, stamp: RunStamp, body = 'the verdict', self?: string) =>
  upsertComment(client, REPOSITORY, {
    pull: 7,
    stamp,
    body: `${body}\n\n${COMMENT_MARKER}\n`,
    pauseMilliseconds: 1,
    ...(self === undefined ? {} : { self }),
  });

test('the comment is made once, changed where it differs, and left alone where it does not', async () => {
  const { github, client } = await startDesk();
  const first = await write(client, stampOf({ state: 'running' }), 'started');
  expect(first).toMatchObject({ outcome: 'created', url: expect.stringContaining('#issuecomment-') });
  expect(await write(client, stampOf())).toEqual({ ...first, outcome: 'updated' });
  expect(await write(client, stampOf())).toEqual({ ...first, outcome: 'unchanged' });
  expect(github.state.comments).toHaveLength(1);
  expect(github.state.comments[0]?.body).toBe(`the verdict\n\n${stampMarker(stampOf())}`);
  await github.close();
});

test('the own comment is found behind a hundred others, and nobody else’s marker is taken for it', async () => {
  const { github, client } = await startDesk();
  const mark = stampMarker(stampOf({ runId: 999_999 }));
  for (let i = 0; i < 130; i++) github.comment(7, 'eve', `comment ${i}\n\n${mark}`);
  github.comment(7, 'github-actions', mark);
  github.comment(7, 'github-actions[bot]', `> ${mark}\n\na quote`);
  expect(await write(client, stampOf())).toMatchObject({ outcome: 'created' });
  expect(await write(client, stampOf(), 'other words')).toMatchObject({ outcome: 'updated' });
  expect(github.state.comments.filter(({ login }) => login === 'github-actions[bot]')).toHaveLength(2);
  expect(github.state.comments.filter(({ login }) => login === 'eve')).toHaveLength(130);
  await github.close();
});

test('each config has a comment of its own', async () => {
  const { github, client } = await startDesk();
  await write(client, stampOf());
  expect(await write(client, stampOf({ config: 'other/lora-gate.yml' }))).toMatchObject({
    outcome: 'created',
  });
  expect(github.state.comments).toHaveLength(2);
  await github.close();
});

test('an older run, attempt or push does not overwrite a newer one, a newer one does', async () => {
  const { github, client } = await startDesk();
  await write(client, stampOf({ runId: 200, runAttempt: 2 }), 'newest');
  for (const late of [
    stampOf({ runId: 100 }),
    stampOf({ runId: 200, runAttempt: 1 }),
    stampOf({ runId: 200, runAttempt: 2, state: 'running' }),
    stampOf({ runId: 300, headSha: OLD }),
  ]) {
    expect(await write(client, late, 'late')).toMatchObject({ outcome: 'superseded' });
  }
  expect(github.state.comments[0]?.body).toContain('newest');
  github.push(7, OLD);
  expect(await write(client, stampOf({ runId: 150, headSha: OLD }), 'of the new head')).toMatchObject({
    outcome: 'updated',
  });
  expect(await write(client, stampOf({ runId: 400 }))).toMatchObject({ outcome: 'superseded' });
  await github.close();
});

test('a run whose head is gone writes no first comment', async () => {
  const { github, client } = await startDesk();
  expect(await write(client, stampOf({ headSha: OLD }))).toEqual({
    id: undefined,
    url: undefined,
    outcome: 'superseded',
  });
  expect(github.state.comments).toHaveLength(0);
  await github.close();
});

test('a lost answer leaves one comment, whether it was made or not', async () => {
  for (const how of ['cut-after', 'error-after', 'cut-before', 'server-error', 'cut-body'] as const) {
    const { github, client } = await startDesk();
    github.fail({ method: 'POST', path: '/comments', how });
    expect(await write(client, stampOf())).toMatchObject({ outcome: 'created' });
    github.fail({ method: 'PATCH', path: '/comments', how });
    expect(await write(client, stampOf(), 'again')).toMatchObject({ outcome: 'updated' });
    expect(github.state.comments.map(({ body }) => readMarker(body)?.headSha)).toEqual([HEAD]);
    await github.close();
  }
});

test('jobs that write at the same time leave one comment, that of the latest', async () => {
  const { github } = await startDesk();
  const runs = [3, 1, 4, 2, 5].map((runId) =>
    write(clientOf(github.url), stampOf({ runId }), `run ${runId}`),
  );
  await Promise.all(runs);
  // Whoever looked before the last had written is healed by the next one.
  await write(clientOf(github.url), stampOf({ runId: 6 }), 'run 6');
  expect(github.state.comments.map(({ body }) => readMarker(body)?.runId)).toEqual([6]);
  await github.close();
});

test('of two comments of ours the oldest stays, with the words of the latest run', async () => {
  const { github, client } = await startDesk();
  const oldest = github.comment(7, 'github-actions[bot]', `old\n\n${stampMarker(stampOf({ runId: 1 }))}`);
  github.comment(7, 'github-actions[bot]', `newer\n\n${stampMarker(stampOf({ runId: 2 }))}`);
  expect(await write(client, stampOf({ runId: 3 }))).toMatchObject({ id: oldest.id, outcome: 'updated' });
  expect(github.state.comments.map(({ id }) => id)).toEqual([oldest.id]);
  await github.close();
});

test('a comment that was deleted meanwhile is made anew', async () => {
  const { github, client } = await startDesk();
  await write(client, stampOf({ state: 'running' }));
  github.fail({ method: 'PATCH', path: '/comments', how: 'not-found' });
  expect(await write(client, stampOf())).toMatchObject({ outcome: 'updated' });
  github.state.comments.length = 0;
  expect(await write(client, stampOf())).toMatchObject({ outcome: 'created' });
  await github.close();
});

test('a person’s token and an App’s find their own comments', async () => {
  const { github } = await startDesk({
    app: { id: 3, slug: 'gate' },
    tokens: { person: { login: 'mia' }, app: { login: 'gate[bot]' } },
  });
  await write(clientOf(github.url, { token: 'person' }), stampOf());
  await write(clientOf(github.url, { token: 'app' }), stampOf(), 'as an App', 'gate[bot]');
  expect(await write(clientOf(github.url, { token: 'person' }), stampOf())).toMatchObject({
    outcome: 'unchanged',
  });
  const again = await write(clientOf(github.url, { token: 'app' }), stampOf(), 'as an App', 'gate[bot]');
  expect(again).toMatchObject({ outcome: 'unchanged' });
  expect(github.state.comments.map(({ login }) => login)).toEqual(['mia', 'gate[bot]']);
  await github.close();
});

test('a token that may not write says which permission to add', async () => {
  const { github, client } = await startDesk({ permissions: { contents: 'read' } });
  await expect(write(client, stampOf())).rejects.toMatchObject({
    code: 'github-permission',
    problems: ['permissions:', '  pull-requests: write'],
  });
  await github.close();
});
