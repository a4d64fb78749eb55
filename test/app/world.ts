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
import { type Github, type GithubSeed, startGithub } from '../github/stand-in.ts';
import type { WorkflowRun } from '../github/stand-in-state.ts';
import { exampleResult } from '../report/example-result.ts';
import { addRoutes, type Contents } from './world-routes.ts';
import { zipOf } from './zip.ts';

export { CONFIG_TEXT } from './world-routes.ts';

export const HEAD = 'a'.repeat(40);
export const NEXT = 'd'.repeat(40);
export const SECRET = 'a secret of the test, long enough';
export const SELF = 'lora-gate[bot]';

/** Without waits between requests, and without tries after the first: what fails is seen. */
export const FastOctokit = ProbotOctokit.defaults((options: Record<string, unknown>) => ({
  ...options,
  // Probot puts its own in, so that a plain object of defaults would not last.
  throttle: { ...(options.throttle as object | undefined), enabled: false },
  retry: { enabled: false },
}));

export interface World extends AsyncDisposable {
  github: Github;
  configs: Contents['configs'];
  defaults: Contents['defaults'];
  jobs: Contents['jobs'];
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

export function settingsOf(github: Github, more: Partial<AppSettings> = {}): AppSettings {
  return {
    ...{ appId: 1, privateKey: github.app?.privateKey ?? '', webhookSecret: SECRET },
    ...{ port: 0, host: '127.0.0.1', logLevel: 'fatal', redisUrl: undefined },
    ...{ apiUrl: github.url, workflow: 'lora-gate.yml', welcome: 'off' },
    ...more,
  };
}

export function resultFor(head: string, sections: Parameters<typeof exampleResult>[0]): string {
  const result = exampleResult(sections);
  const whole: Result = { ...result, head: { ...result.head, sha: head } };
  return JSON.stringify(whole);
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

export async function openWorld(
  seed: Partial<GithubSeed> = {},
  options: AppOptions = {},
  settings: Partial<AppSettings> = {},
): Promise<World> {
  const github = await startGithub({
    ...{ token: 'ghs_none', login: SELF, repo: 'team/desk', app: { id: 1, slug: 'lora-gate' } },
    pulls: [{ number: 7, head: { sha: HEAD }, author: 'ann', files: [{ filename: 'data/train.jsonl' }] }],
    others: ['team/.github'],
    collaborators: { mia: 'write', ann: 'write' },
    ...seed,
  });
  const configs: World['configs'] = new Map();
  const defaults: World['defaults'] = { text: null };
  const jobs: World['jobs'] = new Map();
  const zips = new Map<number, Buffer>();
  const blobs = await serveBlobs(zips);
  addRoutes(github, { configs, defaults, jobs, zips, blobs: blobs.url });
  const errors: unknown[] = [];
  let app: App;
  let server: AppServer;
  const start = async (more: AppOptions = {}) => {
    app = await createApp(settingsOf(github, settings), {
      ...{ Octokit: FastOctokit, graceMilliseconds: 0, onError: (thrown: unknown) => errors.push(thrown) },
      // The stand-in's clock, which moves with every look at it.
      now: () => Date.parse(github.state.now()),
      ...options,
      ...more,
    });
    const onError = (thrown: unknown) => errors.push(thrown);
    server = await startServer({ host: '127.0.0.1', port: 0, handlers: [app.handler], onError });
  };
  await start();
  const about = {
    installation: { id: github.app?.installation },
    repository: { name: 'desk', owner: { login: 'team' }, default_branch: 'main' },
  };
  const newest = () => {
    const run = github.state.runs.at(-1);
    if (!run) throw new Error('nothing was dispatched');
    return run;
  };
  const world: World = {
    github,
    ...{ configs, defaults, jobs, errors },
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
