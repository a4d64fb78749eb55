/** The evaluation of a model on one file of conversations, as the document that is saved and compared. */

import type { TokenizedConversation } from '../dataset/conversation.ts';
import type { LanguageModel } from '../model/language-model.ts';
import { EVALUATION_SCHEMA_ID, type EvaluationDocument } from '../report/evaluation-document.ts';
import { type ScoreOptions, scoreConversations } from './perplexity.ts';

export interface EvaluateOptions extends ScoreOptions {
  /** Shown as the adapter's name; null for the bare model. */
  adapterName: string | null;
  data: { path: string; sha256: string };
}

/** Scores all conversations and says what it took. */
export async function evaluate(
  model: LanguageModel,
  conversations: readonly TokenizedConversation[],
  options: EvaluateOptions,
): Promise<EvaluationDocument> {
  const scores = await scoreConversations(model.decoder, conversations, options);
  return {
    schema: EVALUATION_SCHEMA_ID,
    model: model.files.spec,
    adapter: options.adapterName,
    data: { ...options.data, rows: conversations.length },
    perplexity: scores.perplexity,
    nll_per_token: scores.nll_per_token,
    tokens: scores.tokens,
    conversations: scores.conversations,
    seconds: scores.seconds,
    tokens_per_second: scores.total_tokens / scores.seconds,
    peak_rss_bytes: process.resourceUsage().maxRSS * 1024,
  };
}
