/**
 * The artifacts of a workflow run as GitHub lists and gives them out, and the few members of their archives that are read: bounded in
 * number and size, never unpacked to the disk. Knows nothing of what is in them.
 */

import { text as readText } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';
import { messageOf, UserError } from '../errors.ts';
import { explainApiError } from './api-error.ts';
import type { GithubClient, Repository } from './client.ts';

const MOST_ZIPPED_BYTES = 64 * 2 ** 20;
/** A result, a comment, a report. */
const MOST_MEMBERS = 100;
/** Of a run: a matrix has at most 256 jobs, which leave two each. */
const MOST_PAGES = 20;

export interface ListedArtifact {
  id: number;
  runId: number;
  name: string;
  bytes: number;
}

/** The newest artifact of that name. */
export async function findArtifact(
  client: GithubClient,
  repository: Repository,
  { runId, name }: Pick<ListedArtifact, 'runId' | 'name'>,
): Promise<ListedArtifact | undefined> {
  return (await list(client, repository, runId, name)).find((artifact) => artifact.name === name);
}

/** The newest of each name of a run. */
export async function listArtifacts(
  client: GithubClient,
  repository: Repository,
  runId: number,
): Promise<ListedArtifact[]> {
  const byName = new Map<string, ListedArtifact>();
  for (const artifact of await list(client, repository, runId))
    if (!byName.has(artifact.name)) byName.set(artifact.name, artifact);
  return [...byName.values()];
}

/** Newest first. */
async function list(
  client: GithubClient,
  repository: Repository,
  runId: number,
  name?: string,
): Promise<ListedArtifact[]> {
  const found: ListedArtifact[] = [];
  try {
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const { data } = await client.rest.actions.listWorkflowRunArtifacts({
        ...{ ...repository, run_id: runId, per_page: 100, page },
        ...(name !== undefined && { name }),
      });
      for (const { id, name: called, size_in_bytes, expired } of data.artifacts)
        if (!expired) found.push({ id, runId, name: called, bytes: size_in_bytes });
      if (data.artifacts.length < 100) break;
    }
  } catch (thrown) {
    const what = name === undefined ? `list the artifacts of run ${runId}` : asked({ name, runId });
    throw explainApiError(thrown, { what, permission: 'actions: read' });
  }
  return found.sort((a, b) => b.id - a.id);
}

const asked = ({ name, runId }: Pick<ListedArtifact, 'name' | 'runId'>) =>
  `read the artifact ${name} of run ${runId}`;

/** The archive. @throws UserError `artifact-invalid` for one that is too large, and those of the API */
export async function downloadArtifact(
  client: GithubClient,
  repository: Repository,
  artifact: ListedArtifact,
): Promise<Buffer> {
  const { id, name, bytes } = artifact;
  if (bytes > MOST_ZIPPED_BYTES) throw artifactInvalid(name, `${bytes} bytes`);
  try {
    const archive = await client.rest.actions.downloadArtifact({
      ...repository,
      artifact_id: id,
      archive_format: 'zip',
    });
    const content = Buffer.from(archive.data as ArrayBuffer);
    if (content.byteLength > MOST_ZIPPED_BYTES) throw artifactInvalid(name, `${content.byteLength} bytes`);
    return content;
  } catch (thrown) {
    throw explainApiError(thrown, { what: asked(artifact), permission: 'actions: read' });
  }
}

/** Of the members that are wanted, by name; the first of each. @throws UserError `artifact-invalid` */
export async function memberTexts(
  archive: Buffer,
  name: string,
  { wanted, maxBytes }: { wanted: readonly string[]; maxBytes: number },
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  try {
    // Names that leave a folder are refused by the library.
    const zip = await fromBufferPromise(archive);
    if (zip.entryCount > MOST_MEMBERS) throw artifactInvalid(name, `${zip.entryCount} files`);
    for await (const entry of zip.eachEntry()) {
      const { fileName, uncompressedSize } = entry;
      if (!wanted.includes(fileName) || texts.has(fileName)) continue;
      if (uncompressedSize > maxBytes)
        throw artifactInvalid(name, `${uncompressedSize} bytes in ${fileName}`);
      // More bytes than the entry declares are an error of the stream.
      texts.set(fileName, await readText(await zip.openReadStreamPromise(entry)));
    }
    return texts;
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw artifactInvalid(name, messageOf(thrown).slice(0, 200));
  }
}

export function artifactInvalid(name: string, found: string): UserError {
  return new UserError('artifact-invalid', `the artifact ${name} is not one of ours: ${found}`, {
    hint: 'Run the workflow again; a workflow that uploads its own artifact under this name has to choose another.',
  });
}
