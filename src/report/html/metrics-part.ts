/** The metrics: values, interval against the margin, what was wanted and found, and how sure the numbers are. */

import {
  ABSENT,
  countOf,
  formatCount,
  formatInterval,
  formatMetricChange,
  formatShare,
  formatValue,
} from '../numbers.ts';
import type { ResultMetric } from '../result-metric.ts';
import type { ResultSection } from '../result-section.ts';
import { clip } from '../visible-text.ts';
import { badge } from './headline.ts';
import { type Html, html, nothing } from './html.ts';
import { intervalChart } from './interval-chart.ts';
import { column, details, list, note, part, table } from './layout.ts';

const change = (metric: ResultMetric, value: number | null) => html`${formatMetricChange(metric, value)}`;
const count = (value: number | null) => html`${value === null ? ABSENT : formatCount(value)}`;
const p = (value: number | null) =>
  html`${value === null ? ABSENT : value < 0.001 ? '< 0.001' : value.toFixed(3)}`;

function values({ metrics, policy }: ResultSection): Html {
  const { text, number } = column;
  return table(
    'Metrics',
    [
      text('Metric'),
      number('Base'),
      number('Candidate'),
      number(`Change [${formatShare(policy.confidence)} CI]`),
      text('Interval and margin'),
      text('Outcome'),
    ],
    metrics.map((metric) => [
      html`${clip(metric.name, 100)}${metric.blocking ? '' : ' (advisory)'}`,
      html`${formatValue(metric.base)}`,
      html`${formatValue(metric.candidate)}`,
      metric.estimate === null
        ? html`${ABSENT}`
        : html`${change(metric, metric.estimate)}<br><small>[${formatInterval(metric)}]</small>`,
      intervalChart(metric),
      badge(metric.outcome),
    ]),
  );
}

function statistics({ metrics }: ResultSection): Html {
  const { text, number } = column;
  return table(
    'Statistics of the metrics',
    [
      text('Metric'),
      number('Conversations'),
      number('Independent groups'),
      number('Tokens'),
      number('Lower bound'),
      number('Upper bound'),
      number('p'),
      number('p (Holm)'),
      number('Smallest visible change'),
      number('More conversations needed'),
      text('Bootstrap'),
    ],
    metrics.map((metric) => [
      html`${clip(metric.name, 100)}`,
      count(metric.conversations),
      count(metric.clusters),
      count(metric.tokens),
      change(metric, metric.bounds?.lower ?? null),
      change(metric, metric.bounds?.upper ?? null),
      p(metric.p_value),
      p(metric.adjusted_p_value),
      change(metric, metric.smallest_detectable_effect),
      count(metric.more_conversations_needed),
      metric.bootstrap
        ? html`${metric.bootstrap.agrees ? 'agrees' : 'disagrees'} (${formatMetricChange(metric, metric.bootstrap.lower)} to ${formatMetricChange(metric, metric.bootstrap.upper)}, ${countOf(metric.bootstrap.samples, 'sample')})`
        : html`${ABSENT}`,
    ]),
  );
}

function reasons(section: ResultSection): Html {
  if (section.reasons.length === 0) return nothing;
  const items = section.reasons.map(
    ({ name, reason, expected, actual }) =>
      html`<strong>${name}</strong>: ${reason} <span class="muted">(expected ${expected}; found ${actual})</span>`,
  );
  return html`<h4>Why it did not pass</h4>${list(items)}`;
}

export function metricsPart(id: string, section: ResultSection): Html {
  const { metrics } = section;
  if (metrics.length === 0) return part(id, 'Metrics', html`<p>No metric was judged.</p>${reasons(section)}`);
  const perplexity = metrics.some(({ kind }) => kind === 'perplexity')
    ? html`Perplexity is e to the mean negative log-likelihood of the assistant’s tokens in the test set, each predicted from the true text before it; lower is better. `
    : nothing;
  const legend = metrics.some(({ estimate }) => estimate !== null)
    ? html`In the pictures the dot is the change, the thin line its interval, the thick line lies between the bounds that the rule reads; the shaded side is beyond the margin.`
    : nothing;
  return part(
    id,
    'Metrics',
    html`${values(section)}${reasons(section)}${note(html`${perplexity}${legend}`)}${details('Statistics', statistics(section))}`,
  );
}
