/**
 * One job of a run over several machines: trains an adapter into the store, or scores a share of a role, or does a whole adapter,
 * and says in a document what it found. Decides nothing.
 */

import { UserError } from '../errors.ts';
import { joinRoles } from '../evaluate/adapter-run.ts';
import { readGeneralTexts } from '../evaluate/general-texts.ts';
import type { Judged } from '../evaluate/judge/judge-compared.ts';
import { type Role, type RoleRun, type RoleRunOptions, runRole, withAdapter } from '../evaluate/role-run.ts';
import { WHOLE } from '../evaluate/shard.ts';
import { specialTokensOf } from '../model/tokenizer/tokenizer.ts';
import type { PipelineOptions } from '../pipeline.ts';
import type { Comparison } from '../plan/comparison.ts';
import { policyOf } from '../plan/deciding-policy.ts';
import type { Runtime } from '../runtime/load.ts';
import { attempt } from '../stages/attempt.ts';
import { budgetOf, overEstimate, overSpent } from '../stages/budget.ts';
import { askJudge, judgeOf, originHere } from '../stages/decide.ts';
import { expectCost, missingTrainings } from '../stages/expected-cost.ts';
import { isBlocked, openComparison, type PreparedAdapter, prepareToRun } from '../stages/prepare.ts';
import { scoringOf } from '../stages/score.ts';
import { sharedFailures } from '../stages/shared-failures.ts';
import { PART_SCHEMA_ID, type PartDocument, type Share, shareOf } from './part-document.ts';
import { type Part, partName, shardOf } from './part-name.ts';
import { planHash } from './plan-hash.ts';

export interface RunPartOptions extends Omit<PipelineOptions, 'adapters'> {
  part: Part;
}

/**
 * An error of the adapter's own is a part that says so: the job that merges has the other adapters judged all the same.
 * @throws UserError of what concerns all, `part-unknown` for an adapter that is not affected
 */
export async function runPart({ part, ...options }: RunPartOptions): Promise<PartDocument> {
  const started = performance.now();
  const { version, config } = options;
  const comparison = await openComparison({ ...options, adapters: [part.adapter] });
  await options.onComparison?.(comparison);
  const planned = comparison.plan.adapters.find(({ name }) => name === part.adapter);
  if (!planned) {
    throw new UserError('part-unknown', `${partName(part)}: the change does not affect ${part.adapter}`, {
      hint: 'Plan and part have to be about the same two commits; plan again with `lora-gate run --plan`.',
    });
  }
  const { models, concernsAll } = sharedFailures(options.models);
  const spent = () => (performance.now() - started) / 1000;
  const run = { ...options, ...{ models, comparison, concernsAll, spent } };
  const { value, failure } = await attempt(part.adapter, () => found(part, planned, run), run);
  const software = value?.runtime ?? null;
  return {
    schema: PART_SCHEMA_ID,
    part: partName(part),
    base_sha: comparison.base.sha,
    head_sha: comparison.head.sha,
    config,
    failed: failure,
    origin: originHere(version, software, spent()),
    ...(value?.content ?? { plan_hash: null, blocked: false, special_tokens: [], shares: [], judged: null }),
  };
}

type Content = Pick<PartDocument, 'plan_hash' | 'blocked' | 'special_tokens' | 'shares' | 'judged'>;

/** What a part found, unless the data keep the adapter from being trained. @throws UserError of the adapter's own work, and of all's */
async function found(
  part: Part,
  planned: PreparedAdapter['planned'],
  options: Omit<DoPartOptions, 'general'>,
): Promise<{ content: Content; runtime: Runtime | null }> {
  const { models, comparison, config } = options;
  const prepared = await prepareToRun(comparison, planned, options);
  const general = await readGeneralTexts();
  const blocked = isBlocked(prepared);
  const { shares, judged } = blocked
    ? { shares: [], judged: null }
    : await doPart(part, prepared, { ...options, general });
  const { tokenizer } = await models.text(prepared.head.config.model);
  const { of } = shardOf(part);
  const content = {
    plan_hash: planHash({ comparison, config, prepared, general: general.hash, of }),
    blocked,
    special_tokens: specialTokensOf(tokenizer),
    ...{ shares, judged },
  };
  return { content, runtime: blocked ? null : await models.runtime() };
}

/** @throws UserError `budget-exceeded` where this part alone would be too much */
async function checkBudget(
  prepared: PreparedAdapter,
  options: Omit<DoPartOptions, 'general'>,
): Promise<void> {
  const expected = await expectCost(prepared, await missingTrainings(prepared, options), options);
  const over = overEstimate(budgetOf(options.comparison), [expected]);
  if (over) throw over;
}

type DoPartOptions = Omit<PipelineOptions, 'base' | 'head'> & {
  comparison: Comparison;
  general: RoleRunOptions['general'];
  /** Seconds since the start. */
  spent: () => number;
};

async function doPart(
  part: Part,
  prepared: PreparedAdapter,
  options: DoPartOptions,
): Promise<Pick<PartDocument, 'shares' | 'judged'>> {
  const { general } = options;
  // A share of several finds its adapter trained; a role in one job trains it.
  if (part.work !== 'score' || part.shard.of === 1) await checkBudget(prepared, options);
  const scoring: RoleRunOptions = { ...scoringOf(prepared, options), general };
  if (part.work === 'train') return { shares: [await trainOnly(scoring, part.role)], judged: null };
  if (part.work === 'score') {
    // One job has trained it; its parameters were written there.
    const found = part.shard.of > 1 ? { mayTrain: false, onCandidate: async () => undefined } : {};
    const run = await runRole({ ...scoring, ...found }, part.role, part.shard);
    return { shares: [shareOf(part.role, run)], judged: null };
  }
  const run = async (role: Role): Promise<RoleRun[]> => {
    const over = overSpent(budgetOf(options.comparison), options.spent());
    if (over) throw over;
    return [await runRole(scoring, role, WHOLE)];
  };
  const baseline = prepared.base ? await run('baseline') : [];
  const candidate = await run('candidate');
  const runs: Record<Role, RoleRun[]> = { baseline, candidate, bare: await run('bare') };
  return {
    shares: Object.entries(runs).flatMap(([role, of]) => of.map((one) => shareOf(role as Role, one))),
    judged: await judgeHere(prepared, runs, options),
  };
}

async function trainOnly(options: RoleRunOptions, role: Role): Promise<Share> {
  return withAdapter(options, role, async ({ model }, trained) => ({
    ...{ role, trained, test: null, edited: null, answers: null, general: null, effect: null },
    model: { spec: model.files.spec, revision: model.files.revision },
  }));
}

/** A judge that is a model of ours needs this machine; one with a key is asked by the job that merges, which has the key. */
async function judgeHere(
  prepared: PreparedAdapter,
  runs: Record<Role, RoleRun[]>,
  options: DoPartOptions,
): Promise<Judged | null> {
  const { comparison, general } = options;
  if (policyOf(comparison, prepared.planned).config.judge.provider !== 'local') return null;
  const judge = await judgeOf(comparison, options);
  return judge && askJudge(prepared, joinRoles(runs, { ...prepared, general }), judge, options);
}
