import { expect, test } from 'vitest';
import { decodeStamp } from '../../src/github/run-stamp.ts';
import { better, exampleSection, worse } from '../report/example-result.ts';
import { HEAD, NEXT, openWorld, resultFor, SELF, type World } from './world.ts';

const checksOf = ({ github }: World, sha = HEAD) =>
  github.state.checks.filter(({ head_sha }) => head_sha === sha);
const verdicts = ({ github }: World) => github.state.comments.filter(({ login }) => login === SELF);

test('a change is queued, trained, judged, pushed over, blocked, waived and merged', async () => {
  await using world = await openWorld();
  const { state } = world.github;

  expect(await world.pullEvent('opened')).toBe(202);
  expect(world.errors).toEqual([]);
  expect(checksOf(world)).toMatchObject([
    { status: 'queued', output: { title: 'waiting for a GPU runner' } },
  ]);
  const [first] = checksOf(world);
  expect(state.dispatches).toEqual([
    {
      workflow: 'lora-gate.yml',
      ref: 'main',
      inputs: { pr: '7', head_sha: HEAD, check_run_id: String(first?.id) },
    },
  ]);
  expect(verdicts(world)).toMatchObject([{ body: expect.stringContaining('started') }]);

  await world.runEvent({ status: 'in_progress' });
  expect(checksOf(world)).toMatchObject([{ status: 'in_progress', output: { title: 'started' } }]);

  world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: better })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  expect(checksOf(world)).toMatchObject([{ status: 'completed', conclusion: 'success' }]);
  expect(verdicts(world)).toMatchObject([{ body: expect.stringContaining('| perplexity |') }]);

  world.github.push(7, NEXT);
  await world.pullEvent('synchronize', { before: HEAD });
  expect(checksOf(world, NEXT)).toMatchObject([{ status: 'queued' }]);
  expect(verdicts(world)).toHaveLength(1);

  world.upload({ 'result.json': resultFor(NEXT, [exampleSection({ change: worse })]) });
  await world.runEvent({ status: 'completed', conclusion: 'failure' });
  expect(checksOf(world, NEXT)).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);

  await world.say('mia', `/lora-gate waive perplexity @${NEXT} the tone matters more here`);
  expect(world.errors).toEqual([]);
  expect(checksOf(world, NEXT)).toMatchObject([{ conclusion: 'failure' }, { conclusion: 'success' }]);
  expect(verdicts(world)).toMatchObject([{ body: expect.stringContaining('the tone matters more here') }]);
  expect(state.reactions).toMatchObject([{ login: SELF, content: 'eyes' }]);
  expect(state.dispatches).toHaveLength(2);

  const pull = state.pulls[0];
  if (pull) pull.state = 'closed';
  await world.pullEvent('closed');
  expect(checksOf(world, NEXT).map(({ conclusion }) => conclusion)).toEqual(['failure', 'success']);
  expect(decodeStamp(checksOf(world, NEXT).at(-1)?.external_id)).toMatchObject({
    headSha: NEXT,
    state: 'done',
  });
  expect(world.errors).toEqual([]);
});

test('a push while a run is on its way ends that run and its check', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  await world.runEvent({ status: 'in_progress' });
  world.github.push(7, NEXT);
  await world.pullEvent('synchronize', { before: HEAD });
  expect(checksOf(world)).toMatchObject([{ status: 'completed', conclusion: 'cancelled' }]);
  expect(world.github.state.runs).toMatchObject([{ conclusion: 'cancelled' }, { status: 'queued' }]);
  expect(checksOf(world, NEXT)).toMatchObject([{ status: 'queued' }]);
});

test('a change that touches no adapter passes at once, without a run and without a comment', async () => {
  await using world = await openWorld({
    pulls: [{ number: 7, head: { sha: HEAD }, files: [{ filename: 'README.md' }] }],
  });
  await world.pullEvent('opened');
  expect(checksOf(world)).toMatchObject([{ conclusion: 'success' }]);
  expect(world.github.state.dispatches).toEqual([]);
  expect(world.github.state.comments).toEqual([]);
});

test('nobody passes by pushing something harmless while the files are listed', async () => {
  await using world = await openWorld();
  const { github } = world;
  github.route('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
    answer: () => {
      if (github.state.pulls[0]?.head.sha === HEAD) github.push(7, NEXT);
      return { status: 200, body: [] };
    },
  });
  await world.pullEvent('opened');
  expect(checksOf(world)).toEqual([]);
  expect(checksOf(world, NEXT)).toMatchObject([{ conclusion: 'success' }]);
});

test('a change that only takes an adapter out passes, and a comment says so', async () => {
  await using world = await openWorld({
    pulls: [{ number: 7, head: { sha: HEAD }, files: [{ filename: 'lora-gate.yml' }] }],
  });
  world.configs.set(HEAD, null);
  await world.pullEvent('opened');
  expect(checksOf(world)).toMatchObject([
    { conclusion: 'success', output: { title: 'not affected: this change only takes adapters out' } },
  ]);
  expect(verdicts(world)).toMatchObject([{ body: expect.stringContaining('This change removes') }]);
});

test('a repository without a configuration is left alone', async () => {
  await using world = await openWorld();
  world.configs.set('b'.repeat(40), null);
  await world.pullEvent('opened');
  expect(world.github.state.checks).toEqual([]);
});

test('a fork waits until somebody who can write names its commit', async () => {
  await using world = await openWorld({
    pulls: [
      {
        number: 7,
        head: { sha: HEAD, repo: 'eve/desk' },
        author: 'eve',
        files: [{ filename: 'data/train.jsonl' }],
      },
    ],
  });
  await world.pullEvent('opened');
  expect(checksOf(world)).toMatchObject([{ conclusion: 'action_required' }]);
  await world.say('eve', `/lora-gate run ${HEAD}`);
  await world.say('mia', '/lora-gate run');
  await world.say('mia', `/lora-gate run ${NEXT}`);
  expect(world.github.state.dispatches).toEqual([]);
  expect(world.github.state.reactions.map(({ content }) => content)).toEqual([
    'confused',
    'confused',
    'confused',
  ]);
  await world.say('mia', `/lora-gate run ${HEAD}`);
  expect(world.errors).toEqual([]);
  expect(world.github.state.dispatches).toHaveLength(1);
  expect(checksOf(world)).toMatchObject([{ conclusion: 'action_required' }, { status: 'queued' }]);
});

test('a draft waits until it is ready', async () => {
  await using world = await openWorld({
    pulls: [{ number: 7, head: { sha: HEAD }, draft: true, files: [{ filename: 'data/train.jsonl' }] }],
  });
  await world.pullEvent('opened');
  await world.pullEvent('edited');
  expect(checksOf(world)).toMatchObject([{ conclusion: 'action_required' }]);
  const pull = world.github.state.pulls[0];
  if (pull) pull.draft = false;
  await world.pullEvent('ready_for_review');
  expect(checksOf(world)).toMatchObject([{ conclusion: 'action_required' }, { status: 'queued' }]);
  expect(world.github.state.dispatches).toHaveLength(1);
});
