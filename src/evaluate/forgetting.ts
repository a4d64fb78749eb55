/** What a run's candidate forgot, as the gate judges it. */

import { type Forgetting, type ForgettingPolicy, judgeForgetting } from '../gate/forgetting.ts';
import type { AdapterRun } from './adapter-run.ts';

export function forgettingOf(
  { baseline, same_model, general: { scores } }: AdapterRun,
  policy: ForgettingPolicy,
): Forgetting {
  return judgeForgetting(
    {
      bare: scores.bare.conversations,
      baseline: baseline && scores.baseline.conversations,
      candidate: scores.candidate.conversations,
      same_model,
    },
    policy,
  );
}
