/** How a metric moved from one merged pull request to the next, as SVG. Draws what the summaries say and computes nothing. */

import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { chart, extentOf, figure, PLOT, px } from '../../report/html/chart.ts';
import { type Html, html, nothing } from '../../report/html/html.ts';
import { formatValue } from '../../report/numbers.ts';
import type { RunSummary } from '../../report/run-summary.ts';
import type { PageRun } from './runs.ts';

const MOST_CHARTS = 4;

interface Point {
  pull: number;
  value: number;
}

interface Trend {
  adapter: string;
  name: string;
  better: RunSummary['metrics'][number]['better'];
  points: Point[];
}

/** One for each metric of an adapter and a check, oldest merge first. */
export function trendsOf(runs: readonly PageRun[]): Trend[] {
  const trends = new Map<string, Trend>();
  const merged = runs
    .filter(({ pull }) => pull.mergedAt !== null)
    .sort((a, b) => ((a.pull.mergedAt as string) < (b.pull.mergedAt as string) ? -1 : 1));
  for (const { pull, check, summary } of merged) {
    for (const { adapter, name, better, candidate } of summary?.metrics ?? []) {
      if (candidate === null || !Number.isFinite(candidate)) continue;
      const key = JSON.stringify([check.name, adapter, name, better]);
      const trend = trends.get(key) ?? { adapter, name, better, points: [] };
      trend.points.push({ pull: pull.number, value: candidate });
      trends.set(key, trend);
    }
  }
  return [...trends.values()].filter(({ points }) => points.length > 1);
}

function trendChart({ adapter, name, better, points }: Trend): Html {
  const x = scaleLinear([0, points.length - 1], [PLOT.left + 8, PLOT.right - 8]);
  const y = scaleLinear(extentOf(points.map(({ value }) => value)), [PLOT.bottom, PLOT.top]).nice();
  const path = line<Point>(
    (_, i) => x(i),
    ({ value }) => y(value),
  ).digits(1);
  const [first, last] = [points[0] as Point, points.at(-1) as Point];
  const text = `${name} of ${adapter} over ${points.length} merged pull requests: from ${formatValue(first.value)} at #${first.pull} to ${formatValue(last.value)} at #${last.pull}; ${better} is better.`;
  const xTick = (at: number) => (Number.isInteger(at) ? `#${points[at]?.pull ?? ''}` : '');
  const dots = points.map(
    ({ value }, i) => html`<circle class="point better" cx="${px(x(i))}" cy="${px(y(value))}" r="3.5"/>`,
  );
  return figure(
    `${adapter}: ${name}`,
    chart(
      {
        text,
        x,
        y,
        xLabel: 'merged pull requests',
        yLabel: `${better} is better`,
        xTick,
        yTick: formatValue,
      },
      html`<path class="line trend" d="${path(points) ?? ''}"/>${dots}`,
    ),
    nothing,
  );
}

/** The metrics that were measured most often; nothing where none was measured twice. */
export function trendCharts(runs: readonly PageRun[]): Html {
  const trends = trendsOf(runs).sort((a, b) => b.points.length - a.points.length);
  if (trends.length === 0) return nothing;
  return html`<div class="figures">${trends.slice(0, MOST_CHARTS).map(trendChart)}</div>`;
}
