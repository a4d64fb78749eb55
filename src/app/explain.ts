/** What a check's state means, in words. Pure. */

import { PREFIX } from '../github/commands.ts';
import type { OwnCheck } from '../github/own-checks.ts';
import { clip, code, link, type Markdown, md } from '../report/markdown-escape.ts';

export function explain(check: OwnCheck | undefined): Markdown {
  if (!check)
    return md`This head has no check of lora-gate (yet): its repository has no configuration, or the delivery is on its way.`;
  const title = clip(check.title ?? check.conclusion ?? 'open', 200);
  const named = check.url === undefined ? md`${title}` : link(md`${title}`, check.url);
  if (!check.completed)
    return md`The check says: ${named}. It is closed when the run on your machine has ended.`;
  if (check.conclusion === 'action_required')
    return md`The check says: ${named}. Nothing was trained or judged: it waits for a person, and its summary says for what.`;
  if (check.conclusion === 'cancelled')
    return md`The check says: ${named}. Nothing was judged at its end; ${code(`${PREFIX} rerun`)} starts it again, and goes on from what was trained to the end.`;
  if (/^(crashed|nothing was judged)\b/.test(title))
    return md`The check says: ${named}. There is no verdict, and what has none does not pass: its summary says what to mend; ${code(`${PREFIX} rerun`)} tries again.`;
  if (title.startsWith('not affected'))
    return md`The check says: ${named}. Neither data nor recipe nor test set nor policy of an adapter differs, so there was nothing to train.`;
  return md`The check says: ${named}. Baseline and candidate were judged on the same test set by the policy of the base branch; a metric blocks when even the favourable end of its interval is worse than its margin allows, and the comment lists each with its numbers. Somebody who can write, and is not the author, can accept one with a reason.`;
}
