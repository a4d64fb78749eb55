/** The order the turns of a conversation must have: a system turn only first, then user and assistant in turn, assistant last. */

import type { Message } from './conversation.ts';

/** The first problem in the order of turns (one misplaced turn makes all after it look wrong), or none. */
export function roleOrderProblems(messages: readonly Message[]): string[] {
  const turns = messages[0]?.role === 'system' ? messages.slice(1) : messages;
  const skipped = messages.length - turns.length;
  if (!turns.some(({ role }) => role === 'assistant')) {
    return ['nothing to learn from, no assistant turn: add the answer'];
  }
  for (const [index, { role }] of turns.entries()) {
    const expected = index % 2 === 0 ? 'user' : 'assistant';
    if (role === expected) continue;
    const turn = `turn ${index + skipped + 1} is from ${role}`;
    if (role === 'system') return [`${turn}, expected system only as the first turn: move it or merge it`];
    if (index === 0)
      return [`${turn}, expected the first turn (after system) to be from user: add the question`];
    return [
      `${turn}, expected ${expected}: two turns in a row from ${role}, merge them or add the missing one`,
    ];
  }
  if (turns.at(-1)?.role !== 'assistant') {
    return ['ends with a user turn, expected assistant last: add the answer or delete the turn'];
  }
  return [];
}
