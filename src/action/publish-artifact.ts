/** `mode: report`: what another job has found out, published by one that may write. What it left is hostile until it was read. */

import path from 'node:path';
import { writeResultFiles } from '../commands/result-files.ts';
import { artifactName, readResultArtifact } from '../github/result-artifact.ts';
import { errorOf } from '../report/failure.ts';
import { type Assignment, publishResult, setVerdict } from './assignment.ts';
import { exitCodeOf, inWords } from './exit.ts';
import { keepOutputs } from './upload.ts';
import { withWaivers } from './waived-result.ts';

export async function publishArtifact(assignment: Assignment): Promise<number> {
  const { job, trigger, target, publisher } = assignment;
  const { inputs, logger } = job;
  const name = artifactName(inputs.config, inputs.adapters);
  const { result, failure } = await readResultArtifact(job.github(job.signal), job.repository, {
    runId: trigger.kind === 'workflow_run' ? trigger.runId : job.runId,
    name,
    headSha: target.headSha,
  });
  if (failure) {
    const error = errorOf(failure);
    logger.error(inWords(error));
    await (failure.kind === 'cancelled' ? publisher?.cancelled() : publisher?.failed(error));
    setVerdict(job, { outcome: 'not_evaluated', blocked: true });
    return failure.kind === 'bug' ? 70 : 2;
  }
  const out = path.resolve(job.workspace, inputs.out);
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
