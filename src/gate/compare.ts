/** The gate on two saved evaluations. Pure: reading the files belongs to the report's evaluation document. */

import type { EvaluationDocument } from '../report/evaluation-document.ts';
import { type DecideOptions, type Decision, type DecisionPolicy, decide } from './decide.ts';
import { perplexityMetric } from './metric.ts';
import type { Scores } from './pairing.ts';

export interface ComparePolicy extends DecisionPolicy {
  perplexity: {
    /** Relative: 0.01 for 1 %. */
    max_increase: number;
  };
}

/** Judges the candidate's evaluation against the base's; scores of different test data are not compared. */
export function compareEvaluations(
  base: EvaluationDocument,
  candidate: EvaluationDocument,
  policy: ComparePolicy,
  options: DecideOptions = {},
): Decision {
  const sameData = base.data.sha256 === candidate.data.sha256;
  const scores: Scores = sameData
    ? candidate.conversations
    : { unavailable: 'it was scored on other test data than the baseline (the sha256 of the data differ)' };
  const metric = perplexityMetric(base.conversations, scores, policy.perplexity.max_increase);
  const decision = decide([metric], policy, options);
  if (base.model !== candidate.model) {
    decision.warnings.push(
      `the two evaluations are of different models: ${base.model} and ${candidate.model}`,
    );
  }
  return decision;
}
