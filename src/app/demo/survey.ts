/** The demo's answer to the one query of the app's look for what was missed, in the form of GitHub's query language. */

import { user } from './objects.ts';
import type { DemoComment, DemoPull, DemoState } from './state.ts';

const PAGE = 50;
const COMMENTS = 30;

function checkSuites(state: DemoState, sha: string) {
  const nodes = (state.checksOfSha.get(sha) ?? []).map(
    ({ name, external_id, status, conclusion, output }) => ({
      ...{ name, externalId: external_id, title: output.title },
      ...{ status: status.toUpperCase(), conclusion: conclusion?.toUpperCase() ?? null },
    }),
  );
  return { nodes: nodes.length === 0 ? [] : [{ checkRuns: { nodes } }] };
}

function comment({ id, body, login, reactions }: DemoComment) {
  const { type } = user(login);
  return {
    ...{ fullDatabaseId: String(id), body },
    author: { __typename: type, login: login.replace(/\[bot\]$/, '') },
    reactionGroups: Object.entries(reactions).map(([content, count]) => ({
      ...{ content: content.toUpperCase(), viewerHasReacted: count > 0 },
    })),
  };
}

function pullRequest(state: DemoState, pull: DemoPull) {
  const comments = state.commentsOfPull.get(pull.number) ?? [];
  const commit = { oid: pull.headSha, checkSuites: checkSuites(state, pull.headSha) };
  return {
    ...{ number: pull.number, updatedAt: pull.updatedAt ?? '2026-01-01T00:00:00Z', isDraft: false },
    ...{ headRefOid: pull.headSha, baseRefName: 'main', commits: { nodes: [{ commit }] } },
    comments: { totalCount: comments.length, nodes: comments.slice(-COMMENTS).map(comment) },
  };
}

/** Of the state as it is: pull requests that move between two pages are seen twice or not at all, as on GitHub. */
export function surveyed(state: DemoState, { after }: Record<string, unknown>) {
  const open = [...state.pulls.values()].filter((one) => one.open);
  open.sort((a, b) => (b.updatedAt ?? '').localeCompare(a.updatedAt ?? ''));
  const start = Number(after ?? 0);
  const nodes = open.slice(start, start + PAGE).map((one) => pullRequest(state, one));
  const end = start + nodes.length;
  const pageInfo = { hasNextPage: end < open.length, endCursor: String(end) };
  const repository = {
    defaultBranchRef: { name: 'main' },
    refs: { nodes: [] },
    pullRequests: { nodes, pageInfo },
  };
  return { data: { rateLimit: { limit: 5000, remaining: 4999 }, repository } };
}
