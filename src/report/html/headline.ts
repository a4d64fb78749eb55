/** The top of the page and of each adapter: the verdict, what it does, and where it comes from. */

import { consequence, outcomeWord, SYMBOLS } from '../comment-headline.ts';
import { isWaived } from '../comment-waivers.ts';
import { costText } from '../cost-text.ts';
import { formatSeconds, shortSha } from '../numbers.ts';
import type { Result } from '../result.ts';
import type { ResultSection } from '../result-section.ts';
import { clip } from '../visible-text.ts';
import { type Html, html, isNothing, join, link, nothing } from './html.ts';
import { code, facts, list, note } from './layout.ts';
import { unusedWaivers } from './waivers-part.ts';

export function verdictText(verdict: Result['verdict'], waived = false): string {
  return `${outcomeWord(verdict.outcome)}${consequence(verdict, waived)}`;
}

/** The verdict as a mark with its word: never by colour alone. */
export function badge(outcome: Result['verdict']['outcome']): Html {
  return html`<span class="badge ${outcome}"><span aria-hidden="true">${SYMBOLS[outcome]}</span> ${outcomeWord(outcome)}</span>`;
}

function pullRequest({ source }: Result): Html {
  if (!source) return nothing;
  const { repository, pull_request: number } = source;
  return number === null
    ? link(repository, repository)
    : link(`${repository} #${number}`, `${repository}/pull/${number}`);
}

function commit({ sha, ref }: Result['base']): Html {
  return html`${code(shortSha(sha))}${ref === null ? '' : ` (${clip(ref, 120)})`}`;
}

function opik({ tracking }: Result): Html {
  if (!tracking) return nothing;
  const shown = tracking.links.slice(0, 20).map(({ adapter, url }) => link(clip(adapter, 100), url));
  if (shown.length === 0) return html`${tracking.problem ?? 'nothing was sent'}`;
  const left = tracking.links.length - shown.length;
  return html`${join(shown, html`, `)}${left > 0 ? ` and ${left} more in result.json` : ''}`;
}

export function runHeader(result: Result): Html {
  const { verdict, base, head, created_at, cost, removed_adapters: removed } = result;
  const [origin, sent] = [pullRequest(result), opik(result)];
  return html`<header class="top ${verdict.outcome}"><h1><span aria-hidden="true">${SYMBOLS[verdict.outcome]}</span> lora-gate: ${verdictText(verdict, isWaived(result))}</h1>${facts(
    [
      ['Base', commit(base)],
      ['Head', commit(head)],
      ...(isNothing(origin) ? [] : [['Change', origin] as const]),
      ...(isNothing(sent) ? [] : [['Opik', sent] as const]),
      [
        'Judged',
        html`<time datetime="${created_at}">${created_at.replace('T', ' ').slice(0, 16)} UTC</time>`,
      ],
      ['Time', html`${formatSeconds(cost.seconds)}`],
      ['Cost', html`${costText(result)}`],
    ],
  )}${
    removed.length > 0
      ? note(
          html`This change removes ${join(removed.slice(0, 20).map(code), html`, `)}: nothing was judged for it.`,
        )
      : nothing
  }${unusedWaivers(result)}${warningPart(result.warnings)}</header>`;
}

/** Warnings of an adapter or of the run. */
export function warningPart(warnings: readonly string[]): Html {
  if (warnings.length === 0) return nothing;
  const shown = warnings.slice(0, 50).map((warning) => html`${warning}`);
  if (warnings.length > 50) shown.push(html`… and ${warnings.length - 50} more in result.json`);
  return html`<div class="warnings"><h3>Warnings</h3>${list(shown)}</div>`;
}

/** Where policy and baseline come from, when that is not the usual, and what the change does to them. */
export function standing({ policy, baseline }: ResultSection): Html {
  const { edits, test_set: test, verdict_under_edit: under } = policy;
  const notes: Html[] = [];
  if (policy.source === 'head') {
    notes.push(
      html`First introduction: the base commit has no policy, so the head’s own policy and test set were used. Review them as well.`,
    );
  } else if (policy.test_source === 'head') {
    notes.push(
      html`First introduction: the base commit has no such adapter, so the head’s own test set was used. Review it as well.`,
    );
  }
  if (baseline.origin === 'base_model') notes.push(html`The baseline is the base model without an adapter.`);
  if (policy.mode === 'warn') notes.push(html`The policy only warns (mode: warn): nothing blocks.`);
  if (edits.length > 0 || test) {
    const what = [
      ...(edits.length > 0 ? [html`the policy (${edits.length} values)`] : []),
      ...(test ? [html`the test set (+${test.added} rows, −${test.removed}, ${test.changed} changed)`] : []),
    ];
    const then = under
      ? html`Under the edit it would be ${verdictText(under)}.`
      : html`The verdict under the edit was not computed.`;
    notes.push(
      html`This change edits ${join(what, html` and `)}. It was judged by the policy and test set of the base, ${code(shortSha(policy.sha))}. ${then}`,
    );
  }
  return list(notes);
}
