/** Does what a delivery asks for. Each errand reads GitHub as it is now, so doing one twice does nothing more. */

import type { Desk } from './desk.ts';
import type { Errand } from './events.ts';

export async function runErrand(desk: Desk, errand: Errand): Promise<void> {
  desk.logger.debug(`${errand.kind} of ${desk.repository.owner}/${desk.repository.repo}`);
}

/** Errands of one lane are done one after the other. */
export function laneOf({ owner, repo }: { owner: string; repo: string }, errand: Errand): string {
  const place = `${owner}/${repo}`.toLowerCase();
  return 'pull' in errand ? `${place}#${errand.pull}` : `${place} ${errand.kind}`;
}
