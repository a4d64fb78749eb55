/** GitHub's own examples of what it sends, of each event that the App subscribes to: each is answered, and none does harm. */

import { readFile } from 'node:fs/promises';
import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { example } from '../github/openapi.ts';
import { openWorld, type World } from './world.ts';

type Payload = {
  pull_request?: { number: number };
  merge_group?: { head_ref: string };
} & Record<string, unknown>;

/** Of the pull request that an example is about. */
const numberOf = ({ pull_request: pull, merge_group: group }: Payload) =>
  pull?.number ?? Number(/pr-(\d+)-/.exec(group?.head_ref ?? '')?.[1] ?? 7);

const EVENTS = (
  parse(await readFile(new URL('../../app.yml', import.meta.url), 'utf8')) as { default_events: string[] }
).default_events;
const all = examples as unknown as { name: string; examples: Payload[] }[];
const examplesOf = (event: string) => all.find(({ name }) => name === event)?.examples ?? [];

const open = (numbers: readonly number[]) =>
  openWorld({
    pulls: numbers.map((number) => ({
      number,
      head: { sha: number.toString(16).padStart(40, 'c') },
      files: [{ filename: 'data/train.jsonl' }],
    })),
  });

/** As if GitHub had sent it about the repository that is there. */
const here = ({ github }: World, payload: Payload) => ({
  ...payload,
  installation: { id: github.app?.installation },
  repository: { name: 'desk', owner: { login: 'team' } },
});

test('there are examples of every event that the App subscribes to', () => {
  expect(EVENTS.filter((event) => examplesOf(event).length === 0)).toEqual([]);
  expect(EVENTS.length).toBeGreaterThan(5);
});

describe.each(EVENTS)('%s', (event) => {
  test('with the signature of another secret each example is refused, and nothing is asked for', async () => {
    await using world = await open([7]);
    for (const payload of examplesOf(event)) {
      const signature = `sha256=${'0'.repeat(64)}`;
      expect(await world.deliver(event, here(world, payload), { signature })).toBe(401);
    }
    expect(world.github.requests).toEqual([]);
  });

  test('about a repository that uses the App each example is accepted, and worked on without an error', async () => {
    const payloads = examplesOf(event);
    const numbers = [...new Set(payloads.map(numberOf))];
    await using world = await open(numbers);
    // What a merge group is compared with: nothing that GitHub's example names.
    world.github.route('GET /repos/{owner}/{repo}/compare/{base}...{head}', {
      answer: () => ({ status: 200, body: { ...example<object>('commit-comparison'), commits: [] } }),
    });
    // Twice, as two deliveries.
    for (const payload of [...payloads, ...payloads]) {
      expect(await world.deliver(event, here(world, payload))).toBe(202);
    }
    expect(world.errors).toEqual([]);
    const { checks, dispatches } = world.github.state;
    expect(checks.length).toBe(event === 'pull_request' ? numbers.length : 0);
    expect(dispatches).toHaveLength(checks.length);
  });

  test('about an installation that is not ours each example is accepted, and ends in one error at most', async () => {
    await using world = await open([7]);
    const payloads = examplesOf(event);
    for (const payload of payloads) {
      const foreign = { installation: { id: 424_242 }, ...payload };
      expect(await world.deliver(event, foreign)).toBe(202);
    }
    const writes = world.github.requests.filter(
      ({ method, path }) => method !== 'GET' && !path.endsWith('/access_tokens'),
    );
    expect(writes).toEqual([]);
    expect(world.errors.length).toBeLessThanOrEqual(payloads.length);
    const said = (error: unknown) =>
      (error as { code?: string; status?: number }).code ?? (error as { status?: number }).status;
    for (const error of world.errors) expect([404, 'github-not-found']).toContain(said(error));
    // And it works on.
    await world.pullEvent('opened');
    expect(world.github.state.checks).toMatchObject([{ status: 'queued' }]);
  });
});
