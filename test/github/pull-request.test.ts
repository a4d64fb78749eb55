import { expect, test } from 'vitest';
import { findPullRequests, listChangedFiles, readPullRequest } from '../../src/github/pull-request.ts';
import { HEAD, OLD, REPOSITORY, startDesk } from './fixtures.ts';

test('a pull request is read as it is now', async () => {
  const { github, client } = await startDesk();
  github.push(7, OLD);
  expect(await readPullRequest(client, REPOSITORY, 7)).toEqual({
    number: 7,
    open: true,
    draft: false,
    headSha: OLD,
    headRef: 'change-7',
    headRepository: 'team/desk',
    fromFork: false,
    baseRef: 'main',
    baseSha: 'b'.repeat(40),
    author: 'ann',
    labels: [],
    url: `${github.url}/team/desk/pull/7`,
  });
  await expect(readPullRequest(client, REPOSITORY, 8)).rejects.toMatchObject({ code: 'github-not-found' });
  await github.close();
});

test('a fork is told from a branch, also where it was deleted', async () => {
  const pulls = ['team/desk', 'Team/Desk', 'eve/desk', null].map((repo, i) => ({
    number: i + 1,
    head: { sha: HEAD, repo },
  }));
  const { github, client } = await startDesk({ pulls });
  const all = await Promise.all(pulls.map(({ number }) => readPullRequest(client, REPOSITORY, number)));
  expect(all.map(({ fromFork }) => fromFork)).toEqual([false, false, true, true]);
  await github.close();
});

test('the open pull requests of a head are found, those of forks too, on whatever page', async () => {
  const pulls = Array.from({ length: 130 }, (_, i) => ({
    number: i + 1,
    head: { sha: i === 120 ? OLD : HEAD, repo: i === 120 ? 'eve/desk' : 'team/desk' },
    state: i === 5 ? ('closed' as const) : ('open' as const),
  }));
  const { github, client } = await startDesk({ pulls });
  expect(await findPullRequests(client, REPOSITORY, HEAD)).toHaveLength(128);
  expect((await findPullRequests(client, REPOSITORY, OLD)).map(({ number }) => number)).toEqual([121]);
  expect(await findPullRequests(client, REPOSITORY, 'e'.repeat(40))).toEqual([]);
  await github.close();
});

test('all changed files are listed, removed ones left out', async () => {
  const files = Array.from({ length: 350 }, (_, i) => ({
    filename: `f${i}`,
    status: i === 3 ? ('removed' as const) : ('modified' as const),
  }));
  const { github, client } = await startDesk({ pulls: [{ number: 7, head: { sha: HEAD }, files }] });
  const listed = await listChangedFiles(client, REPOSITORY, 7);
  expect([listed.length, listed.includes('f3'), listed.includes('f349')]).toEqual([349, false, true]);
  await github.close();
});
