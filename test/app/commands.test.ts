import { expect, test } from 'vitest';
import { better, exampleSection, worse } from '../report/example-result.ts';
import { HEAD, openWorld, resultFor, SELF, type World } from './world.ts';

async function blocked(world: World): Promise<void> {
  await world.pullEvent('opened');
  world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: worse })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
}

const replies = ({ github }: World) =>
  github.state.comments.filter(({ login, body }) => login === SELF && body.includes('lora-gate:reply'));
const reactions = ({ github }: World) => github.state.reactions.map(({ content }) => content);
const conclusions = ({ github }: World) => github.state.checks.map(({ conclusion }) => conclusion);

test('neither the author nor a stranger can waive, and each is told why', async () => {
  await using world = await openWorld();
  await blocked(world);
  await world.say('ann', `/lora-gate waive perplexity @${HEAD} it is fine`);
  await world.say('bob', `/lora-gate waive perplexity @${HEAD} it is fine`);
  expect(conclusions(world)).toEqual(['failure']);
  expect(reactions(world)).toEqual(['confused', 'confused']);
  expect(replies(world).map(({ body }) => body)).toEqual([
    expect.stringContaining('author'),
    expect.stringContaining('no write permission'),
  ]);
});

test('an edited comment does not count', async () => {
  await using world = await openWorld();
  await blocked(world);
  const made = world.github.comment(7, 'mia', `/lora-gate waive perplexity @${HEAD} it is fine`);
  made.updated_at = world.github.state.now();
  const { id, body } = made;
  const comment = { id, body, user: { type: 'User' } };
  await world.deliver('issue_comment', {
    action: 'created',
    issue: { number: 7, pull_request: {} },
    comment,
  });
  expect(conclusions(world)).toEqual(['failure']);
  expect(reactions(world)).toEqual([]);
});

test('a rerun is one more check and run; asked for twice by one comment it is one', async () => {
  await using world = await openWorld();
  await blocked(world);
  await world.say('mia', '/lora-gate rerun');
  const { id, body } = world.github.state.comments.at(-1) as { id: number; body: string };
  const comment = { id, body, user: { type: 'User' } };
  await world.deliver('issue_comment', {
    action: 'created',
    issue: { number: 7, pull_request: {} },
    comment,
  });
  expect(world.github.state.dispatches).toHaveLength(2);
  expect(conclusions(world)).toEqual(['failure', null]);
  expect(reactions(world)).toEqual(['eyes']);
});

test('a waiver that is taken back blocks again', async () => {
  await using world = await openWorld();
  await blocked(world);
  await world.say('mia', `/lora-gate waive perplexity @${HEAD} the tone matters more`);
  await world.say('mia', '/lora-gate unwaive perplexity');
  expect(conclusions(world)).toEqual(['failure', 'success', 'failure']);
});

test('the button of the check repeats it, once for each check', async () => {
  await using world = await openWorld();
  await blocked(world);
  const check_run = { id: world.github.state.checks[0]?.id, app: { id: 1 } };
  await world.deliver('check_run', { action: 'rerequested', check_run });
  await world.runEvent({ status: 'completed', conclusion: 'cancelled' });
  await world.deliver('check_run', { action: 'rerequested', check_run });
  expect(world.github.state.dispatches).toHaveLength(2);
  expect(conclusions(world)).toEqual(['failure', 'cancelled']);
});

test('all checks of a commit repeated at once are one check and run more for each time', async () => {
  await using world = await openWorld();
  await blocked(world);
  const check_suite = { head_sha: HEAD, app: { id: 1 } };
  const again = (id: string) => world.deliver('check_suite', { action: 'rerequested', check_suite }, { id });
  await again('first');
  expect(world.github.state.dispatches).toHaveLength(2);
  // Redelivered while the repetition is on its way.
  await again('second');
  await world.deliver('check_suite', {
    action: 'rerequested',
    check_suite: { ...check_suite, app: { id: 2 } },
  });
  expect(world.github.state.dispatches).toHaveLength(2);
  world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: better })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  expect(conclusions(world)).toEqual(['failure', 'success']);
  expect(world.errors).toEqual([]);
});

test('cancel ends the run, and help is answered with a reply', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  await world.say('mia', '/lora-gate cancel');
  await world.runEvent({});
  expect(conclusions(world)).toEqual(['cancelled']);
  await world.say('bob', '/lora-gate help');
  expect(replies(world)).toMatchObject([{ body: expect.stringContaining('unwaive') }]);
});

test('a run that another started, or whose artifact is of another commit, gives no verdict', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  const { runs } = world.github.state;
  const ours = runs.at(-1);
  runs.push({ ...(ours as NonNullable<typeof ours>), id: 9_000_000, actor: 'eve', status: 'completed' });
  world.upload({ 'result.json': resultFor(HEAD, [exampleSection()]) });
  await world.runEvent({ conclusion: 'success' });
  expect(conclusions(world)).toEqual([null]);
  world.upload({ 'result.json': resultFor('e'.repeat(40), [exampleSection()]) }, ours);
  await world.runEvent({ status: 'completed', conclusion: 'success' }, ours);
  expect(conclusions(world)).toEqual(['failure']);
});
