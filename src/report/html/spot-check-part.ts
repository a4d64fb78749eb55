/** The spot-check sheet: blind pairs to vote on, the votes beside the judge's, and what an earlier spot check gave. */

import { ABSENT, countOf, formatShare } from '../numbers.ts';
import type { ResultSection } from '../result-section.ts';
import type { SpotItem, SpotSheet } from '../spot-sheet.ts';
import { VOTES_SCHEMA_ID } from '../votes-document.ts';
import { type Html, html, nothing } from './html.ts';
import { details, facts, note, part } from './layout.ts';

const CHOICES = [
  ['A', 'A is better'],
  ['B', 'B is better'],
  ['tie', 'equally good'],
] as const;

function pair(prefix: string, item: SpotItem, index: number): Html {
  const name = `${prefix}-${index}`;
  const choices = CHOICES.map(
    ([value, words]) => html`<label><input type="radio" name="${name}" value="${value}"> ${words}</label>`,
  );
  const side = (title: string, text: string) =>
    html`<div class="answer-text"><h4>${title}</h4><div class="said">${text}</div></div>`;
  return html`<fieldset class="vote" data-item="${index}" data-a="${item.aIs}" data-judge="${item.judge ?? ''}"><legend>Pair ${index + 1}</legend>${side('Prompt', item.prompt)}<div class="pair">${side('A', item.a)}${side('B', item.b)}</div><div class="choices">${choices}</div></fieldset>`;
}

function sheetOf(id: string, sheet: SpotSheet): Html {
  const pairs = sheet.items.map((item, index) => pair(`${id}-vote`, item, index));
  return html`<div class="sheet" data-schema="${VOTES_SCHEMA_ID}" data-sheet="${sheet.digest}">${pairs}<p role="status" class="tally"></p><p><button type="button" class="export" hidden>Export votes.json</button></p></div>`;
}

function before({ spot_check: check }: ResultSection): Html {
  if (!check) return nothing;
  const of = (choice: string) => check.votes.filter(({ vote }) => vote === choice).length;
  return facts([
    ['Voted on', html`${check.votes.length} of ${countOf(check.k, 'pair')}`],
    ['Candidate / tie / baseline', html`${of('candidate')} / ${of('tie')} / ${of('baseline')}`],
    ['Agreement with the judge', html`${check.agreement === null ? ABSENT : formatShare(check.agreement)}`],
    ['Cohen’s κ', html`${check.kappa === null ? ABSENT : check.kappa.toFixed(2)}`],
  ]);
}

export function spotCheckPart(id: string, section: ResultSection, sheet: SpotSheet | null): Html {
  if (!sheet) return nothing;
  const how = note(
    html`${countOf(sheet.items.length, 'pair')} of answers, chosen and ordered by the seed ${sheet.seed}: which answer is whose is not shown. Once all are voted on, the votes are compared with the judge’s. The export goes back into the result with lora-gate spot-check result.json votes.json.`,
  );
  return part(id, 'Spot check', html`${before(section)}${how}${details('Vote', sheetOf(id, sheet))}`);
}
