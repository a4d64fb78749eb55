/**
 * The saved evaluation: what `eval --json` prints and `compare` reads. The schema is the single source; a file is
 * hostile until it has passed, and its totals have to follow from its conversations.
 */

import { z } from 'zod';
import { type JsonSource, parseLimited, readLimited } from './limited-json.ts';

export const EVALUATION_SCHEMA_ID = 'lora-gate/evaluation/1';
const MAX_BYTES = 64 * 2 ** 20;
const MAX_CONVERSATIONS = 200_000;
/** Sums of the same numbers in another order differ by far less; a number of another run by far more. */
const TOLERANCE = 1e-6;

const name = z.string().min(1).max(1024);
const count = z.int().min(0);
const amount = z.number().min(0);

const scoredConversation = z.object({
  id: name,
  group: name,
  nll: amount.describe('Sum of the negative log-likelihood over the supervised tokens, nats'),
  tokens: count.min(1).describe('Supervised tokens'),
});

/** The plain shape; `evaluationDocument` also checks that the numbers agree. */
export const evaluationShape = z.object({
  schema: z.literal(EVALUATION_SCHEMA_ID),
  model: name,
  adapter: name.nullable(),
  data: z.object({
    path: name,
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits'),
    rows: count.min(1),
  }),
  perplexity: amount,
  nll_per_token: amount,
  tokens: count.min(1),
  conversations: z.array(scoredConversation).min(1).max(MAX_CONVERSATIONS),
  seconds: amount,
  tokens_per_second: amount,
  peak_rss_bytes: count,
});

export type EvaluationDocument = z.output<typeof evaluationShape>;

function disagreements(document: EvaluationDocument): { path: string[]; message: string }[] {
  const { conversations, data } = document;
  const found: { path: string[]; message: string }[] = [];
  const differs = (got: number, wanted: number) =>
    !(Math.abs(got - wanted) <= TOLERANCE * Math.max(1e-9, Math.abs(wanted)));
  const ids = new Set<string>();
  const repeated = conversations.find(({ id }) => ids.size === ids.add(id).size);
  if (repeated)
    found.push({ path: ['conversations'], message: `id ${JSON.stringify(repeated.id)} is there twice` });
  if (data.rows !== conversations.length) {
    found.push({
      path: ['data', 'rows'],
      message: `says ${data.rows}, but there are ${conversations.length} conversations`,
    });
  }
  const tokens = conversations.reduce((sum, conversation) => sum + conversation.tokens, 0);
  if (document.tokens !== tokens) {
    found.push({
      path: ['tokens'],
      message: `says ${document.tokens}, but the conversations have ${tokens}`,
    });
  }
  const mean = conversations.reduce((sum, conversation) => sum + conversation.nll, 0) / tokens;
  if (differs(document.nll_per_token, mean)) {
    found.push({
      path: ['nll_per_token'],
      message: `says ${document.nll_per_token}, but the conversations give ${mean}`,
    });
  }
  if (differs(document.perplexity, Math.exp(mean))) {
    found.push({
      path: ['perplexity'],
      message: `says ${document.perplexity}, but the conversations give ${Math.exp(mean)}`,
    });
  }
  return found;
}

export const evaluationDocument = evaluationShape.superRefine((document, context) => {
  for (const { path, message } of disagreements(document))
    context.addIssue({ code: 'custom', path, message });
});

const source = (file: string): JsonSource => ({
  file,
  what: 'an evaluation',
  code: 'evaluation',
  maxBytes: MAX_BYTES,
});

/** An evaluation from JSON text; `file` names it in errors. @throws UserError listing everything that is wrong. */
export function parseEvaluation(text: string, file: string): EvaluationDocument {
  return parseLimited(text, evaluationDocument, source(file));
}

/** An evaluation from disk. @throws UserError naming the file and everything that is wrong with it. */
export async function readEvaluation(file: string): Promise<EvaluationDocument> {
  return parseEvaluation(await readLimited(source(file)), file);
}
