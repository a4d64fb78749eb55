import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readApprovals, readWaivers, takesBack, type WaiverOptions } from '../../src/github/waivers.ts';
import { emptyScene, HEAD, OTHER, type Scene, type StoredComment, serveScene } from './waiver-server.ts';

const repository = { owner: 'harbor', repo: 'desk' };
const PUSHED = '2026-01-02T03:00:00Z';
const BEFORE = '2026-01-02T02:59:59Z';
const AFTER = '2026-01-02T03:00:01Z';
const WAIVE = '/lora-gate waive perplexity the old set is wrong';

const comment = (change: Partial<StoredComment> = {}): StoredComment => ({
  by: 'maria',
  body: WAIVE,
  at: AFTER,
  ...change,
});

async function read(
  comments: StoredComment[],
  scene: Partial<Scene> = {},
  options: Partial<WaiverOptions> = {},
) {
  await using server = await serveScene({ ...emptyScene(), comments, ...scene });
  const whole = { pull: 12, author: 'anna', headSha: HEAD, headPushedAt: PUSHED, ...options };
  const found = await readWaivers(server.client, repository, whole);
  return { ...found, requests: server.requests, metrics: found.waivers.map(({ metric }) => metric) };
}

describe('a waiver', () => {
  test('of somebody who can write counts, with where and when it was written', async () => {
    const { waivers, ignored } = await read([comment({ by: 'reader', body: 'why?' }), comment()]);
    expect(waivers).toEqual([
      {
        metric: 'perplexity',
        reason: 'the old set is wrong',
        by: 'maria',
        at: '2026-01-02T03:00:01.000Z',
        url: 'https://github.example/harbor/desk/pull/12#issuecomment-2',
        head_sha: HEAD,
      },
    ]);
    expect(ignored).toEqual([]);
  });

  test.each<[string, Partial<StoredComment>, RegExp]>([
    ['of the author', { by: 'anna' }, /the author of a change/],
    ['of the author, written otherwise', { by: 'ANNA' }, /the author of a change/],
    ['of a reader', { by: 'reader' }, /reader has no write permission/],
    ['of a stranger', { by: 'stranger' }, /stranger has no write permission/],
    ['in an edited comment', { editedAt: '2026-01-02T03:00:02Z' }, /was edited/],
    ['through an app', { app: { slug: 'helper' } }, /an app posted it/],
    ['from before the push', { at: BEFORE }, /before the head was pushed; name the commit/],
    ['from the second of the push', { at: PUSHED }, /before the head was pushed/],
    [
      'for another commit',
      { body: `/lora-gate waive perplexity @${OTHER} fine` },
      /for abc1234def0+, which is not/,
    ],
  ])('%s does not count, and why is told', async (_, change, why) => {
    const { waivers, ignored } = await read([comment(change)]);
    expect(waivers).toEqual([]);
    expect(ignored).toEqual([
      {
        by: change.by ?? 'maria',
        why: expect.stringMatching(why),
        url: expect.stringContaining('#issuecomment-1'),
      },
    ]);
  });

  test('of a bot is nothing to tell of', async () => {
    const { waivers, ignored } = await read([comment({ by: 'lora-gate[bot]', type: 'Bot' })]);
    expect([waivers, ignored]).toEqual([[], []]);
  });

  test('of a login that somebody else has by now does not count', async () => {
    const { waivers, ignored } = await read([comment()], { taken: ['maria'] });
    expect(waivers).toEqual([]);
    expect(ignored[0]?.why).toBe('maria is another account by now');
  });

  test('that names the head counts whenever it was written, one that names none only where the push is known', async () => {
    const named = comment({ body: `/lora-gate waive style @${HEAD} fine`, at: BEFORE });
    const { metrics, ignored } = await read([named, comment()], {}, { headPushedAt: null });
    expect(metrics).toEqual(['style']);
    expect(ignored[0]?.why).toContain(`name the commit: /lora-gate waive perplexity @${HEAD} <reason>`);
  });

  test('is found on the last of many pages, and each writer is asked about once', async () => {
    const talk = Array.from({ length: 250 }, (_, i) => comment({ by: 'reader', body: `${i}` }));
    const { metrics, requests } = await read([
      ...talk,
      comment(),
      comment({ body: '/lora-gate waive style ok' }),
    ]);
    expect(metrics).toEqual(['perplexity', 'style']);
    expect(requests.filter((path) => path.endsWith('/comments'))).toHaveLength(3);
    expect(requests.filter((path) => path.endsWith('/permission'))).toEqual([
      '/collaborators/maria/permission',
    ]);
  });

  test('of many strangers costs a bounded number of requests', async () => {
    const all = Array.from({ length: 150 }, (_, i) => comment({ by: `stranger${i}` }));
    const { ignored, requests } = await read([...all, comment()]);
    expect(requests.filter((path) => path.endsWith('/permission'))).toHaveLength(100);
    expect(ignored).toHaveLength(100);
  });

  test('written twice counts as the later one wrote it', async () => {
    const later = comment({ by: 'otto', body: '/lora-gate waive perplexity we agreed' });
    const { waivers } = await read([comment(), later]);
    expect(waivers).toMatchObject([{ by: 'otto', reason: 'we agreed' }]);
  });

  test('is not believed in where GitHub does not tell the permission, and nothing is read where it fails', async () => {
    const refused = await read([comment()], { failing: { '/collaborators': 403 } });
    expect(refused.waivers).toEqual([]);
    expect(refused.ignored[0]?.why).toMatch(/HTTP 403/);
    await expect(read([comment()], { failing: { '/collaborators': 502 } })).rejects.toMatchObject({
      status: 502,
    });
    await expect(read([comment()], { failing: { '/issues': 500 } })).rejects.toMatchObject({ status: 500 });
  });
});

describe('a waiver taken back', () => {
  const back = (change: Partial<StoredComment> = {}) =>
    comment({ body: '/lora-gate unwaive perplexity', ...change });

  test('no longer counts, and its writer is told by whom', async () => {
    const { waivers, ignored } = await read([comment(), back({ by: 'otto' })]);
    expect(waivers).toEqual([]);
    expect(ignored).toMatchObject([{ by: 'maria', why: 'otto took it back' }]);
  });

  test('is so by the author who can write, and in an edited comment, too: that only blocks', async () => {
    expect((await read([comment(), back({ by: 'anna' })])).waivers).toEqual([]);
    expect((await read([comment(), back({ editedAt: '2026-01-03T00:00:00Z' })])).waivers).toEqual([]);
  });

  test('is not so by who cannot write, nor before it was given', async () => {
    expect((await read([comment(), back({ by: 'reader' })])).metrics).toEqual(['perplexity']);
    expect((await read([back(), comment()])).metrics).toEqual(['perplexity']);
  });

  test('takes back whatever it may mean', () => {
    const is = (back: string, metric: string) => takesBack(back, metric);
    expect(is('perplexity', 'desk:perplexity') && is('desk:perplexity', 'perplexity')).toBe(true);
    expect(is('desk:perplexity', 'pilot:perplexity') || is('style', 'perplexity')).toBe(false);
    expect(is('data-checks', 'data/leakage') && is('data/leakage', 'desk:data-checks')).toBe(true);
    expect(is('data/leakage', 'data/role_order')).toBe(false);
  });
});

describe('an approval', () => {
  const approve = async (...comments: StoredComment[]) => {
    await using server = await serveScene({ ...emptyScene(), comments });
    return await readApprovals(server.client, repository, { pull: 12, headSha: HEAD });
  };
  const run = (change: Partial<StoredComment> = {}) => comment({ body: `/lora-gate run ${HEAD}`, ...change });

  test('is of exactly the head, by somebody who can write', async () => {
    const { approval, ignored } = await approve(run({ by: 'reader' }), run(), run({ by: 'otto' }));
    expect(approval).toMatchObject({ sha: HEAD, by: 'maria', at: '2026-01-02T03:00:01.000Z' });
    expect(ignored).toMatchObject([{ by: 'reader', why: 'reader has no write permission' }]);
  });

  test('is none of another commit, without one, edited, from a stranger, through an app, or of a bot', async () => {
    const { approval, ignored } = await approve(
      run({ body: `/lora-gate run ${OTHER}` }),
      run({ body: '/lora-gate run' }),
      run({ editedAt: '2026-01-03T00:00:00Z' }),
      run({ by: 'stranger' }),
      run({ app: {} }),
      run({ type: 'Bot' }),
      run({ body: `> /lora-gate run ${HEAD}` }),
    );
    expect(approval).toBeNull();
    expect(ignored).toHaveLength(4);
  });
});

test('whatever is written in whatever order, only waivers of writers other than the author stand', async () => {
  const some = fc.record({
    by: fc.constantFrom('maria', 'otto', 'anna', 'reader', 'stranger'),
    body: fc.constantFrom(
      WAIVE,
      `/lora-gate waive perplexity @${HEAD} ok`,
      '/lora-gate unwaive perplexity',
      'hm',
    ),
    at: fc.constantFrom(BEFORE, PUSHED, AFTER),
    editedAt: fc.constantFrom(undefined, '2026-02-01T00:00:00Z'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(some, { maxLength: 8 }), async (drawn) => {
      const comments = drawn.map(({ editedAt, ...rest }) => (editedAt ? { ...rest, editedAt } : rest));
      const { waivers } = await read(comments);
      // The rule said once more, for a single metric: the last that counts, unless somebody who can write took it back since.
      const writes = ({ by }: StoredComment) => ['maria', 'otto', 'anna'].includes(by);
      const counts = ({ by, body, at, editedAt }: StoredComment) =>
        body.includes(' waive ') && by !== 'anna' && !editedAt && (body.includes(HEAD) || at === AFTER);
      const last = comments.findLastIndex((each) => writes(each) && counts(each));
      const back = comments.findLastIndex((each) => writes(each) && each.body.includes('unwaive'));
      expect(waivers.map(({ url }) => url.split('-').at(-1))).toEqual(last > back ? [`${last + 1}`] : []);
    }),
    { seed: 5, numRuns: 60 },
  );
});
