/** How a run is divided over machines. Read from the base commit: a pull request does not choose how many machines it takes. */

import { z } from 'zod';

const rate = z.number().gt(0).max(1e9).optional();

export const ShardingSchema = z.strictObject({
  max_jobs: z
    .int()
    .min(1)
    .max(256)
    .default(8)
    .describe('Most jobs that a run is divided into; 1 leaves everything to one machine.'),
  target_minutes: z
    .number()
    .min(1)
    .max(1_440)
    .default(30)
    .describe('What takes no longer stays in one job: an adapter is divided only where it is expected to.'),
  tokens_per_second: z
    .strictObject({ training: rate, scoring: rate })
    .prefault({})
    .describe(
      'Of your machines; what is not told is what the machine that plans has measured in earlier runs, which a hosted one never has.',
    ),
});

export type ShardingConfig = z.output<typeof ShardingSchema>;
