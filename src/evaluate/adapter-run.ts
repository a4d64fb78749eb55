/**
 * One adapter of a run: baseline and candidate trained (or found), then scored on the same test set by one base model on
 * which they are switched. Decides nothing.
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
import { checkEngine } from '../train/engine.ts';
import { type ObtainedAdapter, obtainAdapter } from '../train/obtain-adapter.ts';
import { recipeOf } from '../train/recipe.ts';
import { cachedAnswers } from './answer-cache.ts';
import type { Answer, ComparedAnswers } from './answers.ts';
import { type CachedEffect, cachedEffect } from './effect-cache.ts';
import { cachedGeneralScores, type GeneralTexts, readGeneralTexts } from './general-texts.ts';
import type { PerplexityScores } from './perplexity.ts';
import { compareAnswers, type Questions } from './questions.ts';
import { type CachedScoreOptions, cachedScores } from './score-cache.ts';

/** Who is scored: the bare model, the base commit's adapter, the head commit's. */
export type Role = 'bare' | 'baseline' | 'candidate';

export type Scored = PerplexityScores & { cached: boolean };

export interface AdapterRun {
  baseline: Omit<ObtainedAdapter, 'adapter'> | null;
  candidate: Omit<ObtainedAdapter, 'adapter'>;
  scores: Record<Role, Scored>;
  /** On the test set as the change leaves it, when it edits it. */
  editedScores: Pick<Record<Role, Scored>, 'baseline' | 'candidate'> | null;
  /** On the general texts that come with the program. */
  general: { hash: string; scores: Record<Role, Scored> };
  /** What the candidate changes of the bare model. */
  effect: CachedEffect;
  /** null where nothing asked for answers. */
  answers: ComparedAnswers | null;
  model: { spec: string; revision: string };
}

/** What one side of the comparison is trained with. */
export interface Side {
  config: Pick<Config, 'model' | 'base_dtype'>;
  adapter: Pick<AdapterConfig, 'lora' | 'training'>;
}

export interface AdapterRunOptions {
  name: string;
  base: Side | null;
  head: Side;
  data: AdapterData;
  /** What both sides are asked; null where nothing wants answers. */
  questions: Questions | null;
  models: ModelPool;
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
  workFolder: string;
  /** Gets the candidate's parameters while they are in memory. */
  onCandidate: (model: LazyModel, candidate: ObtainedAdapter) => Promise<void>;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

function tokenize(
  file: DataFile,
  { tokenizer, template }: ModelText,
  max_length: number,
): TokenizedConversation[] {
  const tokenized = file.conversations.map((row) => tokenizeConversation(row, tokenizer, template));
  checkLengths(tokenized, { max_length });
  return tokenized;
}

/** Every length of every file that this run will read, before anything is trained. @throws UserError */
export async function checkAdapterRun({
  name,
  base,
  head,
  data,
  models,
}: Pick<AdapterRunOptions, 'name' | 'base' | 'head' | 'data' | 'models'>): Promise<void> {
  for (const [side, train] of [
    [base, data.baseTrain],
    [head, data.headTrain],
  ] as const) {
    if (!side || !train) continue;
    checkEngine(side.adapter, name);
    const text = await models.text(side.config.model);
    const { max_length } = side.adapter.training;
    for (const file of [train, data.test, data.editedTest]) if (file) tokenize(file, text, max_length);
  }
}

/** @throws UserError as training and scoring do. */
export async function runAdapter(options: AdapterRunOptions): Promise<AdapterRun> {
  const { name, base, head, data } = options;
  const general = await readGeneralTexts();
  const shared = { ...options, general };
  const baseline =
    base && data.baseTrain
      ? await trainAndScore(shared, base, data.baseTrain, `${name} (baseline)`, async () => null)
      : null;
  const candidate = await trainAndScore(
    shared,
    head,
    data.headTrain,
    `${name} (candidate)`,
    async (scoring) => {
      await options.onCandidate(scoring.model, scoring.adapter);
      const { model } = scoring;
      return cachedEffect(tokenize(data.test, model, head.adapter.training.max_length), {
        ...scoring,
        rows_hash: data.test.hash,
        label: `what ${name} changes of the bare model`,
      });
    },
  );
  const bare = await scoreBare(shared, head);
  const baselineScores = baseline ?? bare;
  const editedScores =
    baselineScores.edited && candidate.edited
      ? { baseline: baselineScores.edited, candidate: candidate.edited }
      : null;
  const { questions } = options;
  const { answers: baselineAnswers } = baseline ?? bare;
  return {
    baseline: baseline?.obtained ?? null,
    candidate: candidate.obtained,
    scores: { bare: bare.test, baseline: baselineScores.test, candidate: candidate.test },
    editedScores,
    general: {
      hash: general.hash,
      scores: { bare: bare.general, baseline: baselineScores.general, candidate: candidate.general },
    },
    effect: candidate.more,
    answers:
      questions &&
      baselineAnswers &&
      candidate.answers &&
      compareAnswers(questions, baselineAnswers, candidate.answers),
    model: bare.model,
  };
}

type ScoringOptions = AdapterRunOptions & { general: GeneralTexts };

type WithAdapter = Omit<CachedScoreOptions, 'rows_hash' | 'label'> & { adapter: ObtainedAdapter };

/** `more` is what else is wanted of the adapter while it is in memory. */
async function trainAndScore<T>(
  options: ScoringOptions,
  side: Side,
  train: DataFile,
  label: string,
  more: (scoring: WithAdapter) => Promise<T>,
) {
  const { models, data, general, store, trust, logger, signal } = options;
  const { config, adapter } = side;
  const runtime = await models.runtime();
  const model = await models.open(config.model, config.base_dtype);
  const shared = { model, runtime, base_dtype: config.base_dtype, store, trust, logger, signal };
  const { max_length, save_steps } = adapter.training;
  const obtained = await obtainAdapter({
    ...shared,
    lora: resolveLora(adapter.lora),
    recipe: recipeOf(adapter),
    save_steps,
    conversations: tokenize(train, model, max_length),
    rows_hash: train.hash,
    workFolder: options.workFolder,
    label: `training ${label}`,
  });
  try {
    const scoring = { ...shared, adapter: obtained };
    const score = (file: DataFile) =>
      cachedScores(tokenize(file, model, max_length), {
        ...scoring,
        rows_hash: file.hash,
        label: `scoring ${label}`,
      });
    const { adapter: _, ...rest } = obtained;
    return {
      obtained: rest,
      test: await score(data.test),
      edited: data.editedTest && (await score(data.editedTest)),
      answers: await answered(options, side, obtained, label),
      general: await cachedGeneralScores(general, { ...scoring, label }),
      more: await more(scoring),
    };
  } finally {
    disposeAdapter(obtained.adapter);
  }
}

async function scoreBare(options: ScoringOptions, { config, adapter }: Side) {
  const { models, data, general, store, trust, logger, signal, name } = options;
  const runtime = await models.runtime();
  const model = await models.open(config.model, config.base_dtype);
  const { base_dtype } = config;
  const scoring = { model, runtime, base_dtype, adapter: null, store, trust, logger, signal };
  const label = `${name} (bare model)`;
  const score = (file: DataFile) =>
    cachedScores(tokenize(file, model, adapter.training.max_length), {
      ...scoring,
      rows_hash: file.hash,
      label: `scoring ${label}`,
    });
  // The edited test set is scored bare only where the bare model is the baseline.
  const edited = !options.base && data.editedTest ? await score(data.editedTest) : null;
  return {
    test: await score(data.test),
    edited,
    general: await cachedGeneralScores(general, { ...scoring, label }),
    // So are the answers.
    answers: options.base ? null : await answered(options, { config, adapter }, null, `${name} (bare model)`),
    model: { spec: model.files.spec, revision: model.files.revision },
  };
}

async function answered(
  { questions, ...options }: AdapterRunOptions,
  { config }: Side,
  adapter: Pick<ObtainedAdapter, 'hash' | 'adapter'> | null,
  label: string,
): Promise<Answer[] | null> {
  if (!questions) return null;
  const { models, store, trust, logger, signal } = options;
  return cachedAnswers(questions.prompts, {
    model: await models.open(config.model, config.base_dtype),
    runtime: await models.runtime(),
    base_dtype: config.base_dtype,
    adapter,
    max_new_tokens: questions.max_new_tokens,
    ...{ store, trust, logger, signal },
    label: `answers of ${label}`,
  });
}
