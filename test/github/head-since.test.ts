import { describe, expect, test } from 'vitest';
import { readHeadSince } from '../../src/github/head-since.ts';
import { emptyScene, HEAD, OTHER, type Scene, serveScene } from './waiver-server.ts';

const repository = { owner: 'harbor', repo: 'desk' };
const PUSHED = '2026-01-02T03:00:00Z';
const BEFORE = '2026-01-02T02:59:59Z';
const AFTER = '2026-01-02T03:00:01Z';

describe('since when the head is the head', () => {
  const since = async (scene: Partial<Scene>) => {
    await using server = await serveScene({ ...emptyScene(), ...scene });
    return await readHeadSince(server.client, { ...repository, pull: 12 }, HEAD);
  };
  const moved = (event: string, at: string) => ({ event, created_at: at });

  test('is when GitHub made the first run of its branch at its commit', async () => {
    const runs = [{ at: AFTER }, { at: PUSHED, event: 'push' }, { at: '2026-01-05T00:00:00Z' }];
    expect(await since({ runs })).toBe('2026-01-02T03:00:00.000Z');
  });

  test.each<[string, Scene['runs'][number]]>([
    ['of another branch, where the commit may have been before', { at: PUSHED, branch: 'elsewhere' }],
    ['of a branch of that name in another fork', { at: PUSHED, repository: 8 }],
    ['of another commit', { at: PUSHED, sha: OTHER }],
    ['of another event', { at: PUSHED, event: 'pull_request_target' }],
  ])('is not told by a run %s', async (_, run) => {
    expect(await since({ runs: [run] })).toBeNull();
  });

  test.each(['head_ref_force_pushed', 'head_ref_restored', 'reopened', 'base_ref_changed'])(
    'is after the last %s, since the head may have been another between',
    async (event) => {
      const runs = [{ at: BEFORE }, { at: PUSHED }, { at: AFTER }];
      expect(await since({ runs, timeline: [moved(event, PUSHED)] })).toBe('2026-01-02T03:00:01.000Z');
      expect(await since({ runs, timeline: [moved(event, AFTER), moved(event, BEFORE)] })).toBeNull();
      expect(await since({ runs, timeline: [{ event }] })).toBeNull();
    },
  );

  test('is not moved by the dates that the author wrote into commits', async () => {
    const timeline = [{ event: 'committed', committer: { date: '1999-01-01T00:00:00Z' } }];
    expect(await since({ runs: [{ at: PUSHED }], timeline })).toBe('2026-01-02T03:00:00.000Z');
    expect(await since({ runs: [], timeline })).toBeNull();
  });

  test('finds the move on the last page of the timeline', async () => {
    const talk = Array.from({ length: 220 }, () => moved('commented', BEFORE));
    const timeline = [...talk, moved('head_ref_force_pushed', PUSHED)];
    expect(await since({ runs: [{ at: BEFORE }], timeline })).toBeNull();
  });

  test('is not known of another head, of a deleted fork, or without the right to read runs', async () => {
    const runs = [{ at: PUSHED }];
    const head = emptyScene().head;
    expect(await since({ runs, head: { ...head, sha: OTHER } })).toBeNull();
    expect(await since({ runs, head: { ...head, repo: null } })).toBeNull();
    expect(await since({ runs, failing: { '/actions': 403 } })).toBeNull();
    await expect(since({ runs, failing: { '/actions': 500 } })).rejects.toMatchObject({ status: 500 });
  });
});
