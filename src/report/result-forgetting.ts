/** The parts of the result that compare the candidate with the bare base model: what it forgot, and whether it does anything. */

import { z } from 'zod';
import type { AdapterRun } from '../evaluate/adapter-run.ts';
import type { Forgetting } from '../gate/forgetting.ts';
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
      .describe(
        'baseline where that is above the limit already: the metric then holds the further increase, to the margin of perplexity',
      ),
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

export function forgettingToResult(
  { general }: Pick<AdapterRun, 'general'>,
  { against, increase, max_increase, perplexity }: Forgetting,
): ResultForgetting {
  const finite = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null);
  const { bare, baseline, candidate } = perplexity;
  return {
    sha256: general.hash,
    conversations: general.scores.candidate.conversations.length,
    tokens: general.scores.candidate.tokens,
    perplexity: { bare: finite(bare), baseline: finite(baseline), candidate: finite(candidate) },
    increase,
    against,
    max_increase,
  };
}

/** Below this an adapter is as good as none: a fine-tuned model is some tenths of a nat away. */
const NO_EFFECT_NATS = 1e-4;

/** null where it could not be computed. */
export function adapterEffectToResult({ effect }: Pick<AdapterRun, 'effect'>): ResultAdapterEffect {
  const { tokens, kl_per_token, same_top_share } = effect;
  return Number.isFinite(kl_per_token) ? { tokens, kl_per_token, same_top_share } : null;
}

export function effectWarnings({ effect: { kl_per_token } }: Pick<AdapterRun, 'effect'>): string[] {
  if (!(kl_per_token < NO_EFFECT_NATS)) return [];
  return [
    `the candidate answers as the bare model does (KL divergence ${kl_per_token.toExponential(1)} nats a token): the training changed nothing; look at the learning rate, the number of steps and the rows`,
  ];
}
