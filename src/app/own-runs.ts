/**
 * The workflow runs that we have dispatched, and which check each is for. A run counts as ours where GitHub itself recorded that our
 * App started it, by a dispatch of the workflow's file on the default branch of this repository: nobody can write any of that. Then its
 * title, which that file makes of the inputs that we gave, says the check.
 */

import { UserError } from '../errors.ts';
import { explained, hasStatus } from '../github/api-error.ts';
import { isLogin } from '../github/own-login.ts';
import type { Desk } from './desk.ts';
import { parseRunTitle } from './run-title.ts';

export interface OwnRun {
  id: number;
  url: string;
  pull: number;
  /** Id of the check that it was dispatched for. */
  check: number;
  status: 'waiting' | 'running' | 'done';
  conclusion: string | null;
}

interface AnsweredRun {
  id: number;
  html_url: string;
  event: string;
  path: string;
  head_branch: string | null;
  head_repository: { full_name: string } | null;
  display_title: string;
  status: string | null;
  conclusion: string | null;
  actor?: { login: string } | null | undefined;
}

function ownRun(desk: Desk, defaultBranch: string, run: AnsweredRun): OwnRun | undefined {
  const { owner, repo } = desk.repository;
  const [file] = run.path.split('@');
  const title = parseRunTitle(run.display_title);
  if (!title || run.event !== 'workflow_dispatch' || file !== `.github/workflows/${desk.workflow}`)
    return undefined;
  if (run.head_branch !== defaultBranch || !isLogin(run.actor?.login, desk.self)) return undefined;
  if (!isLogin(run.head_repository?.full_name, `${owner}/${repo}`)) return undefined;
  const status = run.status === 'completed' ? 'done' : run.status === 'in_progress' ? 'running' : 'waiting';
  return { id: run.id, url: run.html_url, ...title, status, conclusion: run.conclusion };
}

export async function readDefaultBranch({ client, repository }: Desk): Promise<string> {
  const what = `read ${repository.owner}/${repository.repo}`;
  return explained({ what, permission: 'metadata: read' }, async () => {
    return (await client.rest.repos.get({ ...repository })).data.default_branch;
  });
}

/** For the run of a check that has waited for long: other runs may have come after it. */
export const MOST_CALLS = 10;

/** Our runs among the newest of the workflow, the newest first. One call a hundred, and so many at most. */
export async function listOwnRuns(desk: Desk, defaultBranch: string, mostCalls = 1): Promise<OwnRun[]> {
  const { client, repository, workflow } = desk;
  const asked = {
    ...{ ...repository, workflow_id: workflow, event: 'workflow_dispatch', per_page: 100 },
    branch: defaultBranch,
  };
  return explained({ what: `list the runs of ${workflow}`, permission: 'actions: read' }, async () => {
    const runs: AnsweredRun[] = [];
    try {
      let calls = 0;
      for await (const { data } of client.paginate.iterator(client.rest.actions.listWorkflowRuns, asked)) {
        runs.push(...data);
        calls += 1;
        if (calls >= mostCalls) break;
      }
    } catch (thrown) {
      // No such workflow (yet).
      if (!hasStatus(thrown, 404)) throw thrown;
    }
    return runs.flatMap((run) => ownRun(desk, defaultBranch, run) ?? []).sort((x, y) => y.id - x.id);
  });
}

/** One run; undefined where it is gone or not ours. */
export async function readOwnRun(desk: Desk, defaultBranch: string, id: number): Promise<OwnRun | undefined> {
  const { client, repository } = desk;
  return explained({ what: `read run ${id}`, permission: 'actions: read' }, async () => {
    try {
      const { data } = await client.rest.actions.getWorkflowRun({ ...repository, run_id: id });
      return ownRun(desk, defaultBranch, data);
    } catch (thrown) {
      if (hasStatus(thrown, 404)) return undefined;
      throw thrown;
    }
  });
}

export interface DispatchInputs {
  pull: number;
  headSha: string;
  check: number;
}

/** Starts a run. @throws UserError `dispatch` where the repository has no such workflow, or it does not take the inputs */
export async function dispatchRun(desk: Desk, defaultBranch: string, inputs: DispatchInputs): Promise<void> {
  const { client, repository, workflow, logger } = desk;
  const { pull, headSha, check } = inputs;
  logger.info(`dispatching ${workflow} for #${pull} at ${headSha.slice(0, 7)}, check ${check}`);
  await explained(
    { what: `dispatch ${workflow} on ${defaultBranch}`, permission: 'actions: write' },
    async () => {
      try {
        await client.rest.actions.createWorkflowDispatch({
          ...repository,
          workflow_id: workflow,
          ref: defaultBranch,
          inputs: { pr: String(pull), head_sha: headSha, check_run_id: String(check) },
          // Blindly repeated it could start two.
          request: { retries: 0 },
        });
      } catch (thrown) {
        if (!hasStatus(thrown, 404, 422)) throw thrown;
        throw new UserError(
          'dispatch',
          `GitHub did not start .github/workflows/${workflow} on ${defaultBranch}`,
          {
            hint: 'Write it with `lora-gate init` and merge it into the default branch first: it needs `workflow_dispatch` with the inputs pr, head_sha and check_run_id, and a `run-name` with the last.',
            cause: thrown,
          },
        );
      }
    },
  );
}

/** Ends a run that nobody waits for any more; one that has ended by itself is no error. */
export async function cancelRun({ client, repository, logger }: Desk, run: OwnRun): Promise<void> {
  logger.info(`cancelling run ${run.id} of #${run.pull}`);
  await explained({ what: `cancel run ${run.id}`, permission: 'actions: write' }, async () => {
    try {
      await client.rest.actions.cancelWorkflowRun({ ...repository, run_id: run.id });
    } catch (thrown) {
      if (!hasStatus(thrown, 404, 409)) throw thrown;
    }
  });
}
