/**
 * The part of the result that holds a person's spot check: blind choices between baseline and candidate on a seeded
 * sample of conversations, beside the judge's. Knows nothing of how the votes came in.
 */

import { z } from 'zod';
import { cohenKappa } from '../stats/cohen-kappa.ts';
import { count } from './result-metric.ts';

export const MOST_SPOT_CHECKED = 200;

/** Which answer is better. */
export const SPOT_CHOICES = ['baseline', 'candidate', 'tie'] as const;
export type SpotChoice = (typeof SPOT_CHOICES)[number];

const choice = z.enum(SPOT_CHOICES);

const vote = z.strictObject({
  id: z.string().min(1).max(1024).describe('Of the conversation'),
  vote: choice.describe('The person’s, who did not see which answer is whose'),
  judge: choice.nullable().describe('The judge’s; null where it gave none'),
});

export type SpotVote = z.output<typeof vote>;

/** Agreement of person and judge, over the conversations that both judged. */
export function agreementOf(votes: readonly SpotVote[]): { agreement: number | null; kappa: number | null } {
  const pairs = votes.flatMap(({ vote, judge }) => (judge === null ? [] : [[vote, judge] as const]));
  const result = cohenKappa(pairs);
  if (!result.computable) return { agreement: null, kappa: null };
  return { agreement: result.observed, kappa: result.kappa };
}

const near = (a: number | null, b: number | null) =>
  a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-9);

export const spotCheck = z
  .strictObject({
    seed: z.int(),
    k: count
      .min(1)
      .max(MOST_SPOT_CHECKED)
      .describe('Size of the sample; fewer votes than that: some were left out'),
    votes: z.array(vote).min(1).max(MOST_SPOT_CHECKED),
    agreement: z.number().nullable().describe('Share of equal choices where the judge has one'),
    kappa: z
      .number()
      .nullable()
      .describe('Cohen’s κ over the same; null without a judge, or where both always say the same one thing'),
  })
  .refine(({ k, votes }) => votes.length <= k, { path: ['votes'], message: 'more votes than conversations' })
  .refine(
    ({ votes, agreement, kappa }) => {
      const follows = agreementOf(votes);
      return near(agreement, follows.agreement) && near(kappa, follows.kappa);
    },
    { path: ['kappa'], message: 'agreement and κ do not follow from the votes' },
  );

export type ResultSpotCheck = z.output<typeof spotCheck>;
