/** What the candidate forgot of general text, and how much it changes of the bare model: a line each in the comment. */

import { join, type Markdown, md, nothing } from './markdown-escape.ts';
import { countOf, formatInterval, formatMetricChange, formatShare, formatValue } from './numbers.ts';
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
    against === 'baseline' ? ', and since the baseline is above that already, no further increase' : '';
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
