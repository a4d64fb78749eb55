/**
 * Weights that lie in the checkout and are allowed by their path are not the change's to replace: both sides would rest on them, a model
 * that knows the test set as well as any other.
 */

import path from 'node:path';
import { modelKind } from '../config/model-reference.ts';
import type { Config } from '../config/schema.ts';
import { isInside } from '../dataset/data-file.ts';
import { UserError } from '../errors.ts';
import { DESCRIPTION_FILES, INDEX_FILE } from '../model/source/local.ts';
import { linkAt } from './file-at.ts';
import type { ChangedFile } from './git.ts';
import { touchedBy } from './touched.ts';

export interface ModelInCheckout {
  /** As a configuration names it. */
  name: string;
  /** Of its folder or file, as git writes it; `.` for the top folder. */
  path: string;
}

type Models = Pick<Config, 'model' | 'allowed_models' | 'judge'>;

/** Of the models that a configuration names or allows, the judge among them. `repo` is the top folder, null where nobody knows it. */
export function modelsInCheckout(
  repo: string | null,
  { model, allowed_models, judge }: Models,
): ModelInCheckout[] {
  const names = new Set([model, ...allowed_models, ...(judge.provider === 'local' ? [judge.model] : [])]);
  return [...names].flatMap((name) => {
    if (modelKind(name) !== 'path' || (repo === null && path.isAbsolute(name))) return [];
    const top = repo ?? '/';
    const place = path.resolve(top, name);
    if (!isInside(top, place)) return [];
    return [{ name, path: path.relative(top, place).split(path.sep).join('/') || '.' }];
  });
}

const isRead = (name: string) =>
  DESCRIPTION_FILES.includes(name) || name === INDEX_FILE || name.endsWith('.safetensors');

/** A changed file that the model is read from, or that stands where one of its folders should. */
function editOf({ path: model }: ModelInCheckout, files: readonly ChangedFile[]): string | undefined {
  const touched = touchedBy(files);
  const inFolder = (changed: string) =>
    isRead(path.posix.basename(changed)) && path.posix.dirname(changed) === model;
  return touched.has(model) ? model : (touched.above(model) ?? touched.find(inFolder));
}

/** @throws UserError `weights-edited` where the change touches a model that the base names or allows */
export function checkEditedWeights(
  repo: string | null,
  base: Models,
  changedFiles: readonly ChangedFile[],
): void {
  const problems = modelsInCheckout(repo, base).flatMap((model) => {
    const file = editOf(model, changedFiles);
    return file === undefined ? [] : [`${file} belongs to ${JSON.stringify(model.name)}`];
  });
  if (problems.length === 0) return;
  throw new UserError('weights-edited', 'the change edits a model that the base allows', {
    problems,
    hint: 'Leave these files as they are. Put other weights into a folder of another name and, once the base branch lists it in `allowed_models`, name it as the model.',
  });
}

/** What a link leads to could be edited unseen. @throws UserError `symlink-refused` for a model that a commit has links for */
export async function checkModelLinks(repo: string, commit: string, base: Models): Promise<void> {
  for (const model of modelsInCheckout(repo, base)) {
    const link = await linkAt(repo, commit, model.path, isRead);
    if (link === undefined) continue;
    throw new UserError(
      'symlink-refused',
      `${link} at ${commit.slice(0, 7)} is a symbolic link, and the model ${JSON.stringify(model.name)} is read through it`,
      { hint: 'Commit the files themselves, or name the folder that they are in.' },
    );
  }
}
