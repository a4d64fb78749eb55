/**
 * What a result says, in Opik's terms: the test set as dataset items, and for each side, baseline and candidate, one
 * experiment with its settings, and for each conversation a trace with scores. Both sides use the same names for the same
 * scores, since Opik lines experiments up by them. Pure: knows nothing of sending.
 */

import type { Result } from '../report/result.ts';
import type { ResultConversation, ResultSection } from '../report/result-section.ts';

export const SIDES = ['baseline', 'candidate'] as const;
export type TrackedSide = (typeof SIDES)[number];

/** Of an adapter that its data keeps from being trained the candidate alone: it carries the reasons. */
export function sidesOf({ baseline }: ResultSection): readonly TrackedSide[] {
  return baseline.origin === 'not_trained' ? ['candidate'] : SIDES;
}

export interface TrackedScore {
  name: string;
  value: number;
  reason?: string;
}

export interface TrackedRow {
  conversation: ResultConversation;
  input: Record<string, unknown>;
  output: Record<string, unknown>;
  scores: TrackedScore[];
}

type Answer = NonNullable<ResultSection['answers']>['items'][number];
type Judged = NonNullable<ResultSection['judge']>['items'][number];

/** Points of a training curve that are sent; the last step is always among them. */
const MOST_POINTS = 200;

/** What identifies a conversation, and its text only where the result holds it and it is not withheld. */
export function itemData(row: ResultConversation, answer: Answer | undefined): Record<string, unknown> {
  const { id, group, file, line } = row;
  const text = answer && !answer.withheld ? { prompt: answer.prompt, reference: answer.reference } : {};
  return { id, group, file, line, ...text };
}

export function answersById({ answers }: ResultSection): ReadonlyMap<string, Answer> {
  return new Map(answers?.items.map((item) => [placeOf(item), item]));
}

export const placeOf = ({ file, line, id }: Pick<Answer, 'file' | 'line' | 'id'>) =>
  JSON.stringify([file, line, id]);

/** The conversations of a section as one side saw them. */
export function rowsOf(section: ResultSection, side: TrackedSide): TrackedRow[] {
  const answers = answersById(section);
  const judged = new Map(section.judge?.items.map((item) => [item.id, item]));
  const asserted = assertionScores(section, side);
  return section.conversations.map((conversation) => {
    const answer = answers.get(placeOf(conversation));
    const nll = side === 'baseline' ? conversation.base : conversation.candidate;
    const { tokens, id } = conversation;
    const withheld = answer?.withheld ?? conversation.preview === undefined;
    return {
      conversation,
      input: itemData(conversation, answer),
      output: { nll, tokens, ...(answer && !answer.withheld && { answer: answer[side] }) },
      scores: [
        ...(nll === null ? [] : [{ name: 'nll', value: nll }]),
        ...(nll === null || tokens === 0 ? [] : [{ name: 'nll_per_token', value: nll / tokens }]),
        ...judgeScores(judged.get(id), side, withheld),
        ...(answer ? asserted(id) : []),
      ],
    };
  });
}

/** Dimensions with their reasons, and the pairwise verdict; what failed has no score, and is no zero. */
function judgeScores(item: Judged | undefined, side: TrackedSide, withheld: boolean): TrackedScore[] {
  if (!item) return [];
  const because = (reason: string | undefined) => (withheld || !reason ? {} : { reason });
  const own = item[side];
  const found: TrackedScore[] =
    'failure' in own
      ? []
      : Object.entries(own.scores).map(([name, value]) => {
          const reason = Object.hasOwn(own.reasons, name) ? own.reasons[name] : undefined;
          return { name: `judge/${name}`, value, ...because(reason) };
        });
  const { verdict, baseline_first, candidate_first } = item.pairwise;
  if (verdict === 'failed') return found;
  const reasons = [baseline_first, candidate_first].flatMap((order) =>
    'failure' in order ? [] : [order.reason],
  );
  const value = verdict === 'tie' ? 0.5 : Number(verdict === side);
  return [...found, { name: 'judge/pairwise', value, ...because(reasons.join(' / ')) }];
}

/** The result names the failing answers of the candidate; where its list is not whole, there are no scores by answer. */
function assertionScores({ assertions }: ResultSection, side: TrackedSide): (id: string) => TrackedScore[] {
  if (side === 'baseline' || !assertions) return () => [];
  const whole = assertions
    .filter(({ failing, candidate }) => failing.length === candidate.total - candidate.passed)
    .map(({ name, failing }) => ({ name: `assertions/${name}`, failing: new Set(failing) }));
  return (id) => whole.map(({ name, failing }) => ({ name, value: failing.has(id) ? 0 : 1 }));
}

/** Of the whole experiment: the judged metrics, the rates of assertions, the last loss of the training. */
export function experimentScores(section: ResultSection, side: TrackedSide): TrackedScore[] {
  const of = side === 'baseline' ? 'base' : 'candidate';
  const loss = section.training[side].at(-1)?.loss;
  const values = new Map<string, number | null | undefined>([
    ...section.metrics.map((metric) => [metric.name, metric[of]] as const),
    ...(section.assertions ?? []).map((each) => [`assertions/${each.name}`, each[of].rate] as const),
    ['training_loss', loss],
  ]);
  return [...values].flatMap(([name, value]) =>
    typeof value === 'number' && Number.isFinite(value) ? [{ name, value }] : [],
  );
}

export function experimentName({ head }: Result, { name }: ResultSection, side: TrackedSide): string {
  return `${name} ${head.sha.slice(0, 7)} ${side}`;
}

export function experimentTags(section: ResultSection, side: TrackedSide): string[] {
  return ['lora-gate', section.name, side, ...(side === 'candidate' ? [section.verdict.outcome] : [])];
}

/** Configuration, commit and pull request, training, verdict: what Opik shows beside the scores. */
export function experimentMetadata(
  result: Result,
  section: ResultSection,
  side: TrackedSide,
): Record<string, unknown> {
  const { base, head, source } = result;
  const { verdict, reasons, metrics, config, data, data_checks, provenance, cost, policy } = section;
  const own = side === 'baseline' ? base : head;
  const page = (path: string) => (source ? `${source.repository}/${path}` : null);
  return {
    adapter: section.name,
    side,
    commit: { sha: own.sha, ref: own.ref, url: page(`commit/${own.sha}`) },
    compared: { base: base.sha, head: head.sha, url: page(`compare/${base.sha}...${head.sha}`) },
    pull_request: source?.pull_request ? page(`pull/${source.pull_request}`) : null,
    model: provenance.model,
    recipe: side === 'baseline' ? section.recipe.base : section.recipe.head,
    recipe_changes: config,
    training: trainingOf(section, side),
    verdict,
    metrics: metrics.map(({ name, outcome, estimate, interval, margin, ...of }) => ({
      name,
      outcome,
      base: of.base,
      candidate: of.candidate,
      estimate,
      interval,
      margin,
    })),
    gate: {
      confidence: policy.confidence,
      on_inconclusive: policy.on_inconclusive,
      mode: policy.mode,
      sha: policy.sha,
    },
    reasons,
    data,
    data_checks: { blocking: data_checks.blocking, counts: data_checks.counts },
    provenance,
    cost,
  };
}

function trainingOf(section: ResultSection, side: TrackedSide): Record<string, unknown> {
  const curve = section.training[side];
  const stride = Math.max(1, Math.ceil(curve.length / MOST_POINTS));
  const kept = curve.filter((_, i) => (curve.length - 1 - i) % stride === 0);
  return {
    origin: section[side].origin,
    adapter_sha256: section[side].hash,
    steps: curve.at(-1)?.step ?? 0,
    first_loss: curve[0]?.loss ?? null,
    final_loss: curve.at(-1)?.loss ?? null,
    every_nth_step: stride,
    curve: kept,
  };
}
