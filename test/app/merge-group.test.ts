import { expect, test } from 'vitest';
import { example } from '../github/openapi.ts';
import { better, exampleSection, worse } from '../report/example-result.ts';
import { CONFIG_TEXT, HEAD, openWorld, resultFor, SELF, type World } from './world.ts';

const OTHER = 'e'.repeat(40);
const GROUP = '9'.repeat(40);
const REF = `refs/heads/gh-readonly-queue/main/pr-8-${'b'.repeat(40)}`;
const SALES = '  sales:\n    train: data/sales.jsonl\n    test: data/sales-test.jsonl\n';

/** Blob by path. */
type Files = Record<string, string>;
const BASE: Files = { 'lora-gate.yml': 'c0', 'data/train.jsonl': 'd0', 'data/sales.jsonl': 's0' };

/** What the queue has made: the commits that the base lacks by their messages, and every commit's files. */
function addQueue({ github }: World, messages: readonly string[], trees: Record<string, Files>) {
  github.state.refs.push({ ref: REF, sha: GROUP });
  github.route('GET /repos/{owner}/{repo}/compare/{base}...{head}', {
    answer({ parameters }) {
      const comparison = example<{ commits: { commit: object }[] }>('commit-comparison');
      const [commit] = comparison.commits;
      if (parameters.base !== 'main' || parameters.head !== GROUP || !commit)
        throw new Error(parameters.head);
      const commits = messages.map((message) => ({ ...commit, commit: { ...commit.commit, message } }));
      return { status: 200, body: { ...comparison, commits } };
    },
  });
  github.route('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
    answer({ parameters, query }) {
      expect(query.get('recursive')).toBe('1');
      const sha = parameters.tree_sha as string;
      const tree = Object.entries(trees[sha] ?? {}).map(([path, blob]) => ({
        ...{ path, mode: '100644', type: 'blob', size: 1, sha: blob.padEnd(40, '0') },
        url: 'https://api.github.com/blob',
      }));
      return { status: 200, body: { sha, url: 'https://api.github.com/tree', tree, truncated: false } };
    },
  });
}

/** Two pull requests that change one file each. */
async function open(first: string, second: string): Promise<World> {
  const world = await openWorld({
    pulls: [
      { number: 7, head: { sha: HEAD }, author: 'ann', files: [{ filename: first }] },
      { number: 8, head: { sha: OTHER }, author: 'bob', files: [{ filename: second }] },
    ],
  });
  for (const sha of ['b'.repeat(40), HEAD, OTHER, GROUP]) world.configs.set(sha, CONFIG_TEXT + SALES);
  return world;
}

async function judged(world: World, pull: number, change = better): Promise<void> {
  const head = pull === 7 ? HEAD : OTHER;
  await world.pullEvent('opened', { pull });
  world.upload({ 'result.json': resultFor(head, [exampleSection({ change })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
}

const asked = (world: World, action = 'checks_requested') =>
  world.deliver('merge_group', {
    action,
    merge_group: { head_sha: GROUP, base_sha: 'b'.repeat(40), base_ref: 'refs/heads/main', head_ref: REF },
  });
const groupChecks = ({ github }: World) => github.state.checks.filter(({ head_sha }) => head_sha === GROUP);
const MERGED = ['Merge pull request #7 from team/one\n\nOne', 'Two (#8)'];

/** Both pull requests have passed and change the same data; what they are together has to be trained. */
async function together(): Promise<World> {
  const world = await open('data/train.jsonl', 'data/train.jsonl');
  await judged(world, 7);
  await judged(world, 8);
  addQueue(world, MERGED, {
    [HEAD]: { ...BASE, 'data/train.jsonl': 'd7' },
    [OTHER]: { ...BASE, 'data/train.jsonl': 'd8' },
    [GROUP]: { ...BASE, 'data/train.jsonl': 'd78' },
  });
  return world;
}

test('a group whose commit holds what was judged is answered from the verdicts, without a run', async () => {
  await using world = await open('data/train.jsonl', 'data/sales.jsonl');
  await judged(world, 7);
  await judged(world, 8);
  addQueue(world, MERGED, {
    [HEAD]: { ...BASE, 'data/train.jsonl': 'd7' },
    [OTHER]: { ...BASE, 'data/sales.jsonl': 's8' },
    [GROUP]: { ...BASE, 'data/train.jsonl': 'd7', 'data/sales.jsonl': 's8', 'README.md': 'r1' },
  });
  await asked(world);
  expect(world.errors).toEqual([]);
  expect(groupChecks(world)).toMatchObject([
    {
      name: 'lora-gate',
      conclusion: 'success',
      output: { title: 'passed on the heads of the pull requests' },
    },
  ]);
  expect(world.github.state.dispatches).toHaveLength(2);
});

test('a group with a pull request that has not passed is refused, without a run', async () => {
  await using world = await open('data/train.jsonl', 'data/train.jsonl');
  await judged(world, 7, worse);
  await judged(world, 8);
  addQueue(world, MERGED, {});
  await asked(world);
  expect(groupChecks(world)).toMatchObject([{ conclusion: 'failure' }]);
  expect(groupChecks(world)[0]?.output.summary).toContain('#7 has not passed');
  expect(world.github.state.dispatches).toHaveLength(2);
});

test('two pull requests that change the same data are trained together, once, and judged on the group’s commit', async () => {
  await using world = await together();
  const { state } = world.github;
  const before = structuredClone(state.comments);
  await asked(world);
  await asked(world);
  expect(groupChecks(world)).toMatchObject([
    { name: 'lora-gate', status: 'queued', output: { title: 'waiting for a GPU runner' } },
  ]);
  expect(groupChecks(world)[0]?.output.summary).toMatch(/#8 has passed, with something else for .*support/);
  const [check] = groupChecks(world);
  expect(state.dispatches.slice(2)).toEqual([
    {
      ...{ workflow: 'lora-gate.yml', ref: 'main' },
      inputs: { pr: '8', head_sha: GROUP, check_run_id: String(check?.id) },
    },
  ]);
  // What happens to the pull request whose number the run has is not the group's business.
  await world.pullEvent('edited', { pull: 8 });
  expect(state.runs.at(-1)).toMatchObject({ status: 'queued' });

  await world.runEvent({ status: 'in_progress' });
  expect(groupChecks(world)).toMatchObject([{ status: 'in_progress' }]);
  world.upload({ 'result.json': resultFor(GROUP, [exampleSection({ change: better })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  expect(groupChecks(world)).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  expect(state.comments).toEqual(before);
  expect(state.checks.filter(({ head_sha }) => head_sha === OTHER)).toHaveLength(1);
  expect(world.errors).toEqual([]);
});

test('what is worse together blocks the group, whatever waivers its pull requests have', async () => {
  await using world = await together();
  await world.say('mia', `/lora-gate waive perplexity @${HEAD} the tone matters more`);
  await asked(world);
  world.upload({ 'result.json': resultFor(GROUP, [exampleSection({ change: worse })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  expect(groupChecks(world)).toMatchObject([{ conclusion: 'failure' }]);
});

test('an artifact about another commit is no verdict on the group', async () => {
  await using world = await together();
  await asked(world);
  world.upload({ 'result.json': resultFor(OTHER, [exampleSection({ change: better })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  expect(groupChecks(world)).toMatchObject([{ conclusion: 'failure' }]);
});

test('a group that leaves the queue ends its run and its check', async () => {
  await using world = await together();
  await asked(world);
  await asked(world, 'destroyed');
  expect(groupChecks(world)).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
  expect(world.github.state.runs.at(-1)).toMatchObject({ conclusion: 'cancelled' });
  expect(world.errors).toEqual([]);
});

test('a group without a workflow to train it fails with the reason', async () => {
  await using world = await together();
  world.github.fail({ method: 'POST', path: '/dispatches', how: 'not-found' });
  await asked(world);
  expect(groupChecks(world)).toMatchObject([{ conclusion: 'failure' }]);
  expect(groupChecks(world)[0]?.output.title).toContain('nothing was judged');
});

test('a group that was asked about, or whose run ended, while nobody listened is found by the next look', async () => {
  await using world = await together();
  await world.app.reconcile();
  await world.app.idle();
  expect(groupChecks(world)).toMatchObject([{ status: 'queued' }]);
  world.upload({ 'result.json': resultFor(GROUP, [exampleSection({ change: better })]) });
  Object.assign(world.github.state.runs.at(-1) ?? {}, { status: 'completed', conclusion: 'success' });
  await world.restart();
  await world.app.reconcile();
  await world.app.idle();
  expect(groupChecks(world)).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  expect(world.github.state.comments.filter(({ login }) => login === SELF)).toHaveLength(2);
  expect(world.errors).toEqual([]);
});
