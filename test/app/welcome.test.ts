/** The welcome: only where it was asked for, once whatever happens, and nothing where the repository is set up. */

import { expect, test } from 'vitest';
import type { AppSettings } from '../../src/app/settings.ts';
import { loadConfig } from '../../src/config/load.ts';
import { example } from '../github/openapi.ts';
import * as objects from '../github/stand-in-objects.ts';
import { Refused } from '../github/stand-in-routes.ts';
import { readWorkflow } from '../workflows/workflow-rules.ts';
import { dyingFetch } from './dying-fetch.ts';
import { openWorld, SELF, type World } from './world.ts';

interface Issue {
  title: string;
  body: string;
  state: string;
  login: string;
}

interface Place {
  issues: Issue[];
  /** By branch. */
  files: Map<string, Map<string, string>>;
  pulls: Issue[];
}

const WORKFLOW = '.github/workflows/lora-gate.yml';
const PERMISSIONS = {
  issues: 'write',
  contents: 'write',
  pull_requests: 'write',
  workflows: 'write',
  actions: 'write',
} as const;
/** When the description's example of an installation was made, and a minute later. */
const INSTALLED = Date.parse((example('installation') as { created_at: string }).created_at) + 60_000;

async function openPlace(
  welcome: AppSettings['welcome'],
  permissions: Record<string, 'read' | 'write'> = PERMISSIONS,
) {
  const world = await openWorld(
    { pulls: [], app: { id: 1, slug: 'lora-gate', permissions: { metadata: 'read', ...permissions } } },
    { now: () => INSTALLED },
    { welcome },
  );
  const { github } = world;
  const place: Place = { issues: [], files: new Map([['main', new Map()]]), pulls: [] };
  const { url } = github;
  const shown = (one: Issue, number: number) => ({
    ...{
      ...example<object>('issue'),
      number,
      ...one,
      user: objects.user(one.login),
      pull_request: undefined,
    },
  });
  github.route('GET /repos/{owner}/{repo}/issues', {
    answer: ({ query }) => ({
      status: 200,
      list: {
        items: place.issues
          .filter(({ login }) => login === query.get('creator'))
          .map((one, i) => JSON.parse(JSON.stringify(shown(one, i + 1)))),
      },
    }),
  });
  github.route('POST /repos/{owner}/{repo}/issues', {
    needs: [['issues', 'write']],
    answer({ body, login }) {
      const made = { title: String(body.title), body: String(body.body), state: 'open', login };
      place.issues.push(made);
      return { status: 201, body: JSON.parse(JSON.stringify(shown(made, place.issues.length))) };
    },
  });
  github.route('GET /repos/{owner}/{repo}/contents/{path}', {
    answer({ parameters, query }) {
      const text = place.files.get(query.get('ref') ?? 'main')?.get(parameters.path as string);
      if (text === undefined) throw new Refused(404, 'Not Found');
      const content = Buffer.from(text).toString('base64');
      const file = example<object>('content-file-response-if-content-is-a-file');
      return { status: 200, body: { ...file, encoding: 'base64', content } };
    },
  });
  github.route('GET /repos/{owner}/{repo}/git/ref/{ref}', {
    answer: () => ({ status: 200, body: example('git-ref') }),
  });
  github.route('POST /repos/{owner}/{repo}/git/refs', {
    needs: [['contents', 'write']],
    answer({ body }) {
      const branch = String(body.ref).replace('refs/heads/', '');
      if (place.files.has(branch)) throw new Refused(422, 'Reference already exists');
      place.files.set(branch, new Map(place.files.get('main')));
      return { status: 201, body: example('git-ref') };
    },
  });
  github.route('PUT /repos/{owner}/{repo}/contents/{path}', {
    needs: [['contents', 'write']],
    answer({ body, parameters }) {
      const files = place.files.get(String(body.branch));
      if (!files || files.has(parameters.path as string)) throw new Refused(422, '"sha" wasn’t supplied.');
      files.set(parameters.path as string, Buffer.from(String(body.content), 'base64').toString());
      return { status: 201, body: example('file-commit-example-for-creating-a-file') };
    },
  });
  github.route('GET /repos/{owner}/{repo}/pulls', {
    answer({ query, state }) {
      const seed = {
        draft: false,
        labels: [],
        files: [],
        head: { sha: 'a'.repeat(40), ref: 'x', repo: state.repo },
      };
      const items = query.get('head')
        ? place.pulls.map((one, i) => ({
            ...objects.pullInList(
              {
                ...seed,
                number: i + 1,
                author: one.login,
                title: one.title,
                state: 'open',
                base: { sha: 'b'.repeat(40), ref: 'main' },
              },
              state,
              url,
            ),
            body: one.body,
          }))
        : [];
      return { status: 200, list: { items } };
    },
  });
  github.route('POST /repos/{owner}/{repo}/pulls', {
    needs: [['pull_requests', 'write']],
    answer({ body, login, state }) {
      place.pulls.push({ title: String(body.title), body: String(body.body), state: 'open', login });
      return {
        status: 201,
        body: objects.pull(
          {
            ...{
              number: 1,
              author: login,
              title: String(body.title),
              draft: false,
              state: 'open',
              labels: [],
            },
            ...{ files: [], head: { sha: 'a'.repeat(40), ref: String(body.head), repo: state.repo } },
            base: { sha: 'b'.repeat(40), ref: 'main' },
          },
          state,
          url,
        ),
      };
    },
  });
  return { world, place };
}

const installed = (world: World) =>
  world.deliver('installation', {
    action: 'created',
    repositories: [{ id: 1, full_name: 'team/desk', name: 'desk' }],
  });
const added = (world: World) =>
  world.deliver('installation_repositories', {
    action: 'added',
    repositories_added: [{ id: 1, full_name: 'team/desk', name: 'desk' }],
  });

test('nobody is welcomed unasked', async () => {
  const { world, place } = await openPlace('off');
  await using _ = world;
  await installed(world);
  await world.app.reconcile();
  await world.app.idle();
  expect(place).toMatchObject({ issues: [], pulls: [] });
  expect(world.github.requests.some(({ path }) => path.includes('contents'))).toBe(false);
});

test('an issue says what is needed, once, with files that are valid as they stand', async () => {
  const { world, place } = await openPlace('issue');
  await using _ = world;
  await installed(world);
  await added(world);
  const [issue] = place.issues;
  if (issue) issue.state = 'closed';
  await added(world);
  expect(world.errors).toEqual([]);
  expect(place.issues).toHaveLength(1);
  expect(issue?.login).toBe(SELF);
  const [workflow = '', config = ''] = [...(issue?.body ?? '').matchAll(/^````yaml\n(.*?)\n````$/gms)].map(
    ([, text]) => text,
  );
  expect(Object.keys(readWorkflow(workflow).jobs)).toEqual(['train']);
  expect(readWorkflow(workflow).on.push).toEqual({ branches: ['main'] });
  expect(loadConfig(config, { file: 'lora-gate.yml' }).warnings).toEqual([]);
});

test('an issue of somebody else that looks like a welcome is none', async () => {
  const { world, place } = await openPlace('issue');
  await using _ = world;
  place.issues.push({ title: 'x', body: '<!-- lora-gate:welcome -->', state: 'open', login: 'eve' });
  await installed(world);
  expect(place.issues.map(({ login }) => login)).toEqual(['eve', SELF]);
});

test('a pull request brings the workflow, and does not come again', async () => {
  const { world, place } = await openPlace('pull_request');
  await using _ = world;
  await installed(world);
  await added(world);
  expect(world.errors).toEqual([]);
  expect(place.pulls).toMatchObject([{ login: SELF, body: expect.stringContaining('lora-gate:welcome') }]);
  const text = place.files.get('lora-gate/welcome')?.get(WORKFLOW) ?? '';
  expect(Object.keys(readWorkflow(text).jobs)).toEqual(['train']);
  expect(place.files.get('main')?.size).toBe(0);
});

test('a repository that has the workflow is left alone, and so is a branch with another one', async () => {
  const { world, place } = await openPlace('pull_request');
  await using _ = world;
  place.files.set('lora-gate/welcome', new Map([[WORKFLOW, 'name: mine']]));
  await installed(world);
  place.files.get('main')?.set(WORKFLOW, 'name: lora-gate');
  place.files.delete('lora-gate/welcome');
  await installed(world);
  expect(world.errors).toEqual([]);
  expect(place.pulls).toEqual([]);
});

test('a permission that is missing is named', async () => {
  const { world } = await openPlace('issue', { issues: 'read' });
  await using _ = world;
  await installed(world);
  expect(world.errors).toMatchObject([
    { code: 'github-permission', message: expect.stringContaining('issues: write') },
  ]);
});

test.each(['issue', 'pull_request'] as const)(
  'killed at any moment, the welcome by %s is there once in the end',
  async (kind) => {
    let reached = 0;
    for (let call = 1; call <= 15; call++) {
      const { world, place } = await openPlace(kind);
      await using _ = world;
      const dying = dyingFetch(call);
      await world.restart({ fetch: dying.fetch, onError: () => {} });
      await Promise.race([installed(world), dying.died]);
      if (dying.made() < call) break;
      reached += 1;
      await world.restart();
      for (let look = 0; look < 2; look++) {
        await world.app.reconcile();
        await world.app.idle();
      }
      expect(world.errors).toEqual([]);
      expect([...place.issues, ...place.pulls], `killed after call ${call}`).toHaveLength(1);
    }
    expect(reached).toBeGreaterThan(4);
  },
);
