/** What a run took and what it was expected to take, in words. Knows no Markdown and no HTML. */

import { countOf, formatCount } from './numbers.ts';
import type { Result } from './result.ts';
import type { ResultCost } from './result-section.ts';

function minutesOf(seconds: number): string {
  const minutes = seconds / 60;
  return minutes < 10 ? minutes.toFixed(1) : formatCount(Math.round(minutes));
}

/** `3.1 min and 12,000 judge tokens`, or that nobody could say. */
export function expectedText({ seconds, judge_tokens: tokens }: ResultCost['estimated']): string {
  const parts = [
    ...(seconds === null ? [] : [`${minutesOf(seconds)} min`]),
    ...(tokens === null || tokens === 0 ? [] : [countOf(tokens, 'judge token')]),
  ];
  return parts.length === 0 ? 'unknown, nothing like it was measured here' : parts.join(' and ');
}

function notes(expected: string | null, allowed: string | null): string {
  const parts = [
    ...(expected === null ? [] : [`about ${expected} expected`]),
    ...(allowed === null ? [] : [`${allowed} allowed`]),
  ];
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** One line on the whole run: minutes of the GPU or the processor, tokens of the judge, each beside its estimate and its budget. */
export function costText({ cost, adapters, budget }: Result): string {
  const gpu = adapters.some(({ provenance }) => provenance.machine.gpu !== null);
  const { estimated } = cost;
  const expected = estimated.seconds === null ? null : minutesOf(estimated.seconds);
  const minutes = budget.gpu_minutes === null ? null : formatCount(budget.gpu_minutes);
  const time = `${minutesOf(cost.seconds)} ${gpu ? 'GPU' : 'processor'} minutes${notes(expected, minutes)}`;
  if (cost.judge_tokens === 0 && budget.judge_tokens === null) return time;
  const tokens = estimated.judge_tokens === null ? null : formatCount(estimated.judge_tokens);
  const most = budget.judge_tokens === null ? null : formatCount(budget.judge_tokens);
  return `${time}, ${countOf(cost.judge_tokens, 'judge token')}${notes(tokens, most)}`;
}
