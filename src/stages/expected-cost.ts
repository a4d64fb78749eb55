/**
 * What a prepared adapter will take: which of its trainings are not in the store yet, and how long such work took on this machine
 * before. Estimates by the bytes of the data; knows no budget.
 */

import type { Store, TrustLevel } from '../adapter/store.ts';
import { resolveLora } from '../config/training-schema.ts';
import { promptsFor } from '../evaluate/questions.ts';
import type { Side } from '../evaluate/role-run.ts';
import type { ModelPool } from '../model/model-pool.ts';
import { measureAdapter, type Rates } from '../parts/measure-run.ts';
import type { DataFile } from '../plan/adapter-data.ts';
import type { Comparison } from '../plan/comparison.ts';
import { answerPolicyOf } from '../plan/deciding-policy.ts';
import { engineOf } from '../train/engine.ts';
import { hashOfAdapter } from '../train/obtain-adapter.ts';
import { recipeOf } from '../train/recipe.ts';
import type { Expected } from './budget.ts';
import type { PreparedAdapter } from './prepare.ts';

/** What earlier runs of an adapter took here; null where nothing is known. */
export interface Measured extends Rates {
  /** Of the judge, a prompt. */
  judge_tokens: number | null;
}

export interface ExpectOptions {
  comparison: Comparison;
  measured?: ((adapter: string) => Promise<Measured>) | undefined;
  models: ModelPool;
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
}

/** An adapter that has to be trained. */
export interface MissingTraining {
  adapter: string;
  role: 'baseline' | 'candidate';
  /** Its name in the store. */
  hash: string;
}

/** The trainings of an adapter that the store does not have. */
export async function missingTrainings(
  { planned, base, head, data }: PreparedAdapter,
  { models, store, trust }: Pick<ExpectOptions, 'models' | 'store' | 'trust'>,
): Promise<MissingTraining[]> {
  const sides: [MissingTraining['role'], Side | null, DataFile | null][] = [
    ['baseline', base, data.baseTrain],
    ['candidate', head, data.headTrain],
  ];
  const missing: MissingTraining[] = [];
  for (const [role, side, rows] of sides) {
    if (!side || !rows) continue;
    const { model, base_dtype } = side.config;
    const hash = hashOfAdapter({
      model: await models.open(model, base_dtype),
      runtime: await models.runtime(),
      base_dtype,
      lora: resolveLora(side.adapter.lora),
      recipe: recipeOf(side.adapter),
      engine: engineOf(side.adapter),
      save_steps: 0,
      conversations: [],
      rows_hash: rows.hash,
    });
    if (!(await store.get(hash, { trust: trust.read }))) missing.push({ adapter: planned.name, role, hash });
  }
  return missing;
}

const NOTHING_KNOWN: Measured = { training: null, scoring: null, judge_tokens: null };

/** `missing` are the adapter's own trainings that have to be done. */
export async function expectCost(
  prepared: PreparedAdapter,
  missing: readonly MissingTraining[],
  { comparison, measured }: Pick<ExpectOptions, 'comparison' | 'measured'>,
): Promise<Expected> {
  const { planned, data, base } = prepared;
  const known = (await measured?.(planned.name)) ?? NOTHING_KNOWN;
  const { training, scoring, rates } = await measureAdapter(comparison, planned, known);
  const roles = missing.map(({ role }) => role);
  const trained = roles.reduce((sum, role) => sum + (training[role] ?? 0), 0);
  // The bare model has been scored as soon as anything was compared with it.
  const bare = roles.includes('baseline') || (base === null && roles.length > 0) ? 1 : 0;
  const scored = (roles.length + bare) * scoring;
  const seconds = (tokens: number, rate: number | null) =>
    tokens === 0 ? 0 : rate === null ? null : tokens / rate;
  const [training_seconds, scoring_seconds] = [
    seconds(trained, rates.training),
    seconds(scored, rates.scoring),
  ];
  const policy = answerPolicyOf(comparison, planned);
  const asked =
    policy.judge.provider === 'openai-compatible' && roles.length > 0
      ? Math.min(promptsFor(policy).judged, data.test.conversations.length)
      : 0;
  return {
    seconds:
      training_seconds === null || scoring_seconds === null ? null : training_seconds + scoring_seconds,
    judge_tokens:
      asked === 0 ? 0 : known.judge_tokens === null ? null : Math.ceil(asked * known.judge_tokens),
  };
}
