/**
 * What the look for what was missed reads of a repository, many pull requests at a time, in GitHub's query language: their heads, the
 * App's checks on them, their last comments, and the branches of the merge queue. A page of PAGE pull requests is one call and costs
 * two points of a quota of its own (docs.github.com: "Rate limits and query limits for the GraphQL API"). Reads only, decides nothing.
 */

import { z } from 'zod';
import { explained } from '../github/api-error.ts';
import { decodeStamp, isOfConfig, type RunStamp } from '../github/run-stamp.ts';
import { ACKNOWLEDGED, REFUSED, type SeenComments, sumUp, type Written } from './comments.ts';
import { CONFIG } from './config-path.ts';
import type { Desk } from './desk.ts';

/** With comments of 60 KB each an answer stays below what GitHub computes in its ten seconds. */
const PAGE = 50;
const COMMENTS = 30;

/** Of a commit, of our App: one suite, and all checks in it. */
const CHECKS = `checkSuites(first: 1, filterBy: { appId: $app }) {
  nodes { checkRuns(first: 50, filterBy: { checkType: ALL }) { nodes { name externalId status conclusion title } } }
}`;

/** Public for the tests, which hold it against GitHub's own schema. */
export const SURVEY_QUERY = `query LoraGateSurvey($owner: String!, $name: String!, $app: Int!, $after: String, $first: Boolean!) {
  rateLimit { limit remaining }
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name }
    refs(refPrefix: "refs/heads/gh-readonly-queue/", first: 50) @include(if: $first) {
      nodes { name target { ... on Commit { oid ${CHECKS} } } }
    }
    pullRequests(states: OPEN, first: ${PAGE}, after: $after, orderBy: { field: UPDATED_AT, direction: DESC }) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number updatedAt isDraft headRefOid baseRefName
        comments(last: ${COMMENTS}) {
          totalCount
          nodes { fullDatabaseId body author { __typename login } reactionGroups { content viewerHasReacted } }
        }
        commits(last: 1) { nodes { commit { oid ${CHECKS} } } }
      }
    }
  }
}`;

const list = <T extends z.ZodType>(of: T) => z.object({ nodes: z.array(of.nullable()).nullish() });
const commit = z.object({
  oid: z.string(),
  checkSuites: list(
    z.object({
      checkRuns: list(
        z.object({
          ...{ name: z.string(), externalId: z.string().nullable(), title: z.string().nullable() },
          ...{ status: z.string(), conclusion: z.string().nullable() },
        }),
      ).nullable(),
    }),
  ).nullable(),
});
const comment = z.object({
  fullDatabaseId: z.coerce.number().int(),
  body: z.string(),
  author: z.object({ __typename: z.string(), login: z.string() }).nullable(),
  reactionGroups: z.array(z.object({ content: z.string(), viewerHasReacted: z.boolean() })).nullish(),
});
const pullRequest = z.object({
  ...{ number: z.int(), updatedAt: z.string(), isDraft: z.boolean() },
  ...{ headRefOid: z.string(), baseRefName: z.string() },
  comments: list(comment).extend({ totalCount: z.int() }),
  commits: list(z.object({ commit })),
});
const answer = z.object({
  rateLimit: z.object({ limit: z.int(), remaining: z.int() }).nullish(),
  repository: z
    .object({
      defaultBranchRef: z.object({ name: z.string() }).nullable(),
      refs: list(z.object({ name: z.string(), target: commit.partial().nullable() })).nullish(),
      pullRequests: list(pullRequest).extend({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
      }),
    })
    .nullable(),
});

export interface SeenCheck {
  name: string;
  stamp: RunStamp;
  completed: boolean;
  conclusion: string | null;
  title: string | null;
}

export interface SeenPull {
  number: number;
  /** Changes with everything about it but its checks. */
  state: string;
  headSha: string;
  baseRef: string;
  draft: boolean;
  /** Ours, of the head. */
  checks: SeenCheck[];
  /** Undefined where there are more than were read. */
  comments: SeenComments | undefined;
}

export interface SeenGroup {
  ref: string;
  headSha: string;
  checks: SeenCheck[];
}

export interface SurveyPage {
  /** Undefined for a repository without commits. */
  defaultBranch: string | undefined;
  /** The latest changed first. */
  pulls: SeenPull[];
  /** All of them with the first page. */
  groups: SeenGroup[];
  /** Of the hour's points: the part that is left, 1 where nothing is counted. */
  left: number;
}

const of = <T>(all: { nodes?: (T | null)[] | null | undefined } | null | undefined): T[] =>
  (all?.nodes ?? []).filter((one) => one !== null);

function checksOf({ checkSuites }: Pick<z.infer<typeof commit>, 'checkSuites'>): SeenCheck[] {
  const runs = of(checkSuites).flatMap(({ checkRuns }) => of(checkRuns));
  return runs.flatMap(({ name, externalId, status, conclusion, title }) => {
    const stamp = decodeStamp(externalId);
    if (!stamp || !isOfConfig(stamp, CONFIG)) return [];
    const completed = status === 'COMPLETED';
    return [{ name, stamp, completed, conclusion: conclusion?.toLowerCase() ?? null, title }];
  });
}

function written({ fullDatabaseId: id, body, author, reactionGroups }: z.infer<typeof comment>): Written {
  const bot = author?.__typename === 'Bot';
  // GitHub's query language leaves out what its other API puts behind the name.
  const login = author === null ? undefined : bot ? `${author.login}[bot]` : author.login;
  const ours = (reactionGroups ?? []).filter(({ viewerHasReacted }) => viewerHasReacted);
  const answered = ours.some(({ content }) =>
    [ACKNOWLEDGED, REFUSED].some((kind) => content.toLowerCase() === kind),
  );
  return { id, body, login, person: author?.__typename === 'User', answered };
}

function seen(pull: z.infer<typeof pullRequest>, self: string): SeenPull {
  const { number, updatedAt, isDraft: draft, headRefOid: headSha, baseRefName: baseRef, comments } = pull;
  const last = of(pull.commits).find(({ commit: { oid } }) => oid === headSha);
  const whole = comments.totalCount <= COMMENTS;
  return {
    ...{ number, headSha, baseRef, draft, state: `${headSha} ${updatedAt} ${draft}` },
    checks: last ? checksOf(last.commit) : [],
    comments: whole ? sumUp(of(comments).map(written), self) : undefined,
  };
}

/** Page by page, as long as it is asked for more. @throws UserError where GitHub refuses or cannot be reached */
export async function* survey({ client, repository, self, appId }: Desk): AsyncGenerator<SurveyPage> {
  const { owner, repo: name } = repository;
  const what = `look through the pull requests of ${owner}/${name}`;
  for (let after: string | null = null, first = true; ; first = false) {
    const variables = { owner, name, app: appId, after, first };
    const given: unknown = await explained({ what, permission: 'pull-requests: read' }, () =>
      client.graphql(SURVEY_QUERY, variables),
    );
    const { repository: found, rateLimit } = answer.parse(given);
    if (!found) return;
    yield {
      defaultBranch: found.defaultBranchRef?.name,
      pulls: of(found.pullRequests).map((pull) => seen(pull, self)),
      groups: of(found.refs).flatMap(({ name: ref, target }) => {
        const { oid, checkSuites = null } = target ?? {};
        const path = `refs/heads/gh-readonly-queue/${ref}`;
        return oid === undefined ? [] : [{ ref: path, headSha: oid, checks: checksOf({ checkSuites }) }];
      }),
      left: rateLimit ? rateLimit.remaining / Math.max(1, rateLimit.limit) : 1,
    };
    const { hasNextPage, endCursor } = found.pullRequests.pageInfo;
    if (!hasNextPage || endCursor === null) return;
    after = endCursor;
  }
}
