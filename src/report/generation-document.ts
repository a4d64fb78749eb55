/** The saved answers of one model: what `generate --json` prints and `judge` reads. A file is hostile until it has passed. */

import { z } from 'zod';
import { type JsonSource, parseLimited, readLimited } from './limited-json.ts';

export const GENERATION_SCHEMA_ID = 'lora-gate/generation/1';
const MAX_BYTES = 64 * 2 ** 20;
const MOST_ANSWERS = 100_000;

const name = z.string().min(1).max(1024);

export const generationDocument = z
  .object({
    schema: z.literal(GENERATION_SCHEMA_ID),
    model: name,
    answers: z
      .array(
        z.object({
          adapter: name.nullable(),
          id: name,
          answer: z.string(),
          tokens: z.int().min(0),
          stopped: z.boolean().describe('Whether the model ended it and not the limit'),
        }),
      )
      .min(1)
      .max(MOST_ANSWERS),
  })
  .superRefine(({ answers }, context) => {
    const ids = new Set<string>();
    const repeated = answers.find(({ id }) => ids.size === ids.add(id).size);
    if (!repeated) return;
    context.addIssue({
      code: 'custom',
      path: ['answers'],
      message: `id ${JSON.stringify(repeated.id)} is there twice, expected the answers of one model: generate with one --adapter at a time`,
    });
  });

export type GenerationDocument = z.output<typeof generationDocument>;

/** @throws UserError naming the file and everything that is wrong with it. */
export async function readGeneration(file: string): Promise<GenerationDocument> {
  const source: JsonSource = { file, what: 'saved answers', code: 'generation', maxBytes: MAX_BYTES };
  return parseLimited(await readLimited(source), generationDocument, source);
}
