/** Every conversation's NLL a token, baseline against candidate: a point each, or, where they are many, counted in squares. */

import { scaleLinear } from 'd3-scale';
import { formatCount, formatNats } from '../numbers.ts';
import { clip } from '../visible-text.ts';
import { chart, extentOf, PLOT, px } from './chart.ts';
import { type Html, html } from './html.ts';

export interface ScatterPoint {
  id: string;
  base: number;
  candidate: number;
}

/** Beyond these, points hide one another and the page gets heavy. */
const MOST_POINTS = 1500;
const SQUARES = 44;

function points(all: readonly ScatterPoint[], x: (v: number) => number, y: (v: number) => number): Html[] {
  return all.map(
    ({ id, base, candidate }) =>
      html`<circle class="point ${candidate > base ? 'worse' : 'better'}" cx="${px(x(base))}" cy="${px(y(candidate))}" r="3"><title>${clip(id, 100)}: ${formatNats(base)} → ${formatNats(candidate)}</title></circle>`,
  );
}

function squares(all: readonly ScatterPoint[], [low, high]: [number, number]): Html[] {
  const [width, height] = [(PLOT.right - PLOT.left) / SQUARES, (PLOT.bottom - PLOT.top) / SQUARES];
  const counts = new Map<number, number>();
  const place = (value: number) =>
    Math.max(0, Math.min(SQUARES - 1, Math.floor((SQUARES * (value - low)) / (high - low))));
  for (const { base, candidate } of all) {
    const key = place(base) * SQUARES + place(candidate);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].map(([key, count]) => {
    const [column, row] = [Math.floor(key / SQUARES), key % SQUARES];
    const opacity = 0.15 + (0.85 * Math.log1p(count)) / Math.log1p(most);
    return html`<rect class="square" fill-opacity="${opacity.toFixed(2)}" x="${px(PLOT.left + column * width)}" y="${px(PLOT.bottom - (row + 1) * height)}" width="${px(width)}" height="${px(height)}"><title>${formatCount(count)}</title></rect>`;
  });
}

/** Above the diagonal: the candidate predicts the conversation worse. */
export function scatterChart(all: readonly ScatterPoint[]): Html {
  const domain = extentOf(
    (function* () {
      for (const { base, candidate } of all) {
        yield base;
        yield candidate;
      }
    })(),
  );
  const x = scaleLinear(domain, [PLOT.left, PLOT.right]);
  const y = scaleLinear(domain, [PLOT.bottom, PLOT.top]);
  const above = all.filter(({ base, candidate }) => candidate > base).length;
  const text = `NLL a token of ${formatCount(all.length)} conversations: ${formatCount(above)} are worse with the candidate than with the baseline.`;
  const marks = all.length > MOST_POINTS ? squares(all, domain) : points(all, x, y);
  const diagonal = html`<line class="diagonal" x1="${PLOT.left}" y1="${PLOT.bottom}" x2="${PLOT.right}" y2="${PLOT.top}"/>`;
  const labels = { xLabel: 'baseline, nats a token', yLabel: 'candidate, nats a token' };
  const picture = chart({ text, x, y, ...labels }, html`${diagonal}${marks}`);
  const how =
    all.length > MOST_POINTS
      ? 'The darker a square, the more conversations lie in it.'
      : 'One point is one conversation.';
  return html`<figure><figcaption>Conversations</figcaption>${picture}<p class="keys">${how} Above the line the candidate is worse: ${formatCount(above)} of ${formatCount(all.length)}.</p></figure>`;
}
