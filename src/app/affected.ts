/** Which adapters a pull request affects, told from the API alone: two files and a list of names. In doubt it affects them all. */

import { type ConfigText, resolveConfigs } from '../config/resolve.ts';
import { UserError } from '../errors.ts';
import { explained, hasStatus } from '../github/api-error.ts';
import { readTip } from '../github/branch-tip.ts';
import { organisationDefaults } from '../github/organisation-defaults.ts';
import type { PullRequest } from '../github/pull-request.ts';
import { checkEditedWeights } from '../plan/edited-weights.ts';
import type { ChangedFile } from '../plan/git.ts';
import { planRun } from '../plan/plan-run.ts';
import { CONFIG } from './config-path.ts';
import type { Desk } from './desk.ts';

export interface Affected {
  /** Nothing is where there is none. */
  adapters: string[];
  /** On the base and no more on the head. */
  removed: string[];
  /** Whether the base has drafts judged. */
  drafts: boolean;
}

/** GitHub lists no more files of a pull request. */
const MOST_FILES = 3000;

/** In git's words. */
const STATUS: Readonly<Record<string, ChangedFile['status']>> = {
  added: 'added',
  removed: 'deleted',
  renamed: 'renamed',
  copied: 'copied',
  changed: 'type_changed',
};

/** The configuration at a commit; null where there is none. @throws UserError */
async function readConfigAt({ client, repository }: Desk, ref: string): Promise<ConfigText | null> {
  const file = `${CONFIG} at ${ref.slice(0, 7)}`;
  const text = await explained({ what: `read ${file}`, permission: 'contents: read' }, async () => {
    try {
      const { data } = await client.rest.repos.getContent({ ...repository, path: CONFIG, ref });
      if (!Array.isArray(data) && data.type === 'file' && data.encoding === 'base64') {
        return Buffer.from(data.content, 'base64').toString('utf8');
      }
    } catch (thrown) {
      if (hasStatus(thrown, 404)) return null;
      throw thrown;
    }
    throw new UserError('config-invalid', `${file} is no file of at most a megabyte`, {
      hint: 'Put the configuration there as a file.',
    });
  });
  return text === null ? null : { text, file };
}

/** Over the defaults of the organisation. */
async function resolved(desk: Desk, sides: { base: ConfigText | null; head: ConfigText | null }) {
  const readDefaults = organisationDefaults(() => desk.client, desk.repository);
  const configs = await resolveConfigs({ ...sides, path: CONFIG, readDefaults });
  return { baseConfig: configs.base?.config ?? null, headConfig: configs.head?.config ?? null };
}

/** The configurations of two commits. @throws UserError */
export async function readConfigs(desk: Desk, base: string, head: string) {
  return resolved(desk, { base: await readConfigAt(desk, base), head: await readConfigAt(desk, head) });
}

async function changedFiles({ client, repository }: Desk, pull: number): Promise<ChangedFile[]> {
  const what = `list the files of #${pull}`;
  const files = await explained({ what, permission: 'pull-requests: read' }, () =>
    client.paginate(client.rest.pulls.listFiles, { ...repository, pull_number: pull, per_page: 100 }),
  );
  return files.map(({ filename, previous_filename: previous, status }) => ({
    path: filename,
    status: STATUS[status] ?? 'modified',
    ...(previous !== undefined && { previous_path: previous }),
  }));
}

/**
 * Null where neither side has a configuration: the repository does not use us.
 *
 * @throws UserError where a configuration is wrong or names a model that the base does not allow, `weights-edited`
 */
export async function readAffected(desk: Desk, pull: PullRequest): Promise<Affected | null> {
  const files = await changedFiles(desk, pull.number);
  const touched = files.some(({ path, previous_path }) => path === CONFIG || previous_path === CONFIG);
  const tip = await readTip(desk.client, desk.repository, pull.baseRef);
  const base = await readConfigAt(desk, tip ?? pull.baseSha);
  const whole = files.length < MOST_FILES;
  const head = touched || !whole ? await readConfigAt(desk, pull.headSha) : base;
  if (!base && !head) return null;
  const { baseConfig, headConfig } = await resolved(desk, { base, head });
  if (baseConfig) checkEditedWeights(null, baseConfig, files);
  const drafts = (baseConfig ?? headConfig)?.github.drafts ?? false;
  const plan = planRun({ baseConfig, headConfig, changedFiles: files });
  const adapters = whole ? plan.adapters.map(({ name }) => name) : Object.keys(headConfig?.adapters ?? {});
  return { adapters, removed: plan.removed, drafts };
}
