/** A metric's interval drawn against its margin, small enough for a table cell. Knows only the metric's record. */

import { scaleLinear } from 'd3-scale';
import { formatInterval, formatMetricChange } from '../numbers.ts';
import type { ResultMetric } from '../result-metric.ts';
import { clip } from '../visible-text.ts';
import { extentOf, px } from './chart.ts';
import { type Html, html, nothing } from './html.ts';

const WIDTH = 260;
const HEIGHT = 46;
const LINE = 16;
const EDGE = 8;

/**
 * Left to right: a drop to an increase as readers count it, candidate minus baseline. The shaded side lies beyond the margin;
 * the thin line is the two-sided interval, the thick one lies between the one-sided bounds that the rule reads.
 */
export function intervalChart(metric: ResultMetric): Html {
  const { estimate, interval, bounds, margin } = metric;
  if (estimate === null || interval === null || bounds === null) return nothing;
  const flip = metric.better === 'higher' ? -1 : 1;
  const [low, high] = extentOf([0, margin * flip, interval.lower * flip, interval.upper * flip]);
  const pad = (high - low) * 0.08;
  const x = scaleLinear([low - pad, high + pad], [EDGE, WIDTH - EDGE]).clamp(true);
  const at = (value: number) => px(x(value * flip));
  const worse = x(margin * flip);
  const [from, to] = flip === 1 ? [worse, WIDTH] : [0, worse];
  const text = `${clip(metric.name, 60)}: change ${formatMetricChange(metric, estimate)}, interval ${formatInterval(metric)}, margin ${formatMetricChange(metric, margin)}`;
  const label = (value: number, words: string) => {
    const place = x(value * flip);
    const anchor = place < 50 ? 'start' : place > WIDTH - 50 ? 'end' : 'middle';
    return html`<text class="tick" text-anchor="${anchor}" x="${px(place)}" y="${HEIGHT - 4}">${words}</text>`;
  };
  // Zero and the margin are often close together: then the margin's label is the one to keep.
  const zero = Math.abs(x(0) - worse) > 60 ? label(0, '0') : nothing;
  return html`<svg class="interval" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${text}"><rect class="beyond" x="${px(from)}" y="0" width="${px(Math.max(0, to - from))}" height="32"/><line class="zero" x1="${at(0)}" x2="${at(0)}" y1="0" y2="32"/><line class="margin" x1="${at(margin)}" x2="${at(margin)}" y1="0" y2="32"/><line class="whisker" x1="${at(interval.lower)}" x2="${at(interval.upper)}" y1="${LINE}" y2="${LINE}"/><line class="bounds" x1="${at(bounds.lower)}" x2="${at(bounds.upper)}" y1="${LINE}" y2="${LINE}"/><circle class="estimate" cx="${at(estimate)}" cy="${LINE}" r="4.5"/>${zero}${label(margin, `margin ${formatMetricChange(metric, margin)}`)}</svg>`;
}
