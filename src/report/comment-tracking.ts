/** Where the result is in Opik, or why it is not there yet, in the comment. */

import { clip, code, join, link, type Markdown, md, nothing } from './markdown-escape.ts';
import { formatCount } from './numbers.ts';
import type { Result } from './result.ts';

const REASON_LENGTH = 200;

/** At most `most` links; the server's name stands beside each, since a result may come from a stranger. */
export function trackingPart({ tracking }: Result, most: number): Markdown {
  if (!tracking) return nothing;
  const { links, problem, url } = tracking;
  if (problem !== null) {
    return md`**Opik** did not take the result: ${clip(problem, REASON_LENGTH)}. Send it later: ${code('lora-gate track result.json')}.`;
  }
  if (links.length === 0) return nothing;
  const shown = links.slice(0, most).map((each) => {
    const elsewhere = hostOf(each.url) === hostOf(url) ? '' : ` (${hostOf(each.url)})`;
    return link(md`${clip(each.adapter, 60)}${elsewhere}`, each.url);
  });
  const left = links.length - shown.length;
  if (left > 0) shown.push(md`${formatCount(left)} more in ${code('result.json')}`);
  return md`**Opik** (${clip(hostOf(url), 100)}), candidate and baseline side by side: ${join(shown, md`, `)}`;
}

function hostOf(url: string): string {
  return new URL(url).host;
}
