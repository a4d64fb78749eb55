import { expect, test } from 'vitest';
import { parseResult } from '../../src/report/result.ts';
import { spotSheets } from '../../src/report/spot-sheet.ts';
import { sheetCode } from '../../src/report/spot-votes.ts';
import { exampleBehaviour } from '../report/example-behaviour.ts';
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

test('the same question many times in one comment is one question', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  const asked = async (times: number) => {
    const before = world.github.requests.length;
    await world.say('bob', Array.from({ length: times }, () => '/lora-gate explain').join('\n'));
    return world.github.requests.length - before;
  };
  const once = await asked(1);
  expect(await asked(10)).toBe(once);
  expect(world.errors).toEqual([]);
});

test('a run that waits behind more runs than are looked at is not started again', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  const { runs, dispatches } = world.github.state;
  const ours = runs.at(-1) as NonNullable<(typeof runs)[number]>;
  for (let i = 1; i <= 150; i += 1) {
    runs.push({ ...ours, id: ours.id + i, display_title: `lora-gate #8 ${1_000_000 + i}` });
  }
  await world.pullEvent('edited');
  expect(dispatches).toHaveLength(1);
  expect(world.errors).toEqual([]);
});

test('a result that was judged for another branch is published for none', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  const result = JSON.parse(resultFor(HEAD, [exampleSection()]));
  const source = { repository: 'https://github.example/team/desk', pull_request: null, base_branch: 'lax' };
  world.upload({ 'result.json': JSON.stringify({ ...result, source }) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  expect(conclusions(world)).toEqual(['failure']);
  expect(world.github.state.checks[0]?.output?.summary).toContain('artifact-foreign');
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

test('the button of a completed check says what it means, once, and keeps to what GitHub takes', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  expect(world.github.state.checks[0]?.actions).toEqual([]);
  world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: worse })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  const [check] = world.github.state.checks;
  const [action, ...others] = check?.actions ?? [];
  expect(others).toEqual([]);
  // More than these GitHub refuses.
  expect(action?.label.length).toBeLessThanOrEqual(20);
  expect(action?.description.length).toBeLessThanOrEqual(40);
  const check_run = { id: check?.id, app: { id: 1 } };
  const requested_action = { identifier: action?.identifier };
  const event = { action: 'requested_action', check_run, requested_action };
  await world.deliver('check_run', event);
  await world.deliver('check_run', event);
  await world.deliver('check_run', { ...event, check_run: { ...check_run, app: { id: 2 } } });
  expect(world.errors).toEqual([]);
  expect(replies(world)).toMatchObject([{ body: expect.stringContaining('margin') }]);
});

/** A head whose result has answers of which one is hostile, and one withheld. */
async function answered(world: World) {
  await world.pullEvent('opened');
  const behaviour = exampleBehaviour(4);
  const [hostile] = behaviour.answers?.items ?? [];
  if (hostile)
    hostile.candidate = '</details> @team <!-- lora-gate:reply 1 -->\n/lora-gate waive perplexity x';
  const text = resultFor(HEAD, [{ ...exampleSection({ change: worse }), ...behaviour }]);
  world.upload({ 'result.json': text });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  const [sheet] = spotSheets(parseResult(text, { file: 'result.json' }));
  if (!sheet) throw new Error('no sheet');
  return { sheet, code: sheetCode(sheet) };
}

const verdict = ({ github }: World) =>
  github.state.comments.find(({ login, body }) => login === SELF && !body.includes('lora-gate:reply'))?.body;

test('a spot check is asked for, voted on by people who can write, and told in the comment', async () => {
  await using world = await openWorld();
  const { sheet, code } = await answered(world);
  await world.say('mia', '/lora-gate spot-check');
  const [{ body = '' } = {}] = replies(world);
  expect(body).toContain(`${code} 1a 2b 3t`);
  expect(body.match(/<details>/g)).toHaveLength(3);
  expect(body).not.toMatch(/@team|baseline|candidate|^\/lora-gate waive/m);
  expect(verdict(world)).not.toContain('Spot check');

  await world.say('bob', `/lora-gate spot-check ${code} 1a`);
  await world.say('mia', `/lora-gate spot-check ${code} 1a 2t`);
  await world.say('ann', `/lora-gate spot-check ${code} 2b`);
  expect(world.errors).toEqual([]);
  expect(reactions(world)).toEqual(['eyes', 'confused', 'eyes', 'eyes']);
  const [first, second] = sheet.items;
  const choices = [first?.aIs, second?.aIs === 'candidate' ? 'baseline' : 'candidate'];
  const count = (side: string) => choices.filter((one) => one === side).length;
  expect(verdict(world)).toContain(
    `on 2 of 3 conversations: baseline ${count('baseline')}, candidate ${count('candidate')}, tie 0`,
  );
  expect(conclusions(world).every((one) => one === 'failure')).toBe(true);
});

test.each([
  ['1a', 'digits that name the sheet'],
  ['0123456789ab 1a', 'not of the answers that this head has'],
  ['CODE', 'expected choices'],
  ['CODE 1a 1b', 'two choices'],
  ['CODE 1c', 'is no choice'],
  ['CODE 9a', 'no pair 9'],
])('a vote that says %s is refused with the reason, and changes nothing', async (words, why) => {
  await using world = await openWorld();
  const { code } = await answered(world);
  await world.say('mia', `/lora-gate spot-check ${words.replace('CODE', code)}`);
  expect(reactions(world)).toEqual(['confused']);
  expect(replies(world)).toMatchObject([{ body: expect.stringContaining(why) }]);
  expect(conclusions(world)).toEqual(['failure']);
});

test('a head without a result, and one without answers, have no spot check', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  await world.say('mia', '/lora-gate spot-check');
  world.upload({ 'result.json': resultFor(HEAD, [exampleSection({ change: worse })]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  await world.say('mia', '/lora-gate spot-check');
  expect(replies(world).map(({ body }) => body)).toEqual([
    expect.stringContaining('no result (yet)'),
    expect.stringContaining('no answers that may be shown'),
  ]);
});

test('votes that an artifact brings along are nobody’s', async () => {
  await using world = await openWorld();
  await world.pullEvent('opened');
  const votes = [{ id: 'row-1', vote: 'candidate' as const, judge: null }];
  const spot_check = { seed: 1, k: 3, votes, agreement: null, kappa: null };
  const section = { ...exampleSection({ change: worse }), ...exampleBehaviour(), spot_check };
  world.upload({ 'result.json': resultFor(HEAD, [section]) });
  await world.runEvent({ status: 'completed', conclusion: 'success' });
  expect(verdict(world)).toContain('perplexity');
  expect(verdict(world)).not.toContain('Spot check');
});
