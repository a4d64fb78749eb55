/**
 * One adapter of a run: baseline and candidate trained (or found), then scored on the same test set by one base model on
 * which they are switched; or the same put together from the shares that several machines did. Decides nothing.
 */

import type { ModelPool } from '../model/model-pool.ts';
<<<<<<< HEAD
import type { AdapterData } from '../plan/adapter-data.ts';
import { checkEngine } from '../train/engine.ts';
import type { ComparedAnswers } from './answers.ts';
import type { CachedEffect } from './effect-cache.ts';
import { type GeneralTexts, readGeneralTexts } from './general-texts.ts';
=======
import type { AdapterData, DataFile } from '../plan/adapter-data.ts';
import type { AccelerateHost } from '../train/accelerate/train-accelerate.ts';
import { checkEngine, engineOf } from '../train/engine.ts';
import { type ObtainedAdapter, obtainAdapter } from '../train/obtain-adapter.ts';
import { recipeOf } from '../train/recipe.ts';
import { cachedAnswers } from './answer-cache.ts';
import type { Answer, ComparedAnswers } from './answers.ts';
import { type CachedEffect, cachedEffect } from './effect-cache.ts';
import { cachedGeneralScores, type GeneralTexts, readGeneralTexts } from './general-texts.ts';
import type { PerplexityScores } from './perplexity.ts';
>>>>>>> f082cd8 (engine: accelerate trains with TRL under accelerate launch, on the batches, rates and initial adapter of our own engine)
import { compareAnswers, type Questions } from './questions.ts';
import {
  type Role,
  type RoleRun,
  type RoleRunOptions,
  runRole,
  type Side,
  type Trained,
  tokenize,
} from './role-run.ts';
import { joinScores, type Scored } from './row-scores.ts';
import { WHOLE } from './shard.ts';

export interface AdapterRun {
  baseline: Trained | null;
  candidate: Trained;
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

<<<<<<< HEAD
export type AdapterRunOptions = Omit<RoleRunOptions, 'general'>;
=======
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
  host: AccelerateHost;
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
>>>>>>> f082cd8 (engine: accelerate trains with TRL under accelerate launch, on the batches, rates and initial adapter of our own engine)

/** Every length of every file that this run will read, before anything is trained. @throws UserError */
export async function checkAdapterRun({
  name,
  base,
  head,
  data,
  models,
}: {
  name: string;
  base: Side | null;
  head: Side;
  data: AdapterData;
  models: ModelPool;
}): Promise<void> {
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
  const general = await readGeneralTexts();
  const one = async (role: Role) => [await runRole({ ...options, general }, role, WHOLE)];
  const baseline = options.base ? await one('baseline') : [];
  const candidate = await one('candidate');
  return joinRoles({ baseline, candidate, bare: await one('bare') }, { ...options, general });
}

/**
 * The run that the shares of all roles are. `baseline` has none for an adapter that the change introduces.
 * @throws RangeError where a share is missing: who reads shares of others checks that first.
 */
export function joinRoles(
  { bare, baseline, candidate }: Record<Role, readonly RoleRun[]>,
  { data, questions, general }: { data: AdapterData; questions: Questions | null; general: GeneralTexts },
): AdapterRun {
  const compared = baseline.length > 0 ? baseline : bare;
  const test = (shares: readonly RoleRun[]) =>
    joinScores(
      shares.map((share) => share.test),
      data.test.conversations,
    );
  const { editedTest } = data;
  const edited = (shares: readonly RoleRun[]) =>
    editedTest && joinScores(present(shares, 'edited'), editedTest.conversations);
  const onGeneral = (shares: readonly RoleRun[]) =>
    joinScores(present(shares, 'general'), general.conversations);
  const answers = (shares: readonly RoleRun[]) => shares.flatMap((share) => share.answers ?? []);
  const scores = { bare: test(bare), candidate: test(candidate) };
  const generalScores = { bare: onGeneral(bare), candidate: onGeneral(candidate) };
  const [editedBaseline, editedCandidate] = [edited(compared), edited(candidate)];
  const [effect] = present(candidate, 'effect');
  const [trained, first] = [trainedBy(candidate), bare[0]];
  if (!trained || !effect || !first) throw new RangeError('the candidate or the bare model has no share');
  return {
    baseline: trainedBy(baseline),
    candidate: trained,
    scores: { ...scores, baseline: compared === bare ? scores.bare : test(baseline) },
    editedScores: editedBaseline &&
      editedCandidate && { baseline: editedBaseline, candidate: editedCandidate },
    general: {
      hash: general.hash,
      scores: { ...generalScores, baseline: compared === bare ? generalScores.bare : onGeneral(baseline) },
    },
    effect,
    answers: questions && compareAnswers(questions, answers(compared), answers(candidate)),
    model: first.model,
  };
}

<<<<<<< HEAD
function present<K extends 'edited' | 'general' | 'effect'>(
  shares: readonly RoleRun[],
  part: K,
): NonNullable<RoleRun[K]>[] {
  return shares.map((share) => share[part]).filter((value) => value !== null);
=======
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
    engine: engineOf(adapter),
    host: options.host,
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
>>>>>>> f082cd8 (engine: accelerate trains with TRL under accelerate launch, on the batches, rates and initial adapter of our own engine)
}

/** The shares name one adapter; whoever of them trained it knows that it was not there before. */
function trainedBy(shares: readonly RoleRun[]): Trained | null {
  const all = shares.flatMap(({ trained }) => trained ?? []);
  return all.find(({ origin }) => origin === 'trained') ?? all[0] ?? null;
}
