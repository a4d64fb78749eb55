/** What the stand-in answers to each of GitHub's operations, but for checks. A route is written as GitHub's description has it. */

import * as objects from './stand-in-objects.ts';
import type { Comment, State } from './stand-in-state.ts';

export interface Call {
  state: State;
  /** Of the stand-in, without a slash at the end. */
  url: string;
  /** Who asks. */
  login: string;
  parameters: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
}

export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
  /** The listing that a page of is to be sent; `wrap` puts the page where the body has it. */
  list?: { items: readonly unknown[]; wrap?: (page: unknown[], total: number) => unknown };
}

export interface Route {
  /** What the token needs, as a workflow's `permissions:` has it: `pull_requests: write`. Any one of several will do. */
  needs?: readonly [permission: string, level: 'read' | 'write'][];
  answer(call: Call): Answer;
}

export class Refused extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const ok = (body: unknown): Answer => ({ status: 200, body });
const list = (items: readonly unknown[]): Answer => ({ status: 200, list: { items } });

export function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Refused(404, 'Not Found');
  return value;
}

const pullOf = ({ state, parameters }: Call, key: string) =>
  found(state.pulls.find(({ number }) => String(number) === parameters[key]));
const commentOf = ({ state, parameters }: Call): Comment =>
  found(state.comments.find(({ id }) => String(id) === parameters.comment_id));

const DISCUSS: Route['needs'] = [
  ['issues', 'write'],
  ['pull_requests', 'write'],
];

const COMMENTS: Record<string, Route> = {
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    answer(call) {
      const { number } = pullOf(call, 'issue_number');
      const since = call.query.get('since') ?? '';
      const shown = call.state.comments.filter((one) => one.pull === number && one.updated_at >= since);
      return list(shown.map((one) => objects.comment(one, call.state, call.url)));
    },
  },
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': {
    needs: DISCUSS,
    answer(call) {
      const { state, login, body } = call;
      const { number } = pullOf(call, 'issue_number');
      if (String(body.body).length > 65_536) throw new Refused(422, 'Validation Failed: body is too long');
      const now = state.now();
      const made: Comment = {
        id: state.nextId(),
        pull: number,
        login,
        body: String(body.body),
        created_at: now,
        updated_at: now,
      };
      state.comments.push(made);
      return { status: 201, body: objects.comment(made, state, call.url) };
    },
  },
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    answer: (call) => ok(objects.comment(commentOf(call), call.state, call.url)),
  },
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    needs: DISCUSS,
    answer(call) {
      const one = commentOf(call);
      if (String(call.body.body).length > 65_536)
        throw new Refused(422, 'Validation Failed: body is too long');
      one.body = String(call.body.body);
      one.updated_at = call.state.now();
      return ok(objects.comment(one, call.state, call.url));
    },
  },
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': {
    needs: DISCUSS,
    answer(call) {
      call.state.comments.splice(call.state.comments.indexOf(commentOf(call)), 1);
      return { status: 204 };
    },
  },
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': {
    needs: DISCUSS,
    answer({ state, login, body, parameters }) {
      const comment = Number(parameters.comment_id);
      found(state.comments.find(({ id }) => id === comment));
      const content = String(body.content);
      const before = state.reactions.some(
        (one) => one.comment === comment && one.login === login && one.content === content,
      );
      if (!before) state.reactions.push({ comment, login, content });
      const created_at = state.now();
      const made = {
        id: state.nextId(),
        node_id: 'MDg6UmVhY3Rpb24x',
        user: objects.user(login),
        content,
        created_at,
      };
      return { status: before ? 200 : 201, body: made };
    },
  },
};

const PULLS: Record<string, Route> = {
  'GET /repos/{owner}/{repo}/pulls': {
    answer({ state, query, url }) {
      const wanted = query.get('state') ?? 'open';
      const head = query.get('head');
      const shown = state.pulls
        .filter((one) => wanted === 'all' || one.state === wanted)
        .filter((one) => !head || head === `${(one.head.repo ?? '').split('/')[0]}:${one.head.ref}`);
      return list(shown.map((one) => objects.pullInList(one, state, url)));
    },
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}': {
    answer: (call) => ok(objects.pull(pullOf(call, 'pull_number'), call.state, call.url)),
  },
  'GET /repos/{owner}/{repo}/pulls/{pull_number}/files': {
    answer: (call) => list(pullOf(call, 'pull_number').files.slice(0, 3000).map(objects.pullFile)),
  },
  // As GitHub: a fork's commits are not found here.
  'GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls': {
    answer({ state, parameters, url }) {
      const shown = state.pulls.filter(
        (one) => one.head.sha === parameters.commit_sha && one.head.repo === state.repo,
      );
      return list(shown.map((one) => objects.pullInList(one, state, url)));
    },
  },
};

const REPOSITORY: Record<string, Route> = {
  'GET /user': {
    answer({ login }) {
      if (login.endsWith('[bot]')) throw new Refused(403, 'Resource not accessible by integration');
      return ok({ ...objects.user(login), ...PERSON });
    },
  },
  'GET /repos/{owner}/{repo}': { answer: ({ state }) => ok(objects.repository(state.repo)) },
  'GET /repos/{owner}/{repo}/collaborators/{username}/permission': {
    answer({ state, parameters }) {
      const login = parameters.username as string;
      const role = state.collaborators[login] ?? 'read';
      const permission = { admin: 'admin', maintain: 'write', write: 'write', triage: 'read', read: 'read' }[
        role
      ];
      return ok({ permission, role_name: role, user: { ...objects.user(login), role_name: role } });
    },
  },
  'POST /repos/{owner}/{repo}/statuses/{sha}': {
    needs: [['statuses', 'write']],
    answer({ state, login, body, parameters, url }) {
      const made = {
        id: state.nextId(),
        sha: parameters.sha as string,
        login,
        state: String(body.state),
        context: String(body.context ?? 'default'),
        description: (body.description as string | undefined) ?? null,
        target_url: (body.target_url as string | undefined) ?? null,
        created_at: state.now(),
      };
      state.statuses.push(made);
      return { status: 201, body: objects.status(made, state, url) };
    },
  },
  'GET /repos/{owner}/{repo}/commits/{ref}/statuses': {
    answer({ state, parameters, url }) {
      const shown = state.statuses.filter((one) => one.sha === parameters.ref).reverse();
      return list(shown.map((one) => objects.status(one, state, url)));
    },
  },
  'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': {
    needs: [['actions', 'write']],
    answer({ state, body, parameters }) {
      const inputs = (body.inputs ?? {}) as Record<string, unknown>;
      state.dispatches.push({
        workflow: parameters.workflow_id as string,
        ref: String(body.ref),
        inputs,
      });
      return { status: 204 };
    },
  },
  'GET /repos/{owner}/{repo}/git/matching-refs/{ref}': {
    answer({ state, parameters, url }) {
      const shown = state.refs.filter(({ ref }) => ref.startsWith(`refs/${parameters.ref}`));
      return list(shown.map((one) => objects.reference(one, url)));
    },
  },
  'GET /repos/{owner}/{repo}/git/ref/{ref}': {
    answer: ({ state, parameters, url }) =>
      ok(objects.reference(found(state.refs.find(({ ref }) => ref === `refs/${parameters.ref}`)), url)),
  },
  'GET /repos/{owner}/{repo}/actions/runs/{run_id}': {
    answer({ state, parameters, url }) {
      const run = found(state.runs.find(({ id }) => String(id) === parameters.run_id));
      return ok(objects.workflowRun(run, state, url));
    },
  },
};

/** What a person's own page has beyond the short form. */
const PERSON = {
  name: null,
  company: null,
  blog: '',
  location: null,
  email: null,
  hireable: null,
  bio: null,
  public_repos: 1,
  public_gists: 0,
  followers: 0,
  following: 0,
  created_at: '2020-01-01T00:00:00Z',
  updated_at: '2020-01-01T00:00:00Z',
};

export const ROUTES: Record<string, Route> = { ...COMMENTS, ...PULLS, ...REPOSITORY };
