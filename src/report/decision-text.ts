/** A decision as plain text for a terminal. Computes nothing. */

import type { Decision } from '../gate/decide.ts';
import type { MetricDecision } from '../gate/metric-decision.ts';
import { formatInterval, formatMetricChange } from './numbers.ts';

function metricLine(metric: MetricDecision): string {
  const { name, outcome, estimate, interval } = metric;
  if (estimate === null || interval === null) return `${name}: not evaluated`;
  const values = [metric.base, metric.candidate].map((value) => value?.toFixed(4) ?? '–').join(' → ');
  const range = `[${formatInterval(metric)}]`;
  const margin = formatMetricChange(metric, metric.margin);
  return `${name}: ${outcome}  ${values}  ${formatMetricChange(metric, estimate)} ${range}, margin ${margin}`;
}

/** The verdict on the first line, then a line a metric, the reasons and the warnings. */
export function decisionText(decision: Decision): string {
  const lines = [`${decision.outcome}${decision.blocked ? ' (blocks)' : ''}`];
  lines.push(...decision.metrics.map((metric) => `  ${metricLine(metric)}`));
  lines.push(...decision.reasons.map(({ name, reason }) => `  ${name}: ${reason}`));
  lines.push(...decision.warnings.map((warning) => `  warning: ${warning}`));
  return lines.join('\n');
}
