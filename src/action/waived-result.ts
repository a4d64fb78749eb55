/** A result with the waivers of its pull request, as they stand when it is published. */

import { writeResultFiles } from '../commands/result-files.ts';
import type { RunOutputs } from '../commands/run-outputs.ts';
import { UserError } from '../errors.ts';
import { explained } from '../github/api-error.ts';
import { readHeadSince } from '../github/head-since.ts';
import { readWaivers } from '../github/waivers.ts';
import { applyWaivers } from '../report/apply-waivers.ts';
import type { Assignment } from './assignment.ts';

/** Whatever waivers the result came with are gone; those that count now are in it. Where nothing blocks none are asked for. */
export async function withWaivers(
  assignment: Pick<Assignment, 'job' | 'target'>,
  { result }: Pick<RunOutputs, 'result'>,
  out: string,
): Promise<RunOutputs> {
  const waived = applyWaivers(result, await waiversOf(assignment, applyWaivers(result, []).verdict.blocked));
  return { result: waived, ...(await writeResultFiles(out, waived)) };
}

async function waiversOf({ job, target }: Pick<Assignment, 'job' | 'target'>, blocked: boolean) {
  const { pull, author, headSha } = target;
  if (!blocked || pull === null || author === null) return [];
  const client = job.github(job.signal);
  const asked = { what: `read the waivers of #${pull}`, permission: 'pull-requests: read' };
  const found = await explained(asked, async () => {
    const headPushedAt = await readHeadSince(client, { ...job.repository, pull }, headSha);
    return readWaivers(client, job.repository, { pull, author, headSha, headPushedAt });
  }).catch((thrown: unknown) => {
    if (!(thrown instanceof UserError)) throw thrown;
    // Without them the verdict stands: it blocks.
    job.logger.warn(`${thrown.message}: none counts`);
    return { waivers: [], ignored: [] };
  });
  for (const { by, why, url } of found.ignored)
    job.logger.info(`a waiver of ${by} does not count: ${why} (${url})`);
  return found.waivers;
}
