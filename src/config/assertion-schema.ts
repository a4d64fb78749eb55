/**
 * The assertions of an adapter: deterministic checks that its generated answers are held to. Knows how they are written,
 * not how they are checked.
 */

import { z } from 'zod';
import { answerSchemaProblem } from './answer-schema.ts';
import { PlainName, Share } from './fields.ts';

export const ASSERTION_TYPES = [
  'contains',
  'not-contains',
  'regex',
  'json-schema',
  'max-length',
  'similarity',
] as const;

const shared = {
  name: PlainName,
  min_pass_rate: Share.prefault(1).describe(
    'Share of the answers that must pass; blocks when the candidate is below it by more than chance.',
  ),
  max_drop: Share.prefault('5%').describe(
    'Drop of the pass rate against the baseline that does not matter, in points: 5% is from 0.95 to 0.90.',
  ),
};

const text = z.string().min(1).max(10_000);
const ignoreCase = z.boolean().default(false).describe('Takes capitals for small letters.');

export const AssertionSchema = z.discriminatedUnion('type', [
  z.strictObject({
    ...shared,
    type: z.literal('contains'),
    text: text.describe('What an answer must contain.'),
    ignore_case: ignoreCase,
  }),
  z.strictObject({
    ...shared,
    type: z.literal('not-contains'),
    text: text.describe('What an answer must not contain.'),
    ignore_case: ignoreCase,
  }),
  z.strictObject({
    ...shared,
    type: z.literal('regex'),
    pattern: z
      .string()
      .min(1)
      .max(1000)
      .refine(compiles, { error: 'expected a regular expression (JavaScript, with the u flag)' })
      .describe('A regular expression that an answer must match.'),
  }),
  z.strictObject({
    ...shared,
    type: z.literal('json-schema'),
    schema: z
      .record(z.string(), z.unknown())
      .superRefine((schema, context) => {
        const problem = answerSchemaProblem(schema);
        if (problem === undefined) return;
        const message = `expected a JSON Schema (draft 2020-12) that refers to nothing outside of itself: ${problem.slice(0, 300)}`;
        context.addIssue({ code: 'custom', message });
      })
      .describe('A JSON Schema (draft 2020-12); the whole answer must be one JSON document that fits it.'),
  }),
  z.strictObject({
    ...shared,
    type: z.literal('max-length'),
    max: z.int().min(1).max(1_000_000).describe('The longest answer that passes.'),
    unit: z.enum(['characters', 'tokens']).default('characters'),
  }),
  z.strictObject({
    ...shared,
    type: z.literal('similarity'),
    measure: z
      .enum(['chrf'])
      .default('chrf')
      .describe('chrF2: overlap of character n-grams with the reference.'),
    min_score: Share.describe('The lowest similarity to the reference that passes, 0 to 1.'),
  }),
]);

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
