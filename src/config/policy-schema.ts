/**
 * The sections that decide what a result means: the gate and the answers that are asked for. A pull request is held to
 * those of its base commit.
 */

import { z } from 'zod';
import { Confidence, Margin, Share } from './fields.ts';

export const AnswersSchema = z.strictObject({
  max_examples: z
    .int()
    .min(1)
    .max(2_000)
    .default(100)
    .describe(
      'Test prompts that are answered for the assertions, by a choice that stays when the test set grows.',
    ),
  max_new_tokens: z.int().min(1).max(4_096).default(256).describe('The longest answer; a longer one is cut.'),
});

export const GateSchema = z.strictObject({
  confidence: Confidence.prefault(0.95).describe('Of the one-sided bounds.'),
  perplexity: z
    .strictObject({
      max_increase: Margin.prefault('1%').describe('Relative increase of perplexity that does not matter.'),
    })
    .prefault({}),
  forgetting: z
    .strictObject({
      max_increase: Margin.optional().describe(
        'Relative increase of perplexity on general texts, against the bare model, that is still allowed; blocks when set. A baseline above it already is held against no change: then only the further increase counts, to the margin of perplexity.',
      ),
    })
    .prefault({}),
  judge: z
    .strictObject({
      win_rate: z
        .strictObject({
          min: Share.describe('Lowest share of pairs the candidate wins; a tie is half a win.'),
        })
        .optional(),
    })
    .catchall(z.strictObject({ max_drop: z.number().min(0).max(100).describe('In points of the scale.') }))
    .prefault({})
    .describe('A limit for each dimension that decides.'),
  on_inconclusive: z.enum(['warn', 'block']).default('warn'),
  mode: z.enum(['enforce', 'warn']).default('enforce').describe('warn: report only, block nothing.'),
});
