/** A GitHub on loopback that knows one pull request: its comments, who may write, its timeline and its workflow runs; paged as GitHub pages. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Octokit } from 'octokit';

export const HEAD = 'fed4321abc'.padEnd(40, '1');
export const OTHER = 'abc1234def'.padEnd(40, '0');

export interface StoredComment {
  by: string;
  body: string;
  at: string;
  editedAt?: string;
  type?: string;
  app?: object;
}

export interface Scene {
  comments: StoredComment[];
  /** By login; those that are not here get a 404. */
  permissions: Record<string, string>;
  /** Logins that belong to somebody else by now. */
  taken: string[];
  timeline: { event: string; created_at?: string; committer?: { date: string } }[];
  runs: { event?: string; branch?: string; sha?: string; repository?: number; at: string }[];
  head: { sha: string; ref: string; repo: { id: number } | null };
  /** Status by the beginning of the path below the repository. */
  failing: Record<string, number>;
}

export function emptyScene(): Scene {
  return {
    comments: [],
    permissions: { maria: 'write', otto: 'admin', anna: 'write', reader: 'read' },
    taken: [],
    timeline: [],
    runs: [],
    head: { sha: HEAD, ref: 'more-rows', repo: { id: 7 } },
    failing: {},
  };
}

/** The same for the same login. */
const idOf = (login: string) => [...login].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 1e9;

function commentOf({ by, body, at, editedAt = at, type = 'User', app }: StoredComment, index: number) {
  const user = { login: by, id: idOf(by), type };
  const html_url = `https://github.example/harbor/desk/pull/12#issuecomment-${index + 1}`;
  const app_or_none = app ?? null;
  return {
    ...{ id: index + 1, body, user, html_url, created_at: at, updated_at: editedAt },
    performed_via_github_app: app_or_none,
  };
}

function runOf({
  event = 'pull_request',
  branch = 'more-rows',
  sha = HEAD,
  repository = 7,
  at,
}: Scene['runs'][number]) {
  return { event, head_branch: branch, head_sha: sha, head_repository: { id: repository }, created_at: at };
}

/** What is below /repos/harbor/desk; an array is paged. */
function answer(path: string, scene: Scene): unknown {
  const login = /^\/collaborators\/([^/]+)\/permission$/.exec(path)?.[1];
  if (login !== undefined) {
    const permission = scene.permissions[login];
    const id = idOf(scene.taken.includes(login) ? 'somebody else' : login);
    return permission && { permission, role_name: permission, user: { login, id } };
  }
  if (path === '/pulls/12') return { number: 12, head: scene.head };
  if (path === '/issues/12/comments') return scene.comments.map(commentOf);
  if (path === '/issues/12/timeline') return scene.timeline;
  if (path === '/actions/runs')
    return { total_count: scene.runs.length, workflow_runs: scene.runs.map(runOf) };
  return undefined;
}

export interface WaiverServer extends AsyncDisposable {
  client: Octokit;
  /** Paths below the repository, in order. */
  requests: string[];
}

export async function serveScene(scene: Scene): Promise<WaiverServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const path = url.pathname.replace(/^\/repos\/harbor\/desk/, '');
    requests.push(path);
    const failing = Object.entries(scene.failing).find(([start]) => path.startsWith(start))?.[1];
    const found = failing === undefined ? answer(path, scene) : undefined;
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    let body = found ?? { message: 'Not Found' };
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (Array.isArray(found)) {
      body = found.slice((page - 1) * size, page * size);
      url.searchParams.set('page', `${page + 1}`);
      const host = request.headers.host;
      if (page * size < found.length)
        headers.link = `<http://${host}${url.pathname}${url.search}>; rel="next"`;
    }
    response.writeHead(failing ?? (found === undefined ? 404 : 200), headers);
    response.end(JSON.stringify(body));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    client: new Octokit({
      baseUrl: `http://127.0.0.1:${port}`,
      retry: { enabled: false },
      throttle: { enabled: false },
    }),
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
