/**
 * What the judge said, and what is known of the judge, in the comment: dimensions and win rate with their intervals, its
 * canaries, and the ways in which judges are known to err. Behind a click; its summary says whether it has a vote.
 */

import { signed } from '../gate/metric.ts';
import {
  clip,
  details,
  join,
  list,
  type Markdown,
  md,
  nothing,
  paragraph,
  table,
} from './markdown-escape.ts';
import { ABSENT, countOf, formatCount, formatSeconds, formatShare, formatValue } from './numbers.ts';
import type { ResultJudge } from './result-judge.ts';
import type { ResultSection } from './result-section.ts';

const REASON_LENGTH = 300;

type Interval = { lower: number; upper: number } | null;

const shareOf = (share: number | null) => (share === null ? ABSENT : formatShare(Number(share.toFixed(3))));

function shares(interval: Interval): string {
  return interval ? ` [${shareOf(interval.lower)} to ${shareOf(interval.upper)}]` : '';
}

/** `votes`, or why not. */
function voteOf({ canaries }: ResultJudge, metric: string, votes: boolean): string {
  if (votes) return 'votes';
  const own = canaries.by_metric.find((entry) => entry.metric === metric);
  if (!own || own.accuracy === null) return 'advisory: no canaries';
  const failed = own.failed > 0 ? `, ${formatCount(own.failed)} without a reply` : '';
  return `advisory: ${shareOf(own.accuracy)} of its canaries right${failed}`;
}

function dimensionTable(judge: ResultJudge, confidence: number): Markdown {
  const { dimensions, prompts } = judge;
  if (dimensions.length === 0) return nothing;
  const head = [
    md`Dimension`,
    md`Base`,
    md`Candidate`,
    md`Δ [${formatShare(confidence)} CI]`,
    md`Prompts`,
    md`Vote`,
  ];
  return table(
    head,
    dimensions.map(({ name, baseline, candidate, difference, interval, scored, votes }) => {
      const range = interval ? ` [${signed(interval.lower, 2)} to ${signed(interval.upper, 2)}]` : '';
      return [
        md`${clip(name, 60)}`,
        md`${formatValue(baseline)}`,
        md`${formatValue(candidate)}`,
        md`${difference === null ? ABSENT : signed(difference, 2)}${range}`,
        md`${formatCount(scored)} of ${formatCount(prompts)}`,
        md`${voteOf(judge, name, votes)}`,
      ];
    }),
  );
}

function winRate(judge: ResultJudge): Markdown {
  const { rate, interval, wins, ties, losses, failed, votes } = judge.win_rate;
  const none = failed > 0 ? `, ${formatCount(failed)} without a verdict` : '';
  return md`**Win rate of the candidate** ${shareOf(rate)}${shares(interval)}: ${formatCount(wins)} won, ${formatCount(ties)} tied, ${formatCount(losses)} lost${none}; ${voteOf(judge, 'win_rate', votes)}.`;
}

function canaryLine({ canaries, reason }: ResultJudge): Markdown {
  const { accuracy, asked, threshold, by_kind } = canaries;
  const kinds = by_kind.map(({ kind, right, wrong, failed }) => {
    const all = right + wrong + failed;
    return md`${kind.replaceAll('_', ' ')} ${right} of ${all}`;
  });
  const why = reason === null ? nothing : md`. No vote where it says so: ${clip(reason, REASON_LENGTH)}`;
  return md`Canaries: ${shareOf(accuracy)} of ${formatCount(asked)} right, ${formatShare(threshold)} needed${kinds.length > 0 ? md` (${join(kinds, md`, `)})` : nothing}${why}`;
}

function biasLine({ length_bias: bias }: ResultJudge): Markdown {
  const { decided, longer_won, rate, interval, correlation } = bias;
  if (decided === 0) return md`Length: no pair with a winner had answers of different length`;
  const with_ = correlation === null ? '' : `; scores and lengths correlate by ${signed(correlation, 2)}`;
  return md`Length: the longer answer won ${formatCount(longer_won)} of ${formatCount(decided)} (${shareOf(rate)}${shares(interval)})${with_}`;
}

function reliability(judge: ResultJudge): Markdown {
  const {
    position_flip_rate: flips,
    parse_failure_rate: unread,
    repeat_agreement: repeats,
    failures,
  } = judge;
  const same =
    repeats.asked === 0
      ? 'asked nothing twice'
      : `the same answer ${formatCount(repeats.agreed)} of ${formatCount(repeats.asked)} times (${shareOf(repeats.rate)})`;
  const failed = failures.map(
    ({ kind, count, example }) =>
      md`${kind.replaceAll('_', ' ')} ${formatCount(count)}× (${clip(example, 160)})`,
  );
  return list([
    canaryLine(judge),
    md`Order: ${shareOf(flips)} of the pairs turn with the order of the answers, and count as ties`,
    md`Repeats: ${same}`,
    biasLine(judge),
    md`Replies that were no verdict: ${shareOf(unread)}`,
    ...(failed.length > 0 ? [md`Failures: ${join(failed, md`; `)}`] : []),
    costLine(judge),
  ]);
}

function costLine({ cost }: ResultJudge): Markdown {
  const { requests, cached, prompt_tokens, completion_tokens, spend, seconds } = cost;
  const money = spend === null ? '' : `, ${spend.toFixed(4)} by the configured prices`;
  return md`Cost: ${countOf(requests, 'request')}, ${formatCount(cached)} known already, ${formatCount(prompt_tokens)} + ${formatCount(completion_tokens)} tokens${money}, ${formatSeconds(seconds)}`;
}

/** The judge's part of one adapter. */
export function judgePart({ judge, policy }: ResultSection): Markdown {
  if (!judge) return nothing;
  const standing = judge.advisory ? 'advisory where it failed its canaries' : 'votes';
  const summary = md`Judge: ${clip(judge.model, 80)}, ${countOf(judge.prompts, 'prompt')}, scale ${judge.scale.lowest} to ${judge.scale.highest}, ${standing}`;
  const body = [dimensionTable(judge, policy.confidence), winRate(judge), reliability(judge)];
  return details(summary, join(body, paragraph));
}
