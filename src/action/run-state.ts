/** What the post step has to know of the main step: the check that was opened, and whether it was completed. Text in, text out. */

import { z } from 'zod';
import type { RunStamp } from '../github/run-stamp.ts';

export interface OpenedCheck {
  id: number;
  name: string;
  stamp: RunStamp;
  /** Where the comment of the same run is; null where there is none to comment on. */
  pull: number | null;
}

const opened = z.object({
  id: z.int().min(1),
  name: z.string().min(1),
  pull: z.int().min(1).nullable(),
  stamp: z.object({
    config: z.string(),
    headSha: z.string(),
    headOrder: z.number(),
    runId: z.number(),
    runAttempt: z.number(),
    state: z.enum(['queued', 'running', 'done']),
  }),
});

export const STATE_CHECK = 'lora-gate-check';

export function formatOpenedCheck(check: OpenedCheck): string {
  return JSON.stringify(check);
}

/** undefined where nothing was opened, where it was completed, and where a kill cut the text off. */
export function parseOpenedCheck(text: string): OpenedCheck | undefined {
  try {
    return opened.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
