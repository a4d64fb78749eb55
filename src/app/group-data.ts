/**
 * Whether a merge group's commit holds for a pull request's adapters what was judged on its own head: the same data, recipe, tests and
 * policy, byte for byte. Compares the trees of both commits, since a squash has none of the commits of the pull request.
 */

import { UserError } from '../errors.ts';
import { explained } from '../github/api-error.ts';
import type { PullRequest } from '../github/pull-request.ts';
import type { ChangedFile } from '../plan/git.ts';
import { planRun } from '../plan/plan-run.ts';
import { readAffected, readConfigs } from './affected.ts';
import type { Desk } from './desk.ts';

/** Blob by path; undefined where GitHub does not list them all. */
type Tree = ReadonlyMap<string, string> | undefined;

export async function readTree({ client, repository }: Desk, sha: string): Promise<Tree> {
  const what = `read the files of ${sha.slice(0, 7)}`;
  return explained({ what, permission: 'contents: read' }, async () => {
    const { data } = await client.rest.git.getTree({ ...repository, tree_sha: sha, recursive: '1' });
    if (data.truncated) return undefined;
    return new Map(data.tree.flatMap(({ path, sha: blob, type }) => (type === 'tree' ? [] : [[path, blob]])));
  });
}

function differences(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): ChangedFile[] {
  const changed: ChangedFile[] = [];
  for (const [path, blob] of after) {
    if (!before.has(path)) changed.push({ path, status: 'added' });
    else if (before.get(path) !== blob) changed.push({ path, status: 'modified' });
  }
  for (const path of before.keys()) if (!after.has(path)) changed.push({ path, status: 'deleted' });
  return changed;
}

/**
 * The adapters of a pull request that would be trained from, or judged by, something else on the group's commit. In doubt all of them.
 *
 * @throws what the client throws
 */
export async function changedInGroup(
  desk: Desk,
  pull: PullRequest,
  group: { headSha: string; tree: Tree },
): Promise<string[]> {
  const affected = (await readAffected(desk, pull))?.adapters ?? [];
  if (affected.length === 0) return [];
  const own = await readTree(desk, pull.headSha);
  if (!own || !group.tree) return affected;
  const changedFiles = differences(own, group.tree);
  if (changedFiles.length === 0) return [];
  try {
    const { baseConfig, headConfig } = await readConfigs(desk, pull.headSha, group.headSha);
    const other = new Set(planRun({ baseConfig, headConfig, changedFiles }).adapters.map(({ name }) => name));
    // One that is gone on the group's commit is none to be judged.
    return affected.filter((name) => other.has(name));
  } catch (thrown) {
    // A configuration that is wrong only there: the run says so.
    if (!(thrown instanceof UserError) || thrown.code.startsWith('github-')) throw thrown;
    return affected;
  }
}
