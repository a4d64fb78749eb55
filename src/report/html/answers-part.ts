/** Both models' answers side by side with what the judge and the assertions say, to be searched and filtered. Bounded in size. */

import { countOf, formatCount } from '../numbers.ts';
import type { ResultAnswers } from '../result-answers.ts';
import type { ResultJudgeItem } from '../result-judge.ts';
import type { ResultSection } from '../result-section.ts';
import { type Html, html, nothing } from './html.ts';
import { note, part } from './layout.ts';

type Item = NonNullable<ResultAnswers>['items'][number];

interface Told {
  item: Item;
  judged: ResultJudgeItem | undefined;
  /** Names of the assertions that the candidate's answer fails. */
  failed: string[];
}

const FILTERS = [
  ['all', 'all'],
  ['baseline', 'judge prefers the baseline'],
  ['candidate', 'judge prefers the candidate'],
  ['tie', 'judge sees a tie'],
  ['failed', 'judge failed'],
  ['assertion', 'an assertion fails'],
  ['truncated', 'an answer was cut'],
] as const;

const VERDICTS = {
  baseline: 'judge: baseline',
  candidate: 'judge: candidate',
  tie: 'judge: tie',
  failed: 'judge failed',
} as const;

function told(section: ResultSection): Told[] {
  const judged = new Map((section.judge?.items ?? []).map((item) => [item.id, item]));
  const failed = new Map<string, string[]>();
  for (const { name, failing } of section.assertions ?? []) {
    for (const id of failing) failed.set(id, [...(failed.get(id) ?? []), name]);
  }
  return (section.answers?.items ?? []).map((item) => ({
    item,
    judged: judged.get(item.id),
    failed: failed.get(item.id) ?? [],
  }));
}

/** What a reader looks for comes first: answers that got worse. */
function byInterest(all: readonly Told[]): Told[] {
  const interest = ({ judged, failed }: Told) =>
    (failed.length > 0 ? 2 : 0) + (judged?.pairwise.verdict === 'baseline' ? 1 : 0);
  return all.toSorted((a, b) => interest(b) - interest(a));
}

const size = ({ item }: Told) =>
  item.prompt.length + item.reference.length + item.baseline.length + item.candidate.length;

/** As many as fit into `characters`, in order. */
function fitting(all: readonly Told[], characters: number): Told[] {
  let left = characters;
  const end = all.findIndex((one) => {
    left -= size(one);
    return left < 0;
  });
  return end === -1 ? [...all] : all.slice(0, end);
}

function scores(judged: ResultJudgeItem | undefined, side: 'baseline' | 'candidate'): Html {
  const of = judged?.[side];
  if (!of) return nothing;
  if ('failure' in of) return html`<p class="muted">Judge failed: ${of.failure}, ${of.detail}</p>`;
  const rows = Object.entries(of.scores).map(
    ([name, score]) => html`<li>${name} <strong>${score}</strong>: ${of.reasons[name] ?? ''}</li>`,
  );
  return html`<ul class="reasons">${rows}</ul>`;
}

function pairwise(judged: ResultJudgeItem | undefined): Html {
  if (!judged) return nothing;
  const { verdict, baseline_first, candidate_first } = judged.pairwise;
  const told = (order: string, of: typeof baseline_first) =>
    'failure' in of
      ? html`<li>${order}: failed, ${of.failure}, ${of.detail}</li>`
      : html`<li>${order}: ${of.preferred}, ${of.reason}</li>`;
  return html`<p>${VERDICTS[verdict]}</p><ul class="reasons">${told('baseline first', baseline_first)}${told('candidate first', candidate_first)}</ul>`;
}

function text(title: string, content: string, extra: Html = nothing): Html {
  return html`<div class="answer-text"><h4>${title}</h4><div class="said">${content}</div>${extra}</div>`;
}

function answer({ item, judged, failed }: Told): Html {
  const cut = item.truncated.baseline || item.truncated.candidate;
  const verdict = judged?.pairwise.verdict;
  const tags = [verdict ?? '', failed.length > 0 ? 'assertion' : '', cut ? 'truncated' : ''].filter(Boolean);
  const marks = [
    ...(verdict ? [VERDICTS[verdict]] : []),
    ...failed.map((name) => `fails ${name}`),
    ...(cut ? ['cut by max_new_tokens'] : []),
  ];
  const body = item.withheld
    ? html`<p>The row holds a secret or personal data: its texts are not shown.</p>`
    : html`${text('Prompt', item.prompt)}<div class="pair">${text('Baseline', item.baseline, scores(judged, 'baseline'))}${text('Candidate', item.candidate, scores(judged, 'candidate'))}</div>${text('Reference', item.reference)}`;
  return html`<details class="answer" data-tags="${tags.join(' ')}"><summary><code>${item.id}</code> <span class="muted">${marks.join(' · ')}</span></summary><p class="muted">${item.file}:${item.line}</p>${body}${pairwise(judged)}</details>`;
}

function filter(id: string): Html {
  const options = FILTERS.map(([value, words]) => html`<option value="${value}">${words}</option>`);
  return html`<div class="filter" hidden><label for="${id}-search">Search <input id="${id}-search" type="search" autocomplete="off"></label><label for="${id}-show">Show <select id="${id}-show">${options}</select></label><p class="shown" role="status"></p></div>`;
}

/** Answers of at most `characters` characters in all. */
export function answersPart(id: string, section: ResultSection, characters: number): Html {
  const { answers } = section;
  if (!answers || answers.items.length === 0) return nothing;
  const all = byInterest(told(section));
  const shown = fitting(all, characters);
  const left = all.length - shown.length;
  const more =
    left > 0
      ? note(
          html`${formatCount(shown.length)} of ${countOf(all.length, 'answer')} are here, those that got worse first; the other ${formatCount(left)} are in result.json.`,
        )
      : nothing;
  const from = note(
    html`${countOf(all.length, 'prompt')} of ${countOf(answers.conversations, 'test conversation')}, at most ${countOf(answers.max_new_tokens, 'token')} an answer.`,
  );
  return part(
    id,
    'Answers',
    html`${from}${more}<div class="answers">${filter(id)}${shown.map(answer)}</div>`,
  );
}
