/** What a run may take: a section of the policy, so that a pull request is held to that of its base commit. */

import { z } from 'zod';

export const BudgetSchema = z.strictObject({
  gpu_minutes: z
    .number()
    .gt(0)
    .max(1e6)
    .optional()
    .describe('Of one run on one machine; of the processor where it has no GPU.'),
  judge_tokens: z
    .int()
    .min(1)
    .optional()
    .describe('Prompts and replies of one run, of a judge that is asked over a network.'),
});
