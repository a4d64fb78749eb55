/** Scores by the hash of what they were computed from, so that an unchanged baseline is scored once. */

import { readFile } from 'node:fs/promises';
import { contentKey } from '../adapter/content-key.ts';
import type { Store, TrustLevel } from '../adapter/store.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import type { LazyModel } from '../model/language-model.ts';
import type { BaseDtype } from '../model/load-weights.ts';
import type { LoraAdapter } from '../model/lora.ts';
import type { Runtime } from '../runtime/load.ts';
import { type PerplexityScores, type ScoreOptions, scoreConversations, summarize } from './perplexity.ts';

/** Changes whenever the same model and rows would score differently. */
const SCORER_VERSION = '4';
const SCORES = 'scores.json';

export interface CachedScoreOptions extends Omit<ScoreOptions, 'adapter'> {
  model: LazyModel;
  runtime: Runtime;
  base_dtype: BaseDtype;
  /** null scores the bare model. `hash` is the adapter's name in the store. */
  adapter: { hash: string; adapter: LoraAdapter } | null;
  rows_hash: string;
  store: Store;
  trust: { read: TrustLevel; write: TrustLevel };
}

/** The name in the store of what a model with an adapter makes of some rows. */
export function scoreKey(kind: string, version: string, options: Omit<CachedScoreOptions, 'logger'>): string {
  const { model, runtime, adapter } = options;
  return contentKey({
    kind,
    scorer_version: version,
    revision: model.files.revision,
    base_dtype: options.base_dtype,
    adapter: adapter?.hash ?? null,
    rows_hash: options.rows_hash,
    backend: runtime.backend,
    device: runtime.device,
    tensorflow: runtime.tensorflow_version ?? null,
    tokenizer: model.tokenizer.fingerprint,
    template: model.template.fingerprint,
  });
}

/** Scores in the order of `conversations`, from the store when they are there. */
export async function cachedScores(
  conversations: readonly TokenizedConversation[],
  options: CachedScoreOptions,
): Promise<PerplexityScores & { cached: boolean }> {
  const { model, store, trust, adapter } = options;
  const key = scoreKey('scores', SCORER_VERSION, options);
  const entry = await store.get(key, { trust: trust.read });
  const stored = entry && fromJson(await readFile(entry.files.get(SCORES) as string, 'utf8'), conversations);
  if (stored) {
    options.logger.info(`${options.label ?? 'scores'}: found in the store`);
    return { ...stored, cached: true };
  }
  const scores = await scoreConversations(await model.decoder(), conversations, {
    ...options,
    adapter: adapter?.adapter,
  });
  // What is not a number is never kept: the next run tries again.
  if (Number.isFinite(scores.nll_per_token)) {
    const text = JSON.stringify({
      nll: scores.conversations.map(({ nll }) => nll),
      tokens: scores.conversations.map(({ tokens }) => tokens),
    });
    await store.put(key, new Map([[SCORES, Buffer.from(text)]]), {
      trust: trust.write,
      meta: { kind: 'scores' },
    });
  }
  return { ...scores, cached: false };
}

function fromJson(
  text: string,
  conversations: readonly TokenizedConversation[],
): PerplexityScores | undefined {
  const { nll, tokens } = JSON.parse(text) as { nll: number[]; tokens: number[] };
  if (nll.length !== conversations.length) return undefined;
  const scored = conversations.map(({ id, group }, row) => ({
    id,
    group,
    nll: nll[row] as number,
    tokens: tokens[row] as number,
  }));
  return { conversations: scored, ...summarize(scored), total_tokens: 0, seconds: 0 };
}
