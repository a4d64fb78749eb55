/** Loss and learning rate over the training, baseline and candidate, each curve of a bounded number of points. */

import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { countOf, formatNats } from '../numbers.ts';
import type { ResultCurve, ResultSection } from '../result-section.ts';
import { chart, extentOf, figure, PLOT, sides } from './chart.ts';
import { type Html, html, nothing } from './html.ts';

const MOST_POINTS = 400;

type Point = ResultCurve[number];

/** The mean of each of at most MOST_POINTS stretches of equal length, at the stretch's last step. */
function averaged(curve: ResultCurve): Point[] {
  const size = Math.min(MOST_POINTS, curve.length);
  return Array.from({ length: size }, (_, i) => {
    const from = Math.floor((i * curve.length) / size);
    const stretch = curve.slice(from, Math.floor(((i + 1) * curve.length) / size));
    const mean = (of: (point: Point) => number) =>
      stretch.reduce((sum, point) => sum + of(point), 0) / stretch.length;
    return {
      step: (stretch.at(-1) as Point).step,
      loss: mean(({ loss }) => loss),
      learning_rate: mean(({ learning_rate }) => learning_rate),
    };
  });
}

interface Drawn {
  title: string;
  yLabel: string;
  of: (point: Point) => number;
  text: string;
  fromZero: boolean;
}

function curves({ title, yLabel, of, text, fromZero }: Drawn, baseline: Point[], candidate: Point[]): Html {
  const all = [...baseline, ...candidate];
  const x = scaleLinear(extentOf(all.map(({ step }) => step)), [PLOT.left, PLOT.right]);
  const values = all.map(of);
  const y = scaleLinear(extentOf(fromZero ? [0, ...values] : values), [PLOT.bottom, PLOT.top]).nice();
  const path = line<Point>(
    ({ step }) => x(step),
    (point) => y(of(point)),
  ).digits(1);
  const drawn = (points: Point[], side: string) =>
    points.length === 0 ? nothing : html`<path class="line ${side}" d="${path(points) ?? ''}"/>`;
  return figure(
    title,
    chart(
      { text, x, y, xLabel: 'optimizer step', yLabel },
      html`${drawn(baseline, 'baseline')}${drawn(candidate, 'candidate')}`,
    ),
    sides({ baseline: baseline.length > 0, candidate: candidate.length > 0 }),
  );
}

function ends(name: string, curve: ResultCurve): string {
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last) return '';
  return ` ${name} from ${formatNats(first.loss)} to ${formatNats(last.loss)} over ${countOf(curve.length, 'step')};`;
}

/** Both charts; nothing where no curve is on record. */
export function trainingCurves({ training }: ResultSection): Html {
  const { baseline, candidate } = training;
  if (baseline.length + candidate.length === 0) return nothing;
  const [first, second] = [averaged(baseline), averaged(candidate)];
  const text = `Training loss:${ends('baseline', baseline)}${ends('candidate', candidate)}`.replace(
    /;$/,
    '.',
  );
  const loss = {
    title: 'Training loss',
    yLabel: 'loss, nats a token',
    of: (point: Point) => point.loss,
    text,
    fromZero: false,
  };
  const rate = {
    title: 'Learning rate',
    yLabel: 'learning rate',
    of: (point: Point) => point.learning_rate,
    text: 'Learning rate at every step.',
    fromZero: true,
  };
  const thinned = Math.max(baseline.length, candidate.length) > MOST_POINTS;
  return html`<div class="figures">${curves(loss, first, second)}${curves(rate, first, second)}</div>${
    thinned
      ? html`<p class="note">Each point is the mean of a stretch of steps, ${MOST_POINTS} points a curve.</p>`
      : nothing
  }`;
}
