/** The artifacts of a run: the result's files, and apart from them the adapters, which are larger and which nobody has to fetch to read the result. */

import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ArtifactClient } from '@actions/artifact';
import { messageOf, UserError } from '../errors.ts';
import { artifactName, partArtifactName } from '../github/artifact-name.ts';
import type { ActionInputs } from './inputs.ts';
import type { Job } from './job.ts';
import { ADAPTERS, OUTPUT_FILES } from './out-folder.ts';

export interface UploadOptions {
  client: Pick<ArtifactClient, 'uploadArtifact' | 'deleteArtifact'>;
  /** Of the result's artifact; that of the adapters is called after it. */
  name: string;
  /** Where the files are. */
  folder: string;
}

/** What the artifact of a job is called. */
export function artifactOf({
  config,
  adapters,
  part,
}: Pick<ActionInputs, 'config' | 'adapters' | 'part'>): string {
  const name = artifactName(config, adapters);
  return part === '' ? name : partArtifactName(name, part);
}

export const adaptersArtifact = (name: string) => `${name}-adapters`;

/** Links are left out, and what lies behind them. */
async function below(folder: string): Promise<string[]> {
  if (!(await lstat(folder).catch(() => undefined))?.isDirectory()) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

async function upload({ client, name, folder }: UploadOptions, files: string[]): Promise<void> {
  try {
    // A rerun of failed jobs is the same run: what its first attempt left is replaced.
    await client.deleteArtifact(name).catch(() => undefined);
    await client.uploadArtifact(name, files, folder, { compressionLevel: 6 });
  } catch (thrown) {
    throw new UserError(
      'artifact-upload',
      `the artifact ${name} could not be uploaded: ${messageOf(thrown)}`,
      {
        hint: 'Run it again; artifacts need the artifact service of github.com or of a GitHub Enterprise Cloud host.',
        cause: thrown,
      },
    );
  }
}

/** Uploads what there is; a folder without results uploads nothing. @throws UserError `artifact-upload` */
export async function uploadOutputs(options: UploadOptions): Promise<string[]> {
  const { folder, name } = options;
  const files: string[] = [];
  for (const file of OUTPUT_FILES) {
    const at = path.join(folder, file);
    if ((await lstat(at).catch(() => undefined))?.isFile()) files.push(at);
  }
  const uploaded: string[] = [];
  if (files.length > 0) {
    await upload(options, files);
    uploaded.push(name);
  }
  const adapters = await below(path.join(folder, ADAPTERS));
  if (adapters.length > 0) {
    await upload({ ...options, name: adaptersArtifact(name) }, adapters);
    uploaded.push(adaptersArtifact(name));
  }
  return uploaded;
}

/**
 * Uploads what a job leaves in a folder, where the runner takes artifacts. Where another job waits for them (`mode: run`), what cannot
 * be uploaded is an error; elsewhere the verdict does not depend on it.
 *
 * @throws UserError `artifact-upload`
 */
export async function keepOutputs(
  { artifacts, inputs, logger }: Pick<Job, 'artifacts' | 'inputs' | 'logger'>,
  name: string,
  folder: string,
): Promise<void> {
  try {
    const client = await artifacts();
    const uploaded = client ? await uploadOutputs({ client, name, folder }) : [];
    if (uploaded.length > 0) logger.info(`uploaded ${uploaded.join(' and ')}`);
  } catch (thrown) {
    if (!(thrown instanceof UserError) || inputs.mode === 'run') throw thrown;
    logger.warn(thrown.message);
  }
}
