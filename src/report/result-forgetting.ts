/** The parts of the result that compare the candidate with the bare base model: what it forgot, and whether it does anything. */

import { z } from 'zod';
import { count } from './result-metric.ts';

const amount = z.number().min(0);
const bounds = z.strictObject({ lower: z.number(), upper: z.number() });

export const forgetting = z
  .strictObject({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('Of the general texts'),
    conversations: count,
    tokens: count,
    perplexity: z.strictObject({
      bare: amount.nullable(),
      baseline: amount.nullable(),
      candidate: amount.nullable(),
    }),
    increase: z
      .strictObject({ estimate: z.number(), ...bounds.shape })
      .nullable()
      .describe('Of the candidate’s NLL a token over the bare model’s, nats, with its two-sided interval'),
    against: z
      .enum(['bare', 'baseline'])
      .describe('baseline where that is above the limit already: the metric then holds the further increase'),
    max_increase: z.number().nullable().describe('Relative; null where the policy sets none'),
  })
  .nullable()
  .describe('On general texts that come with the program; null where nothing was evaluated');

export const adapterEffect = z
  .strictObject({
    tokens: count.describe('Supervised tokens of the test set that were compared'),
    kl_per_token: amount.describe('KL(bare ‖ candidate) of the next token, mean, nats'),
    same_top_share: z.number().min(0).max(1).describe('How often both find the same token most likely'),
  })
  .nullable()
  .describe('What the candidate changes of the bare model; null where nothing was evaluated');

export type ResultForgetting = z.output<typeof forgetting>;
export type ResultAdapterEffect = z.output<typeof adapterEffect>;
