/** The requests that the demo's GitHub answers: those of the app and no others. Validates nothing; the app's tests do that. */

import * as objects from './objects.ts';
import { addComment, append, type DemoCheck, type DemoPull, type DemoRun, type DemoState } from './state.ts';
import { surveyed } from './survey.ts';

export interface DemoCall {
  /** The repository's, or that of the installation that asks. */
  state: DemoState;
  states: readonly DemoState[];
  /** By the names in the route. */
  parameters: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  accept: string;
  /** Tells the runner. */
  onDispatch: (state: DemoState, inputs: Record<string, string>) => void;
  /** Where this GitHub is. */
  url: string;
}

export interface DemoAnswer {
  status: number;
  body?: unknown;
  /** Cut into pages: a list, or the key of the list in the body. */
  list?: readonly unknown[];
  /** What becomes of each that is on the page. */
  show?: (one: never) => unknown;
  key?: string;
  bytes?: Buffer;
  location?: string;
}

type Route = (call: DemoCall) => DemoAnswer;

const NOT_FOUND: DemoAnswer = { status: 404, body: { message: 'Not Found' } };
const ok = (body: unknown): DemoAnswer => ({ status: 200, body });
const found = <T>(value: T | undefined, show: (value: T) => unknown): DemoAnswer =>
  value === undefined ? NOT_FOUND : ok(show(value));
const numberOf = (call: DemoCall, name: string) => Number(call.parameters[name]);
const textOf = (value: unknown, other: string | null = null) => (typeof value === 'string' ? value : other);

function apply(check: DemoCheck, { state, body }: DemoCall): void {
  const output = (body.output ?? {}) as Record<string, unknown>;
  check.external_id = textOf(body.external_id, check.external_id) as string;
  check.details_url = textOf(body.details_url, check.details_url);
  check.status = textOf(body.status, check.status) as string;
  check.conclusion = textOf(body.conclusion, check.conclusion);
  check.output = {
    title: textOf(output.title, check.output.title),
    summary: textOf(output.summary, check.output.summary),
    text: textOf(output.text, check.output.text),
  };
  check.annotations += Array.isArray(output.annotations) ? output.annotations.length : 0;
  if (check.conclusion !== null) check.status = 'completed';
  check.completed_at = check.status === 'completed' ? state.now() : null;
}

function createCheck(call: DemoCall): DemoAnswer {
  const { state, body } = call;
  const made: DemoCheck = {
    id: state.nextId(),
    name: String(body.name),
    head_sha: String(body.head_sha),
    external_id: '',
    details_url: null,
    status: 'queued',
    conclusion: null,
    started_at: state.now(),
    completed_at: null,
    output: { title: null, summary: null, text: null },
    annotations: 0,
  };
  apply(made, call);
  state.checks.set(made.id, made);
  append(state.checksOfSha, made.head_sha, made);
  return { status: 201, body: objects.check(state, made) };
}

function content({ state, parameters, accept }: DemoCall): DemoAnswer {
  const path = decodeURIComponent(parameters.path as string);
  const text = state.files.get(path);
  if (text === undefined) return NOT_FOUND;
  if (accept.includes('raw')) return { status: 200, bytes: Buffer.from(text) };
  const bytes = Buffer.from(text);
  const file = {
    type: 'file',
    encoding: 'base64',
    size: bytes.length,
    name: path,
    path,
    sha: '0'.repeat(40),
  };
  return ok({ ...file, content: bytes.toString('base64') });
}

function listChecks({ state, parameters, query }: DemoCall): DemoAnswer {
  const name = query.get('check_name');
  const all = (state.checksOfSha.get(parameters.ref as string) ?? []).filter(
    (one) => !name || one.name === name,
  );
  const latest = new Map(all.map((one) => [one.name, one]));
  const shown = query.get('filter') === 'all' ? all.toReversed() : [...latest.values()];
  return { status: 200, key: 'check_runs', list: shown.map((one) => objects.check(state, one)) };
}

function listRuns({ state, query }: DemoCall): DemoAnswer {
  const wanted = (one: DemoRun) =>
    [null, one.status, one.conclusion].some((value) => value === query.get('status'));
  const runs = [...state.runs.values()].reverse().filter(wanted);
  return { status: 200, key: 'workflow_runs', list: runs.map((one) => objects.run(state, one)) };
}

const REPO = '/repos/{owner}/{repo}';

/** By method and path; `{path*}` takes the rest. */
export const DEMO_ROUTES: Readonly<Record<string, Route>> = {
  'GET /app': ({ state }) => ok({ id: state.appId, slug: state.slug, name: state.slug, events: [] }),
  'GET /app/installations': ({ states }) => ({ status: 200, list: states.map(objects.installation) }),
  'GET /app/installations/{id}': ({ state }) => ok(objects.installation(state)),
  [`GET ${REPO}/installation`]: ({ state }) => ok(objects.installation(state)),
  'POST /app/installations/{id}/access_tokens': ({ parameters }) => ({
    status: 201,
    body: {
      token: `ghs_demo_${parameters.id}`,
      expires_at: new Date(Date.now() + 3_600_000).toISOString(),
      permissions: {},
    },
  }),
  'GET /installation/repositories': ({ state }) => ({
    status: 200,
    key: 'repositories',
    list: [objects.repository(state)],
  }),
  'POST /graphql': ({ state, body }) => ok(surveyed(state, body.variables as Record<string, unknown>)),
  'GET /rate_limit': () => {
    const core = { limit: 5000, remaining: 4999, used: 1, reset: 0 };
    return ok({ resources: { core, graphql: core }, rate: core });
  },
  [`GET ${REPO}`]: ({ state }) => ok(objects.repository(state)),
  [`GET ${REPO}/pulls`]: ({ state, query }) => ({
    status: 200,
    list: [...state.pulls.values()].filter(
      ({ open }) => query.get('state') === 'all' || open === (query.get('state') !== 'closed'),
    ),
    show: (one: DemoPull) => objects.pull(state, one),
  }),
  [`GET ${REPO}/pulls/{number}`]: (call) =>
    found(call.state.pulls.get(numberOf(call, 'number')), (one) => objects.pull(call.state, one)),
  [`GET ${REPO}/pulls/{number}/files`]: (call) => ({
    status: 200,
    list: (call.state.pulls.get(numberOf(call, 'number'))?.files ?? []).map((filename) => ({
      filename,
      status: 'modified',
    })),
  }),
  [`GET ${REPO}/commits/{sha}/pulls`]: ({ state, parameters }) => {
    const one = state.pullOfSha.get(parameters.sha as string);
    return { status: 200, list: one ? [objects.pull(state, one)] : [] };
  },
  [`GET ${REPO}/contents/{path*}`]: content,
  [`GET ${REPO}/branches/{branch}`]: ({ state }) => ok({ name: 'main', commit: { sha: state.mainSha } }),
  [`GET ${REPO}/git/ref/{ref*}`]: ({ state }) =>
    ok({ ref: 'refs/heads/main', object: { sha: state.mainSha } }),
  [`GET ${REPO}/compare/{basehead}`]: ({ state }) =>
    ok({ merge_base_commit: { sha: state.mainSha }, base_commit: { sha: state.mainSha }, files: [] }),
  [`GET ${REPO}/collaborators/{login}/permission`]: ({ state, parameters }) => {
    const role = state.collaborators.get(parameters.login as string) ?? 'read';
    const login = objects.user(parameters.login as string);
    const permission = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
    const can = { push: permission !== 'read', admin: role === 'admin', maintain: role === 'maintain' };
    const rights = { pull: true, triage: permission !== 'read', ...can };
    return ok({ permission, role_name: role, user: { ...login, permissions: rights } });
  },
  [`POST ${REPO}/check-runs`]: createCheck,
  [`GET ${REPO}/check-runs/{id}`]: (call) =>
    found(call.state.checks.get(numberOf(call, 'id')), (one) => objects.check(call.state, one)),
  [`PATCH ${REPO}/check-runs/{id}`]: (call) =>
    found(call.state.checks.get(numberOf(call, 'id')), (one) => {
      apply(one, call);
      return objects.check(call.state, one);
    }),
  [`GET ${REPO}/commits/{ref}/check-runs`]: listChecks,
  [`GET ${REPO}/issues/{number}/comments`]: (call) => ({
    status: 200,
    list: (call.state.commentsOfPull.get(numberOf(call, 'number')) ?? []).map((one) =>
      objects.comment(call.state, one),
    ),
  }),
  [`POST ${REPO}/issues/{number}/comments`]: (call) => {
    const login = `${call.state.slug}[bot]`;
    const made = addComment(call.state, numberOf(call, 'number'), login, String(call.body.body));
    return { status: 201, body: objects.comment(call.state, made) };
  },
  [`GET ${REPO}/issues/{number}/timeline`]: () => ({ status: 200, list: [] }),
  [`GET ${REPO}/issues/comments/{id}`]: (call) =>
    found(call.state.comments.get(numberOf(call, 'id')), (one) => objects.comment(call.state, one)),
  [`PATCH ${REPO}/issues/comments/{id}`]: (call) =>
    found(call.state.comments.get(numberOf(call, 'id')), (one) => {
      one.body = String(call.body.body);
      one.updated_at = call.state.now();
      return objects.comment(call.state, one);
    }),
  [`GET ${REPO}/issues/comments/{id}/reactions`]: () => ({ status: 200, list: [] }),
  [`POST ${REPO}/issues/comments/{id}/reactions`]: (call) =>
    found(call.state.comments.get(numberOf(call, 'id')), ({ reactions }) => {
      const { state, body } = call;
      const kind = String(body.content);
      reactions[kind] = (reactions[kind] ?? 0) + 1;
      return { id: state.nextId(), content: kind, user: objects.user(`${state.slug}[bot]`) };
    }),
  [`POST ${REPO}/actions/workflows/{workflow}/dispatches`]: ({ state, body, onDispatch }) => {
    onDispatch(state, (body.inputs ?? {}) as Record<string, string>);
    return { status: 204 };
  },
  [`GET ${REPO}/actions/workflows/{workflow}`]: ({ state }) =>
    ok({ id: 1, path: state.workflow, state: 'active' }),
  [`GET ${REPO}/actions/workflows/{workflow}/runs`]: listRuns,
  [`GET ${REPO}/actions/runs`]: listRuns,
  [`GET ${REPO}/actions/runs/{id}`]: (call) =>
    found(call.state.runs.get(numberOf(call, 'id')), (one) => objects.run(call.state, one)),
  [`GET ${REPO}/actions/runs/{id}/jobs`]: (call) => {
    const { status } = call.state.runs.get(numberOf(call, 'id')) ?? {};
    const job = { status, runner_name: status === 'queued' ? null : 'gpu-1', labels: ['self-hosted', 'gpu'] };
    return { status: 200, key: 'jobs', list: status === undefined ? [] : [job] };
  },
  [`POST ${REPO}/actions/runs/{id}/cancel`]: (call) => {
    const one = call.state.runs.get(numberOf(call, 'id'));
    if (one && one.status !== 'completed')
      Object.assign(one, { status: 'completed', conclusion: 'cancelled' });
    return { status: 202, body: {} };
  },
  [`GET ${REPO}/actions/runs/{id}/artifacts`]: (call) => {
    const one = call.state.runs.get(numberOf(call, 'id'));
    return { status: 200, key: 'artifacts', list: one ? objects.artifact(one) : [] };
  },
  [`GET ${REPO}/actions/artifacts/{id}/zip`]: ({ state, parameters, url }) => {
    const one = [...state.runs.values()].find(({ artifact }) => String(artifact?.id) === parameters.id);
    return one
      ? { status: 302, location: `${url}/demo/artifacts/${state.installation}/${one.id}` }
      : NOT_FOUND;
  },
  'GET /demo/artifacts/{installation}/{id}': (call) => {
    const zip = call.state.runs.get(numberOf(call, 'id'))?.artifact?.zip;
    return zip ? { status: 200, bytes: zip } : NOT_FOUND;
  },
};
