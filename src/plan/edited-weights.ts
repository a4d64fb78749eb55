/**
 * Weights that lie in the checkout and are allowed by their path are not the change's to replace: both sides would rest on them, a model
 * that knows the test set as well as any other.
 */

import path from 'node:path';
import { modelKind } from '../config/model-reference.ts';
import type { Config } from '../config/schema.ts';
import { UserError } from '../errors.ts';
import type { ChangedFile } from './git.ts';
import { touchedBy } from './touched.ts';

/** The path of a model in the checkout; undefined for one that lies elsewhere. */
function inCheckout(repo: string, model: string): string | undefined {
  if (modelKind(model) !== 'path') return undefined;
  const relative = path.relative(repo, path.resolve(repo, model)).split(path.sep).join('/');
  return relative.startsWith('../') || relative === '..' || path.isAbsolute(relative)
    ? undefined
    : relative || '.';
}

/** @throws UserError `weights-edited` where the change touches a model that the base names or allows */
export function checkEditedWeights(
  repo: string,
  { model, allowed_models, judge }: Pick<Config, 'model' | 'allowed_models' | 'judge'>,
  changedFiles: readonly ChangedFile[],
): void {
  const touched = touchedBy(changedFiles);
  const models = new Set([model, ...allowed_models, ...(judge.provider === 'local' ? [judge.model] : [])]);
  const problems = [...models].flatMap((name) => {
    const folder = inCheckout(repo, name);
    const file = folder === undefined ? undefined : (touched.within(folder) ?? touched.above(folder));
    return file === undefined ? [] : [`${file} belongs to ${JSON.stringify(name)}`];
  });
  if (problems.length === 0) return;
  throw new UserError('weights-edited', 'the change edits a model that the base allows', {
    problems,
    hint: 'Leave these files as they are. Put other weights into a folder of another name and, once the base branch lists it in `allowed_models`, name it as the model.',
  });
}
