/** Which training rows a change adds or edits, by their content: a row that only moved is not one of them. */

import type { Conversation } from '../conversation.ts';
import { contentKey } from './row-view.ts';

/** Rows that are not, or not as often, among those before the change. */
export async function introducedRows(
  base: readonly Conversation[],
  head: readonly Conversation[],
  tick: () => Promise<void> | undefined,
): Promise<ReadonlySet<Conversation>> {
  const left = new Map<number, number>();
  for (const row of base) {
    const key = contentKey(row);
    left.set(key, (left.get(key) ?? 0) + 1);
    await tick();
  }
  const introduced = new Set<Conversation>();
  for (const row of head) {
    const key = contentKey(row);
    const count = left.get(key) ?? 0;
    if (count === 0) introduced.add(row);
    else left.set(key, count - 1);
    await tick();
  }
  return introduced;
}
