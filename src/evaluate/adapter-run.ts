/**
 * One adapter of a run: baseline and candidate trained (or found), then scored on the same test set by one base model on
 * which they are switched; or the same put together from the shares that several machines did. Decides nothing.
 */

import type { ModelPool } from '../model/model-pool.ts';
import type { AdapterData } from '../plan/adapter-data.ts';
import { checkEngine } from '../train/engine.ts';
import type { ComparedAnswers } from './answers.ts';
import type { CachedEffect } from './effect-cache.ts';
import { readGeneralTexts } from './general-texts.ts';
import { compareAnswers } from './questions.ts';
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
  /** Whether the baseline rests on the same model, with weights of the same type. */
  same_model: boolean;
}

export type AdapterRunOptions = Omit<RoleRunOptions, 'general'>;

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
  {
    base,
    head,
    data,
    questions,
    general,
  }: Pick<RoleRunOptions, 'base' | 'head' | 'data' | 'questions' | 'general'>,
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
    same_model:
      compared.every(({ model }) => model.revision === first.model.revision) &&
      (base === null || base.config.base_dtype === head.config.base_dtype),
  };
}

function present<K extends 'edited' | 'general' | 'effect'>(
  shares: readonly RoleRun[],
  part: K,
): NonNullable<RoleRun[K]>[] {
  return shares.map((share) => share[part]).filter((value) => value !== null);
}

/** The shares name one adapter; whoever of them trained it knows that it was not there before. */
function trainedBy(shares: readonly RoleRun[]): Trained | null {
  const all = shares.flatMap(({ trained }) => trained ?? []);
  return all.find(({ origin }) => origin === 'trained') ?? all[0] ?? null;
}
