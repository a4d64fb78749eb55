/** A result with the waivers of its pull request, as they stand when it is published. */

import { writeResultFiles } from '../commands/result-files.ts';
import type { RunOutputs } from '../commands/run-outputs.ts';
import { UserError } from '../errors.ts';
import { explained } from '../github/api-error.ts';
import { readWaivedResult } from '../github/waived-result.ts';
import { applyWaivers } from '../report/apply-waivers.ts';
import type { Assignment } from './assignment.ts';

export async function withWaivers(
  { job, target }: Pick<Assignment, 'job' | 'target'>,
  { result }: Pick<RunOutputs, 'result'>,
  out: string,
): Promise<RunOutputs> {
  const { repository, logger } = job;
  const client = () => job.github(job.signal);
  const asked = { what: `read the waivers of #${target.pull}`, permission: 'pull-requests: read' };
  const waived = await explained(asked, () =>
    readWaivedResult(client, repository, result, { ...target, logger }),
  ).catch((thrown: unknown) => {
    if (!(thrown instanceof UserError)) throw thrown;
    // Without them the verdict stands: it blocks.
    logger.warn(`${thrown.message}: none counts`);
    return applyWaivers(result, []);
  });
  return { result: waived, ...(await writeResultFiles(out, waived)) };
}
