/** The post step: closes the check that the main step opened and could not complete, because it was killed, and its comment. */

import { UserError } from '../errors.ts';
import { completeCheck } from '../github/check-run.ts';
import { upsertComment } from '../github/sticky-comment.ts';
import { crashedOutput } from '../report/check-output.ts';
import { failedComment } from '../report/state-comment.ts';
import type { Job } from './job.ts';
import { parseOpenedCheck } from './run-state.ts';

/** @throws UserError where GitHub does not let it */
export async function runPost(
  job: Pick<Job, 'inputs' | 'github' | 'repository' | 'serverUrl' | 'runId' | 'logger'>,
  state: string,
): Promise<void> {
  const opened = parseOpenedCheck(state);
  if (!opened) return;
  const ended = new UserError('ended-unexpectedly', 'the step ended without a verdict', {
    hint: 'It was killed: cancelled, or out of memory (the log and `dmesg` of the runner tell). Run it again; what was trained so far is kept.',
  });
  const client = job.github();
  const { id, name, stamp, pull } = opened;
  await completeCheck(client, job.repository, id, {
    name,
    stamp,
    output: crashedOutput(ended, { changedFiles: new Set() }),
  });
  job.logger.info('the check that was left open is completed');
  if (pull === null || job.inputs.comment === 'never') return;
  const { owner, repo } = job.repository;
  const detailsUrl = `${job.serverUrl}/${owner}/${repo}/actions/runs/${job.runId}`;
  await upsertComment(client, job.repository, {
    pull,
    stamp: { ...stamp, state: 'done' },
    body: failedComment(ended, { headSha: stamp.headSha, detailsUrl }),
    // It may have been killed before it had one.
    create: false,
  });
}
