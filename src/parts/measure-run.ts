/**
 * How large the work of a run is, from the bytes of its data: a plan is made in seconds, on a machine without a tokenizer, and
 * rows that cannot be read are the matter of the job that reads them.
 */

import type { AdapterConfig, Config } from '../config/schema.ts';
import type { ShardingConfig } from '../config/sharding-schema.ts';
import { promptsFor } from '../evaluate/questions.ts';
import type { Comparison } from '../plan/comparison.ts';
import { answerPolicyOf } from '../plan/deciding-policy.ts';
import { readFileAt } from '../plan/file-at.ts';
import type { PlannedAdapter } from '../plan/plan-run.ts';
import type { AdapterSize } from './plan-parts.ts';

/** About what a token of English takes in the JSON of a row. */
const BYTES_PER_TOKEN = 4;

export interface Rates {
  training: number | null;
  scoring: number | null;
}

interface Size {
  rows: number;
  tokens: number;
}

/** What is missing or cannot be read has no size here. */
async function sizeOf(repo: string, sha: string, path: string): Promise<Size> {
  const bytes = await readFileAt(repo, sha, path).catch(() => undefined);
  if (!bytes) return { rows: 0, tokens: 0 };
  let rows = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) rows += 1;
  return { rows, tokens: Math.ceil(bytes.length / BYTES_PER_TOKEN) };
}

function trainedTokens({ rows, tokens }: Size, training: AdapterConfig['training']): number {
  const { max_steps, num_train_epochs, per_device_train_batch_size, gradient_accumulation_steps } = training;
  if (!(max_steps > 0)) return Math.ceil(tokens * num_train_epochs);
  const seen = max_steps * per_device_train_batch_size * gradient_accumulation_steps;
  return Math.ceil((seen * tokens) / Math.max(1, rows));
}

/** Of the base commit; of the head only where the base has no configuration. */
export function shardingOf({ baseConfig, headConfig }: Comparison): ShardingConfig {
  return ((baseConfig ?? headConfig) as Config).sharding;
}

export async function measureAdapter(
  comparison: Comparison,
  planned: PlannedAdapter<AdapterConfig>,
  measured: Rates,
): Promise<AdapterSize> {
  const { repo, base, head } = comparison;
  const trained = async (sha: string, { train, training }: AdapterConfig) =>
    trainedTokens(await sizeOf(repo, sha, train), training);
  const test = await sizeOf(repo, planned.test_source === 'base' ? base.sha : head.sha, planned.test);
  const edited = planned.test_set_edited ? (await sizeOf(repo, head.sha, planned.head.test)).tokens : 0;
  const policy = answerPolicyOf(comparison, planned);
  const { asserted, judged } = promptsFor(policy);
  const prompts = Math.min(test.rows, Math.max(asserted, judged));
  const told = shardingOf(comparison).tokens_per_second;
  return {
    name: planned.name,
    reasons: planned.reasons.map(({ reason }) => reason),
    training: {
      baseline: planned.base && (await trained(base.sha, planned.base)),
      candidate: await trained(head.sha, planned.head),
    },
    scoring: test.tokens + edited + prompts * policy.answers.max_new_tokens,
    rates: {
      training: told.training ?? measured.training,
      scoring: told.scoring ?? measured.scoring,
    },
  };
}

/** All adapters that are affected. `ratesOf` knows what was measured on this machine. */
export async function measureRun(
  comparison: Comparison,
  ratesOf: (adapter: string) => Promise<Rates>,
): Promise<AdapterSize[]> {
  const sizes: AdapterSize[] = [];
  for (const planned of comparison.plan.adapters)
    sizes.push(await measureAdapter(comparison, planned, await ratesOf(planned.name)));
  return sizes;
}
