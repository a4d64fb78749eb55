/**
 * What the charts have in common: a frame with two axes, drawn as SVG from d3's scales, with a text for those who cannot
 * see it. Colours are classes of the style sheet. Knows nothing of what is drawn.
 */

import type { ScaleContinuousNumeric } from 'd3-scale';
import { type Html, html } from './html.ts';

export type Scale = ScaleContinuousNumeric<number, number>;

export interface Frame {
  /** One sentence that says what the picture shows. */
  text: string;
  x: Scale;
  y: Scale;
  xLabel: string;
  yLabel: string;
  /** How ticks are written. */
  xTick?: (value: number) => string;
  yTick?: (value: number) => string;
}

export const WIDTH = 460;
export const HEIGHT = 280;
export const PLOT = { left: 58, right: 448, top: 12, bottom: 232 } as const;

/** A coordinate with a digit after the point; values from outside may be too large to be drawn. */
export function px(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 10) / 10) : '0';
}

/** The least and the largest, widened where they are one. */
export function extentOf(values: Iterable<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return [0, 1];
  return low === high ? [low - 0.5, high + 0.5] : [low, high];
}

function xTicks({ x, xTick }: Frame): Html[] {
  const write = xTick ?? x.tickFormat(5);
  return x.ticks(5).map((value) => {
    const at = px(x(value));
    return html`<line class="grid" x1="${at}" x2="${at}" y1="${PLOT.top}" y2="${PLOT.bottom}"/><text class="tick" text-anchor="middle" x="${at}" y="${PLOT.bottom + 16}">${write(value)}</text>`;
  });
}

function yTicks({ y, yTick }: Frame): Html[] {
  const write = yTick ?? y.tickFormat(5);
  return y.ticks(5).map((value) => {
    const at = px(y(value));
    return html`<line class="grid" x1="${PLOT.left}" x2="${PLOT.right}" y1="${at}" y2="${at}"/><text class="tick" text-anchor="end" x="${PLOT.left - 6}" y="${px(y(value) + 4)}">${write(value)}</text>`;
  });
}

/** Marks in a frame with axes. */
export function chart(frame: Frame, marks: Html): Html {
  const middle = (PLOT.left + PLOT.right) / 2;
  const centre = (PLOT.top + PLOT.bottom) / 2;
  return html`<svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${frame.text}">${xTicks(frame)}${yTicks(frame)}<text class="axis" text-anchor="middle" x="${middle}" y="${HEIGHT - 8}">${frame.xLabel}</text><text class="axis" text-anchor="middle" transform="translate(14 ${centre}) rotate(-90)">${frame.yLabel}</text>${marks}</svg>`;
}

/** A chart with its title and its key. */
export function figure(title: string, picture: Html, key: Html): Html {
  return html`<figure><figcaption>${title}</figcaption>${picture}${key}</figure>`;
}

/** What the two colours (and line styles) stand for. */
export function sides(present: { baseline: boolean; candidate: boolean }): Html {
  const swatch = (side: string, shown: boolean) =>
    shown
      ? [
          html`<span class="key"><svg class="swatch" viewBox="0 0 24 8" aria-hidden="true"><line class="line ${side}" x1="1" x2="23" y1="4" y2="4"/></svg>${side}</span>`,
        ]
      : [];
  return html`<p class="keys">${[...swatch('baseline', present.baseline), ...swatch('candidate', present.candidate)]}</p>`;
}
