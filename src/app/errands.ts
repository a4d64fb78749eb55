/** Does what a delivery asks for. Each errand reads GitHub as it is now, so doing one twice does nothing more. */

import { answerCheck, answerSuite } from './checks.ts';
import { answerComment } from './commands.ts';
import type { Desk } from './desk.ts';
import type { Errand } from './events.ts';
import { answerMergeGroup } from './merge-group.ts';
import { settlePull } from './pull-request.ts';

export async function runErrand(desk: Desk, errand: Errand): Promise<void> {
  switch (errand.kind) {
    case 'pull':
      return settlePull(desk, errand.pull, errand);
    case 'comment':
      return answerComment(desk, errand.pull, errand.comment);
    case 'check':
      return answerCheck(desk, errand.check, errand.action);
    case 'suite':
      return answerSuite(desk, errand.headSha);
    case 'merge-group':
      return answerMergeGroup(desk, errand);
  }
}

/** Errands of one lane are done one after the other. */
export function laneOf({ owner, repo }: { owner: string; repo: string }, errand: Errand): string {
  const place = `${owner}/${repo}`.toLowerCase();
  return 'pull' in errand ? `${place}#${errand.pull}` : `${place} ${errand.kind}`;
}
