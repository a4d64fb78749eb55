/** What the candidate forgot of general text, and how much it changes of the bare model: a line each in the comment. */

import { clip, join, type Markdown, md, nothing } from './markdown-escape.ts';
import { countOf, formatInterval, formatMetricChange, formatShare, formatValue } from './numbers.ts';
import type { ResultMetric } from './result-metric.ts';
import type { ResultSection } from './result-section.ts';

const SCALE = { kind: 'perplexity', better: 'lower' } as const;

function general({ forgetting, policy }: ResultSection): Markdown {
  if (!forgetting) return nothing;
  const { perplexity, increase, against, max_increase: limit, conversations, tokens } = forgetting;
  const change = increase
    ? `, ${formatMetricChange(SCALE, increase.estimate)} over the bare model (${formatShare(policy.confidence)} CI ${formatInterval({ ...SCALE, interval: increase })})`
    : '';
  const allowed = limit === null ? '' : `; ${formatShare(limit)} is allowed`;
  const further =
    against === 'baseline'
      ? `, and since the baseline is above that already, ${formatShare(policy.max_increase)} more than it`
      : '';
  return md`**General text** (${countOf(conversations, 'text')}, ${countOf(tokens, 'token')} that have nothing to do with this adapter): perplexity ${formatValue(perplexity.bare)} without an adapter, ${formatValue(perplexity.baseline)} baseline, ${formatValue(perplexity.candidate)} candidate${change}${allowed}${further}.`;
}

function effect({ adapter_effect: found }: ResultSection): Markdown {
  if (!found) return nothing;
  const { tokens, kl_per_token: kl, same_top_share: same } = found;
  return md`**What the adapter changes**, over ${countOf(tokens, 'token')} of the test set: the next token’s distribution by ${formatValue(kl)} nats (KL from the bare model), the likeliest token in ${formatShare(1 - same)} of the places.`;
}

export function forgettingPart(section: ResultSection): Markdown {
  return join([general(section), effect(section)], md`\n`);
}

/** What to do about it; the general texts come with the program, so nobody can add to them. */
export function forgettingAdvice(metric: ResultMetric): Markdown {
  const name = clip(metric.name, 60);
  const margin = formatMetricChange(metric, metric.margin);
  const gentler = md`Train more gently (fewer steps, a lower learning rate, a smaller rank) or mix general conversations into the training rows`;
  return metric.outcome === 'regression'
    ? md`**${name}**: general texts became less likely by more than ${margin}, and by more than chance explains. ${gentler}, and push again.`
    : md`**${name}** is not settled: the general texts are too few to say whether they became less likely by more than ${margin}. ${gentler}, or allow more in a change of its own.`;
}
