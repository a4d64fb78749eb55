/**
 * GitHub's query language for the stand-in: executed on its own schema, so that a query which GitHub would refuse is refused here, over
 * the same state as the rest. Has the fields that the App asks for; another one is answered as missing.
 */

import { readFileSync } from 'node:fs';
import { buildSchema, type ExecutionResult, type GraphQLSchema, graphql } from 'graphql';
import type { InstalledApp } from './stand-in-app.ts';
import type { Comment, Pull, State } from './stand-in-state.ts';

let loaded: GraphQLSchema | undefined;

/** Once: it has sixty thousand lines. */
function schema(): GraphQLSchema {
  // The package's own entry would read and compile twice as much.
  const file = new URL('../../node_modules/@octokit/graphql-schema/schema.graphql', import.meta.url);
  loaded ??= buildSchema(readFileSync(file, 'utf8'), { assumeValid: true });
  return loaded;
}

interface Asking {
  state: State;
  app: InstalledApp | undefined;
  /** Who asks. */
  login: string;
}

const KINDS = ['THUMBS_UP', 'EYES', 'CONFUSED', 'HEART'];

function actor(login: string) {
  const bot = login.endsWith('[bot]');
  return { __typename: bot ? 'Bot' : 'User', login: bot ? login.slice(0, -'[bot]'.length) : login };
}

function comment({ state, login }: Asking, { id, body, login: by }: Comment) {
  const given = state.reactions.filter((one) => one.comment === id && one.login === login);
  const reactionGroups = KINDS.map((content) => ({
    content,
    viewerHasReacted: given.some((one) => one.content.toUpperCase() === content),
  }));
  return { fullDatabaseId: String(id), body, author: actor(by), reactionGroups };
}

const commit = ({ state, app }: Asking, sha: string) => ({
  __typename: 'Commit',
  oid: sha,
  checkSuites({ filterBy }: { filterBy?: { appId?: number } }) {
    const ofApp = (slug: string) =>
      filterBy?.appId === undefined || (slug === app?.slug && filterBy.appId === app.id);
    const checks = state.checks.filter((one) => one.head_sha === sha && ofApp(one.app));
    const nodes = checks.map(({ name, external_id, status, conclusion, output }) => ({
      ...{ name, externalId: external_id, title: output.title },
      ...{ status: status.toUpperCase(), conclusion: conclusion?.toUpperCase() ?? null },
    }));
    return { nodes: nodes.length === 0 ? [] : [{ checkRuns: { nodes } }] };
  },
});

const commentsOf = ({ state }: Asking, { number }: Pull) =>
  state.comments.filter(({ pull }) => pull === number);

/** GitHub moves it with every comment and push; here the comments and the head tell. */
const updatedAt = (asking: Asking, pull: Pull) =>
  commentsOf(asking, pull).reduce(
    (latest, { updated_at }) => (updated_at > latest ? updated_at : latest),
    '2026-01-01T00:00:00Z',
  );

function pullRequest(asking: Asking, pull: Pull) {
  const comments = commentsOf(asking, pull);
  return {
    ...{ number: pull.number, isDraft: pull.draft, headRefOid: pull.head.sha, baseRefName: pull.base.ref },
    updatedAt: updatedAt(asking, pull),
    comments: ({ last }: { last: number }) => ({
      totalCount: comments.length,
      nodes: comments.slice(-last).map((one) => comment(asking, one)),
    }),
    commits: { nodes: [{ commit: commit(asking, pull.head.sha) }] },
  };
}

function repository(asking: Asking) {
  const { state } = asking;
  return {
    defaultBranchRef: { name: 'main' },
    refs({ refPrefix }: { refPrefix: string }) {
      const found = state.refs.filter(({ ref }) => ref.startsWith(refPrefix));
      return {
        nodes: found.map(({ ref, sha }) => ({
          name: ref.slice(refPrefix.length),
          target: commit(asking, sha),
        })),
      };
    },
    pullRequests({ first, after }: { first: number; after?: string | null }) {
      const open = state.pulls
        .filter((one) => one.state === 'open')
        .sort((a, b) => updatedAt(asking, b).localeCompare(updatedAt(asking, a)));
      const start = Number(after ?? 0);
      const nodes = open.slice(start, start + first).map((one) => pullRequest(asking, one));
      const end = start + nodes.length;
      return { nodes, pageInfo: { hasNextPage: end < open.length, endCursor: String(end) } };
    },
  };
}

export async function queryGraphql(asking: Asking, body: unknown): Promise<ExecutionResult> {
  const { query, variables } = body as { query: string; variables?: Record<string, unknown> };
  const rootValue = {
    rateLimit: { limit: 5000, remaining: 4990, cost: 1 },
    repository: ({ owner, name }: { owner: string; name: string }) =>
      `${owner}/${name}` === asking.state.repo ? repository(asking) : null,
  };
  return graphql({ schema: schema(), source: query, rootValue, variableValues: variables ?? null });
}
