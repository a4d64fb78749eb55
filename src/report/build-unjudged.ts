/** The result's part on an adapter that has no scores: its data keep it from being trained, or an error ended its part of the run. */

import { verdictOf } from '../gate/outcome.ts';
import { type AsFarAsKnown, type SharedParts, sharedSection } from './build-section.ts';
import { dataCheckReasons } from './result-data-checks.ts';
import { failureReason, type ToldError } from './result-failure.ts';
import type { ResultSection } from './result-section.ts';

export interface FailedParts extends AsFarAsKnown {
  failure: ToldError;
}

/** Of an adapter whose data keeps it from being trained: no scores, and never a pass. */
export function buildBlockedSection(parts: SharedParts): ResultSection {
  return { ...unjudgedSection(parts), reasons: dataCheckReasons(parts.checks) };
}

/** Of an adapter whose part of the run ended with an error: no scores, and never a pass. */
export function buildFailedSection(parts: FailedParts): ResultSection {
  const { failure } = parts;
  return { ...unjudgedSection(parts), failure, reasons: [failureReason(failure)] };
}

function unjudgedSection(parts: AsFarAsKnown): Omit<ResultSection, 'reasons'> {
  const untrained = { origin: 'not_trained', hash: null } as const;
  return {
    ...sharedSection(parts),
    verdict: verdictOf('not_evaluated', parts.policy),
    baseline: untrained,
    candidate: untrained,
    metrics: [],
    judge: null,
    answers: null,
    assertions: null,
    forgetting: null,
    adapter_effect: null,
    bare_perplexity: null,
    conversations: [],
    training: { baseline: [], candidate: [] },
    cost: {
      seconds: parts.origin.seconds,
      training_seconds: 0,
      evaluation_seconds: 0,
      trained_tokens: 0,
      evaluated_tokens: 0,
      peak_rss_bytes: parts.origin.peak_rss_bytes,
      judge_tokens: 0,
      estimated: parts.estimated,
    },
    warnings: [],
  };
}
