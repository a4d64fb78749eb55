/**
 * The artifacts in which the jobs of a matrix leave their parts. Like a result's they are hostile: one named file is read of each,
 * bounded in size and against the schema, and what is in it has to be the part that the artifact is named after. What is wrong with
 * one is a line for people; the merge names all of them at once.
 */

import { UserError } from '../errors.ts';
import { MOST_PART_BYTES, PART_FILE, parsePart } from '../parts/part-document.ts';
import { type Part, readPartName } from '../parts/part-name.ts';
import { type FoundParts, problemOf } from '../parts/read-parts.ts';
import { FAILURE_FILE, type Failure, parseFailure } from '../report/failure.ts';
import { downloadArtifact, type ListedArtifact, listArtifacts, memberTexts } from './artifact.ts';
import { partOfArtifact } from './artifact-name.ts';
import type { GithubClient, Repository } from './client.ts';

/** Of all of a run together, packed. */
const MOST_BYTES_TOGETHER = 2 ** 30;

export interface CarriedParts extends FoundParts {
  /** Reasons of jobs that have no part. */
  failures: Failure[];
}

/** The artifacts of a run that are the parts of its result; none where the newest thing of it is a result. */
export async function listParts(
  client: GithubClient,
  repository: Repository,
  { runId, name }: { runId: number; name: string },
): Promise<ListedArtifact[]> {
  return newestParts(await listArtifacts(client, repository, runId), name);
}

/**
 * Attempts of a run share its artifacts, and a later attempt may have been planned in another way: of each adapter the newest artifact
 * says how it is divided now, and what is older and divided in another way is left out.
 */
export function newestParts(artifacts: readonly ListedArtifact[], name: string): ListedArtifact[] {
  const parts = artifacts.flatMap((artifact) => {
    const part = readPartName(partOfArtifact(name, artifact.name) ?? '');
    return part ? [{ artifact, part }] : [];
  });
  const result = artifacts.find((artifact) => artifact.name === name);
  if (result && parts.every(({ artifact }) => artifact.id < result.id)) return [];
  const divisionOf = (part: Part) => (part.work === 'score' ? String(part.shard.of) : part.work);
  const divisions = new Map<string, string>();
  for (const { part } of parts.toSorted((a, b) => a.artifact.id - b.artifact.id))
    if (part.work !== 'train') divisions.set(part.adapter, divisionOf(part));
  return parts
    .filter(({ part }) => part.work === 'train' || divisionOf(part) === divisions.get(part.adapter))
    .map(({ artifact }) => artifact);
}

/** @throws UserError `artifact-invalid` for more than is read of a run, and those of the API */
export async function readPartArtifacts(
  client: GithubClient,
  repository: Repository,
  { artifacts, name }: { artifacts: readonly ListedArtifact[]; name: string },
): Promise<CarriedParts> {
  const bytes = artifacts.reduce((sum, artifact) => sum + artifact.bytes, 0);
  if (bytes > MOST_BYTES_TOGETHER) {
    throw new UserError('artifact-invalid', `the parts of ${name} have ${bytes} bytes together`, {
      hint: `At most ${MOST_BYTES_TOGETHER} bytes are read of one run; parts of ours are smaller.`,
    });
  }
  const carried: CarriedParts = { found: [], problems: [], failures: [] };
  for (const artifact of artifacts) {
    const file = `artifact ${artifact.name}`;
    const archive = await downloadArtifact(client, repository, artifact).catch((thrown: unknown) => {
      // Only what is wrong with the artifact itself: GitHub being away says nothing of the parts.
      if (!(thrown instanceof UserError) || thrown.code !== 'artifact-invalid') throw thrown;
      carried.problems.push(problemOf(file, thrown));
    });
    if (!archive) continue;
    try {
      await readOne(archive, artifact, { name, file, carried });
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown;
      carried.problems.push(problemOf(file, thrown));
    }
  }
  return carried;
}

async function readOne(
  archive: Buffer,
  artifact: ListedArtifact,
  { name, file, carried }: { name: string; file: string; carried: CarriedParts },
): Promise<void> {
  const texts = await memberTexts(archive, artifact.name, {
    wanted: [PART_FILE, FAILURE_FILE],
    maxBytes: MOST_PART_BYTES,
  });
  const [part, failure] = [texts.get(PART_FILE), texts.get(FAILURE_FILE)];
  if (part !== undefined) {
    const document = parsePart(part, file);
    if (document.part === partOfArtifact(name, artifact.name)) carried.found.push({ file, document });
    else carried.problems.push(`${file}: foreign: holds the part ${document.part}; run its job again`);
  } else if (failure !== undefined) carried.failures.push(parseFailure(failure, file));
  else
    carried.problems.push(
      `${file}: damaged: neither ${PART_FILE} nor ${FAILURE_FILE} in it; run its job again`,
    );
}
