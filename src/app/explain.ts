/** What a check's state means, in words. Pure. */

import type { OwnCheck } from '../github/own-checks.ts';
import { clip, link, type Markdown, md } from '../report/markdown-escape.ts';

export function explain(check: OwnCheck | undefined): Markdown {
  if (!check)
    return md`This head has no check of lora-gate (yet): its repository has no configuration, or the delivery is on its way.`;
  const title = clip(check.title ?? check.conclusion ?? 'open', 200);
  const named = check.url === undefined ? md`${title}` : link(md`${title}`, check.url);
  if (!check.completed)
    return md`The check says: ${named}. It is closed when the run on your machine has ended.`;
  return md`The check says: ${named}. Baseline and candidate were judged on the same test set by the policy of the base branch; a metric blocks when even the favourable end of its interval is worse than its margin allows, and the comment lists each with its numbers. Somebody who can write, and is not the author, can accept one with a reason.`;
}
