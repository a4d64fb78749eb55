/**
 * What a delivery is about: which pull request, comment or check has to be looked at. Pure. Nothing else is taken from a payload, since
 * GitHub may have moved on: what to do is decided on what the API says then.
 */

import { z } from 'zod';
import { CONFIG } from './config-path.ts';
import type { Delivery } from './deliveries.ts';
import { parseRunTitle } from './run-title.ts';

export type Errand =
  /** `oldHead` is the head before a push, `check` the one that a run of ours is for. */
  | { kind: 'pull'; pull: number; oldHead?: string; wish?: Wish; check?: number }
  | { kind: 'comment'; pull: number; comment: number }
  | { kind: 'check'; check: number; action: 'rerequested' | 'explain' }
  | { kind: 'suite'; headSha: string }
  /** A job of a run, which may be ours, has been taken by a runner. */
  | { kind: 'job'; run: number }
  /** What the open pull requests are held to has changed. */
  | { kind: 'look' }
  /** The App came into the repository. */
  | { kind: 'welcome' }
  /** `gone` once the queue has dropped or merged it. */
  | { kind: 'merge-group'; headSha: string; headRef: string; gone?: true };

/**
 * What is wished for a head beyond what it has: a check at least as late as `order`, trained anew or told anew from what was trained.
 * The order comes from what was asked (a comment's time, the check that is to be repeated), so that asking twice is asking once.
 */
export interface Wish {
  order: number;
  kind: 'run' | 'publish';
}

export interface Task {
  installation: number;
  owner: string;
  repo: string;
  errand: Errand;
}

const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const id = z.int().min(1);
const common = z.object({
  // A push has none.
  action: z.string().default(''),
  installation: z.object({ id }),
  repository: z.object({
    name: z.string(),
    owner: z.object({ login: z.string() }),
    default_branch: z.string().optional(),
  }),
});

interface Context {
  action: string;
  appId: number;
  defaultBranch: string | undefined;
}

const paths = z.array(z.string()).default([]);
const changed = { added: paths, modified: paths, removed: paths };
/** GitHub lists no more of a push. */
const MOST_COMMITS = 2048;

const PULL_ACTIONS = [
  'opened',
  'synchronize',
  'reopened',
  'ready_for_review',
  'converted_to_draft',
  'edited',
  'closed',
];

/** By event: the errand of a payload, or undefined where it asks for nothing. */
const READERS: Record<string, (payload: unknown, context: Context) => Errand | undefined> = {
  pull_request(payload, { action }) {
    if (!PULL_ACTIONS.includes(action)) return undefined;
    const parsed = z
      .object({ pull_request: z.object({ number: id }), before: sha.optional() })
      .parse(payload);
    const { before } = parsed;
    return {
      kind: 'pull',
      pull: parsed.pull_request.number,
      ...(before !== undefined && { oldHead: before }),
    };
  },
  workflow_run(payload) {
    const { workflow_run: run } = z
      .object({ workflow_run: z.object({ event: z.string(), display_title: z.string().nullish() }) })
      .parse(payload);
    const title = run.event === 'workflow_dispatch' ? parseRunTitle(run.display_title ?? '') : undefined;
    return title && { kind: 'pull', ...title };
  },
  // Every job of every workflow is told of; ours run on the default branch.
  workflow_job(payload, { action, defaultBranch }) {
    if (action !== 'in_progress') return undefined;
    const { workflow_job: job } = z
      .object({ workflow_job: z.object({ run_id: id, head_branch: z.string().nullish() }) })
      .parse(payload);
    return job.head_branch === defaultBranch ? { kind: 'job', run: job.run_id } : undefined;
  },
  // The next baseline is trained by the workflow, which has a trigger of its own for pushes.
  push(payload, { defaultBranch }) {
    const { ref, commits } = z
      .object({ ref: z.string(), commits: z.array(z.object({ ...changed })).default([]) })
      .parse(payload);
    if (defaultBranch === undefined || ref !== `refs/heads/${defaultBranch}`) return undefined;
    const touched = commits.flatMap(({ added, modified, removed }) => [...added, ...modified, ...removed]);
    // Moved to another commit that was there already: what that changes is not told.
    const unknown = commits.length === 0 || commits.length >= MOST_COMMITS;
    return unknown || touched.some((path) => path === CONFIG) ? { kind: 'look' } : undefined;
  },
  issue_comment(payload, { action }) {
    if (action !== 'created') return undefined;
    const { issue, comment } = z
      .object({
        issue: z.object({ number: id, pull_request: z.object({}).nullish() }),
        comment: z.object({
          id,
          body: z.string().nullish(),
          user: z.object({ type: z.string() }).nullable(),
        }),
      })
      .parse(payload);
    if (!issue.pull_request || comment.user?.type !== 'User') return undefined;
    if (!/^\/lora[-_]?gate/im.test(comment.body ?? '')) return undefined;
    return { kind: 'comment', pull: issue.number, comment: comment.id };
  },
  check_run(payload, { action, appId }) {
    if (action !== 'rerequested' && action !== 'requested_action') return undefined;
    const parsed = z
      .object({
        check_run: z.object({ id, app: z.object({ id }).nullable() }),
        requested_action: z.object({ identifier: z.string() }).nullish(),
      })
      .parse(payload);
    if (parsed.check_run.app?.id !== appId) return undefined;
    const asked = action === 'rerequested' ? 'rerequested' : parsed.requested_action?.identifier;
    const check = parsed.check_run.id;
    if (asked === 'explain') return { kind: 'check', check, action: 'explain' };
    return asked === 'rerequested' || asked === 'rerun'
      ? { kind: 'check', check, action: 'rerequested' }
      : undefined;
  },
  check_suite(payload, { action, appId }) {
    if (action !== 'rerequested') return undefined;
    const { check_suite: suite } = z
      .object({ check_suite: z.object({ head_sha: sha, app: z.object({ id }).nullable() }) })
      .parse(payload);
    return suite.app?.id === appId ? { kind: 'suite', headSha: suite.head_sha } : undefined;
  },
  merge_group(payload, { action }) {
    if (action !== 'checks_requested' && action !== 'destroyed') return undefined;
    const { merge_group: group } = z
      .object({ merge_group: z.object({ head_sha: sha, head_ref: z.string() }) })
      .parse(payload);
    const named = { kind: 'merge-group' as const, headSha: group.head_sha, headRef: group.head_ref };
    return action === 'destroyed' ? { ...named, gone: true } : named;
  },
};

/** What the App subscribes to; all others ask for nothing. */
export const ANSWERED_EVENTS: readonly string[] = Object.keys(READERS);

const repositories = z.array(z.object({ full_name: z.string() })).default([]);

/** GitHub sends these to every App; which repositories came in. */
const ARRIVALS: Record<string, (payload: unknown) => z.output<typeof repositories>> = {
  installation(payload) {
    const told = z.object({ action: z.string(), repositories }).parse(payload);
    return told.action === 'created' ? told.repositories : [];
  },
  installation_repositories: (payload) =>
    z.object({ repositories_added: repositories }).parse(payload).repositories_added,
};

function arrivals(event: string, payload: unknown): Task[] {
  const read = Object.hasOwn(ARRIVALS, event) ? ARRIVALS[event] : undefined;
  const installation = z.object({ installation: z.object({ id }) }).safeParse(payload).data?.installation;
  if (!read || !installation) return [];
  return read(payload).flatMap(({ full_name: name }): Task[] => {
    const [owner, repo, more] = name.split('/');
    if (!owner || !repo || more !== undefined) return [];
    return [{ installation: installation.id, owner, repo, errand: { kind: 'welcome' } }];
  });
}

function taskOf(event: string, payload: unknown, appId: number): Task | undefined {
  const read = Object.hasOwn(READERS, event) ? READERS[event] : undefined;
  const whole = common.safeParse(payload);
  if (!read || !whole.success) return undefined;
  const { action, installation, repository } = whole.data;
  const { name: repo, owner, default_branch: defaultBranch } = repository;
  const errand = read(payload, { action, appId, defaultBranch });
  return errand && { installation: installation.id, owner: owner.login, repo, errand };
}

/** None for what asks for nothing, or is not as GitHub sends it. */
export function readTasks({ event, payload }: Omit<Delivery, 'id'>, appId: number): Task[] {
  try {
    const task = taskOf(event, payload, appId);
    return task ? [task] : arrivals(event, payload);
  } catch (thrown) {
    if (thrown instanceof z.ZodError) return [];
    throw thrown;
  }
}
