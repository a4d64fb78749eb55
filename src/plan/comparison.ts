/** The two commits that a run compares, their configurations, and the plan that follows from them. Reads git objects only. */

import { type DefaultsReader, resolveConfig, resolveConfigs, type UsedDefaults } from '../config/resolve.ts';
import type { AdapterConfig, Config } from '../config/schema.ts';
import { UserError } from '../errors.ts';
import { checkBaseMoved, type Deciding } from './base-moved.ts';
import { checkEditedWeights, checkModelLinks } from './edited-weights.ts';
import { readFileAt } from './file-at.ts';
import { type ChangedFile, changedFiles, mergeBase, repositoryRoot, resolveCommit } from './git.ts';
import { planRun, type RunPlan } from './plan-run.ts';

export interface Commit {
  sha: string;
  /** As it was asked for; null for what was derived. */
  ref: string | null;
}

export interface Comparison {
  /** Top folder of the checkout. */
  repo: string;
  /** The merge base. */
  base: Commit;
  head: Commit;
  baseConfig: Config | null;
  headConfig: Config | null;
  /** Of the organisation, under both; null where the base names none. */
  defaults: UsedDefaults | null;
  plan: RunPlan<AdapterConfig>;
  warnings: string[];
}

export interface ComparisonOptions {
  repo: string;
  /** Branch, tag or sha; the first of the usual default branches that exists unless told. */
  base?: string | undefined;
  head?: string | undefined;
  /** Path of the configuration in the repository. */
  config: string;
  /** Fetches what `_extends` names. */
  readDefaults?: DefaultsReader | undefined;
  /** What is compared is on the base branch already: its weights are its own, and there is nothing to be brought up to date. */
  landed?: boolean | undefined;
  /** Only these adapters, whatever else the change affects; all of them where absent or empty. */
  adapters?: readonly string[] | undefined;
}

const DEFAULT_BASES = ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master'];

async function defaultBase(repo: string): Promise<string> {
  for (const ref of DEFAULT_BASES) {
    const found = await resolveCommit(repo, ref).catch(() => undefined);
    if (found) return ref;
  }
  throw new UserError('base-unknown', `none of ${DEFAULT_BASES.join(', ')} exists in ${repo}`, {
    hint: 'Name the branch to compare with: --base BRANCH.',
  });
}

async function configAt(repo: string, sha: string, file: string) {
  const bytes = await readFileAt(repo, sha, file, { maxBytes: 2 ** 20 });
  return bytes ? { text: bytes.toString('utf8'), file: `${file} at ${sha.slice(0, 7)}` } : null;
}

/** What the tip of the base branch decides; read only where its file is another one than where the change left it. */
async function decidingAt(
  { repo, sha, left }: { repo: string; sha: string; left: Deciding },
  { config: path, readDefaults }: ComparisonOptions,
): Promise<Deciding> {
  if (sha === left.sha) return left;
  const [before, now] = await Promise.all([configAt(repo, left.sha, path), configAt(repo, sha, path)]);
  if (!now) return { sha, config: null };
  if (now.text === before?.text) return { sha, config: left.config };
  return { sha, config: (await resolveConfig(now, { path, readDefaults })).config };
}

/** @throws UserError of git, of the configurations, of the plan, and as `checkGrounds`. */
export async function compareCommits(options: ComparisonOptions): Promise<Comparison> {
  const repo = await repositoryRoot(options.repo);
  const baseRef = options.base ?? (await defaultBase(repo));
  const headRef = options.head ?? 'HEAD';
  const headSha = await resolveCommit(repo, headRef);
  const tipSha = await resolveCommit(repo, baseRef);
  const baseSha = await mergeBase(repo, tipSha, headSha);
  const { config: path, readDefaults } = options;
  const [base, head, files] = await Promise.all([
    configAt(repo, baseSha, path),
    configAt(repo, headSha, path),
    changedFiles(repo, baseSha, headSha),
  ]);
  const configs = await resolveConfigs({ base, head, path, readDefaults });
  const baseConfig = configs.base?.config ?? null;
  const headConfig = configs.head?.config ?? null;
  const whole = planRun<AdapterConfig>({
    changedFiles: files,
    baseConfig,
    headConfig,
  });
  const plan = chosenOf(whole, options.adapters ?? []);
  if (!options.landed)
    await checkGrounds({ repo, baseSha, tipSha, baseConfig, headConfig, files, whole, plan }, options);
  return {
    repo,
    base: { sha: baseSha, ref: baseRef },
    head: { sha: headSha, ref: headRef },
    baseConfig,
    headConfig,
    defaults: configs.defaults,
    plan,
    warnings: [...configs.warnings, ...(configs.head?.warnings ?? []), ...plan.warnings],
  };
}

interface Grounds {
  repo: string;
  baseSha: string;
  tipSha: string;
  baseConfig: Config | null;
  headConfig: Config | null;
  files: readonly ChangedFile[];
  /** Of all adapters, and of those that are judged. */
  whole: RunPlan<AdapterConfig>;
  plan: RunPlan<AdapterConfig>;
}

/** Whether what decides is the base branch's own, as it is now. @throws UserError `weights-edited`, `symlink-refused`, `base-moved` */
async function checkGrounds(
  { repo, baseSha, tipSha, baseConfig, headConfig, files, whole, plan }: Grounds,
  options: ComparisonOptions,
): Promise<void> {
  const judges = plan.adapters.length > 0;
  if (baseConfig) checkEditedWeights(repo, baseConfig, files);
  if (baseConfig && judges) await checkModelLinks(repo, baseSha, baseConfig);
  if (!headConfig) return;
  const left = { sha: baseSha, config: baseConfig };
  const tip = await decidingAt({ repo, sha: tipSha, left }, options).catch((thrown: unknown) => {
    // A configuration that is wrong there is its own matter, and no ground of anything here.
    if (judges || !(thrown instanceof UserError && thrown.code === 'config-invalid')) throw thrown;
    return left;
  });
  const affected = [...whole.removed, ...whole.adapters.flatMap(({ base_name }) => base_name ?? [])];
  const moving = { repo, left, tip, head: headConfig, planned: plan.adapters, affected };
  await checkBaseMoved({ ...moving, changedFiles: files });
}

/** @throws UserError `adapter-unknown` for a name that neither commit has */
function chosenOf(plan: RunPlan<AdapterConfig>, names: readonly string[]): RunPlan<AdapterConfig> {
  if (names.length === 0) return plan;
  const known = [...plan.adapters.map(({ name }) => name), ...plan.unaffected, ...plan.removed];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    throw new UserError(
      'adapter-unknown',
      `no adapter is called ${unknown.map((name) => JSON.stringify(name)).join(', ')}`,
      {
        hint: `There are: ${known.join(', ') || 'none'}.`,
      },
    );
  }
  const left = plan.adapters.filter(({ name }) => !names.includes(name)).map(({ name }) => name);
  return {
    adapters: plan.adapters.filter(({ name }) => names.includes(name)),
    unaffected: plan.unaffected.filter((name) => names.includes(name)),
    removed: plan.removed.filter((name) => names.includes(name)),
    warnings:
      left.length === 0
        ? plan.warnings
        : [
            ...plan.warnings,
            `the change also affects ${left.join(', ')}: not judged here, because only some adapters were asked for`,
          ],
  };
}
