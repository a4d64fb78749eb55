/**
 * GitHub with one repository that has the App installed, the workflow that the App dispatches, and the App itself, spoken to by signed
 * deliveries over HTTP. A run is a record that the test moves on by hand.
 */

import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from '@octokit/webhooks-methods';
import { ProbotOctokit } from 'probot';
import { type App, type AppOptions, createApp } from '../../src/app/create-app.ts';
import { WEBHOOK_PATH } from '../../src/app/deliveries.ts';
import { type AppServer, startServer } from '../../src/app/server.ts';
import type { AppSettings } from '../../src/app/settings.ts';
import type { Result } from '../../src/report/result.ts';
import { example } from '../github/openapi.ts';
import { type Github, type GithubSeed, startGithub } from '../github/stand-in.ts';
import * as objects from '../github/stand-in-objects.ts';
import { found, Refused } from '../github/stand-in-routes.ts';
import type { WorkflowRun } from '../github/stand-in-state.ts';
import { exampleResult } from '../report/example-result.ts';
import { zipOf } from './zip.ts';

export const HEAD = 'a'.repeat(40);
export const NEXT = 'd'.repeat(40);
export const SECRET = 'a secret of the test, long enough';
export const SELF = 'lora-gate[bot]';

export const CONFIG_TEXT = `version: 1
model: models/tiny
adapters:
  support:
    train: data/train.jsonl
    test: data/test.jsonl
`;

/** Without waits between requests, and without tries after the first: what fails is seen. */
export const FastOctokit = ProbotOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  // Probot puts its own in, so that a plain object of defaults would not last.
  throttle: { ...(options.throttle as object | undefined), enabled: false },
  retry: { enabled: false },
}));

export interface World extends AsyncDisposable {
  github: Github;
  /** By commit; every commit that is not here has CONFIG_TEXT. */
  configs: Map<string, string | null>;
  app: App;
  url: string;
  errors: unknown[];
  /** Sends a delivery and waits until its work is done; the status it was answered with. */
  deliver(event: string, payload: object, options?: DeliverOptions): Promise<number>;
  pullEvent(action: string, options?: DeliverOptions & { pull?: number; before?: string }): Promise<number>;
  /** As if a person had written it. */
  say(login: string, body: string, pull?: number): Promise<number>;
  /** Moves the newest run on and tells of it. */
  runEvent(changes: Partial<WorkflowRun>, run?: WorkflowRun): Promise<number>;
  /** What the newest run has uploaded. */
  upload(members: Record<string, string>, run?: WorkflowRun): void;
  /** Ends the process as kill does, and starts another. */
  restart(options?: AppOptions): Promise<void>;
}

export interface DeliverOptions {
  id?: string;
  signature?: string;
  /** Does not wait for the work. */
  wait?: boolean;
}

export function settingsOf(github: Github): AppSettings {
  return {
    ...{ appId: 1, privateKey: github.app?.privateKey ?? '', webhookSecret: SECRET },
    ...{ port: 0, host: '127.0.0.1', logLevel: 'fatal', redisUrl: undefined },
    ...{ apiUrl: github.url, workflow: 'lora-gate.yml' },
  };
}

export function resultFor(head: string, sections: Parameters<typeof exampleResult>[0]): string {
  const result = exampleResult(sections);
  const whole: Result = { ...result, head: { ...result.head, sha: head } };
  return JSON.stringify(whole);
}

/** The routes that only an App needs. */
function addRoutes(
  github: Github,
  configs: World['configs'],
  zips: Map<number, Buffer>,
  blobs: string,
): void {
  github.route('GET /repos/{owner}/{repo}/contents/{path}', {
    needs: [['contents', 'read']],
    answer({ query, parameters }) {
      const ref = query.get('ref') ?? '';
      const text = configs.has(ref) ? configs.get(ref) : CONFIG_TEXT;
      if (parameters.path !== 'lora-gate.yml' || text === null || text === undefined)
        throw new Refused(404, 'Not Found');
      const content = Buffer.from(text).toString('base64');
      const file = example('content-file-response-if-content-is-a-file');
      return {
        status: 200,
        body: { ...file, name: 'lora-gate.yml', path: 'lora-gate.yml', encoding: 'base64', content },
      };
    },
  });
  github.route('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
    needs: [['actions', 'write']],
    answer({ state, body, parameters, login }) {
      const inputs = (body.inputs ?? {}) as Record<string, string>;
      const ref = String(body.ref);
      state.dispatches.push({ workflow: parameters.workflow_id as string, ref, inputs });
      state.runs.push({
        ...{ id: state.nextId(), head_sha: 'b'.repeat(40), head_branch: ref, event: 'workflow_dispatch' },
        ...{ status: 'queued', conclusion: null, run_attempt: 1, actor: login },
        path: `.github/workflows/${parameters.workflow_id}`,
        display_title: `lora-gate #${inputs.pr} ${inputs.check_run_id}`,
      });
      return { status: 204 };
    },
  });
  github.route('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
    needs: [['actions', 'read']],
    answer({ state, parameters, url, query }) {
      const items = state.runs
        .filter(({ path }) => path.endsWith(`/${parameters.workflow_id}`))
        .filter(({ event }) => !query.get('event') || event === query.get('event'))
        .filter(({ head_branch }) => !query.get('branch') || head_branch === query.get('branch'))
        .toReversed()
        .map((run) => objects.workflowRun(run, state, url));
      return {
        status: 200,
        list: { items, wrap: (workflow_runs, total_count) => ({ total_count, workflow_runs }) },
      };
    },
  });
  github.route('POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel', {
    needs: [['actions', 'write']],
    answer({ state, parameters }) {
      const run = found(state.runs.find(({ id }) => String(id) === parameters.run_id));
      if (run.status === 'completed')
        throw new Refused(409, 'Cannot cancel a workflow run that is completed.');
      Object.assign(run, { status: 'completed', conclusion: 'cancelled' });
      return { status: 202, body: {} };
    },
  });
  github.route('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
    needs: [['actions', 'read']],
    answer({ parameters, url }) {
      const id = Number(parameters.run_id);
      const zip = zips.get(id);
      const artifacts = zip
        ? [{ ...example('artifact'), id, name: 'lora-gate', size_in_bytes: zip.length, expired: false, url }]
        : [];
      return { status: 200, body: { total_count: artifacts.length, artifacts } };
    },
  });
  github.route('GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}', {
    needs: [['actions', 'read']],
    answer: ({ parameters }) => ({
      status: 302,
      headers: { location: `${blobs}/${parameters.artifact_id}` },
    }),
  });
  github.route('GET /repos/{owner}/{repo}/actions/runs', {
    answer: () => ({ status: 200, body: { total_count: 0, workflow_runs: [] } }),
  });
  github.route('GET /repos/{owner}/{repo}/issues/{issue_number}/timeline', {
    answer: () => ({ status: 200, body: [] }),
  });
  github.route('GET /rate_limit', {
    answer: () => ({ status: 200, body: example('rate-limit-overview') }),
  });
  github.route('GET /installation/repositories', {
    answer({ state }) {
      const repositories = [objects.repository(state.repo)].map((one) => ({ ...one, archived: false }));
      return { status: 200, body: { total_count: 1, repository_selection: 'all', repositories } };
    },
  });
}

async function serveBlobs(zips: Map<number, Buffer>) {
  const server = createServer((request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/zip' })
      .end(zips.get(Number((request.url ?? '').slice(1))));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

export async function openWorld(seed: Partial<GithubSeed> = {}, options: AppOptions = {}): Promise<World> {
  const github = await startGithub({
    ...{ token: 'ghs_none', login: SELF, repo: 'team/desk', app: { id: 1, slug: 'lora-gate' } },
    pulls: [{ number: 7, head: { sha: HEAD }, author: 'ann', files: [{ filename: 'data/train.jsonl' }] }],
    collaborators: { mia: 'write', ann: 'write' },
    ...seed,
  });
  const configs: World['configs'] = new Map();
  const zips = new Map<number, Buffer>();
  const blobs = await serveBlobs(zips);
  addRoutes(github, configs, zips, blobs.url);
  const errors: unknown[] = [];
  let app: App;
  let server: AppServer;
  const start = async (more: AppOptions = {}) => {
    app = await createApp(settingsOf(github), {
      ...{ Octokit: FastOctokit, graceMilliseconds: 0, onError: (thrown: unknown) => errors.push(thrown) },
      ...options,
      ...more,
    });
    const onError = (thrown: unknown) => errors.push(thrown);
    server = await startServer({ host: '127.0.0.1', port: 0, handlers: [app.handler], onError });
  };
  await start();
  const about = {
    installation: { id: github.app?.installation },
    repository: { name: 'desk', owner: { login: 'team' } },
  };
  const newest = () => {
    const run = github.state.runs.at(-1);
    if (!run) throw new Error('nothing was dispatched');
    return run;
  };
  const world: World = {
    github,
    configs,
    errors,
    get app() {
      return app;
    },
    get url() {
      return server.url;
    },
    async deliver(event, payload, { id = randomUUID(), signature, wait = true } = {}) {
      const body = JSON.stringify({ ...about, ...payload });
      const response = await fetch(`${server.url}${WEBHOOK_PATH}`, {
        method: 'POST',
        body,
        headers: {
          ...{ 'content-type': 'application/json', 'x-github-delivery': id, 'x-github-event': event },
          'x-hub-signature-256': signature ?? (await sign(SECRET, body)),
        },
      });
      await response.text();
      if (wait) await app.idle();
      return response.status;
    },
    pullEvent: (action, { pull = 7, before, ...rest } = {}) =>
      world.deliver(
        'pull_request',
        { action, pull_request: { number: pull }, ...(before && { before }) },
        rest,
      ),
    say(login, body, pull = 7) {
      const { id } = github.comment(pull, login, body);
      const comment = { id, body, user: { type: 'User' } };
      return world.deliver('issue_comment', {
        action: 'created',
        issue: { number: pull, pull_request: {} },
        comment,
      });
    },
    runEvent(changes, run = newest()) {
      Object.assign(run, changes);
      const { event, display_title } = run;
      return world.deliver('workflow_run', { action: run.status, workflow_run: { event, display_title } });
    },
    upload(members, run = newest()) {
      zips.set(run.id, zipOf(members));
    },
    async restart(more) {
      void server.close();
      await start(more);
    },
    async [Symbol.asyncDispose]() {
      await server.close();
      await app.close();
      blobs.server.closeAllConnections();
      blobs.server.close();
      await github.close();
    },
  };
  return world;
}
