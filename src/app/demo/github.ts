/**
 * A GitHub on loopback with few repositories, so that the app can be seen and measured without an App: answers the API, sends signed
 * deliveries. It trusts whoever reaches it and is no model of GitHub's rules; the tests have one that is.
 */

import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { installation, repository, user } from './objects.ts';
import { DEMO_ROUTES, type DemoAnswer } from './routes.ts';
import type { DemoState } from './state.ts';

export interface DemoGithub extends AsyncDisposable {
  /** Of the API. */
  url: string;
  /** Requests by route. */
  counts: Map<string, number>;
  /** What it was asked for and does not have. */
  unknown: string[];
}

export interface DemoGithubOptions {
  /** One for each repository. */
  states: readonly DemoState[];
  onDispatch: (state: DemoState, inputs: Record<string, string>) => void;
}

interface Pattern {
  route: string;
  method: string;
  path: RegExp;
}

const PATTERNS: Pattern[] = Object.keys(DEMO_ROUTES).map((route) => {
  const [method = '', path = ''] = route.split(' ');
  const source = path.replace(/\{(\w+)\*\}/g, '(?<$1>.+)').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return { route, method, path: new RegExp(`^(?:/api/v3)?${source}$`) };
});

function matched(method: string, pathname: string): [string, Record<string, string>] | undefined {
  for (const { route, method: wanted, path } of PATTERNS) {
    const groups = method === wanted ? path.exec(pathname) : null;
    if (groups) return [route, { ...groups.groups }];
  }
  return undefined;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return chunks.length === 0 ? {} : (JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>);
}

function send(response: ServerResponse, answer: DemoAnswer, asked: URL): void {
  const headers: Record<string, string> = {
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-resource': 'core',
  };
  let { body } = answer;
  if (answer.location) headers.location = answer.location;
  if (answer.list) {
    const [size, page] = [
      Number(asked.searchParams.get('per_page') ?? 30),
      Number(asked.searchParams.get('page') ?? 1),
    ];
    const show = (answer.show ?? ((one) => one)) as (one: unknown) => unknown;
    const items = answer.list.slice((page - 1) * size, page * size).map(show);
    body = answer.key ? { total_count: answer.list.length, [answer.key]: items } : items;
    if (page * size < answer.list.length) {
      const next = new URL(asked);
      next.searchParams.set('page', String(page + 1));
      headers.link = `<${next.href}>; rel="next"`;
    }
  }
  if (answer.bytes) {
    response
      .writeHead(answer.status, { ...headers, 'content-type': 'application/octet-stream' })
      .end(answer.bytes);
    return;
  }
  response.writeHead(answer.status, { ...headers, 'content-type': 'application/json; charset=utf-8' });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

export async function startDemoGithub({ states, onDispatch }: DemoGithubOptions): Promise<DemoGithub> {
  const counts = new Map<string, number>();
  const unknown: string[] = [];
  let url = '';

  const ofPlace = new Map(states.map((state) => [`${state.owner}/${state.repo}`, state]));
  const ofInstallation = new Map(states.map((state) => [String(state.installation), state]));

  function stateOf(parameters: Record<string, string>, authorization: string): DemoState | undefined {
    const { owner, repo, installation } = parameters;
    if (owner !== undefined) return ofPlace.get(`${owner}/${repo}`);
    const asking = installation ?? parameters.id ?? /ghs_demo_(\d+)$/.exec(authorization)?.[1];
    return asking === undefined ? states[0] : ofInstallation.get(asking);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = new URL(request.url ?? '/', url);
    const method = request.method ?? 'GET';
    const found = matched(method, asked.pathname);
    const body = await bodyOf(request);
    const state = found && stateOf(found[1], request.headers.authorization ?? '');
    if (!found || !state) {
      unknown.push(`${method} ${asked.pathname}`);
      return send(response, { status: 404, body: { message: 'Not Found' } }, asked);
    }
    const [route, parameters] = found;
    counts.set(route, (counts.get(route) ?? 0) + 1);
    const accept = request.headers.accept ?? '';
    const call = { state, states, parameters, query: asked.searchParams, body, accept, onDispatch, url };
    send(response, (DEMO_ROUTES[route] as (one: typeof call) => DemoAnswer)(call), asked);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((thrown: unknown) => {
      unknown.push(String(thrown));
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ url, counts, unknown },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export interface DemoDelivery {
  /** X-GitHub-Delivery: the same for one that comes twice. */
  id?: string;
  event: string;
  payload: Record<string, unknown>;
}

/** Request headers and body of a delivery, signed as GitHub signs. */
export function signedDelivery(
  state: DemoState,
  secret: string,
  { id = randomUUID(), event, payload }: DemoDelivery,
): { headers: Record<string, string>; body: string } {
  const body = JSON.stringify({
    sender: user('mia'),
    ...payload,
    installation: { id: installation(state).id },
    repository: repository(state),
  });
  const signature = createHmac('sha256', secret).update(body).digest('hex');
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'user-agent': 'GitHub-Hookshot/demo',
      'x-github-delivery': id,
      'x-github-event': event,
      'x-hub-signature-256': `sha256=${signature}`,
    },
  };
}
