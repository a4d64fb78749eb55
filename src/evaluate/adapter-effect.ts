/**
 * What an adapter changes of its base model: how far its next-token distribution is from the bare model's where the test set's
 * answers are. Knows nothing of better or worse.
 */

import { sha256 } from '../adapter/content-key.ts';
import { makeBatch, planEvaluationBatches } from '../dataset/batches.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import { supervisedTokens } from '../dataset/lengths.ts';
import type { Logger } from '../log.ts';
import type { Decoder } from '../model/decoder.ts';
import type { LoraAdapter } from '../model/lora.ts';
import { scoped } from '../model/scoped.ts';
import { supervisedRows } from '../train/loss.ts';
import { blockwiseDivergence } from './divergence.ts';

export interface AdapterEffect {
  /** Supervised tokens that were compared. */
  tokens: number;
  /** Mean KL(bare ‖ adapted), nats. */
  kl_per_token: number;
  /** How often both find the same token most likely. */
  same_top_share: number;
  /** All tokens that went through the model, prompts included and both passes counted. */
  total_tokens: number;
  seconds: number;
}

export interface EffectOptions {
  adapter: LoraAdapter;
  label?: string;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** Bounds the cost: the mean of so many tokens is as good as that of all for saying whether an adapter does anything. */
export const EFFECT_TOKENS = 2048;
const TOKENS_PER_BATCH = 2048;

/**
 * Conversations with at most EFFECT_TOKENS supervised tokens together, at least one, in their order. They are ranked by a hash of
 * their own tokens: the choice looks random, is the same every time and hardly changes when the test set grows.
 */
export function chooseForEffect(
  conversations: readonly TokenizedConversation[],
  most = EFFECT_TOKENS,
): TokenizedConversation[] {
  const ranked = conversations.map((row, at) => ({
    row,
    at,
    rank: sha256(`effect ${row.ids.join(' ')}`),
  }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.at - b.at));
  const chosen: typeof ranked = [];
  let tokens = 0;
  for (const entry of ranked) {
    tokens += supervisedTokens(entry.row);
    if (tokens > most && chosen.length > 0) break;
    chosen.push(entry);
  }
  return chosen.sort((a, b) => a.at - b.at).map(({ row }) => row);
}

/** The same conversations through the model without and with the adapter. NaN of either is a NaN here. */
export async function measureEffect(
  decoder: Decoder,
  conversations: readonly TokenizedConversation[],
  { adapter, label = 'adapter effect', logger, signal }: EffectOptions,
): Promise<AdapterEffect> {
  const started = performance.now();
  const chosen = chooseForEffect(conversations);
  const lengths = chosen.map(({ ids }) => ids.length);
  const total_tokens = 2 * lengths.reduce((sum, length) => sum + length, 0);
  const progress = logger.progress(label, { total: total_tokens, unit: 'tokens' });
  let [tokens, kl, same, done] = [0, 0, 0, 0];
  try {
    for (const rows of planEvaluationBatches(lengths, { tokens_per_batch: TOKENS_PER_BATCH })) {
      signal?.throwIfAborted();
      const batch = makeBatch(chosen, rows);
      const { rows: supervised } = supervisedRows(batch);
      const divergence = scoped(() => {
        const bare = decoder.normed(decoder.forward(batch, { rows: supervised }));
        const adapted = decoder.normed(decoder.forward(batch, { rows: supervised, adapter }));
        return blockwiseDivergence(bare, adapted, {
          weight: decoder.weights.lm_head,
          softcap: decoder.config.final_logit_softcapping,
        });
      });
      const [kls, sames] = await Promise.all([divergence.kl.data(), divergence.same_top.data()]);
      divergence.kl.dispose();
      divergence.same_top.dispose();
      for (const value of kls) kl += value;
      for (const value of sames) same += value;
      tokens += supervised.length;
      done += 2 * batch.ids.length;
      progress.update(done);
    }
  } finally {
    progress.stop();
  }
  return {
    tokens,
    // Rounding can leave −1e-9 of two equal models; NaN stays NaN.
    kl_per_token: kl < 0 ? 0 : kl / tokens,
    same_top_share: same / tokens,
    total_tokens,
    seconds: (performance.now() - started) / 1000,
  };
}
