/**
 * The last stage: from what was prepared and scored to an adapter's section of the result. Needs no weights but those of a judge
 * that is a model of ours; does not know where the scores were computed.
 */

import type { Store, TrustLevel } from '../adapter/store.ts';
import type { AdapterConfig, Config, GatePolicy } from '../config/schema.ts';
import type { AdapterRun } from '../evaluate/adapter-run.ts';
import { type Evidence, evidenceMetrics, gatherEvidence } from '../evaluate/evidence.ts';
import { forgettingOf } from '../evaluate/forgetting.ts';
import { type JudgeComparedOptions, type Judged, judgeCompared } from '../evaluate/judge/judge-compared.ts';
import { type OpenedJudge, openJudge } from '../evaluate/judge/open-judge.ts';
import { type Decision, decide } from '../gate/decide.ts';
import type { Forgetting } from '../gate/forgetting.ts';
import { perplexityMetric } from '../gate/metric.ts';
import type { Logger } from '../log.ts';
import type { ModelPool } from '../model/model-pool.ts';
import type { Comparison } from '../plan/comparison.ts';
import { answerPolicyOf, editedAssertions, policyOf } from '../plan/deciding-policy.ts';
import type { PlannedAdapter } from '../plan/plan-run.ts';
import { buildSection, type Origin, type SharedParts } from '../report/build-section.ts';
import { buildBlockedSection, buildFailedSection } from '../report/build-unjudged.ts';
import { describeMachine } from '../report/machine.ts';
import type { ToldError } from '../report/result-failure.ts';
import type { ResultSection } from '../report/result-section.ts';
import type { Runtime } from '../runtime/load.ts';
import { engineOf, engineVersion } from '../train/engine.ts';
import { ENGINE_VERSION } from '../train/train-adapter.ts';
import { budgetOf, limitJudge } from './budget.ts';
import type { PreparedAdapter } from './prepare.ts';

export interface JudgeOptions {
  models: ModelPool;
  /** The key that the judge of the policy names, by its environment variable. */
  judgeKey: (variable: string) => string | undefined;
  trust: { write: TrustLevel };
  signal?: AbortSignal | undefined;
}

export interface DecideOptions {
  comparison: Comparison;
  judge: OpenedJudge | null;
  /** What the judge has said already, where it is a model of ours and sat beside those that it judged. */
  judged?: Judged | null;
  /** Where the scores come from, and what they took. */
  origin: Origin;
  /** What it was expected to take; unknown where absent. */
  estimated?: SharedParts['estimated'];
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** One for all adapters: the same commit decides over each, and its budget is that of the run. */
export async function judgeOf(comparison: Comparison, options: JudgeOptions): Promise<OpenedJudge | null> {
  const [planned] = comparison.plan.adapters;
  if (!planned) return null;
  const judge = limitJudge(policyOf(comparison, planned).config.judge, budgetOf(comparison));
  const byFork = comparison.baseConfig === null && options.trust.write === 'fork';
  // Neither our key nor a request from this network goes where somebody else's change says.
  if (byFork && judge.provider === 'openai-compatible') {
    return {
      config: judge,
      judge: {
        unavailable: 'the judge was not asked: a change from a fork brings the configuration that names it',
      },
    };
  }
  return openJudge(judge, { ...options, keyOf: options.judgeKey });
}

/** This process as the origin of scores; without a runtime, of none. */
export function originHere(version: string, runtime: Runtime | null, seconds: number): Origin {
  return {
    software: {
      lora_gate: version,
      engine_version: ENGINE_VERSION,
      tensorflow: runtime?.tensorflow_version ?? null,
      backend: runtime ? `${runtime.backend} (${runtime.device})` : 'none',
      node: process.version,
    },
    machine: describeMachine(runtime?.gpu ?? null),
    seconds,
    peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
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

type SharedOptions = Pick<DecideOptions, 'comparison' | 'origin' | 'estimated'>;

/** What is the same for an adapter of which nothing but the plan is known. */
function plannedParts(
  planned: PlannedAdapter<AdapterConfig>,
  { comparison, origin, estimated = { seconds: null, judge_tokens: null } }: SharedOptions,
): Omit<SharedParts, 'data' | 'checks'> {
  const { config, sha } = policyOf(comparison, planned);
  return {
    ...{ planned, origin: trainedBy(planned.head, origin), estimated },
    model: (comparison.headConfig as Config).model,
    policy: config.gate,
    policySha: sha,
  };
}

/** Our own engine has scored; where another has trained, it is that one whose version a reader wants. */
function trainedBy(recipe: AdapterConfig, origin: Origin): Origin {
  const engine = engineOf(recipe);
  if (engine.name === 'tfjs') return origin;
  return { ...origin, software: { ...origin.software, engine_version: engineVersion(engine) } };
}

function sharedParts({ planned, data, checks }: PreparedAdapter, options: SharedOptions): SharedParts {
  return { ...plannedParts(planned, options), data, checks };
}

/** Of an adapter that its data keep from being trained. */
export function blockAdapter(prepared: PreparedAdapter, options: DecideOptions): ResultSection {
  return buildBlockedSection(sharedParts(prepared, options));
}

/** Of an adapter whose part of the run ended with an error; `prepared` is null where not even its data could be read. */
export function failAdapter(
  planned: PlannedAdapter<AdapterConfig>,
  prepared: PreparedAdapter | null,
  { failure, ...options }: SharedOptions & { failure: ToldError },
): ResultSection {
  const { data, checks } = prepared ?? { data: null, checks: null };
  return buildFailedSection({ ...plannedParts(planned, options), data, checks, failure });
}

/** What the judge is told of an adapter beside the answers. */
function judging(
  { planned, data, checks }: PreparedAdapter,
  { comparison, store, trust, logger, signal }: Omit<DecideOptions, 'origin' | 'judge'>,
): JudgeComparedOptions {
  return {
    ...{ store, trust, logger, signal },
    test: data.test.conversations,
    withheld: checks.withheld,
    confidence: policyOf(comparison, planned).config.gate.confidence,
    label: planned.name,
  };
}

/** What the judge says of a run; null without answers. */
export async function askJudge(
  prepared: PreparedAdapter,
  { answers }: AdapterRun,
  judge: OpenedJudge,
  options: Omit<DecideOptions, 'origin' | 'judge'>,
): Promise<Judged | null> {
  return answers && judgeCompared(answers, judge, judging(prepared, options));
}

/** The verdict on an adapter that was scored: assertions are checked and the judge is asked here. */
export async function decideAdapter(
  prepared: PreparedAdapter,
  run: AdapterRun,
  options: DecideOptions,
): Promise<ResultSection> {
  const { comparison, judge, judged = null } = options;
  const { planned } = prepared;
  const shared = sharedParts(prepared, options);
  const forgetting = forgettingOf(run, shared.policy);
  const { deciding, underEdit } = await gatherEvidence(run.answers, {
    ...judging(prepared, options),
    ...{ judge, judged },
    policy: answerPolicyOf(comparison, planned),
    edited: editedAssertions(planned),
  });
  return buildSection({
    ...shared,
    run,
    evidence: deciding,
    forgetting,
    decision: decideOn(run.scores, forgetting, deciding, shared.policy),
    verdictUnderEdit: verdictUnderEdit(prepared, run, underEdit, (comparison.headConfig as Config).gate),
  });
}

function verdictUnderEdit(
  { planned }: PreparedAdapter,
  run: AdapterRun,
  evidence: Evidence,
  gate: GatePolicy,
) {
  if (planned.policy_edits.length === 0 && !planned.test_set_edited) return null;
  const scores = run.editedScores ?? run.scores;
  const { outcome, blocked, exit_code } = decideOn(scores, forgettingOf(run, gate), evidence, gate);
  return { outcome, blocked, exit_code };
}
