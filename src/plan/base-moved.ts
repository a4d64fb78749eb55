/**
 * A change is judged by what its base branch decides where it left it. Where the branch decides otherwise by now (another rule, another
 * test set, a configuration that was not there yet), that is not what it would be merged into: it has to be brought up to date first.
 */

import type { Config } from '../config/schema.ts';
import { splitPolicy } from '../config/split-policy.ts';
import { UserError } from '../errors.ts';
import { diffConfig } from './config-diff.ts';
import { objectAt } from './file-at.ts';
import type { PlannedAdapter } from './plan-run.ts';

/** What a commit of the base branch decides. */
export interface Deciding {
  sha: string;
  config: Config | null;
}

export interface BaseMovedOptions {
  repo: string;
  /** Where the change left the base branch. */
  left: Deciding;
  /** Where the base branch is now. */
  tip: Deciding;
  head: Config;
  /** The affected adapters. */
  planned: readonly Pick<PlannedAdapter, 'name' | 'base_name' | 'test'>[];
}

const MOST_PROBLEMS = 20;

/** @throws UserError `base-moved` that lists what the base branch decides otherwise by now */
export async function checkBaseMoved(options: BaseMovedOptions): Promise<void> {
  const { left, tip } = options;
  // A base branch that gave its configuration up would judge nothing: what it had is no weaker.
  if (left.sha === tip.sha || tip.config === null) return;
  const problems = [...movedRules(options, tip.config), ...(await movedTestSets(options, tip.config))];
  if (problems.length === 0) return;
  const more = problems.length - MOST_PROBLEMS;
  throw new UserError(
    'base-moved',
    `the base branch decides otherwise at ${tip.sha.slice(0, 7)} than at ${left.sha.slice(0, 7)}, where this change left it`,
    {
      problems: [...problems.slice(0, MOST_PROBLEMS), ...(more > 0 ? [`${more} more`] : [])],
      hint: 'Bring the branch up to date (merge the base branch into it, or rebase it), and it is judged by what it would be merged into.',
    },
  );
}

/** What decides over every adapter; how a run is divided and which pull requests it takes is no ground to judge on. */
function rulesOf(config: Config) {
  const { gate, judge, answers, checks, budget, tracking } = splitPolicy(config).policy;
  return { gate, judge, answers, checks, budget, tracking };
}

function movedRules({ left, head, planned }: BaseMovedOptions, tip: Config): string[] {
  if (left.config === null) return ['it has a configuration now, and had none'];
  const problems = diffConfig(rulesOf(left.config), rulesOf(tip)).map(
    ({ key, base, head: now }) => `${key}: ${base ?? 'absent'} → ${now ?? 'absent'}`,
  );
  if (
    head.model !== left.config.model &&
    head.model !== tip.model &&
    !tip.allowed_models.includes(head.model)
  ) {
    problems.push(`allowed_models: ${JSON.stringify(head.model)} is not allowed any more`);
  }
  const assertionsOf = ({ adapters }: Config, name: string) =>
    Object.hasOwn(adapters, name) ? adapters[name]?.assertions : undefined;
  for (const { base_name: name } of planned) {
    const before = name === null ? undefined : assertionsOf(left.config, name);
    const now = name === null ? undefined : assertionsOf(tip, name);
    if (before && now && diffConfig(before, now).length > 0) problems.push(`adapters.${name}.assertions`);
  }
  return problems;
}

async function movedTestSets(
  { repo, left, tip, planned }: BaseMovedOptions,
  { adapters }: Config,
): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, base_name: baseName, test } of planned) {
    const known = baseName ?? name;
    // Removed there as well: nothing to be judged by.
    const now = Object.hasOwn(adapters, known) ? adapters[known] : undefined;
    if (!now || left.config === null) continue;
    if (baseName === null)
      problems.push(`adapters.${name}: it has one of this name now, with a test set of its own`);
    else if (now.test !== test) problems.push(`adapters.${known}.test: ${test} → ${now.test}`);
    else if ((await objectAt(repo, left.sha, test)) !== (await objectAt(repo, tip.sha, test)))
      problems.push(`${test}: its rows are others now`);
  }
  return problems;
}
