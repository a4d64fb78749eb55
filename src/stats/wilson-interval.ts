/** Wilson's score interval for a proportion (Wilson 1927): honest at 0 and 1 and for few trials. */

import { type Computable, notComputable } from './computable.ts';
import { normalQuantile } from './normal.ts';
import { type Bounds, checkConfidence } from './t-interval.ts';

/** Two-sided interval of a proportion from `successes` of `trials`. */
export function wilsonInterval(successes: number, trials: number, confidence: number): Computable<Bounds> {
  checkConfidence(confidence);
  if (!(Number.isFinite(successes) && Number.isFinite(trials)))
    return notComputable('the counts are not finite');
  if (!(trials > 0)) return notComputable('there are no trials');
  if (successes < 0 || successes > trials) return notComputable(`${successes} successes of ${trials} trials`);
  const z = normalQuantile(1 - (1 - confidence) / 2);
  const p = successes / trials;
  const scale = 1 / (1 + (z * z) / trials);
  const centre = (p + (z * z) / (2 * trials)) * scale;
  const reach = z * scale * Math.sqrt((p * (1 - p)) / trials + (z * z) / (4 * trials * trials));
  return {
    computable: true,
    lower: successes === 0 ? 0 : Math.max(0, centre - reach),
    upper: successes === trials ? 1 : Math.min(1, centre + reach),
  };
}
