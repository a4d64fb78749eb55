/** The first line of the comment: the verdict, what it does, the numbers it rests on, and the two commits. */

import type { RunOutcome } from '../gate/outcome.ts';
import { isWaived } from './comment-waivers.ts';
import { clip, code, join, type Markdown, md, nothing } from './markdown-escape.ts';
import {
  countOf,
  formatInterval,
  formatMetricChange,
  formatShare,
  formatValue,
  shortSha,
} from './numbers.ts';
import type { Result } from './result.ts';
import type { ResultMetric } from './result-metric.ts';
import type { ResultSection } from './result-section.ts';

export const SYMBOLS: Readonly<Record<RunOutcome, string>> = {
  pass: '✅',
  regression: '❌',
  inconclusive: '⚠️',
  not_evaluated: '🚫',
  not_affected: '➖',
};

const WORDS: Readonly<Record<RunOutcome, string>> = {
  pass: 'pass',
  regression: 'regression',
  inconclusive: 'inconclusive',
  not_evaluated: 'not evaluated',
  not_affected: 'nothing to judge',
};

export const NAME_LENGTH = 60;

export function outcomeWord(outcome: RunOutcome): string {
  return WORDS[outcome];
}

/** What the verdict does, where the outcome alone does not say it; `waived` where only waivers keep it from blocking. */
export function consequence(
  { outcome, blocked }: Pick<Result['verdict'], 'outcome' | 'blocked'>,
  waived = false,
): string {
  if (outcome === 'pass' || outcome === 'not_affected') return '';
  if (waived) return ', waived';
  return blocked ? ', blocks the merge' : ', does not block';
}

/** The metric that decided: the first blocking one with the section's outcome. */
export function decidingMetric({ metrics, verdict }: ResultSection): ResultMetric | undefined {
  const blocking = metrics.filter((metric) => metric.blocking);
  return blocking.find((metric) => metric.outcome === verdict.outcome) ?? blocking[0];
}

export function numbersOf(section: ResultSection): Markdown {
  const metric = decidingMetric(section);
  if (section.failure) return md`could not be judged: ${clip(section.failure.message, 160)}`;
  if (!metric && section.data_checks.blocking > 0) {
    return md`nothing was trained: ${countOf(section.data_checks.blocking, 'error')} in the data`;
  }
  if (!metric) return md`no metric was judged`;
  const name = clip(metric.name, NAME_LENGTH);
  if (metric.estimate === null) {
    return md`${name}: ${clip(section.reasons[0]?.reason ?? 'no reason was given', 160)}`;
  }
  const change = formatMetricChange(metric, metric.estimate);
  const interval = `${formatShare(section.policy.confidence)} CI ${formatInterval(metric)}`;
  return md`${name} ${formatValue(metric.base)} → ${formatValue(metric.candidate)} (${change}, ${interval})`;
}

/** What the verdict rests on; text without markup. */
export function subject({ adapters, verdict }: Result): Markdown {
  const [only] = adapters;
  if (!only) return md`this change affects no adapter`;
  if (adapters.length === 1) return numbersOf(only);
  const decided = adapters.filter((adapter) => adapter.verdict.outcome === verdict.outcome);
  const first = decided[0] ?? only;
  return md`${decided.length} of ${adapters.length} adapters; ${clip(first.name, NAME_LENGTH)}: ${numbersOf(first)}`;
}

/** The heading of the whole comment, one line. */
export function headline(result: Result): Markdown {
  const { verdict, base, head } = result;
  const word = md`${SYMBOLS[verdict.outcome]} lora-gate: ${WORDS[verdict.outcome]}${consequence(verdict, isWaived(result))}`;
  const commits = md`base ${shortSha(base.sha)} → head ${shortSha(head.sha)}`;
  return md`### ${word} — ${subject(result)} · ${commits}`;
}

/** The heading of one adapter where there are several. */
export function sectionHeading(section: ResultSection): Markdown {
  const { outcome } = section.verdict;
  return md`#### ${SYMBOLS[outcome]} ${code(clip(section.name, NAME_LENGTH))} — ${WORDS[outcome]}${consequence(section.verdict, isWaived(section))}`;
}

/** Where the policy and the baseline come from, when that is not the usual, and what the change does to them. */
export function standing(section: ResultSection): Markdown {
  const { policy, baseline } = section;
  const notes: Markdown[] = [];
  if (policy.source === 'head') {
    notes.push(
      md`**First introduction:** the base commit has no policy, so the head’s own policy and test set were used. Review them as well.`,
    );
  } else if (policy.test_source === 'head') {
    notes.push(
      md`**First introduction:** the base commit has no such adapter, so the head’s own test set was used. Review it as well.`,
    );
  }
  if (baseline.origin === 'base_model') notes.push(md`The baseline is the base model without an adapter.`);
  if (policy.mode === 'warn') notes.push(md`The policy only warns (${code('mode: warn')}): nothing blocks.`);
  return notes.length === 0 ? nothing : join(notes, md` `);
}

/** The edit of the policy or the test set, and what the verdict would be under it. */
export function policyEdit({ policy }: ResultSection): Markdown {
  const { edits, test_set: test, verdict_under_edit: under } = policy;
  if (edits.length === 0 && !test) return nothing;
  const what = [
    ...(edits.length > 0 ? [md`the policy (${edits.length} value${edits.length === 1 ? '' : 's'})`] : []),
    ...(test ? [md`the test set (+${test.added} rows, −${test.removed}, ${test.changed} changed)`] : []),
  ];
  const then = under
    ? md`Under the edit it would be **${WORDS[under.outcome]}**${consequence(under)}.`
    : md`The verdict under the edit was not computed.`;
  return md`**This change edits ${join(what, md` and `)}.** It was judged by the policy and test set of the base, ${code(shortSha(policy.sha))}. ${then}`;
}
