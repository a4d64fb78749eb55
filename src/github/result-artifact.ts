/**
 * The artifact that carries a result from the job that trained to the job that publishes. Whoever can open a pull request
 * could have written it, so one named file is read of it, bounded in size, against the schema, and for the commit that was asked
 * about. Nothing of it is unpacked to the disk.
 */

import { createHash } from 'node:crypto';
import { text as readText } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { messageOf, UserError } from '../errors.ts';
import { FAILURE_FILE, type Failure, parseFailure } from '../report/failure.ts';
import { parseResult, type Result } from '../report/result.ts';
import { explainApiError } from './api-error.ts';
import type { GithubClient, Repository } from './client.ts';

export const RESULT_FILE = 'result.json';

/** Of the archive, and of the result in it. */
const MOST_ZIPPED_BYTES = 64 * 2 ** 20;
const MOST_BYTES = 128 * 2 ** 20;
/** A result, a comment, a report. */
const MOST_MEMBERS = 100;

/** What a run's artifact is called: one for each configuration and choice of adapters. */
export function artifactName(config: string, adapters: readonly string[] = []): string {
  if (config === 'lora-gate.yml' && adapters.length === 0) return 'lora-gate';
  // Artifact names take neither slashes nor everything that paths may hold.
  const readable = config.replace(/[^\w.-]+/g, '-').slice(0, 60);
  const hash = createHash('sha256')
    .update(JSON.stringify([config, adapters]))
    .digest('hex');
  return `lora-gate-${readable}-${hash.slice(0, 8)}`;
}

export interface ResultArtifact {
  /** Of the workflow run that uploaded it. */
  runId: number;
  name: string;
  /** The commit that has to have been judged. */
  headSha: string;
}

/** A result, or why there is none. */
export type Carried = { result: Result; failure?: undefined } | { failure: Failure; result?: undefined };

/**
 * What a run's newest artifact of that name carries.
 * @throws UserError `artifact-missing`, `artifact-invalid`, `artifact-foreign` (another commit's), and those of the documents
 */
export async function readResultArtifact(
  client: GithubClient,
  repository: Repository,
  { runId, name, headSha }: ResultArtifact,
): Promise<Carried> {
  const carried = await readCarried(await download(client, repository, { runId, name }), name);
  const of = carried.result ? carried.result.head.sha : carried.failure.head_sha;
  if (of !== headSha) {
    throw new UserError(
      'artifact-foreign',
      `the artifact ${name} of run ${runId} is about ${of.slice(0, 7)}, expected ${headSha.slice(0, 7)}`,
      { hint: 'Run the workflow again for the head of the pull request.' },
    );
  }
  return carried;
}

async function download(
  client: GithubClient,
  repository: Repository,
  { runId, name }: Pick<ResultArtifact, 'runId' | 'name'>,
): Promise<Buffer> {
  const asked = { what: `read the artifact ${name} of run ${runId}`, permission: 'actions: read' };
  try {
    const { data } = await client.rest.actions.listWorkflowRunArtifacts({
      ...repository,
      run_id: runId,
      name,
      per_page: 100,
    });
    const [newest] = data.artifacts
      .filter((artifact) => artifact.name === name && !artifact.expired)
      .sort((a, b) => b.id - a.id);
    if (!newest) {
      throw new UserError('artifact-missing', `run ${runId} has no artifact named ${name}`, {
        hint: 'The job that trains failed before it had a result (its log says why), or it was given another `config` or other `adapters` than this one.',
      });
    }
    if (newest.size_in_bytes > MOST_ZIPPED_BYTES) throw invalid(name, `${newest.size_in_bytes} bytes`);
    const archive = await client.rest.actions.downloadArtifact({
      ...repository,
      artifact_id: newest.id,
      archive_format: 'zip',
    });
    const bytes = Buffer.from(archive.data as ArrayBuffer);
    if (bytes.byteLength > MOST_ZIPPED_BYTES) throw invalid(name, `${bytes.byteLength} bytes`);
    return bytes;
  } catch (thrown) {
    throw explainApiError(thrown, asked);
  }
}

/** The result of an archive, else the failure in it. @throws UserError `artifact-invalid`, and those of the documents */
export async function readCarried(archive: Buffer, name: string): Promise<Carried> {
  const texts = await memberTexts(archive, name);
  const [result, failure] = [texts.get(RESULT_FILE), texts.get(FAILURE_FILE)];
  const fileOf = (member: string) => `${member} of the artifact ${name}`;
  if (result !== undefined) return { result: parseResult(result, { file: fileOf(RESULT_FILE) }) };
  if (failure !== undefined) return { failure: parseFailure(failure, fileOf(FAILURE_FILE)) };
  throw invalid(name, `neither ${RESULT_FILE} nor ${FAILURE_FILE} in it`);
}

/** Of the members that are read, by name; the first of each. */
async function memberTexts(archive: Buffer, name: string): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  try {
    // Names that leave a folder are refused by the library.
    const zip = await fromBufferPromise(archive);
    if (zip.entryCount > MOST_MEMBERS) throw invalid(name, `${zip.entryCount} files`);
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry;
      if ((fileName !== RESULT_FILE && fileName !== FAILURE_FILE) || texts.has(fileName)) continue;
      if (uncompressedSize > MOST_BYTES) throw invalid(name, `${uncompressedSize} bytes in ${fileName}`);
      // More bytes than the entry declares are an error of the stream.
      texts.set(fileName, await readText(await zip.openReadStreamPromise(entry)));
    }
    return texts;
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw invalid(name, messageOf(thrown).slice(0, 200));
  }
}

function invalid(name: string, found: string): UserError {
  return new UserError('artifact-invalid', `the artifact ${name} is not one of ours: ${found}`, {
    hint: 'Run the workflow again; a workflow that uploads its own artifact under this name has to choose another.',
  });
}
