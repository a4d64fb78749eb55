/**
 * Pairs the scores of the same conversations under the baseline and under the candidate. Anything that does not pair
 * exactly makes the comparison impossible and is told, never left out: a dropped conversation could hide a regression.
 */

export interface ScoredConversation {
  id: string;
  /** Conversations of one source share it: the independent unit. */
  group: string;
  /** Sum over the supervised tokens, nats. */
  nll: number;
  /** Supervised tokens. */
  tokens: number;
}

export interface PairedDifference {
  id: string;
  group: string;
  tokens: number;
  /** Candidate − baseline; worse is positive. For perplexity the difference of summed NLL. */
  difference: number;
}

/** Scores that are not there, and why. */
export interface Unavailable {
  unavailable: string;
}

export type Scores = readonly ScoredConversation[] | Unavailable;
export type Differences = readonly PairedDifference[] | Unavailable;

export function isUnavailable(scores: Scores | Differences): scores is Unavailable {
  return 'unavailable' in scores;
}

const EXAMPLES = 3;

function examples(ids: readonly string[]): string {
  const shown = ids.slice(0, EXAMPLES).map((id) => JSON.stringify(id.slice(0, 100)));
  return ids.length > EXAMPLES ? `${shown.join(', ')} and ${ids.length - EXAMPLES} more` : shown.join(', ');
}

function problemOf(side: string, scores: readonly ScoredConversation[]): string | undefined {
  const ids = (wrong: (score: ScoredConversation) => boolean) =>
    scores.filter(wrong).map((score) => score.id);
  if (scores.length === 0) return `the ${side} scored no conversations`;
  const seen = new Set<string>();
  const repeated = ids(({ id }) => seen.size === seen.add(id).size);
  if (repeated.length > 0) return `the ${side} scored the same conversation twice: ${examples(repeated)}`;
  const notFinite = ids(({ nll }) => !Number.isFinite(nll));
  if (notFinite.length > 0) return `the ${side}'s NLL is not a finite number for ${examples(notFinite)}`;
  const empty = ids(({ tokens }) => !(Number.isSafeInteger(tokens) && tokens > 0));
  if (empty.length > 0) return `the ${side} counted no supervised tokens for ${examples(empty)}`;
  return undefined;
}

/** Differences of summed NLL in the baseline's order, or the reason why the two cannot be compared. */
export function pairConversations(base: Scores, candidate: Scores): Differences {
  if (isUnavailable(base)) return { unavailable: `no baseline scores: ${base.unavailable}` };
  if (isUnavailable(candidate)) return { unavailable: `no candidate scores: ${candidate.unavailable}` };
  const problem = problemOf('baseline', base) ?? problemOf('candidate', candidate);
  if (problem !== undefined) return { unavailable: problem };
  const scored = new Map(candidate.map((score) => [score.id, score]));
  const baseIds = new Set(base.map(({ id }) => id));
  const missing = base.filter(({ id }) => !scored.has(id)).map(({ id }) => id);
  if (missing.length > 0) return { unavailable: `the candidate has no score for ${examples(missing)}` };
  const extra = candidate.filter(({ id }) => !baseIds.has(id)).map(({ id }) => id);
  if (extra.length > 0) return { unavailable: `the baseline has no score for ${examples(extra)}` };
  const pairs = base.map((before) => ({ before, after: scored.get(before.id) as ScoredConversation }));
  const recounted = pairs.filter(({ before, after }) => before.tokens !== after.tokens);
  if (recounted.length > 0) {
    const ids = recounted.map(({ before }) => before.id);
    return { unavailable: `baseline and candidate counted different supervised tokens for ${examples(ids)}` };
  }
  const regrouped = pairs.filter(({ before, after }) => before.group !== after.group);
  if (regrouped.length > 0) {
    const ids = regrouped.map(({ before }) => before.id);
    return { unavailable: `baseline and candidate put ${examples(ids)} into different groups` };
  }
  return pairs.map(({ before: { id, group, tokens, nll }, after }) => ({
    id,
    group,
    tokens,
    difference: after.nll - nll,
  }));
}
