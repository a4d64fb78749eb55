/**
 * What a workflow's event asks for: which two commits are compared, for which pull request, and what is allowed to them. Pure:
 * the payload is data, and nothing in it is believed that the API can tell (target.ts asks it).
 */

import { z } from 'zod';
import { UserError } from '../errors.ts';

const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/);
const repository = z.object({ full_name: z.string(), default_branch: z.string() });
const NO_COMMIT = /^0+$/;

const pullRequestEvent = z.object({
  action: z.string(),
  pull_request: z.object({
    number: z.int().min(1),
    draft: z.boolean().default(false),
    user: z.object({ login: z.string() }).nullable(),
    head: z.object({ sha, repo: z.object({ full_name: z.string() }).nullable() }),
    base: z.object({ sha, ref: z.string() }),
  }),
  repository,
});

const pushEvent = z.object({
  ref: z.string(),
  before: sha,
  after: sha,
  deleted: z.boolean().default(false),
  repository,
});

const mergeGroupEvent = z.object({
  merge_group: z.object({ head_sha: sha, base_sha: sha, base_ref: z.string() }),
  repository,
});

const dispatchEvent = z.object({
  inputs: z
    .object({
      pr: z.string().optional(),
      head_sha: z.string().optional(),
      check_run_id: z.string().optional(),
    })
    .nullish(),
  repository,
});

const workflowRunEvent = z.object({
  workflow_run: z.object({ id: z.int().min(1), head_sha: sha, event: z.string() }),
  repository,
});

/** Of the repository that the workflow belongs to. */
interface Common {
  repository: string;
  defaultBranch: string;
}

export interface PullRequestTrigger extends Common {
  kind: 'pull_request';
  pull: number;
  headSha: string;
  /** The tip of the base branch when the event came. */
  baseSha: string;
  /** The base branch. */
  baseRef: string;
  draft: boolean;
  fork: boolean;
  author: string | null;
}

export type Trigger =
  | PullRequestTrigger
  | (Common & { kind: 'push'; headSha: string; baseSha: string | null })
  | (Common & { kind: 'merge_group'; headSha: string; baseSha: string; baseRef: string })
  | (Common & { kind: 'workflow_dispatch'; pull: number; headSha: string; checkRunId: number | null })
  | (Common & { kind: 'workflow_run'; runId: number; headSha: string; event: string })
  | (Common & { kind: 'nothing'; why: string });

const PULL_REQUEST_ACTIONS = ['opened', 'synchronize', 'reopened', 'ready_for_review'];

const commonOf = ({ full_name, default_branch }: z.output<typeof repository>): Common => ({
  repository: full_name,
  defaultBranch: default_branch,
});

function parse<T>(schema: z.ZodType<T>, payload: unknown, event: string): T {
  const parsed = schema.safeParse(payload);
  if (parsed.success) return parsed.data;
  throw new UserError('event-payload', `the payload of ${event} is not what GitHub sends`, {
    problems: parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`),
    hint: 'Run the Action in a workflow: it reads the event from GITHUB_EVENT_PATH.',
  });
}

function fromDispatch(payload: unknown): Trigger {
  const { inputs, repository } = parse(dispatchEvent, payload, 'workflow_dispatch');
  const problems: string[] = [];
  if (!/^[1-9]\d{0,9}$/.test(inputs?.pr ?? '')) {
    problems.push(`pr: ${JSON.stringify(inputs?.pr ?? '')}, expected the number of a pull request`);
  }
  if (!sha.safeParse(inputs?.head_sha).success) {
    problems.push(`head_sha: ${JSON.stringify(inputs?.head_sha ?? '')}, expected a full commit sha`);
  }
  const id = inputs?.check_run_id || undefined;
  if (id !== undefined && !/^[1-9]\d{0,15}$/.test(id)) {
    problems.push(`check_run_id: ${JSON.stringify(id)}, expected a number`);
  }
  if (problems.length > 0) {
    throw new UserError('dispatch-inputs', 'the inputs of workflow_dispatch name no change', {
      problems,
      hint: 'Give the number of the pull request and the sha of its head, both of them.',
    });
  }
  return {
    kind: 'workflow_dispatch',
    ...commonOf(repository),
    pull: Number(inputs?.pr),
    headSha: inputs?.head_sha as string,
    checkRunId: id === undefined ? null : Number(id),
  };
}

/** @throws UserError for an event that the Action does not answer to */
export function readTrigger(event: string, payload: unknown): Trigger {
  switch (event) {
    case 'pull_request': {
      const { action, pull_request: pr, repository } = parse(pullRequestEvent, payload, event);
      const common = commonOf(repository);
      if (!PULL_REQUEST_ACTIONS.includes(action)) {
        return { ...common, kind: 'nothing', why: `pull_request ${action} changes nothing to judge` };
      }
      return {
        ...common,
        kind: 'pull_request',
        pull: pr.number,
        headSha: pr.head.sha,
        baseSha: pr.base.sha,
        baseRef: pr.base.ref,
        draft: pr.draft,
        // A head without a repository is one that was deleted: somebody else's.
        fork: pr.head.repo?.full_name !== repository.full_name,
        author: pr.user?.login ?? null,
      };
    }
    case 'push': {
      const { ref, before, after, deleted, repository } = parse(pushEvent, payload, event);
      const common = commonOf(repository);
      if (deleted || ref !== `refs/heads/${repository.default_branch}`) {
        return { ...common, kind: 'nothing', why: 'only pushes to the default branch are trained' };
      }
      return { ...common, kind: 'push', headSha: after, baseSha: NO_COMMIT.test(before) ? null : before };
    }
    case 'merge_group': {
      const { merge_group: group, repository } = parse(mergeGroupEvent, payload, event);
      return {
        kind: 'merge_group',
        ...commonOf(repository),
        headSha: group.head_sha,
        baseSha: group.base_sha,
        baseRef: group.base_ref.replace(/^refs\/heads\//, ''),
      };
    }
    case 'workflow_dispatch':
      return fromDispatch(payload);
    case 'workflow_run': {
      const { workflow_run: run, repository } = parse(workflowRunEvent, payload, event);
      return {
        kind: 'workflow_run',
        ...commonOf(repository),
        runId: run.id,
        headSha: run.head_sha,
        event: run.event,
      };
    }
    case 'pull_request_target':
      throw new UserError('pull-request-target', 'the Action does not run on pull_request_target', {
        hint: 'That event gives a fork’s pull request the secrets and the write token of the repository. Use `pull_request` for the job that trains, and mode `report` in a job of its own for what is posted; `lora-gate init` writes both.',
      });
    default:
      throw new UserError('event', `the Action does not know the event ${JSON.stringify(event)}`, {
        hint: 'It answers to pull_request, push, merge_group, workflow_dispatch and workflow_run.',
      });
  }
}
