/** What all modes of the Action work with once it is clear what is asked for, and the one way to tell a verdict. */

import type { Publisher } from '../github/publisher.ts';
import type { Result } from '../report/result.ts';
import type { Trigger } from './event.ts';
import type { Job } from './job.ts';
import { STATE_CHECK } from './run-state.ts';
import type { Target } from './target.ts';

export type ActiveTrigger = Exclude<Trigger, { kind: 'nothing' }>;

export interface Assignment {
  job: Job;
  trigger: ActiveTrigger;
  target: Target;
  /** null where this job writes nothing on GitHub. */
  publisher: Publisher | null;
}

export function setVerdict(
  job: Job,
  { outcome, blocked }: Pick<Result['verdict'], 'outcome' | 'blocked'>,
): void {
  job.setOutput('verdict', outcome);
  job.setOutput('blocked', String(blocked));
}

/** The verdict everywhere it is read. */
export async function publishResult(
  { job, publisher }: Assignment,
  result: Result,
  comment: string,
): Promise<void> {
  setVerdict(job, result.verdict);
  await publisher?.finished(result);
  await job.summarize(comment);
  job.saveState(STATE_CHECK, '');
}
