/**
 * A GitHub on loopback that keeps state, for tests: real HTTP, and every request and answer is held against GitHub's own OpenAPI
 * description (a request that does not follow it is answered with 400, and `close` throws).
 *
 *   const github = await startGithub({
 *     token: 'ghs_test', login: 'github-actions[bot]', repo: 'team/desk',
 *     pulls: [{ number: 7, head: { sha: '…' }, author: 'ann', files: [{ filename: 'data/train.jsonl' }] }],
 *     collaborators: { mia: 'write' },           // GET /collaborators/{}/permission
 *     permissions: { checks: 'write' },          // what the token may do; everything where left out
 *     tokens: { other: { login: 'mia' } },       // further tokens
 *     app: { id: 1, slug: 'lora-gate' },         // an App: JWT, installation tokens; `github.app.privateKey`
 *   });
 *   github.url                                   // the API's address (GITHUB_API_URL, baseUrl of Octokit)
 *   github.requests                              // what came, in order: { method, path, query, body, route, login, status }
 *   github.state                                 // pulls, comments, checks, statuses, reactions, dispatches, runs: read and write
 *   github.comment(7, 'mia', '/lora-gate run')   // as if somebody had written it
 *   github.push(7, sha)                          // moves the head of a pull request
 *   github.fail({ method: 'POST', path: '/comments', how: 'cut-after' })   // stand-in-failures.ts has all the ways
 *   github.route('GET /repos/{owner}/{repo}/rulesets', { answer: () => ({ status: 200, body: [] }) })   // one more
 *   await github.close();
 */

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Matched, matchOperation, requestProblems, responseProblems } from './openapi.ts';
import { type AppSeed, appRoutes, type InstalledApp, installApp } from './stand-in-app.ts';
import { CHECK_ROUTES } from './stand-in-checks.ts';
import { type FailureRule, makeFailures, refusal } from './stand-in-failures.ts';
import { queryGraphql } from './stand-in-graphql.ts';
import { bodyOf, paged, permitted } from './stand-in-http.ts';
import { type Call, Refused, ROUTES, type Route } from './stand-in-routes.ts';
import { type Comment, makeState, type PullSeed, type State } from './stand-in-state.ts';

export interface Token {
  login: string;
  /** As a workflow's `permissions:` with underscores; everything where left out. */
  permissions?: Record<string, 'read' | 'write'>;
}

export interface GithubSeed {
  token: string;
  /** `github-actions[bot]`, `slug[bot]` of an App, or a person's. */
  login: string;
  permissions?: Token['permissions'];
  tokens?: Record<string, Token>;
  /** `owner/name`. */
  repo: string;
  /** Repositories that are there besides; what they answer is the test's matter. */
  others?: readonly string[];
  pulls?: readonly PullSeed[];
  collaborators?: State['collaborators'];
  app?: AppSeed;
}

export interface Recorded {
  method: string;
  path: string;
  query: Record<string, string>;
  body: unknown;
  route: string | undefined;
  login: string | undefined;
  /** 0 where the connection was broken. */
  status: number;
}

export interface Github extends AsyncDisposable {
  url: string;
  requests: Recorded[];
  state: State;
  /** What did not follow GitHub's description. */
  problems: string[];
  app: InstalledApp | undefined;
  fail(rule: FailureRule): void;
  route(route: string, answer: Route): void;
  comment(pull: number, login: string, body: string): Comment;
  push(pull: number, sha: string): void;
  /** @throws where a request or an answer did not follow GitHub's description. */
  close(): Promise<void>;
}

/** @see the top of this file */
export async function startGithub(seed: GithubSeed): Promise<Github> {
  const state = makeState(seed.repo, seed.pulls ?? []);
  state.collaborators = { ...seed.collaborators };
  const tokens = new Map<string, Token>(Object.entries(seed.tokens ?? {}));
  tokens.set(seed.token, {
    login: seed.login,
    ...(seed.permissions === undefined ? {} : { permissions: seed.permissions }),
  });
  const app = seed.app && installApp(seed.app);
  const issue = () => {
    const token = `ghs_installation${tokens.size}`;
    if (app) tokens.set(token, { login: `${app.slug}[bot]`, permissions: app.permissions });
    return token;
  };
  const routes: Record<string, Route> = { ...ROUTES, ...CHECK_ROUTES, ...(app ? appRoutes(app, issue) : {}) };
  const failures = makeFailures();
  const requests: Recorded[] = [];
  const problems: string[] = [];
  let url = '';

  const send = (
    response: ServerResponse,
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ) => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
    response.end(body === undefined ? undefined : JSON.stringify(body));
  };

  /** Takes effect, and gives what is to be sent. */
  const perform = (matched: Matched, call: Call, token: Token, path: string) => {
    const route = routes[matched.route];
    if (!route)
      throw new Error(`the stand-in has no ${matched.route} yet: see stand-in-routes.ts, or use route()`);
    if (!permitted(route, token)) {
      const expected = (route.needs ?? []).map(([name, level]) => `${name}=${level}`).join('; ');
      throw Object.assign(new Refused(403, 'Resource not accessible by integration'), { expected });
    }
    const ofRepository = matched.parameters.repo;
    const asked = `${matched.parameters.owner}/${ofRepository}`;
    if (ofRepository && ![seed.repo, ...(seed.others ?? [])].includes(asked))
      throw new Refused(404, 'Not Found');
    const answer = route.answer(call);
    const { body, link } = answer.list ? paged(answer, call.query, `${url}${path}`) : { body: answer.body };
    problems.push(...responseProblems(matched.route, answer.status, body));
    return { status: answer.status, body, headers: { ...answer.headers, ...(link ? { link } : {}) } };
  };

  const authenticate = (header: string | undefined): Token | undefined => {
    const token = (header ?? '').replace(/^(bearer|token)\s+/i, '');
    if (app && token.split('.').length === 3)
      return app.accepts(token) ? { login: `${app.slug}[bot]` } : undefined;
    return tokens.get(token);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://loopback');
    const method = request.method ?? 'GET';
    const body = await bodyOf(request);
    const matched = matchOperation(method, pathname);
    const token = authenticate(request.headers.authorization);
    const query = Object.fromEntries(searchParams);
    const entry: Recorded = {
      method,
      path: pathname,
      query,
      body,
      route: matched?.route,
      login: token?.login,
      status: 0,
    };
    requests.push(entry);
    const finish = (status: number, content: unknown, headers?: Record<string, string>) => {
      entry.status = status;
      send(response, status, content, headers);
    };
    const refuse = (status: number, message: string, headers?: Record<string, string>) =>
      finish(
        status,
        { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
        headers,
      );

    if (method === 'POST' && pathname === '/graphql') {
      entry.route = 'POST /graphql';
      if (!token) return refuse(401, 'Bad credentials');
      const answered = await queryGraphql({ state, app, login: token.login }, body);
      problems.push(...(answered.errors ?? []).map(({ message }) => `POST /graphql: ${message}`));
      return finish(200, answered);
    }
    const wrong = matched
      ? requestProblems(matched, searchParams, body)
      : [`GitHub has no ${method} ${pathname}`];
    problems.push(...wrong.map((problem) => `${method} ${pathname}: ${problem}`));
    if (!matched || wrong.length > 0)
      return refuse(400, `this is not a request that GitHub describes: ${wrong.join('; ')}`);
    const rule = failures.next(method, pathname);
    const refused = rule && refusal(rule);
    if (refused) return refuse(refused.status, refused.message, refused.headers);
    if (rule?.how === 'cut-before') return void request.socket.destroy();
    if (rule?.how === 'never') return;
    if (rule?.how === 'slow') await wait((rule.seconds ?? 1) * 1000);
    if (!token) return refuse(401, 'Bad credentials');
    try {
      const call = {
        state,
        url,
        login: token.login,
        parameters: matched.parameters,
        query: searchParams,
        body: body ?? {},
      };
      const done = perform(matched, call, token, pathname);
      if (rule?.how === 'cut-after') return void request.socket.destroy();
      if (rule?.how === 'error-after') return refuse(502, 'Bad Gateway');
      if (rule?.how === 'cut-body') {
        response.writeHead(done.status, {
          'content-type': 'application/json; charset=utf-8',
          'content-length': '100000',
        });
        response.write(JSON.stringify(done.body).slice(0, 20), () => request.socket.destroy());
        return;
      }
      finish(done.status, done.body, done.headers);
    } catch (thrown) {
      if (!(thrown instanceof Refused)) throw thrown;
      const { expected } = thrown as Refused & { expected?: string };
      refuse(thrown.status, thrown.message, expected ? { 'x-accepted-github-permissions': expected } : {});
    }
  };

  const server = createServer((request, response) => {
    handle(request, response).catch((thrown: unknown) => {
      problems.push(String(thrown));
      if (!response.headersSent) send(response, 400, { message: String(thrown) });
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    if (problems.length > 0) throw new Error(`not as GitHub describes it:\n${problems.join('\n')}`);
  };
  return {
    url,
    requests,
    state,
    problems,
    app,
    fail: failures.add,
    route: (name, answer) => {
      routes[name] = answer;
    },
    comment(pull, login, text) {
      const now = state.now();
      const made = { id: state.nextId(), pull, login, body: text, created_at: now, updated_at: now };
      state.comments.push(made);
      return made;
    },
    push(number, sha) {
      const pull = state.pulls.find((one) => one.number === number);
      if (!pull) throw new Error(`there is no pull request ${number}`);
      pull.head.sha = sha;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
