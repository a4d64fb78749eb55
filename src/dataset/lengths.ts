/**
 * How long the tokenised conversations are, and which of them cannot be used: longer than the limit, or without a token
 * to learn from. Knows nothing of text or models.
 */

import { UserError } from '../errors.ts';
import type { TokenizedConversation } from './conversation.ts';

export interface LengthStatistics {
  count: number;
  /** Tokens of a conversation, BOS included. */
  min: number;
  median: number;
  /** 95th percentile, interpolated linearly between order statistics (numpy's default). */
  p95: number;
  max: number;
  total_tokens: number;
  supervised_tokens: number;
  /** Assistant turns: runs of supervised tokens. */
  turns: number;
}

/** How many tokens of a conversation are predicted in training; the first token has nothing before it to be predicted from. */
export function supervisedTokens({ assistant_mask }: Pick<TokenizedConversation, 'assistant_mask'>): number {
  let supervised = 0;
  for (let i = 1; i < assistant_mask.length; i += 1) supervised += assistant_mask[i] === 0 ? 0 : 1;
  return supervised;
}

/** Every conversation that is too long or has nothing to learn from, as `file:line: what, expected …`. */
export function lengthProblems(
  tokenized: readonly TokenizedConversation[],
  options: { max_length: number },
): string[] {
  return tokenized.flatMap((conversation) => {
    const where = `${conversation.file}:${conversation.line}`;
    const problems: string[] = [];
    const tokens = conversation.ids.length;
    if (tokens > options.max_length) {
      problems.push(
        `${where}: ${tokens} tokens, more than max_length ${options.max_length}: split the conversation or raise max_length`,
      );
    }
    if (supervisedTokens(conversation) === 0) {
      problems.push(`${where}: no token to learn from after the chat template: check the assistant turns`);
    }
    return problems;
  });
}

/**
 * Accepts the conversations only when each fits into `max_length` tokens and has something to learn from.
 * @throws UserError `dataset-length` that lists every conversation that does not.
 */
export function checkLengths(
  tokenized: readonly TokenizedConversation[],
  options: { max_length: number },
): void {
  const problems = lengthProblems(tokenized, options);
  if (problems.length === 0) return;
  throw new UserError(
    'dataset-length',
    `${problems.length} problem${problems.length === 1 ? '' : 's'} in the lengths of the conversations`,
    { problems, hint: 'No conversation is skipped or cut: mend the rows listed or raise max_length.' },
  );
}

/** Length statistics over whole conversations; all zero when there are none. */
export function lengthStatistics(tokenized: readonly TokenizedConversation[]): LengthStatistics {
  const lengths = tokenized.map(({ ids }) => ids.length).sort((a, b) => a - b);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    count: lengths.length,
    min: lengths[0] ?? 0,
    median: quantile(lengths, 0.5),
    p95: quantile(lengths, 0.95),
    max: lengths.at(-1) ?? 0,
    total_tokens: sum(lengths),
    supervised_tokens: sum(tokenized.map(supervisedTokens)),
    turns: sum(tokenized.map(assistantTurns)),
  };
}

function assistantTurns({ assistant_mask }: TokenizedConversation): number {
  let turns = 0;
  for (let i = 0; i < assistant_mask.length; i += 1) {
    if (assistant_mask[i] !== 0 && (assistant_mask[i - 1] ?? 0) === 0) turns += 1;
  }
  return turns;
}

function quantile(sorted: readonly number[], share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? 0;
  const above = sorted[Math.ceil(position)] ?? below;
  return below + (above - below) * (position - Math.floor(position));
}
