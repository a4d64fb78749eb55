/** GitHub's objects as it sends them: the examples of its own description, filled with the stand-in's state. */

import { example } from './openapi.ts';
import type { Check, Comment, Pull, State, Status, WorkflowRun } from './stand-in-state.ts';

type Json = Record<string, unknown>;

const idOf = (text: string) =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);

export function user(login: string): Json {
  const bot = login.endsWith('[bot]');
  return { ...example('simple-user'), login, id: idOf(login), type: bot ? 'Bot' : 'User' };
}

export function app(slug: string): Json {
  const { client_id: _, ...rest } = example('integration');
  return { ...rest, id: idOf(slug), slug, name: slug, owner: user('github') };
}

export function repository(fullName: string): Json {
  const [owner = '', name = ''] = fullName.split('/');
  const base = example<Json>('full-repository');
  for (const key of ['parent', 'source', 'template_repository', 'organization']) delete base[key];
  return {
    ...base,
    id: idOf(fullName),
    name,
    full_name: fullName,
    owner: user(owner),
    default_branch: 'main',
    has_discussions: false,
  };
}

/** The smaller object that pull requests carry. */
function pullRepository(fullName: string): Json {
  const [owner = '', name = ''] = fullName.split('/');
  const base = (example('pull-request') as { base: { repo: Json } }).base.repo;
  return {
    ...base,
    id: idOf(fullName),
    name,
    full_name: fullName,
    owner: user(owner),
    default_branch: 'main',
  };
}

/** How many of each kind a comment has. */
function reactions({ id }: Comment, state: State, url: string): Json {
  const given = state.reactions.filter((one) => one.comment === id);
  const kinds = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'eyes', 'rocket'];
  const counts = kinds.map((kind) => [kind, given.filter(({ content }) => content === kind).length]);
  return {
    url: `${url}/repos/${state.repo}/issues/comments/${id}/reactions`,
    total_count: given.length,
    ...Object.fromEntries(counts),
  };
}

export function comment(of: Comment, state: State, url: string): Json {
  return {
    ...example('issue-comment'),
    id: of.id,
    body: of.body,
    user: user(of.login),
    created_at: of.created_at,
    updated_at: of.updated_at,
    html_url: `${url}/${state.repo}/pull/${of.pull}#issuecomment-${of.id}`,
    url: `${url}/repos/${state.repo}/issues/comments/${of.id}`,
    issue_url: `${url}/repos/${state.repo}/issues/${of.pull}`,
    author_association: 'NONE',
    performed_via_github_app: null,
    reactions: reactions(of, state, url),
  };
}

function side(of: { sha: string; ref: string; repo?: string | null }, repo: string): Json {
  const from = of.repo === undefined ? repo : of.repo;
  const owner = (from ?? repo).split('/')[0] as string;
  return {
    label: `${owner}:${of.ref}`,
    ref: of.ref,
    sha: of.sha,
    user: user(owner),
    repo: from === null ? null : pullRepository(from),
  };
}

function pullOf(base: Json, of: Pull, state: State, url: string): Json {
  return {
    ...base,
    id: idOf(`pull ${of.number}`),
    number: of.number,
    state: of.state,
    draft: of.draft,
    title: of.title,
    user: user(of.author),
    html_url: `${url}/${state.repo}/pull/${of.number}`,
    url: `${url}/repos/${state.repo}/pulls/${of.number}`,
    labels: of.labels.map((name) => ({ ...(base.labels as Json[])[0], name })),
    requested_teams: [],
    head: side(of.head, state.repo),
    base: side(of.base, state.repo),
  };
}

export function pull(of: Pull, state: State, url: string): Json {
  return { ...pullOf(example('pull-request'), of, state, url), changed_files: of.files.length };
}

/** As it stands in listings. */
export function pullInList(of: Pull, state: State, url: string): Json {
  return pullOf(example('pull-request-simple'), of, state, url);
}

export function pullFile({ filename, status = 'modified', previous_filename }: Pull['files'][number]): Json {
  const base = example<Json[]>('diff-entry-items')[0];
  return { ...base, filename, status, ...(previous_filename === undefined ? {} : { previous_filename }) };
}

export function check(of: Check, state: State, url: string): Json {
  const { annotations, app: slug, actions: _, ...rest } = of;
  const self = `${url}/repos/${state.repo}/check-runs/${of.id}`;
  return {
    ...example('check-run'),
    ...rest,
    url: self,
    html_url: `${url}/${state.repo}/runs/${of.id}`,
    output: { ...of.output, annotations_count: annotations.length, annotations_url: `${self}/annotations` },
    app: app(slug),
    pull_requests: [],
  };
}

export function status(of: Status, state: State, url: string): Json {
  return {
    ...example('status'),
    id: of.id,
    url: `${url}/repos/${state.repo}/statuses/${of.sha}`,
    state: of.state,
    context: of.context,
    description: of.description,
    target_url: of.target_url,
    created_at: of.created_at,
    updated_at: of.created_at,
    creator: user(of.login),
  };
}

export function workflowRun(of: WorkflowRun, state: State, url: string): Json {
  const { actor, ...rest } = of;
  return {
    ...example('workflow-run'),
    ...rest,
    ...(actor === undefined ? {} : { actor: user(actor), triggering_actor: user(actor) }),
    head_repository: pullRepository(state.repo),
    url: `${url}/repos/${state.repo}/actions/runs/${of.id}`,
    html_url: `${url}/${state.repo}/actions/runs/${of.id}`,
    pull_requests: [],
  };
}

export function reference({ ref, sha }: State['refs'][number], url: string): Json {
  return { ref, node_id: 'REF', url: `${url}/${ref}`, object: { type: 'commit', sha, url: `${url}/${sha}` } };
}
