/**
 * Where a job leaves what is uploaded. The folder lies in the checkout of a pull request, which may bring files of these names, and links to
 * any file of the runner in their place.
 */

import { lstat, rm } from 'node:fs/promises';
import path from 'node:path';
import { isInside } from '../dataset/data-file.ts';
import { UserError } from '../errors.ts';
import { RESULT_FILE } from '../github/result-artifact.ts';
import { PART_FILE } from '../parts/part-document.ts';
import { FAILURE_FILE } from '../report/failure.ts';
import type { Job } from './job.ts';

/** Those that travel to the job that publishes, or to people. */
export const OUTPUT_FILES = [RESULT_FILE, 'comment.md', 'report.html', PART_FILE, FAILURE_FILE];
export const ADAPTERS = 'adapters';

/** @throws UserError `out-linked` where the folder, or one above it in the workspace, is a link */
export async function outFolder({ workspace, inputs }: Pick<Job, 'workspace' | 'inputs'>): Promise<string> {
  const top = path.resolve(workspace);
  const folder = path.resolve(top, inputs.out);
  // What lies outside the workspace no pull request has written.
  if (!isInside(top, folder)) return folder;
  let place = top;
  for (const part of path.relative(top, folder).split(path.sep)) {
    place = path.join(place, part);
    const found = await lstat(place).catch(() => undefined);
    if (found?.isSymbolicLink()) {
      throw new UserError('out-linked', `${inputs.out} leads through a symbolic link, ${place}`, {
        hint: 'Take it out of the repository, or name another folder with the input `out`.',
      });
    }
  }
  return folder;
}

/** The folder without what an earlier run, or the checkout, left in it. @throws UserError `out-linked` */
export async function emptyOutFolder(job: Pick<Job, 'workspace' | 'inputs'>): Promise<string> {
  const folder = await outFolder(job);
  for (const left of [...OUTPUT_FILES, ADAPTERS])
    await rm(path.join(folder, left), { recursive: true, force: true });
  return folder;
}
