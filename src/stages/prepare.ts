/**
 * The first stage: what an affected adapter is trained from and judged by, and whether its data let it. Needs git and at most a
 * tokenizer; knows neither weights nor scores.
 */

import type { AdapterConfig, Config } from '../config/schema.ts';
import { checkAdapterRun } from '../evaluate/adapter-run.ts';
import { type Questions, questionsFor } from '../evaluate/questions.ts';
import type { Side } from '../evaluate/role-run.ts';
import type { Logger } from '../log.ts';
import type { ModelPool } from '../model/model-pool.ts';
import { specialTokensOf } from '../model/tokenizer/tokenizer.ts';
import { type AdapterData, readAdapterData } from '../plan/adapter-data.ts';
import { type Comparison, type ComparisonOptions, compareCommits } from '../plan/comparison.ts';
import { addModelTokens, blockingFindings, checkAdapterData, type DataChecks } from '../plan/data-checks.ts';
import { answerPolicyOf, editedAssertions, policyOf } from '../plan/deciding-policy.ts';
import type { PlannedAdapter } from '../plan/plan-run.ts';

export interface PreparedAdapter {
  planned: PlannedAdapter<AdapterConfig>;
  data: AdapterData;
  checks: DataChecks;
  /** null for an adapter that the change introduces. */
  base: Side | null;
  head: Side;
  /** What both sides are asked; null where nothing wants answers. */
  questions: Questions | null;
}

export interface PrepareOptions {
  /** Those of a model's tokenizer, which data must not contain. */
  specialTokens: (model: string) => Promise<readonly string[]>;
  signal?: AbortSignal | undefined;
}

/** What is compared, and what of it is affected, said in the log. @throws UserError of git, of the configurations, of the plan. */
export async function openComparison(options: ComparisonOptions & { logger: Logger }): Promise<Comparison> {
  const comparison = await compareCommits(options);
  const { logger } = options;
  const { base, head, defaults, plan, warnings } = comparison;
  for (const warning of warnings) logger.warn(warning);
  const short = ({ sha }: { sha: string }) => sha.slice(0, 7);
  logger.info(`comparing ${short(base)} with ${short(head)}`);
  if (defaults) logger.info(`  over ${defaults.path} of ${defaults.repository} at ${short(defaults)}`);
  for (const { name, reasons } of plan.adapters) {
    logger.info(`  ${name}: ${reasons.map(({ reason, detail }) => `${reason} (${detail})`).join(', ')}`);
  }
  if (plan.adapters.length === 0) logger.info('  no adapter is affected');
  return comparison;
}

/** @throws UserError that lists every bad row of the first bad file. */
export async function prepareAdapter(
  comparison: Comparison,
  planned: PlannedAdapter<AdapterConfig>,
  { specialTokens, signal }: PrepareOptions,
): Promise<PreparedAdapter> {
  const { baseConfig, headConfig } = comparison;
  const data = await readAdapterData(comparison, planned);
  const head: Side = { config: headConfig as Config, adapter: planned.head };
  const rules = {
    severities: policyOf(comparison, planned).config.checks,
    testOnBase: planned.test_source === 'base',
    signal,
  };
  let checks = await checkAdapterData(data, rules);
  // What is blocked by its data needs neither tokenizer nor weights.
  if (blockingFindings(checks).length === 0) {
    checks = await addModelTokens(checks, {
      ...rules,
      data,
      specialTokens: await specialTokens(head.config.model),
    });
  }
  return {
    ...{ planned, data, checks, head },
    base: planned.base && baseConfig ? { config: baseConfig, adapter: planned.base } : null,
    questions: questionsFor(
      data.test.conversations,
      answerPolicyOf(comparison, planned),
      editedAssertions(planned),
    ),
  };
}

/** Errors in the data that the change brings in keep the adapter from being trained. */
export const isBlocked = ({ checks }: PreparedAdapter): boolean => blockingFindings(checks).length > 0;

/** Prepared, and every length of its data checked, so that nothing is trained in vain. @throws UserError */
export async function prepareToRun(
  comparison: Comparison,
  planned: PlannedAdapter<AdapterConfig>,
  { models, signal }: { models: ModelPool; signal?: AbortSignal | undefined },
): Promise<PreparedAdapter> {
  const prepared = await prepareAdapter(comparison, planned, {
    specialTokens: async (model) => specialTokensOf((await models.text(model)).tokenizer),
    signal,
  });
  if (!isBlocked(prepared)) await checkAdapterRun({ ...prepared, name: planned.name, models });
  return prepared;
}
