/** Puts together the result's part on one adapter from what was planned, run and decided. Computes no statistic. */

import type { AdapterConfig, GatePolicy } from '../config/schema.ts';
import type { Conversation } from '../dataset/conversation.ts';
import type { RowDiff } from '../dataset/diff.ts';
import type { AdapterRun } from '../evaluate/adapter-run.ts';
import type { Evidence } from '../evaluate/evidence.ts';
import type { Scored } from '../evaluate/row-scores.ts';
import type { Decision } from '../gate/decide.ts';
import { FORGETTING, type Forgetting } from '../gate/forgetting.ts';
import type { Verdict } from '../gate/outcome.ts';
import type { AdapterData, DataFile } from '../plan/adapter-data.ts';
import type { DataChecks } from '../plan/data-checks.ts';
import type { PlannedAdapter } from '../plan/plan-run.ts';
import type { Machine } from './machine.ts';
import { answersToResult } from './result-answers.ts';
import { assertionsToResult } from './result-assertions.ts';
import { dataChecksToResult, noDataChecks } from './result-data-checks.ts';
import type { ToldError } from './result-failure.ts';
import { adapterEffectToResult, effectWarnings, forgettingToResult } from './result-forgetting.ts';
import { withoutWords } from './result-judge.ts';
import { metricToResult } from './result-metric.ts';
import { recipeToResult } from './result-recipe.ts';
import type { ResultSection } from './result-section.ts';

/** Where scores come from: program and machine, and what they took. */
export interface Origin {
  software: {
    lora_gate: string;
    engine_version: string;
    tensorflow: string | null;
    backend: string;
    node: string;
  };
  machine: Machine;
  seconds: number;
  peak_rss_bytes: number;
}

/** What is known of an adapter whether or not it was trained. */
export interface SharedParts {
  planned: PlannedAdapter<AdapterConfig>;
  data: AdapterData;
  checks: DataChecks;
  /** As the head's configuration names it. */
  model: string;
  policy: GatePolicy;
  policySha: string;
  origin: Origin;
  /** What it was expected to take, before the work. */
  estimated: ResultSection['cost']['estimated'];
}

/** Of an adapter that may have failed before its data were read. */
export interface AsFarAsKnown extends Omit<SharedParts, 'data' | 'checks'> {
  data: AdapterData | null;
  checks: DataChecks | null;
}

export interface SectionParts extends SharedParts {
  run: AdapterRun;
  evidence: Evidence;
  forgetting: Forgetting;
  decision: Decision;
  /** The verdict under the change's own policy and test set; null without edits of either. */
  verdictUnderEdit: Verdict | null;
}

const PREVIEW_CHARACTERS = 300;

function rowCounts(file: DataFile, baseRows: number, diff: RowDiff): ResultSection['data'] {
  return {
    path: file.path,
    base_rows: baseRows,
    head_rows: file.conversations.length,
    added: diff.added.length,
    removed: diff.removed.length,
    changed: diff.changed.length,
  };
}

function previewOf({ messages }: Conversation): string {
  const text = messages.find(({ role }) => role === 'user')?.content ?? '';
  return text.slice(0, PREVIEW_CHARACTERS);
}

function conversationsOf(
  test: DataFile,
  { scores }: AdapterRun,
  withheld: ReadonlySet<string>,
): ResultSection['conversations'] {
  const nll = ({ conversations }: Scored, row: number): number | null => {
    const value = conversations[row]?.nll;
    return value !== undefined && Number.isFinite(value) ? value : null;
  };
  return test.conversations.map((conversation, row) => ({
    id: conversation.id,
    group: conversation.group,
    file: conversation.file,
    line: conversation.line,
    tokens: scores.candidate.conversations[row]?.tokens ?? 0,
    base: nll(scores.baseline, row),
    candidate: nll(scores.candidate, row),
    bare: nll(scores.bare, row),
    ...(!withheld.has(`${conversation.file}:${conversation.line}`) && { preview: previewOf(conversation) }),
  }));
}

function costOf({ run, origin, estimated, evidence: { judged } }: SectionParts): ResultSection['cost'] {
  const trainings = [run.baseline, run.candidate].filter((trained) => trained?.origin === 'trained');
  const scorings = [run.scores, run.editedScores ?? {}, run.general.scores].flatMap(Object.values<Scored>);
  const scored = [...new Set([...scorings, run.effect])].filter(({ cached }) => !cached);
  const asked = judged?.result?.cost;
  return {
    seconds: origin.seconds,
    training_seconds: trainings.reduce((sum, trained) => sum + (trained?.seconds ?? 0), 0),
    evaluation_seconds: scored.reduce((sum, scoring) => sum + scoring.seconds, 0),
    trained_tokens: trainings.reduce((sum, trained) => sum + (trained?.tokens ?? 0), 0),
    evaluated_tokens: scored.reduce((sum, scoring) => sum + scoring.total_tokens, 0),
    peak_rss_bytes: origin.peak_rss_bytes,
    judge_tokens: asked ? asked.prompt_tokens + asked.completion_tokens : 0,
    estimated,
  };
}

/** A test set that sees only effects beyond twice the margin lets real regressions pass unseen. */
function powerWarnings({ metrics }: Decision): string[] {
  return metrics.flatMap(
    ({ name, smallest_detectable_effect: effect, margin, clusters, recommended_clusters }) => {
      // Nobody can add to the general texts, and without a margin there is no size of change to ask for.
      if (name === FORGETTING || margin === 0 || effect === null || effect <= 2 * margin) return [];
      const advice =
        recommended_clusters === null ? '' : `; about ${recommended_clusters} conversations would do`;
      return [
        `${name}: with ${clusters} independent conversations this test set cannot reliably see a change of twice the margin${advice}`,
      ];
    },
  );
}

/** The parts that do not depend on training. */
export function sharedSection(parts: AsFarAsKnown) {
  const { planned, data, checks, policy } = parts;
  return {
    name: planned.name,
    change: planned.reasons,
    policy: {
      source: planned.policy_source,
      test_source: planned.test_source,
      sha: parts.policySha,
      confidence: policy.confidence,
      max_increase: policy.perplexity.max_increase,
      on_inconclusive: policy.on_inconclusive,
      mode: policy.mode,
      edits: planned.policy_edits,
      test_set:
        (data?.editedTest &&
          data.testDiff &&
          rowCounts(data.editedTest, data.test.conversations.length, data.testDiff)) ??
        null,
      verdict_under_edit: null as Verdict | null,
    },
    data: data
      ? rowCounts(data.headTrain, data.baseTrain?.conversations.length ?? 0, data.trainDiff)
      : { path: planned.head.train, base_rows: 0, head_rows: 0, added: 0, removed: 0, changed: 0 },
    data_checks: checks ? dataChecksToResult(checks) : noDataChecks(),
    failure: null as ToldError | null,
    recipe: {
      base: planned.base && recipeToResult(planned.base),
      head: recipeToResult(planned.head),
    },
    config: planned.recipe_changes,
    spot_check: null,
    waivers: [],
    provenance: {
      model: parts.model,
      revision: null as string | null,
      engine: planned.head.training.engine,
      ...parts.origin.software,
      seeds: { training: planned.head.training.seed },
      machine: parts.origin.machine,
      test_sha256: data?.test.hash ?? null,
      train_sha256: { base: data?.baseTrain?.hash ?? null, head: data?.headTrain.hash ?? null },
    },
  };
}

export function buildSection(parts: SectionParts): ResultSection {
  const { data, run, decision } = parts;
  const { metrics, reasons, warnings, ...verdict } = decision;
  const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
  const shared = sharedSection(parts);
  const { withheld } = parts.checks;
  const { assertions, judged } = parts.evidence;
  const hidden = data.test.conversations.filter(({ file, line }) => withheld.has(`${file}:${line}`));
  const withheldIds = new Set(hidden.map(({ id }) => id));
  return {
    ...shared,
    verdict,
    reasons,
    policy: { ...shared.policy, verdict_under_edit: parts.verdictUnderEdit },
    baseline: run.baseline
      ? { origin: run.baseline.origin, hash: run.baseline.hash }
      : { origin: 'base_model', hash: null },
    candidate: { origin: run.candidate.origin, hash: run.candidate.hash },
    metrics: metrics.map(metricToResult),
    judge: judged?.result ? withoutWords(judged.result, withheldIds) : null,
    answers: answersToResult(run.answers, data.test.conversations, withheld),
    assertions: assertionsToResult(assertions, metrics, withheld),
    forgetting: forgettingToResult(run, parts.forgetting),
    adapter_effect: adapterEffectToResult(run),
    bare_perplexity: finite(run.scores.bare.perplexity),
    conversations: conversationsOf(data.test, run, withheld),
    training: { baseline: run.baseline?.curve ?? [], candidate: run.candidate.curve },
    provenance: { ...shared.provenance, model: run.model.spec, revision: run.model.revision },
    cost: costOf(parts),
    warnings: [...warnings, ...powerWarnings(decision), ...effectWarnings(run), ...(judged?.warnings ?? [])],
  };
}
