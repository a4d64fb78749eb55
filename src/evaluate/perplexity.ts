/**
 * Teacher-forced negative log-likelihood of every test conversation under a model, with or without an adapter. Each token is
 * scored once; only what the assistant wrote counts. Knows neither baselines nor verdicts.
 */

import { makeBatch, planEvaluationBatches } from '../dataset/batches.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import type { Logger } from '../log.ts';
import type { Decoder } from '../model/decoder.ts';
import type { LoraAdapter } from '../model/lora.ts';
import { scoped } from '../model/scoped.ts';
import { headLoss, supervisedRows } from '../train/loss.ts';
import { pieces, type Shard, WHOLE } from './shard.ts';

export interface ConversationScore {
  id: string;
  group: string;
  /** Σ −ln p(token) over the supervised tokens, in nats. */
  nll: number;
  /** Supervised tokens. */
  tokens: number;
}

export interface PerplexityScores {
  conversations: ConversationScore[];
  /** exp(nll_per_token). */
  perplexity: number;
  /** Σ nll / Σ tokens. */
  nll_per_token: number;
  tokens: number;
  /** All tokens that went through the model, prompts included. */
  total_tokens: number;
  seconds: number;
}

/** Scores of some rows of a file. */
export interface ScoredRows {
  /** Places in the file, counted from 0, ascending. */
  rows: readonly number[];
  /** Of each of `rows`: Σ −ln p(token) over the supervised tokens, in nats. */
  nll: readonly number[];
  /** Of each of `rows`: supervised tokens. */
  tokens: readonly number[];
  total_tokens: number;
  seconds: number;
}

export interface ScoreOptions {
  adapter?: LoraAdapter | undefined;
  /** Bounds the memory of one forward pass. */
  tokens_per_batch?: number;
  label?: string;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

const TOKENS_PER_BATCH = 2048;

/** exp(Σ nll / Σ tokens) and its parts over conversations. */
export function summarize(
  conversations: ConversationScore[],
): Pick<PerplexityScores, 'perplexity' | 'nll_per_token' | 'tokens'> {
  const tokens = conversations.reduce((sum, conversation) => sum + conversation.tokens, 0);
  const nll_per_token = conversations.reduce((sum, conversation) => sum + conversation.nll, 0) / tokens;
  return { perplexity: Math.exp(nll_per_token), nll_per_token, tokens };
}

/**
 * The batches of a share. They are taken from the plan of all conversations: who is in a batch with whom decides the last bits of
 * a score, and those must not depend on how many machines there are.
 */
function batchesOf(
  conversations: readonly TokenizedConversation[],
  shard: Shard,
  tokens_per_batch = TOKENS_PER_BATCH,
): number[][] {
  const plan = planEvaluationBatches(
    conversations.map(({ ids }) => ids.length),
    { tokens_per_batch },
  );
  return pieces(plan, shard);
}

const ascending = (batches: readonly (readonly number[])[]) => batches.flat().sort((a, b) => a - b);

/** The rows of a share, ascending. */
export function rowsOf(conversations: readonly TokenizedConversation[], shard: Shard): number[] {
  return ascending(batchesOf(conversations, shard));
}

/** Scores in the order of `conversations`. */
export async function scoreConversations(
  decoder: Decoder,
  conversations: readonly TokenizedConversation[],
  options: ScoreOptions,
): Promise<PerplexityScores> {
  const { nll, tokens, total_tokens, seconds } = await scoreRows(decoder, conversations, options);
  const scores = conversations.map(({ id, group }, row) => ({
    ...{ id, group },
    nll: nll[row] as number,
    tokens: tokens[row] as number,
  }));
  return { conversations: scores, ...summarize(scores), total_tokens, seconds };
}

/** Scores the rows of a share. A NaN is kept as NaN: the gate never reads it as a pass. */
export async function scoreRows(
  decoder: Decoder,
  conversations: readonly TokenizedConversation[],
  { shard = WHOLE, ...options }: ScoreOptions & { shard?: Shard },
): Promise<ScoredRows> {
  const started = performance.now();
  const plan = batchesOf(conversations, shard, options.tokens_per_batch);
  const rows = ascending(plan);
  const total_tokens = rows.reduce((sum, row) => sum + (conversations[row]?.ids.length ?? 0), 0);
  const progress = options.logger.progress(options.label ?? 'scoring', {
    total: total_tokens,
    unit: 'tokens',
  });
  const nll = new Float64Array(conversations.length);
  const tokens = new Int32Array(conversations.length);
  let done = 0;
  try {
    for (const rowsTogether of plan) {
      options.signal?.throwIfAborted();
      const batch = makeBatch(conversations, rowsTogether);
      const { rows: supervised, targets } = supervisedRows(batch);
      const nlls = scoped(() => {
        const hidden = decoder.forward(batch, { adapter: options.adapter, rows: supervised });
        return headLoss(decoder, hidden, targets, null).nll;
      });
      const values = await nlls.data();
      nlls.dispose();
      let at = 0;
      for (const [segment, row] of batch.rows.entries()) {
        const [from, to] = [batch.offsets[segment] as number, batch.offsets[segment + 1] as number];
        for (let place = from; place < to; place += 1) {
          if ((batch.targets[place] as number) < 0) continue;
          nll[row] = (nll[row] as number) + (values[at] as number);
          tokens[row] = (tokens[row] as number) + 1;
          at += 1;
        }
      }
      done += batch.ids.length;
      const seconds = (performance.now() - started) / 1000;
      progress.update(done, `${(done / seconds).toFixed(0)} tokens/s`);
    }
  } finally {
    progress.stop();
  }
  return {
    rows,
    // Rounding can leave −1e-7 for a sure answer; NaN stays NaN.
    nll: rows.map((row) => ((nll[row] as number) < 0 ? 0 : (nll[row] as number))),
    tokens: rows.map((row) => tokens[row] as number),
    total_tokens,
    seconds: (performance.now() - started) / 1000,
  };
}
