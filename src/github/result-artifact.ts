/**
 * The artifact that carries a result from the job that trained to the job that publishes. Whoever can open a pull request
 * could have written it, so one named file is read of it, bounded in size, against the schema, and for the commit that was asked
 * about. Nothing of it is unpacked to the disk.
 */

import { UserError } from '../errors.ts';
import { FAILURE_FILE, type Failure, parseFailure } from '../report/failure.ts';
import { parseResult, type Result } from '../report/result.ts';
import { artifactInvalid, downloadArtifact, findArtifact, memberTexts } from './artifact.ts';
import type { GithubClient, Repository } from './client.ts';

export const RESULT_FILE = 'result.json';

const MOST_BYTES = 128 * 2 ** 20;

export interface ResultArtifact {
  /** Of the workflow run that uploaded it. */
  runId: number;
  name: string;
  /** The commit that has to have been judged. */
  headSha: string;
  /** The branch that it has to have been judged for; a pull request can change its own between two readings of it. */
  baseRef: string;
}

/** A result, or why there is none. */
export type Carried = { result: Result; failure?: undefined } | { failure: Failure; result?: undefined };

/**
 * What a run's newest artifact of that name carries.
 * @throws UserError `artifact-missing`, `artifact-invalid`, `artifact-foreign` (another commit's, or another branch's), and those of the documents
 */
export async function readResultArtifact(
  client: GithubClient,
  repository: Repository,
  { runId, name, headSha, baseRef }: ResultArtifact,
): Promise<Carried> {
  const found = await findArtifact(client, repository, { runId, name });
  if (!found) {
    throw new UserError('artifact-missing', `run ${runId} has no artifact named ${name}`, {
      hint: 'The job that trains failed before it had a result (its log says why), or it was given another `config` or other `adapters` than this one.',
    });
  }
  const carried = await readCarried(await downloadArtifact(client, repository, found), name);
  const of = carried.result ? carried.result.head.sha : carried.failure.head_sha;
  if (of !== headSha) {
    throw new UserError(
      'artifact-foreign',
      `the artifact ${name} of run ${runId} is about ${of.slice(0, 7)}, expected ${headSha.slice(0, 7)}`,
      { hint: 'Run the workflow again for the head of the pull request.' },
    );
  }
  const branch = carried.result?.source?.base_branch;
  if (carried.result && branch !== baseRef) {
    const judged =
      branch === undefined ? 'does not say for which branch it was judged' : `was judged for ${branch}`;
    throw new UserError(
      'artifact-foreign',
      `the artifact ${name} of run ${runId} ${judged}, expected ${baseRef}`,
      {
        hint: 'Run the workflow again for the branch that the pull request is for now, with the version of lora-gate that reports.',
      },
    );
  }
  return carried;
}

/** The failure in an archive, else its result: of both, the failure came later. @throws UserError `artifact-invalid`, and those of the documents */
export async function readCarried(archive: Buffer, name: string): Promise<Carried> {
  const texts = await memberTexts(archive, name, {
    wanted: [RESULT_FILE, FAILURE_FILE],
    maxBytes: MOST_BYTES,
  });
  const [result, failure] = [texts.get(RESULT_FILE), texts.get(FAILURE_FILE)];
  const fileOf = (member: string) => `${member} of the artifact ${name}`;
  if (failure !== undefined) return { failure: parseFailure(failure, fileOf(FAILURE_FILE)) };
  if (result !== undefined) return { result: parseResult(result, { file: fileOf(RESULT_FILE) }) };
  throw artifactInvalid(name, `neither ${RESULT_FILE} nor ${FAILURE_FILE} in it`);
}
