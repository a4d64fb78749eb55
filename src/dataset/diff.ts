/**
 * What a change did to the rows of a dataset, by content and by id, and the hashes that name rows by their content.
 * Knows nothing of git or of where the two versions come from.
 */

import { createHash } from 'node:crypto';
import type { Conversation } from './conversation.ts';
import { defaultId } from './read.ts';

export interface RowDiff {
  added: Conversation[];
  removed: Conversation[];
  /** Rows with an id of their own that is in both versions, with other content. */
  changed: { base: Conversation; head: Conversation }[];
  unchanged: Conversation[];
}

/** The messages as canonical JSON (RFC 8785: keys sorted, no spaces): the same messages give the same text. */
export function canonicalMessages(conversation: Pick<Conversation, 'messages'>): string {
  return JSON.stringify(conversation.messages.map(({ role, content }) => ({ content, role })));
}

/**
 * sha256 (hex) over the canonical messages of all conversations, in their order: with the same recipe and seed, another
 * order trains another adapter. Ids, tags, groups, file names and the row form do not count.
 */
export function rowsHash(conversations: readonly Conversation[]): string {
  const hash = createHash('sha256');
  // Canonical JSON holds no raw line end, so one a row keeps the rows apart.
  for (const conversation of conversations) hash.update(`${canonicalMessages(conversation)}\n`);
  return hash.digest('hex');
}

/**
 * Compares two versions of a dataset as multisets: rows with an id of their own by id, all others by content (messages,
 * tags and group). `base` is undefined when the file is new.
 */
export function diffRows(base: readonly Conversation[] | undefined, head: readonly Conversation[]): RowDiff {
  const diff: RowDiff = { added: [], removed: [], changed: [], unchanged: [] };
  const left = new Set(base ?? []);
  const byId = new Map([...left].filter(hasOwnId).map((row) => [row.id, row]));
  const unmatched = head.filter((row) => {
    const before = hasOwnId(row) ? byId.get(row.id) : undefined;
    if (!before) return true;
    left.delete(before);
    if (contentOf(before) === contentOf(row)) diff.unchanged.push(row);
    else diff.changed.push({ base: before, head: row });
    return false;
  });

  const byContent = new Map<string, Conversation[]>();
  for (const row of left) {
    const content = contentOf(row);
    const same = byContent.get(content);
    if (same) same.push(row);
    else byContent.set(content, [row]);
  }
  for (const row of unmatched) {
    const before = byContent.get(contentOf(row))?.shift();
    if (before) {
      left.delete(before);
      diff.unchanged.push(row);
    } else diff.added.push(row);
  }
  diff.removed.push(...left);
  return diff;
}

function contentOf(row: Conversation): string {
  const group = row.group === row.id ? null : row.group;
  return JSON.stringify([canonicalMessages(row), row.tags, group]);
}

function hasOwnId(row: Conversation): boolean {
  return row.id !== defaultId(row.file, row.line);
}
