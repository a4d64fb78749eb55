/** Organisation defaults as the app decides with them: read from the owner's own repository, and told of where they cannot be read. */

import { expect, test } from 'vitest';
import { HEAD, openWorld, type World } from './world.ts';

const BASE = 'b'.repeat(40);
const OWN = `_extends: .github
version: 1
adapters: { support: { train: data/train.jsonl, test: data/test.jsonl } }
`;

const checksOf = ({ github }: World) => github.state.checks.filter(({ head_sha }) => head_sha === HEAD);

async function opened(world: World): Promise<void> {
  world.configs.set(BASE, OWN);
  world.configs.set(HEAD, OWN);
  await world.pullEvent('opened');
  expect(world.errors).toEqual([]);
}

test('what the base extends lies under it', async () => {
  await using world = await openWorld({
    pulls: [{ number: 7, head: { sha: HEAD }, draft: true, files: [{ filename: 'data/train.jsonl' }] }],
  });
  world.defaults.text = 'model: models/tiny\ngithub: { drafts: true }\n';
  await opened(world);
  // A draft is trained where the defaults say so.
  expect(checksOf(world)).toMatchObject([{ status: 'queued' }]);
  const read = world.github.requests.filter(({ path }) => path.includes('/.github/'));
  expect(read.map(({ path }) => path)).toEqual(['/repos/team/.github/contents/lora-gate.yml']);
});

test('defaults that are not there fail the check with what to do', async () => {
  await using world = await openWorld();
  await opened(world);
  expect(checksOf(world)).toMatchObject([{ conclusion: 'failure' }]);
  expect(checksOf(world)[0]?.output.summary).toMatch(/lora-gate\.yml of team\/<?[^ ]*\.github/);
  expect(world.github.state.dispatches).toEqual([]);
});

test('a change that points elsewhere is read over what the base names', async () => {
  await using world = await openWorld({
    pulls: [{ number: 7, head: { sha: HEAD }, files: [{ filename: 'lora-gate.yml' }] }],
  });
  world.defaults.text = 'model: models/tiny\n';
  world.configs.set(BASE, OWN);
  world.configs.set(HEAD, OWN.replace('.github', 'private'));
  await world.pullEvent('opened');
  expect(world.errors).toEqual([]);
  expect(checksOf(world)).toMatchObject([
    { conclusion: 'success', output: { title: expect.stringMatching(/^not affected/) } },
  ]);
  expect(world.github.requests.some(({ path }) => path.includes('private'))).toBe(false);
});
