/** GitHub's objects with the fields that the app reads, made of the demo's state. */

import type { DemoCheck, DemoComment, DemoPull, DemoRun, DemoState } from './state.ts';

type Json = Record<string, unknown>;

export const fullName = ({ owner, repo }: DemoState) => `${owner}/${repo}`;

/** The same for the same login, and another for another. */
const idOf = (login: string) =>
  [...login].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1e9, 7);

export function user(login: string): Json {
  return { login, id: idOf(login), type: login.endsWith('[bot]') ? 'Bot' : 'User' };
}

export function repository(state: DemoState): Json {
  return {
    id: state.installation,
    name: state.repo,
    full_name: fullName(state),
    owner: user(state.owner),
    private: false,
    archived: false,
    fork: false,
    default_branch: 'main',
    html_url: `https://github.example/${fullName(state)}`,
  };
}

export function installation(state: DemoState): Json {
  const permissions = { checks: 'write', pull_requests: 'write', actions: 'write', contents: 'read' };
  return {
    id: state.installation,
    app_id: state.appId,
    app_slug: state.slug,
    account: user(state.owner),
    permissions,
    suspended_at: null,
  };
}

export function pull(state: DemoState, of: DemoPull): Json {
  const repo = repository(state);
  return {
    number: of.number,
    state: of.open ? 'open' : 'closed',
    draft: false,
    title: of.title,
    user: user(of.author),
    labels: [],
    html_url: `https://github.example/${fullName(state)}/pull/${of.number}`,
    changed_files: of.files.length,
    merged_at: null,
    updated_at: of.updatedAt ?? '2026-01-01T00:00:00Z',
    head: { sha: of.headSha, ref: of.headRef, repo },
    base: { sha: of.baseSha, ref: 'main', repo },
  };
}

export function check(state: DemoState, of: DemoCheck): Json {
  const { annotations, ...rest } = of;
  return {
    ...rest,
    html_url: `https://github.example/${fullName(state)}/runs/${of.id}`,
    output: { ...of.output, annotations_count: annotations },
    app: { id: state.appId, slug: state.slug },
    pull_requests: [],
  };
}

export function comment(state: DemoState, of: DemoComment): Json {
  const { pull: number, login, ...rest } = of;
  return {
    ...rest,
    user: user(login),
    html_url: `https://github.example/${fullName(state)}/pull/${number}#issuecomment-${of.id}`,
    issue_url: `https://github.example/repos/${fullName(state)}/issues/${number}`,
    author_association: state.collaborators.has(login) ? 'MEMBER' : 'NONE',
    performed_via_github_app: null,
  };
}

export function run(state: DemoState, of: DemoRun): Json {
  const bot = user(`${state.slug}[bot]`);
  return {
    id: of.id,
    name: 'lora-gate',
    display_title: of.title,
    head_sha: state.mainSha,
    head_branch: 'main',
    event: 'workflow_dispatch',
    status: of.status,
    conclusion: of.conclusion,
    run_attempt: 1,
    path: state.workflow,
    created_at: of.created_at,
    updated_at: of.created_at,
    html_url: `https://github.example/${fullName(state)}/actions/runs/${of.id}`,
    repository: repository(state),
    head_repository: repository(state),
    actor: bot,
    triggering_actor: bot,
    pull_requests: [],
  };
}

export function artifact({ id, artifact: one }: DemoRun): Json[] {
  if (!one) return [];
  const { zip, ...rest } = one;
  return [{ ...rest, size_in_bytes: zip.length, expired: false, workflow_run: { id } }];
}
