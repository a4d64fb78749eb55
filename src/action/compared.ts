/** The two commits of a job, as all modes compare them, and what is said of the plan before any work. */

import { messageOf } from '../errors.ts';
import { readTip } from '../github/branch-tip.ts';
import { organisationDefaults } from '../github/organisation-defaults.ts';
import type { Comparison, ComparisonOptions } from '../plan/comparison.ts';
import { fetchCommits } from '../plan/fetch-commits.ts';
import { resolveCommit } from '../plan/git.ts';
import type { Assignment } from './assignment.ts';
import { estimateMinutes } from './durations.ts';
import { checkPlannedCost } from './plan-budget.ts';
import type { Hold } from './target.ts';

/** Not an error: what was asked for has to wait. */
export class Held extends Error {
  readonly why: Hold;
  constructor(why: Hold) {
    super(`waits: ${why}`);
    this.why = why;
  }
}

/** Where the base branch is now; a branch that is gone, and a job without a token, have only what the event says. */
async function tipOf({ job, target }: Assignment, known: string): Promise<string> {
  if (target.pull === null || job.inputs.githubToken === '') return known;
  return (await readTip(job.github(job.signal), job.repository, target.baseRef)) ?? known;
}

/** The two commits, in the checkout; what a push that forced its way is compared with is the commit before it. */
async function commitsOf(assignment: Assignment): Promise<{ base: string; head: string }> {
  const { job, trigger, target } = assignment;
  const { workspace, logger, signal, serverUrl, inputs } = job;
  const { headSha: head, baseSha } = target;
  const credentials =
    inputs.githubToken === '' ? undefined : { server: serverUrl, token: inputs.githubToken };
  const fetched = async (base: string) => {
    await fetchCommits(workspace, { base, head, credentials, logger, signal });
    return { base, head };
  };
  if (baseSha !== null && trigger.kind !== 'push') return fetched(await tipOf(assignment, baseSha));
  if (baseSha !== null) {
    const found = await fetched(baseSha).catch((thrown: unknown) => {
      logger.warn(`${baseSha.slice(0, 7)} is gone (${messageOf(thrown)}): compared with the commit before`);
    });
    if (found) return found;
  }
  return fetched(await resolveCommit(workspace, `${head}^`));
}

/** What the job compares, fetched. @throws UserError of git */
export async function comparedBy(assignment: Assignment): Promise<ComparisonOptions> {
  const { workspace, inputs } = assignment.job;
  const { config, adapters } = inputs;
  const { job } = assignment;
  const readDefaults = organisationDefaults(() => job.github(job.signal), job.repository);
  // What was pushed to the default branch is what it decides: there is nothing to be brought up to date.
  const landed = assignment.trigger.kind === 'push';
  return { repo: workspace, config, adapters, readDefaults, landed, ...(await commitsOf(assignment)) };
}

/** What the plan says to people before any work: that there is none, that it waits, that it has started. @throws Held, and UserError `budget-exceeded` */
export async function announce(assignment: Assignment, comparison: Comparison): Promise<void> {
  const { job, target, publisher } = assignment;
  const names = comparison.plan.adapters.map(({ name }) => name);
  if (names.length === 0) return;
  const policy = comparison.baseConfig ?? comparison.headConfig;
  if (target.draft && !policy?.github.drafts) throw new Held('draft');
  const { cacheDir } = job.env;
  const { config, mode } = job.inputs;
  // A plan stops what is too much before a machine is taken; elsewhere the run itself knows better.
  const planned = mode === 'plan' ? await checkPlannedCost(comparison, { cacheDir, config }) : null;
  await publisher?.started(names, (await estimateMinutes(cacheDir, config, names)) ?? planned);
}
