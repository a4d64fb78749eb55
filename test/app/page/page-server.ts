/** The page on loopback beside a GitHub that has its checks, and a GitHub site that logs people in. */

import { createHash } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPage } from '../../../src/app/page/page.ts';
import type { LoginSettings } from '../../../src/app/page/page-settings.ts';
import { encodeStamp } from '../../../src/github/run-stamp.ts';
import type { Logger } from '../../../src/log.ts';
import { encodeSummary, type RunSummary } from '../../../src/report/run-summary.ts';
import { example } from '../../github/openapi.ts';
import { type Github, startGithub } from '../../github/stand-in.ts';
import * as objects from '../../github/stand-in-objects.ts';

export const TOKEN = 'ghu_viewer';
const SECRET = 'client-secret';
export const APP_ID = objects.app('lora-gate').id as number;

export const sha = (n: number) => n.toString(16).padStart(40, 'a');

export function summary(n: number, changes: Partial<RunSummary> = {}): RunSummary {
  const metric = { adapter: 'harbor-desk', name: 'perplexity', kind: 'perplexity', better: 'lower' } as const;
  return {
    v: 1,
    head: sha(n),
    outcome: 'pass',
    blocked: false,
    waived: false,
    seconds: 300,
    gpu_seconds: 240,
    judge: { requests: 40, tokens: 12_000, spend: 0.25 },
    metrics: [{ ...metric, base: 12, candidate: 12 - n / 10 }],
    ...changes,
  };
}

export interface Seeded {
  number: number;
  title?: string;
  mergedAt?: string | null;
  text?: string;
  app?: string;
  status?: 'in_progress' | 'completed';
  detailsUrl?: string | null;
  name?: string;
}

function seed(github: Github, pulls: readonly Seeded[]): void {
  for (const one of pulls) {
    const { number, text = encodeSummary(summary(number)), status = 'completed' } = one;
    github.state.checks.push({
      id: github.state.nextId(),
      name: one.name ?? 'lora-gate',
      head_sha: sha(number),
      app: one.app ?? 'lora-gate',
      external_id: encodeStamp({
        config: 'lora-gate.yml',
        headSha: sha(number),
        headOrder: number,
        runId: number,
        runAttempt: 1,
        state: 'done',
      }),
      details_url: one.detailsUrl === undefined ? `https://github.example/runs/${number}` : one.detailsUrl,
      status,
      conclusion: status === 'completed' ? 'success' : null,
      started_at: '2026-01-01T00:00:00Z',
      completed_at: status === 'completed' ? '2026-01-02T03:04:05Z' : null,
      output: { title: 'title', summary: 'summary', text },
      annotations: [],
      actions: [],
    });
  }
  const merged = new Map(pulls.map(({ number, mergedAt = null }) => [number, mergedAt]));
  github.route('GET /repos/{owner}/{repo}/pulls', {
    answer: ({ state, url }) => ({
      status: 200,
      list: {
        items: state.pulls.map((one) => ({
          ...objects.pullInList(one, state, url),
          merged_at: merged.get(one.number) ?? null,
        })),
      },
    }),
  });
  const listed = (name: string, items: unknown[]) => ({
    status: 200,
    body: { total_count: items.length, [name]: items },
  });
  github.route('GET /user/installations', {
    answer: ({ state }) =>
      listed('installations', [
        {
          ...example<object>('installation'),
          id: 100,
          account: objects.user(state.repo.split('/')[0] as string),
        },
      ]),
  });
  github.route('GET /user/installations/{installation_id}/repositories', {
    answer: ({ state }) => listed('repositories', [objects.repository(state.repo)]),
  });
}

async function listening(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const close = () => {
    server.closeAllConnections();
    return new Promise((done) => server.close(done));
  };
  return { server, close, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** GitHub's own site: `authorize` sends the browser back at once, the code is good once and for its verifier alone. */
function site(tokens: { next: string }): RequestListener {
  const challenges = new Map<string, string>();
  return async (request, response) => {
    const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://site');
    if (pathname === '/login/oauth/authorize') {
      const code = `code-${challenges.size}`;
      if (query.get('code_challenge_method') !== 'S256') throw new Error('no PKCE');
      challenges.set(code, query.get('code_challenge') as string);
      const back = new URL(query.get('redirect_uri') as string);
      back.search = new URLSearchParams({ code, state: query.get('state') as string }).toString();
      return void response.writeHead(302, { location: back.href }).end();
    }
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, string>;
    const challenge = createHash('sha256')
      .update(body.code_verifier ?? '')
      .digest('base64url');
    const good = challenges.get(body.code ?? '') === challenge && body.client_secret === SECRET;
    challenges.delete(body.code ?? '');
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        good ? { access_token: tokens.next, token_type: 'bearer' } : { error: 'bad_verification_code' },
      ),
    );
  };
}

const silent = () => {};
const quiet = { debug: silent, info: silent, warn: silent, error: silent } as unknown as Logger;

export interface PageServer extends AsyncDisposable {
  url: string;
  github: Github;
  /** What the next login gets. */
  tokens: { next: string };
  clock: { now: number };
}

export async function startPage(
  pulls: readonly Seeded[],
  { login = true, repo = 'team/desk' }: { login?: boolean; repo?: string } = {},
): Promise<PageServer> {
  const github = await startGithub({
    token: TOKEN,
    login: 'mia',
    repo,
    pulls: pulls.map(({ number, title }) => ({
      number,
      head: { sha: sha(number) },
      ...(title !== undefined && { title }),
    })),
  });
  seed(github, pulls);
  const tokens = { next: TOKEN };
  const clock = { now: Date.UTC(2026, 0, 1) };
  const web = await listening(site(tokens));
  const app = await listening((request, response) => {
    void handler(request, response).then((done) => done || response.writeHead(404).end());
  });
  const settings: LoginSettings = {
    clientId: 'Iv1.client',
    clientSecret: SECRET,
    sessionSecret: 's'.repeat(32),
    publicUrl: app.url,
    appId: APP_ID,
    webUrl: web.url,
    apiUrl: github.url,
  };
  const handler = createPage({
    login: login ? settings : null,
    status: () => ({ version: '1.2.3', ready: true, waiting: 4, running: 1 }),
    logger: quiet,
    now: () => clock.now,
  });
  return {
    url: app.url,
    github,
    tokens,
    clock,
    async [Symbol.asyncDispose]() {
      await Promise.all([app.close(), web.close()]);
      await github.close();
    },
  };
}
