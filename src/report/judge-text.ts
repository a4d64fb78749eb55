/** What a judge said as plain text for a terminal. Computes nothing; what others wrote cannot steer the terminal. */

import { signed } from '../gate/metric.ts';
import { ABSENT, countOf, formatSeconds, formatShare } from './numbers.ts';
import type { ResultJudge } from './result-judge.ts';

const mean = (value: number | null) => value?.toFixed(2) ?? ABSENT;
const share = (value: number | null) => (value === null ? ABSENT : formatShare(value));
const plain = (text: string) => text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');

function dimensionLine(dimension: ResultJudge['dimensions'][number]): string {
  const { name, baseline, candidate, difference, interval, scored, failed, votes } = dimension;
  const range = interval ? ` [${signed(interval.lower, 2)}, ${signed(interval.upper, 2)}]` : '';
  const change = difference === null ? ABSENT : `${signed(difference, 2)}${range}`;
  const counts = `${scored} scored${failed > 0 ? `, ${failed} failed` : ''}`;
  return `${name.padEnd(14)}${mean(baseline)} → ${mean(candidate)}  ${change}  ${counts}${votes ? '' : ', no vote'}`;
}

function winRateLine({ rate, interval, wins, ties, losses, failed, votes }: ResultJudge['win_rate']): string {
  const range = interval ? ` [${formatShare(interval.lower)}, ${formatShare(interval.upper)}]` : '';
  const counts = `${wins} won, ${ties} tied, ${losses} lost${failed > 0 ? `, ${failed} failed` : ''}`;
  return `${'win rate'.padEnd(14)}${share(rate)}${range}  ${counts}${votes ? '' : ', no vote'}`;
}

/** A line each for the canaries, the dimensions, the win rate, what is known of the judge, its failures and its cost. */
export function judgeText(judge: ResultJudge): string {
  const { canaries, cost, failures } = judge;
  const right = canaries.by_kind.reduce((sum, kind) => sum + kind.right, 0);
  const spend = cost.spend === null ? '' : `, spent ${cost.spend.toFixed(4)}`;
  return [
    `${plain(judge.model)}, ${countOf(judge.prompts, 'prompt')}, scale ${judge.scale.lowest} to ${judge.scale.highest}`,
    `${'canaries'.padEnd(14)}${right} of ${canaries.asked} right, ${formatShare(canaries.threshold)} wanted`,
    ...judge.dimensions.map(dimensionLine),
    winRateLine(judge.win_rate),
    `${'itself'.padEnd(14)}${share(judge.position_flip_rate)} change with the order, ${share(judge.repeat_agreement.rate)} agree when asked again`,
    ...failures.map(
      ({ kind, count, example }) => `${'failed'.padEnd(14)}${kind} ${count}×: ${plain(example)}`,
    ),
    ...(judge.reason === null ? [] : [`${'no vote'.padEnd(14)}${plain(judge.reason)}`]),
    `${'cost'.padEnd(14)}${countOf(cost.requests, 'request')}, ${cost.cached} verdicts known, ${cost.prompt_tokens + cost.completion_tokens} tokens${spend}, ${formatSeconds(cost.seconds)}`,
  ].join('\n');
}
