/**
 * The whole job between two commits, in order: plan → data → adapters → scores → verdict → result. The commands, the Action
 * and the app call this; it knows none of them, nor where its result is shown.
 */

import { writeAdapter } from './adapter/peft.ts';
import type { Store, TrustLevel } from './adapter/store.ts';
import type { AdapterConfig, Config, GatePolicy } from './config/schema.ts';
import { resolveLora } from './config/training-schema.ts';
import { type AdapterRun, checkAdapterRun, runAdapter, type Side } from './evaluate/adapter-run.ts';
import { type Evidence, evidenceMetrics, gatherEvidence } from './evaluate/evidence.ts';
import { forgettingOf } from './evaluate/forgetting.ts';
import { type OpenedJudge, openJudge } from './evaluate/judge/open-judge.ts';
import { questionsFor } from './evaluate/questions.ts';
import { type Decision, decide } from './gate/decide.ts';
import type { Forgetting } from './gate/forgetting.ts';
import { perplexityMetric } from './gate/metric.ts';
import type { Logger } from './log.ts';
import { adapterToTensors } from './model/lora.ts';
import type { ModelPool } from './model/model-pool.ts';
import { specialTokensOf } from './model/tokenizer/tokenizer.ts';
import { type AdapterData, readAdapterData } from './plan/adapter-data.ts';
import { type Comparison, type ComparisonOptions, compareCommits } from './plan/comparison.ts';
import {
  addModelTokens,
  blockingFindings,
  checkAdapterData,
  type DataChecks,
  rowsWithSecrets,
} from './plan/data-checks.ts';
import { answerPolicyOf, editedAssertions, policyOf } from './plan/deciding-policy.ts';
import type { PlannedAdapter } from './plan/plan-run.ts';
import { buildResult } from './report/build-result.ts';
import { buildBlockedSection, buildSection, type SharedParts } from './report/build-section.ts';
import { describeMachine } from './report/machine.ts';
import type { Result } from './report/result.ts';
import type { ResultSection } from './report/result-section.ts';
import type { ResultSource } from './report/result-source.ts';
import { describe } from './train/obtain-adapter.ts';
import { ENGINE_VERSION } from './train/train-adapter.ts';

export interface PipelineOptions extends ComparisonOptions {
  models: ModelPool;
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
  /** Checkpoints of unfinished trainings. */
  workFolder: string;
  /** Where the candidate of an adapter goes, as a PEFT folder. */
  adapterFolder: (name: string) => string;
  /** The key that the judge of the policy names, by its environment variable. */
  judgeKey: (variable: string) => string | undefined;
  /** Of this program. */
  version: string;
  /** Where the change is on the web, as far as it is known. */
  source?: ResultSource | undefined;
  /** Gets what will be done, before anything is trained. */
  onComparison?: (comparison: Comparison) => Promise<void> | void;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** @throws UserError of any stage; what was trained until then is in the store. */
export async function runPipeline(options: PipelineOptions): Promise<Result> {
  const started = performance.now();
  const comparison = await compareCommits(options);
  const { plan } = comparison;
  announce(comparison, options.logger);
  await options.onComparison?.(comparison);

  const judge = await judgeOf(comparison, options);
  const jobs = [];
  for (const planned of plan.adapters) {
    const data = await readAdapterData(comparison, planned);
    const rules = {
      severities: policyOf(comparison, planned).config.checks,
      testOnBase: planned.test_source === 'base',
      signal: options.signal,
    };
    const checks = await checkAdapterData(data, rules);
    const job = { planned, data, checks, ...sidesOf(comparison, planned) };
    // What is blocked by its data needs neither tokenizer nor weights.
    if (blockingFindings(job.checks).length === 0) {
      const { tokenizer } = await options.models.text(job.head.config.model);
      const specialTokens = specialTokensOf(tokenizer);
      job.checks = await addModelTokens(checks, { ...rules, data, specialTokens });
    }
    if (blockingFindings(job.checks).length === 0) {
      await checkAdapterRun({ ...job, name: planned.name, models: options.models });
    }
    jobs.push(job);
  }
  const sections: ResultSection[] = [];
  for (const { planned, data, checks, base, head } of jobs) {
    const adapterStarted = performance.now();
    const blocking = blockingFindings(checks).length;
    if (blocking > 0) {
      options.logger.warn(
        `${planned.name}: not trained, ${blocking} errors in the data that this change brings in`,
      );
      const shared = sharedParts({ comparison, planned, data, checks, options, seconds: 0 });
      sections.push(buildBlockedSection(shared));
      continue;
    }
    const run = await runAdapter({
      ...options,
      name: planned.name,
      base,
      head,
      data,
      questions: questionsFor(
        data.test.conversations,
        answerPolicyOf(comparison, planned),
        editedAssertions(planned),
      ),
      onCandidate: async (model, { adapter }) =>
        writeAdapter(options.adapterFolder(planned.name), {
          ...describe(model),
          lora: resolveLora(planned.head.lora),
          tensors: await adapterToTensors(adapter),
        }),
    });
    sections.push(
      await decidedSection({
        comparison,
        planned,
        data,
        checks,
        run,
        judge,
        options,
        seconds: secondsSince(adapterStarted),
      }),
    );
  }
  return buildResult(comparison, sections, {
    source: options.source ?? null,
    seconds: secondsSince(started),
  });
}

const secondsSince = (from: number) => (performance.now() - from) / 1000;

function announce({ base, head, plan, warnings }: Comparison, logger: Logger): void {
  for (const warning of warnings) logger.warn(warning);
  const short = ({ sha }: { sha: string }) => sha.slice(0, 7);
  logger.info(`comparing ${short(base)} with ${short(head)}`);
  for (const { name, reasons } of plan.adapters) {
    logger.info(`  ${name}: ${reasons.map(({ reason, detail }) => `${reason} (${detail})`).join(', ')}`);
  }
  if (plan.adapters.length === 0) logger.info('  no adapter is affected');
}

function sidesOf(
  { baseConfig, headConfig }: Comparison,
  planned: PlannedAdapter<AdapterConfig>,
): { base: Side | null; head: Side } {
  return {
    base: planned.base && baseConfig ? { config: baseConfig, adapter: planned.base } : null,
    head: { config: headConfig as Config, adapter: planned.head },
  };
}

/** The rule on the scores of one test set, on what the answers say, and on what was forgotten. */
function decideOn(
  { baseline, candidate }: Pick<AdapterRun['scores'], 'baseline' | 'candidate'>,
  forgetting: Forgetting,
  evidence: Evidence,
  gate: GatePolicy,
): Decision {
  const perplexity = perplexityMetric(
    baseline.conversations,
    candidate.conversations,
    gate.perplexity.max_increase,
  );
  return decide([perplexity, ...evidenceMetrics(evidence, gate), forgetting.metric], gate);
}

interface Checked {
  comparison: Comparison;
  planned: PlannedAdapter<AdapterConfig>;
  data: AdapterData;
  checks: DataChecks;
  options: PipelineOptions;
  seconds: number;
}

function sharedParts({ comparison, planned, data, checks, options, seconds }: Checked): SharedParts {
  const { config, sha } = policyOf(comparison, planned);
  return {
    planned,
    data,
    checks,
    model: (comparison.headConfig as Config).model,
    policy: config.gate,
    policySha: sha,
    software: {
      lora_gate: options.version,
      engine_version: ENGINE_VERSION,
      tensorflow: null,
      backend: 'none',
      node: process.version,
    },
    machine: describeMachine(null),
    seconds,
  };
}

/** One for all adapters: the same commit decides over each, and its budget is that of the run. */
async function judgeOf(comparison: Comparison, options: PipelineOptions): Promise<OpenedJudge | null> {
  const [planned] = comparison.plan.adapters;
  if (!planned) return null;
  return openJudge(policyOf(comparison, planned).config.judge, { ...options, keyOf: options.judgeKey });
}

interface Trained extends Checked {
  run: AdapterRun;
  judge: OpenedJudge | null;
}

async function decidedSection({ run, judge, ...checked }: Trained): Promise<ResultSection> {
  const { comparison, planned, options } = checked;
  const shared = sharedParts(checked);
  const forgetting = forgettingOf(run, shared.policy);
  const runtime = await options.models.runtime();
  const { store, trust, logger, signal } = options;
  const { deciding, underEdit } = await gatherEvidence(run.answers, {
    ...{ store, trust, logger, signal },
    policy: answerPolicyOf(comparison, planned),
    edited: editedAssertions(planned),
    judge,
    test: checked.data.test.conversations,
    secrets: rowsWithSecrets(checked.checks),
    confidence: shared.policy.confidence,
    label: planned.name,
  });
  return buildSection({
    ...shared,
    run,
    evidence: deciding,
    forgetting,
    decision: decideOn(run.scores, forgetting, deciding, shared.policy),
    verdictUnderEdit: verdictUnderEdit(planned, run, underEdit, (comparison.headConfig as Config).gate),
    software: {
      ...shared.software,
      tensorflow: runtime.tensorflow_version ?? null,
      backend: `${runtime.backend} (${runtime.device})`,
    },
    machine: describeMachine(runtime.gpu ?? null),
  });
}

function verdictUnderEdit(
  planned: PlannedAdapter<AdapterConfig>,
  run: AdapterRun,
  evidence: Evidence,
  gate: GatePolicy,
) {
  if (planned.policy_edits.length === 0 && !planned.test_set_edited) return null;
  const scores = run.editedScores ?? run.scores;
  const { outcome, blocked, exit_code } = decideOn(scores, forgettingOf(run, gate), evidence, gate);
  return { outcome, blocked, exit_code };
}
