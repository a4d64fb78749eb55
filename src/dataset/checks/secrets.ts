/**
 * Keys, tokens and passwords in any message. Scans messages joined to large pieces, since starting the rules costs more than
 * scanning a conversation does. What is found leaves this file masked.
 */

import type { Conversation } from '../conversation.ts';
import { messageName, type Report } from './finding.ts';
import { mask } from './mask.ts';
import { findSecrets } from './secret-rules.ts';

/** Characters scanned in one call. */
const PIECE = 2 ** 20;

/** Between two messages: no rule's pattern reaches over both a line end and a NUL. */
const BETWEEN = '\n\0\n';

export interface SecretScan {
  /** Takes the messages of a row; scans when enough has come together. */
  add(row: Conversation): Promise<void> | undefined;
  /** Scans what is left. */
  finish(): Promise<void>;
}

export function createSecretScan(report: Report): SecretScan {
  let parts: string[] = [];
  let starts: number[] = [];
  let owners: { row: Conversation; message: number }[] = [];
  let length = 0;

  const scan = async () => {
    const text = parts.join(BETWEEN);
    const [from, of] = [starts, owners];
    parts = [];
    starts = [];
    owners = [];
    length = 0;
    for (const { name, start, end } of await findSecrets(text)) {
      const at = lastNotAfter(from, start);
      const owner = of[at];
      if (!owner) continue;
      const { row, message } = owner;
      report('secrets', row, {
        message: `${name} in ${messageName(row, message)}: ${mask(text.slice(start, end))}`,
        fix: 'Revoke it, since the history keeps it, and put a made-up value in its place.',
      });
    }
  };

  return {
    add(row) {
      for (const [message, { content }] of row.messages.entries()) {
        starts.push(length);
        parts.push(content);
        owners.push({ row, message });
        length += content.length + BETWEEN.length;
      }
      return length >= PIECE ? scan() : undefined;
    },
    finish: scan,
  };
}

/** Index of the last of the ascending numbers that is not above `value`. */
function lastNotAfter(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}
