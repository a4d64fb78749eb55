/**
 * `mode: report`: what other jobs have found out, published by one that may write. What they left is hostile until it was read: a
 * result, or parts that become one here.
 */

import path from 'node:path';
import { writeResultFiles } from '../commands/result-files.ts';
import { commandModelPool, mergeToFolder } from '../commands/run-outputs.ts';
import { UserError } from '../errors.ts';
import { artifactName } from '../github/artifact-name.ts';
import { listParts, readPartArtifacts } from '../github/part-artifacts.ts';
import { type Carried, readResultArtifact } from '../github/result-artifact.ts';
import { errorOf, type Failure } from '../report/failure.ts';
import { type Assignment, publishResult, setVerdict } from './assignment.ts';
import { comparedBy } from './compared.ts';
import { exitCodeOf, inWords } from './exit.ts';
import { commandContext } from './job.ts';
import { outFolder } from './out-folder.ts';
import { keepOutputs } from './upload.ts';
import { withWaivers } from './waived-result.ts';

export async function publishArtifact(assignment: Assignment): Promise<number> {
  const { job, trigger, target } = assignment;
  const { inputs } = job;
  if (trigger.kind === 'workflow_run' && target.fork) {
    throw new UserError(
      'fork-artifact',
      "the run was a fork's: its workflow, and so its artifact, is what the fork wrote",
      {
        hint: 'Start the workflow by hand for this head (workflow_dispatch), or let the App do it.',
      },
    );
  }
  const name = artifactName(inputs.config, inputs.adapters);
  const out = await outFolder(job);
  const { result, failure } = await carriedBy(assignment, name, out);
  if (failure) return publishFailure(assignment, failure);
  // The report is made anew: the HTML of an artifact is somebody else's.
  const outputs = await withWaivers(assignment, { result }, out);
  job.setOutput('result-path', outputs.resultPath);
  job.setOutput('report-path', outputs.reportPath);
  const folder = path.join(out, 'published');
  await writeResultFiles(folder, outputs.result);
  await keepOutputs(job, `${name}-report`, folder);
  await publishResult(assignment, outputs.result, outputs.comment);
  return trigger.kind === 'push' ? 0 : exitCodeOf(outputs.result.verdict, inputs.failOn);
}

async function publishFailure({ job, publisher }: Assignment, failure: Failure): Promise<number> {
  const error = errorOf(failure);
  job.logger.error(inWords(error));
  await (failure.kind === 'cancelled' ? publisher?.cancelled() : publisher?.failed(error));
  setVerdict(job, { outcome: 'not_evaluated', blocked: true });
  return failure.kind === 'bug' ? 70 : 2;
}

/** What the run left: parts where it has any, else a result. */
async function carriedBy(assignment: Assignment, name: string, out: string): Promise<Carried> {
  const { job, trigger, target } = assignment;
  const client = job.github(job.signal);
  const runId = trigger.kind === 'workflow_run' ? trigger.runId : job.runId;
  const artifacts = await listParts(client, job.repository, { runId, name });
  if (artifacts.length === 0) {
    return readResultArtifact(client, job.repository, {
      ...{ runId, name, headSha: target.headSha, baseRef: target.baseRef },
    });
  }
  const { failures, ...parts } = await readPartArtifacts(client, job.repository, { artifacts, name });
  // A job that says why it has no part says more than that the part is missing.
  const own = failures.filter(({ head_sha }) => head_sha === target.headSha);
  const failure = own.find(({ kind }) => kind !== 'cancelled') ?? own[0];
  if (failure) return { failure };
  if (failures.length > 0) parts.problems.push('a job that failed was about another commit; run it again');
  const models = commandModelPool(commandContext(job, target));
  try {
    const { result } = await mergeToFolder(commandContext(job, target), {
      // Both commits are fetched to be read: nothing of the head lies in the folder of a job that may write.
      ...{ ...(await comparedBy(assignment)), ...parts, out, models },
      trust: target.trust,
    });
    return { result };
  } finally {
    models.dispose();
  }
}
