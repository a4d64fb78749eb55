/** Scores by the hash of what they were computed from, so that an unchanged baseline is scored once. */

import { readFile } from 'node:fs/promises';
import { contentKey } from '../adapter/content-key.ts';
import type { Store, TrustLevel } from '../adapter/store.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import type { LazyModel } from '../model/language-model.ts';
import type { BaseDtype } from '../model/load-weights.ts';
import type { LoraAdapter } from '../model/lora.ts';
import type { Runtime } from '../runtime/load.ts';
import { rowsOf, type ScoreOptions, scoreRows } from './perplexity.ts';
import { joinScores, type RowScores, type Scored } from './row-scores.ts';
import { type Shard, WHOLE } from './shard.ts';

/** Changes whenever the same model and rows would score differently. */
const SCORER_VERSION = '7';
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

/** The name in the store of what a model with an adapter makes of some rows; of all of them unless told. */
export function scoreKey(
  kind: string,
  version: string,
  options: Omit<CachedScoreOptions, 'logger'>,
  shard: Shard = WHOLE,
): string {
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
    shard: shard.of === 1 ? undefined : { ...shard },
  });
}

/** Scores in the order of `conversations`, from the store when they are there. */
export async function cachedScores(
  conversations: readonly TokenizedConversation[],
  options: CachedScoreOptions,
): Promise<Scored> {
  return joinScores([await cachedRowScores(conversations, options)], conversations);
}

/** Scores of a share of the rows, from the store when they or those of all rows are there. */
export async function cachedRowScores(
  conversations: readonly TokenizedConversation[],
  { shard = WHOLE, ...options }: CachedScoreOptions & { shard?: Shard },
): Promise<RowScores> {
  const { model, store, trust, adapter } = options;
  const rows = rowsOf(conversations, shard);
  const key = scoreKey('scores', SCORER_VERSION, options);
  const find = async (of: Shard, stored: readonly number[]): Promise<RowScores | undefined> => {
    const entry = await store.get(scoreKey('scores', SCORER_VERSION, options, of), { trust: trust.read });
    const found = entry && fromJson(await readFile(entry.files.get(SCORES) as string, 'utf8'), rows, stored);
    return found && { ...found, key };
  };
  const all = conversations.map((_, row) => row);
  const found = (await find(WHOLE, all)) ?? (shard.of === 1 ? undefined : await find(shard, rows));
  if (found) {
    options.logger.info(`${options.label ?? 'scores'}: found in the store`);
    return found;
  }
  const scores = await scoreRows(await model.decoder(), conversations, {
    ...options,
    adapter: adapter?.adapter,
    shard,
  });
  // What is not a number is never kept: the next run tries again.
  if (scores.nll.every(Number.isFinite)) {
    const { nll, tokens } = scores;
    const own = scoreKey('scores', SCORER_VERSION, options, shard);
    await store.put(own, new Map([[SCORES, Buffer.from(JSON.stringify({ nll, tokens }))]]), {
      trust: trust.write,
      meta: { kind: 'scores' },
    });
  }
  return { ...scores, key, cached: false };
}

/** Those of `rows`, of an entry that has those of `stored`. */
function fromJson(
  text: string,
  rows: readonly number[],
  stored: readonly number[],
): Omit<RowScores, 'key'> | undefined {
  const { nll, tokens } = JSON.parse(text) as { nll: number[]; tokens: number[] };
  if (nll.length !== stored.length) return undefined;
  const at = new Map(stored.map((row, place) => [row, place]));
  const picked = (values: number[]) => rows.map((row) => values[at.get(row) as number] as number);
  return { rows, nll: picked(nll), tokens: picked(tokens), total_tokens: 0, seconds: 0, cached: true };
}
