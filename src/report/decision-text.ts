/** A decision as plain text for a terminal. Computes nothing. */

import type { Decision } from '../gate/decide.ts';
import { formatChange } from '../gate/metric.ts';
import type { MetricDecision } from '../gate/metric-decision.ts';

function metricLine(metric: MetricDecision): string {
  const { name, kind, outcome, estimate, interval } = metric;
  if (estimate === null || interval === null) return `${name}: not evaluated`;
  const change = (value: number) => formatChange(kind, value);
  const values = [metric.base, metric.candidate].map((value) => value?.toFixed(4) ?? '–').join(' → ');
  const range = `[${change(interval.lower)}, ${change(interval.upper)}]`;
  return `${name}: ${outcome}  ${values}  ${change(estimate)} ${range}, margin ${change(metric.margin)}`;
}

/** The verdict on the first line, then a line a metric, the reasons and the warnings. */
export function decisionText(decision: Decision): string {
  const lines = [`${decision.outcome}${decision.blocked ? ' (blocks)' : ''}`];
  lines.push(...decision.metrics.map((metric) => `  ${metricLine(metric)}`));
  lines.push(...decision.reasons.map(({ name, reason }) => `  ${name}: ${reason}`));
  lines.push(...decision.warnings.map((warning) => `  warning: ${warning}`));
  return lines.join('\n');
}
