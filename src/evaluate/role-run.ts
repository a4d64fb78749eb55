/**
 * One role of one adapter: its adapter trained (or found), then a share of the test set scored and answered with it. Knows no
 * other role, and no verdict.
 */

import type { Store, TrustLevel } from '../adapter/store.ts';
import type { AdapterConfig, Config } from '../config/schema.ts';
import { resolveLora } from '../config/training-schema.ts';
import { tokenizeConversation } from '../dataset/chat.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import { checkLengths } from '../dataset/lengths.ts';
import type { Logger } from '../log.ts';
import type { LazyModel, ModelText } from '../model/language-model.ts';
import { disposeAdapter } from '../model/lora.ts';
import type { ModelPool } from '../model/model-pool.ts';
import type { AdapterData, DataFile } from '../plan/adapter-data.ts';
import type { AccelerateHost } from '../train/accelerate/train-accelerate.ts';
import { engineOf } from '../train/engine.ts';
import { type ObtainedAdapter, obtainAdapter } from '../train/obtain-adapter.ts';
import { recipeOf } from '../train/recipe.ts';
import { cachedAnswers } from './answer-cache.ts';
import type { PlacedAnswer } from './answers.ts';
import { type CachedEffect, cachedEffect } from './effect-cache.ts';
import { cachedGeneralScores, type GeneralTexts } from './general-texts.ts';
import type { Questions } from './questions.ts';
import type { RowScores } from './row-scores.ts';
import { type CachedScoreOptions, cachedRowScores } from './score-cache.ts';
import type { Shard } from './shard.ts';

/** Who is scored: the bare model, the base commit's adapter, the head commit's. */
export const ROLES = ['bare', 'baseline', 'candidate'] as const;
export type Role = (typeof ROLES)[number];

/** What one side of the comparison is trained with. */
export interface Side {
  config: Pick<Config, 'model' | 'base_dtype'>;
  adapter: Pick<AdapterConfig, 'lora' | 'training'>;
}

export interface RoleRunOptions {
  /** Of the adapter. */
  name: string;
  /** null for an adapter that the change introduces: the bare model is its baseline. */
  base: Side | null;
  head: Side;
  data: AdapterData;
  /** What both sides are asked; null where nothing wants answers. */
  questions: Questions | null;
  general: GeneralTexts;
  models: ModelPool;
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
  workFolder: string;
  host: AccelerateHost;
  /** false: an adapter that is not in the store is an error, because another machine is to have put it there. */
  mayTrain?: boolean;
  /** Gets the candidate's parameters while they are in memory. */
  onCandidate: (model: LazyModel, candidate: ObtainedAdapter) => Promise<void>;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** What a role's adapter is known by after its parameters are freed. */
export type Trained = Omit<ObtainedAdapter, 'adapter'>;

/** What a share of a role gives. */
export interface RoleRun {
  /** null for the bare model. */
  trained: Trained | null;
  test: RowScores;
  /** On the test set as the change leaves it, where it edits it and the role is one of the two that are compared. */
  edited: RowScores | null;
  /** null where nothing asked for answers, and of the bare model where it is not the baseline. */
  answers: PlacedAnswer[] | null;
  /** On the general texts; with the first share alone. */
  general: RowScores | null;
  /** What the candidate changes of the bare model; with its first share alone. */
  effect: CachedEffect | null;
  model: { spec: string; revision: string };
}

/** The rows of a file as the model reads them. @throws UserError that lists every row which is too long */
export function tokenize(
  file: DataFile,
  { tokenizer, template }: ModelText,
  max_length: number,
): TokenizedConversation[] {
  const tokenized = file.conversations.map((row) => tokenizeConversation(row, tokenizer, template));
  checkLengths(tokenized, { max_length });
  return tokenized;
}

type Scoring = Omit<CachedScoreOptions, 'rows_hash' | 'label'>;

/**
 * Trains the adapter of a role, or finds it, for `use` while it is in memory; there is none for the bare model.
 * @throws UserError as the training does
 */
export async function withAdapter<T>(
  options: RoleRunOptions,
  role: Role,
  use: (scoring: Scoring, trained: Trained | null) => Promise<T>,
): Promise<T> {
  const { models, data, store, trust, logger, signal } = options;
  const { config, adapter } = sideOf(options, role);
  const runtime = await models.runtime();
  const model = await models.open(config.model, config.base_dtype);
  const shared = { model, runtime, base_dtype: config.base_dtype, store, trust, logger, signal };
  const train = role === 'candidate' ? data.headTrain : role === 'baseline' ? data.baseTrain : null;
  if (!train) return use({ ...shared, adapter: null }, null);
  const { max_length, save_steps } = adapter.training;
  const obtained = await obtainAdapter({
    ...shared,
    lora: resolveLora(adapter.lora),
    recipe: recipeOf(adapter),
    engine: engineOf(adapter),
    host: options.host,
    save_steps,
    conversations: tokenize(train, model, max_length),
    rows_hash: train.hash,
    workFolder: options.workFolder,
    mayTrain: options.mayTrain ?? true,
    label: `training ${options.name} (${role})`,
  });
  try {
    if (role === 'candidate') await options.onCandidate(model, obtained);
    const { adapter: _, ...trained } = obtained;
    return await use({ ...shared, adapter: obtained }, trained);
  } finally {
    disposeAdapter(obtained.adapter);
  }
}

/** The bare model is the head's; where it is the baseline there is no other. */
function sideOf({ base, head }: RoleRunOptions, role: Role): Side {
  return role === 'baseline' && base ? base : head;
}

/** @throws UserError as training and scoring do. */
export async function runRole(options: RoleRunOptions, role: Role, shard: Shard): Promise<RoleRun> {
  const { name, data, general, base } = options;
  const { max_length } = sideOf(options, role).adapter.training;
  const label = `${name} (${role === 'bare' ? 'bare model' : role})`;
  const compared = role !== 'bare' || base === null;
  const first = shard.index === 1;
  return withAdapter(options, role, async (scoring, trained) => {
    const { model, adapter } = scoring;
    const score = (file: DataFile) =>
      cachedRowScores(tokenize(file, model, max_length), {
        ...{ ...scoring, shard },
        rows_hash: file.hash,
        label: `scoring ${label}`,
      });
    return {
      trained,
      test: await score(data.test),
      edited: compared && data.editedTest ? await score(data.editedTest) : null,
      answers: compared ? await answered(options, scoring, shard, label) : null,
      general: first ? await cachedGeneralScores(general, { ...scoring, label }) : null,
      effect:
        first && adapter && role === 'candidate'
          ? await cachedEffect(tokenize(data.test, model, max_length), {
              ...{ ...scoring, adapter },
              rows_hash: data.test.hash,
              label: `what ${name} changes of the bare model`,
            })
          : null,
      model: { spec: model.files.spec, revision: model.files.revision },
    };
  });
}

async function answered(
  { questions }: RoleRunOptions,
  scoring: Scoring,
  shard: Shard,
  label: string,
): Promise<PlacedAnswer[] | null> {
  if (!questions) return null;
  const { prompts, max_new_tokens } = questions;
  return cachedAnswers(prompts, { ...scoring, max_new_tokens, shard, label: `answers of ${label}` });
}
