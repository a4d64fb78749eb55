/** What trainings that differ in their seed alone tell, as plain text for a terminal. Computes nothing. */

import { formatChange } from '../gate/metric.ts';
import type { NoiseReport } from '../gate/noise.ts';
import { countOf, formatShare } from './numbers.ts';

export interface SeedLine {
  seed: number;
  perplexity: number;
  origin: string;
}

const change = (nats: number) => formatChange('perplexity', nats);
/** A share as the configuration takes it, rounded up: a margin must not fall short. */
const asMargin = (share: number) => `${Math.ceil(share * 1000 - 1e-9) / 10}%`;

export function noiseText(name: string, seeds: readonly SeedLine[], report: NoiseReport): string {
  const { spread, pairs, regressions, proposed_max_increase: proposed, max_increase } = report;
  const confidence = formatShare(report.confidence);
  const lines = [
    `${name}: ${countOf(seeds.length, 'seed')}, perplexity ${Math.exp(spread.mean).toPrecision(4)} in the middle`,
    ...seeds.map(
      ({ seed, perplexity, origin }) =>
        `  seed ${seed}: ${perplexity.toPrecision(5)}  (${origin === 'store' ? 'from the store' : 'trained now'})`,
    ),
    `spread: standard deviation ${change(spread.standard_deviation)}, at most ${change(spread.standard_deviation_upper)} with confidence ${confidence}`,
    `pairs: the gate would block ${regressions} of ${pairs.length} at its margin of ${formatShare(max_increase)}, although only the seed differs (the worse one taken for the candidate)`,
    ...pairs.map(
      ({ seeds: [base, candidate], difference, interval, outcome }) =>
        `  ${base} → ${candidate}: ${change(difference)} [${change(interval.lower)} to ${change(interval.upper)}]  ${outcome}`,
    ),
    'margins that the luck of the seed does not reach (gate.perplexity.max_increase):',
    `  ${asMargin(proposed.prediction)}  two further trainings differ by less with probability ${confidence} (t on ${spread.seeds - 1} degrees of freedom × s × √2)`,
    `  ${asMargin(proposed.tolerance)}  with confidence ${confidence}, ${confidence} of all differences are smaller (z × √2 × upper limit of σ by χ²)`,
  ];
  return lines.join('\n');
}
