/** The adapter's effect by the hash of what it was computed from, beside the scores. */

import { readFile } from 'node:fs/promises';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import { type AdapterEffect, EFFECT_TOKENS, measureEffect } from './adapter-effect.ts';
import { type CachedScoreOptions, scoreKey } from './score-cache.ts';

/** Changes whenever the same model, adapter and rows would give another effect. */
const EFFECT_VERSION = `1 ${EFFECT_TOKENS}`;
const EFFECT = 'effect.json';

export type CachedEffect = AdapterEffect & { cached: boolean };

export async function cachedEffect(
  conversations: readonly TokenizedConversation[],
  options: CachedScoreOptions & { adapter: NonNullable<CachedScoreOptions['adapter']> },
): Promise<CachedEffect> {
  const { store, trust, logger, model, label = 'adapter effect' } = options;
  const key = scoreKey('effect', EFFECT_VERSION, options);
  const entry = await store.get(key, { trust: trust.read });
  if (entry) {
    logger.info(`${label}: found in the store`);
    const stored = JSON.parse(await readFile(entry.files.get(EFFECT) as string, 'utf8')) as AdapterEffect;
    return { ...stored, total_tokens: 0, seconds: 0, cached: true };
  }
  const effect = await measureEffect(await model.decoder(), conversations, {
    ...options,
    adapter: options.adapter.adapter,
  });
  // What is not a number is never kept: the next run tries again.
  if (Number.isFinite(effect.kl_per_token)) {
    const { tokens, kl_per_token, same_top_share } = effect;
    const text = JSON.stringify({ tokens, kl_per_token, same_top_share });
    await store.put(key, new Map([[EFFECT, Buffer.from(text)]]), {
      trust: trust.write,
      meta: { kind: 'effect' },
    });
  }
  return { ...effect, cached: false };
}
