/**
 * A change is judged by what its base branch decides where it left it. Where the branch decides otherwise by now (another rule, another
 * test set, a configuration that was not there yet), that is not what it would be merged into: it has to be brought up to date first.
 */

import type { Config } from '../config/schema.ts';
import { splitPolicy } from '../config/split-policy.ts';
import { UserError } from '../errors.ts';
import { diffConfig } from './config-diff.ts';
import { modelsInCheckout } from './edited-weights.ts';
import { objectAt } from './file-at.ts';
import type { ChangedFile } from './git.ts';
import type { PlannedAdapter } from './plan-run.ts';
import { touchedBy } from './touched.ts';

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
  /** The affected adapters that are judged. */
  planned: readonly Pick<PlannedAdapter, 'name' | 'base_name' | 'test'>[];
  /** All that the change affects or removes, by their names where it left the base branch. */
  affected: readonly string[];
  changedFiles: readonly ChangedFile[];
}

const MOST_PROBLEMS = 20;

/** @throws UserError `base-moved` that lists what the base branch decides otherwise by now */
export async function checkBaseMoved(options: BaseMovedOptions): Promise<void> {
  const { left, tip } = options;
  // A base branch that gave its configuration up would judge nothing: what it had is no weaker.
  if (left.sha === tip.sha || tip.config === null) return;
  const problems = [
    ...newlyAffected(options, tip.config),
    ...(options.planned.length === 0 ? [] : movedRules(options, tip.config)),
    ...(options.planned.length === 0 ? [] : await movedFiles(options, tip.config)),
  ];
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

/** Adapters that the base branch trains from, or judges by, a file that this change touches, and that would not be judged for it. */
function newlyAffected({ left, planned, affected, changedFiles }: BaseMovedOptions, tip: Config): string[] {
  const touched = touchedBy(changedFiles);
  const isIntroduced = (name: string) => planned.some((own) => own.base_name === null && own.name === name);
  return Object.entries(tip.adapters).flatMap(([name, { train, test }]) => {
    // Those of one name with the base branch's are told of by themselves.
    if (isIntroduced(name)) return [];
    const before = adapterOf(left.config, name);
    const known = (file: string, was: string | undefined) => affected.includes(name) && file === was;
    const news = [
      ...(touched.has(train) && !known(train, before?.train) ? [train] : []),
      ...(touched.has(test) && !known(test, before?.test) ? [test] : []),
    ];
    return news.map((file) => `adapters.${name}: it rests on ${file} now, which this change edits`);
  });
}

const adapterOf = (config: Config | null, name: string) =>
  config && Object.hasOwn(config.adapters, name) ? config.adapters[name] : undefined;

function movedRules({ left, head, planned }: BaseMovedOptions, tip: Config): string[] {
  if (left.config === null) return ['it has a configuration now, and had none'];
  const problems = diffConfig(rulesOf(left.config), rulesOf(tip)).map(
    ({ key, base, head: now }) => `${key}: ${base ?? 'absent'} → ${now ?? 'absent'}`,
  );
  if (head.model !== tip.model && !tip.allowed_models.includes(head.model)) {
    problems.push(`allowed_models: ${JSON.stringify(head.model)} is not allowed any more`);
  }
  for (const { base_name: name } of planned) {
    const before = name === null ? undefined : adapterOf(left.config, name);
    const now = name === null ? undefined : adapterOf(tip, name);
    if (before && now && diffConfig(before.assertions, now.assertions).length > 0)
      problems.push(`adapters.${name}.assertions`);
  }
  return problems;
}

async function movedFiles({ repo, left, tip, planned }: BaseMovedOptions, config: Config): Promise<string[]> {
  if (left.config === null) return [];
  const problems: string[] = [];
  const isMoved = async (file: string) =>
    (await objectAt(repo, left.sha, file)) !== (await objectAt(repo, tip.sha, file));
  for (const { name, path } of modelsInCheckout(repo, left.config)) {
    if (path !== '.' && (await isMoved(path)))
      problems.push(`${path}: ${JSON.stringify(name)} has other files now`);
  }
  for (const { name, base_name: baseName, test } of planned) {
    const known = baseName ?? name;
    const now = adapterOf(config, known);
    // Removed there as well: nothing to be judged by. One under another name that rests on the same file is newly affected.
    if (!now) continue;
    if (baseName === null)
      problems.push(`adapters.${name}: it has one of this name now, with a test set of its own`);
    else if (now.test !== test) problems.push(`adapters.${known}.test: ${test} → ${now.test}`);
    else if (await isMoved(test)) problems.push(`${test}: its rows are others now`);
  }
  return problems;
}
