/** The post step: closes the check that the main step opened and could not complete, because it was killed. */

import { UserError } from '../errors.ts';
import { completeCheck } from '../github/check-run.ts';
import { crashedOutput } from '../report/check-output.ts';
import { identityOf, type Job } from './job.ts';
import { parseOpenedCheck } from './run-state.ts';

/** @throws UserError where GitHub does not let it */
export async function runPost(
  job: Pick<Job, 'inputs' | 'github' | 'repository' | 'logger'>,
  state: string,
): Promise<void> {
  const opened = parseOpenedCheck(state);
  if (!opened) return;
  const { checkName } = identityOf(job.inputs);
  const ended = new UserError('ended-unexpectedly', 'the step ended without a verdict', {
    hint: 'It was killed: cancelled, or out of memory (the log and `dmesg` of the runner tell). Run it again; what was trained so far is kept.',
  });
  await completeCheck(job.github(), job.repository, opened.id, {
    name: checkName,
    stamp: opened.stamp,
    output: crashedOutput(ended, { changedFiles: new Set() }),
  });
  job.logger.info('the check that was left open is completed');
}
