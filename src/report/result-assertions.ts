/** The part of the result that holds the deterministic checks of the generated answers: counts, intervals, what failed. */

import { z } from 'zod';
import { ASSERTION_TYPES } from '../config/assertion-schema.ts';
import { OUTCOMES } from '../gate/outcome.ts';
import { count, shortText } from './result-metric.ts';

const MOST_FAILING = 200;
const share = z.number().min(0).max(1);
const rate = z.strictObject({ passed: count, total: count, rate: share.nullable() });

export const assertions = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(64),
      type: z.enum(ASSERTION_TYPES),
      min_pass_rate: share,
      max_drop: share.describe('Drop of the pass rate that does not matter'),
      base: rate,
      candidate: rate,
      difference: z
        .strictObject({ estimate: z.number(), lower: z.number(), upper: z.number() })
        .nullable()
        .describe('Pass rate of the candidate minus the baseline’s, with its two-sided interval'),
      outcome: z
        .enum(OUTCOMES)
        .describe('The graver of the metrics `assertions/<name>` and `…/min_pass_rate`'),
      undecided: count.describe('Answers that a check gave up on in time; they count as failed'),
      failing: z
        .array(z.string().min(1).max(1024))
        .max(MOST_FAILING)
        .describe('Test conversations whose candidate answer failed, the newly failing first'),
      example: shortText.nullable().describe('Why the first of them failed'),
    }),
  )
  .max(50)
  .nullable()
  .describe('Null where none are configured');

export type ResultAssertions = z.output<typeof assertions>;
