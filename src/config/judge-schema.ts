/**
 * The section `judge`: who judges, by which rubrics, at what price, and what it has to prove first. Part of the policy: a pull
 * request is held to that of its base commit.
 */

import { z } from 'zod';
import { ModelReference, PlainName, Share } from './fields.ts';

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

export const BUILT_IN_DIMENSIONS = ['relevance', 'coherence', 'helpfulness', 'correctness', 'style'] as const;
export const DEFAULT_DIMENSIONS = ['relevance', 'coherence', 'style'];

/** How a reference answer is spoilt to see whether a judge notices. */
export const CORRUPTIONS = ['shuffled', 'truncated', 'off_topic'] as const;

const RubricSchema = z.strictObject({
  description: z.string().min(1).max(4000).describe('What is scored, and what a high and a low score mean.'),
  uses_reference: z.boolean().default(false).describe('Whether the judge sees the reference answer.'),
  notices: z
    .array(z.enum(CORRUPTIONS))
    .min(1)
    .default(['shuffled'])
    .describe('Spoilt answers that must score lower than the reference before the judge may vote.'),
});

const judgeOptions = {
  dimensions: z
    .array(
      PlainName.refine((name) => name !== 'win_rate', {
        error: 'win_rate is the pairwise comparison, expected another name',
      }),
    )
    .min(1)
    .max(16)
    .refine((names) => new Set(names).size === names.length, { error: 'expected each dimension once' })
    .default(DEFAULT_DIMENSIONS)
    .describe(`What the judge scores: ${BUILT_IN_DIMENSIONS.join(', ')}, or one of \`rubrics\`.`),
  rubrics: z
    .record(PlainName, RubricSchema)
    .default({})
    .describe('Dimensions of your own; a built-in name replaces the built-in rubric.'),
  max_examples: z.int().min(1).max(2_000).default(100).describe('Test prompts that the judge sees.'),
  canaries: z
    .strictObject({
      examples: z.int().min(1).max(1000).default(8).describe('Reference answers that are spoilt.'),
      min_accuracy: Share.prefault(0.8).describe(
        'Share of the canaries that the judge must get right to vote.',
      ),
    })
    .prefault({}),
  repeats: z
    .int()
    .min(0)
    .max(1000)
    .default(10)
    .describe('Prompts asked twice, to see whether it agrees with itself.'),
  required: z.boolean().default(false).describe('Block when the judge cannot be trusted, not only say so.'),
};

const price = z.number().min(0).max(1e6);

const endpointOptions = {
  temperature: z.number().min(0).max(2).nullable().default(0).describe('null where the server takes none.'),
  concurrency: z.int().min(1).max(256).default(4).describe('Requests at once.'),
  timeout_seconds: z.number().min(1).max(3600).default(120).describe('Of one request.'),
  retries: z.int().min(0).max(20).default(4).describe('Of a request that failed for a passing reason.'),
  max_output_tokens: z.int().min(64).max(100_000).default(1024).describe('Of one reply.'),
  token_limit: z
    .int()
    .min(1)
    .optional()
    .describe('Tokens of one run, prompts and replies; nothing is asked beyond.'),
  spend: z
    .strictObject({
      limit: z.number().gt(0).max(1e9).describe('Of one run; nothing is asked beyond.'),
      input_per_million: price.describe('Price of a million prompt tokens, in the currency of the limit.'),
      output_per_million: price.describe('Price of a million reply tokens.'),
    })
    .optional(),
};

export const JudgeSchema = z.discriminatedUnion('provider', [
  z.strictObject({ provider: z.literal('none') }),
  z.strictObject({
    provider: z.literal('openai-compatible'),
    base_url: BaseUrl,
    model: z.string().min(1).max(200),
    api_key_env: ApiKeyVariable.optional().describe('Environment variable that holds the key.'),
    ...judgeOptions,
    ...endpointOptions,
  }),
  z.strictObject({ provider: z.literal('local'), model: ModelReference, ...judgeOptions }),
]);

export type Corruption = (typeof CORRUPTIONS)[number];
