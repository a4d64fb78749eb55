/**
 * The sections that decide what a result means: the gate, the judge, the answers that are asked for. A pull request is
 * held to those of its base commit.
 */

import { z } from 'zod';
import { Confidence, Margin, ModelReference, PlainName, Share } from './fields.ts';

/** Variables that hold secrets of other services: sending one to the judge would give it away. */
const FOREIGN_SECRET = /^(GITHUB|ACTIONS|RUNNER|INPUT|HF|HUGGING_FACE|OPIK|NPM|NODE|AWS|AZURE)_/;

const ApiKeyVariable = z
  .string()
  .regex(/^[A-Z][A-Z0-9_]*$/, { error: 'expected the name of an environment variable such as JUDGE_API_KEY' })
  .refine((name) => !FOREIGN_SECRET.test(name), {
    error:
      "expected a variable of the judge's own, such as JUDGE_API_KEY; this one belongs to another service",
  });

export const BaseUrl = z.string().refine(isPlainHttpUrl, {
  error: 'expected an address such as https://judge.example/v1, without user, password, query or fragment',
});

function isPlainHttpUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const extras = url.username + url.password + url.search + url.hash;
  return (url.protocol === 'https:' || url.protocol === 'http:') && extras === '';
}

export const DEFAULT_DIMENSIONS = ['relevance', 'coherence', 'style'];

const judgeOptions = {
  dimensions: z
    .array(PlainName)
    .min(1)
    .max(16)
    .refine((names) => new Set(names).size === names.length, { error: 'expected each dimension once' })
    .default(DEFAULT_DIMENSIONS)
    .describe('What the judge scores.'),
  max_examples: z.int().min(1).max(2_000).default(100).describe('Test prompts that the judge sees.'),
  required: z.boolean().default(false).describe('Block when the judge cannot be trusted, not only say so.'),
};

export const JudgeSchema = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('none') }),
  z.strictObject({
    provider: z.literal('openai-compatible'),
    base_url: BaseUrl,
    model: z.string().min(1).max(200),
    api_key_env: ApiKeyVariable.optional().describe('Environment variable that holds the key.'),
    ...judgeOptions,
  }),
  z.strictObject({ provider: z.literal('local'), model: ModelReference, ...judgeOptions }),
]);

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
        'Relative increase of perplexity on general texts, against the bare model, that is still allowed; blocks when set.',
      ),
    })
    .prefault({}),
  judge: z
    .strictObject({
      win_rate: z
        .strictObject({ min: Share.describe('Lowest share of pairs the candidate wins.') })
        .optional(),
    })
    .catchall(z.strictObject({ max_drop: z.number().min(0).max(100).describe('In points of the scale.') }))
    .prefault({})
    .describe('A limit for each dimension that decides.'),
  on_inconclusive: z.enum(['warn', 'block']).default('warn'),
  mode: z.enum(['enforce', 'warn']).default('enforce').describe('warn: report only, block nothing.'),
});
