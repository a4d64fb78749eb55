/** Does what a delivery asks for. Each errand reads GitHub as it is now, so doing one twice does nothing more. */

import { answerCheck, answerSuite } from './checks.ts';
import { answerComment } from './commands.ts';
import type { Desk } from './desk.ts';
import type { Errand } from './events.ts';
import { answerMergeGroup } from './merge-group.ts';
import { readDefaultBranch, readOwnRun } from './own-runs.ts';
import { settlePull } from './pull-request.ts';
import { createMemory, reconcileRepository } from './reconcile.ts';
import { welcome } from './welcome.ts';

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
    case 'job':
      return answerJob(desk, errand.run);
    case 'look':
      return void (await reconcileRepository(desk, createMemory()));
    case 'welcome':
      return welcome(desk);
  }
}

/** A runner has taken a job: if it is of a run of ours, its check can say which. */
async function answerJob(desk: Desk, id: number): Promise<void> {
  const run = await readOwnRun(desk, await readDefaultBranch(desk), id);
  if (run) desk.enqueue({ kind: 'pull', pull: run.pull });
}

/** Errands of one lane are done one after the other. */
export function laneOf({ owner, repo }: { owner: string; repo: string }, errand: Errand): string {
  const place = `${owner}/${repo}`.toLowerCase();
  return 'pull' in errand ? `${place}#${errand.pull}` : `${place} ${errand.kind}`;
}
