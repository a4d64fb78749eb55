/**
 * The result as one HTML file that needs nothing else: no network, no other file, a policy that runs only our own script.
 * Shows what the result says and computes no statistic; what is left out to stay usable is said where it is left out.
 */

import { isWaived } from '../comment-waivers.ts';
import { byGravity } from '../markdown.ts';
import { formatCount } from '../numbers.ts';
import type { Result } from '../result.ts';
import type { ResultSection } from '../result-section.ts';
import { spotSeed, spotSheet } from '../spot-sheet.ts';
import { clip } from '../visible-text.ts';
import { answersPart } from './answers-part.ts';
import { pageAssets } from './assets.ts';
import { assertionsPart, forgettingPart } from './behaviour-parts.ts';
import { conversationsPart } from './conversations-part.ts';
import { trainingCurves } from './curve-chart.ts';
import { dataPart } from './data-part.ts';
import { failurePart } from './failure-part.ts';
import { badge, runHeader, standing, verdictText, warningPart } from './headline.ts';
import { type Html, html, isNothing, nothing } from './html.ts';
import { judgePart } from './judge-part.ts';
import { part } from './layout.ts';
import { metricsPart } from './metrics-part.ts';
import { provenancePart } from './provenance-part.ts';
import { spotCheckPart } from './spot-check-part.ts';
import { waiversPart } from './waivers-part.ts';

const MOST_ADAPTERS = 20;
/** Of the answers and what they are beside, over all adapters: about as much as a browser searches without a pause. */
const MOST_ANSWER_CHARACTERS = 4_000_000;

interface Part {
  id: string;
  title: string;
  body: Html;
}

interface Shown {
  section: ResultSection;
  /** Of its answers. */
  characters: number;
  seed: number;
}

function parts(prefix: string, { section, characters, seed }: Shown): Part[] {
  const all: [string, string, (id: string) => Html][] = [
    ['metrics', 'Metrics', (id) => metricsPart(id, section)],
    ['training', 'Training', (id) => part(id, 'Training', trainingCurves(section))],
    ['conversations', 'Conversations', (id) => conversationsPart(id, section)],
    ['data', 'Data', (id) => dataPart(id, section)],
    ['judge', 'Judge', (id) => judgePart(id, section)],
    ['assertions', 'Assertions', (id) => assertionsPart(id, section)],
    ['forgetting', 'Forgetting and effect', (id) => forgettingPart(id, section)],
    ['answers', 'Answers', (id) => answersPart(id, section, characters)],
    ['spot', 'Spot check', (id) => spotCheckPart(id, section, spotSheet(section, seed))],
    ['provenance', 'Provenance and cost', (id) => provenancePart(id, section)],
  ];
  return all
    .map(([key, title, make]) => ({ id: `${prefix}-${key}`, title, body: make(`${prefix}-${key}`) }))
    .filter(({ body }) => !isNothing(body));
}

function adapter(of: Shown, index: number): Html {
  const { section } = of;
  const prefix = `a${index + 1}`;
  const shown = parts(prefix, of);
  const links = shown.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`);
  const name = clip(section.name, 200);
  return html`<article class="adapter" id="${prefix}" aria-labelledby="${prefix}-title"><h2 id="${prefix}-title">${name} ${badge(section.verdict.outcome)}</h2><nav aria-label="Parts of ${name}"><ul>${links}</ul></nav>${failurePart(section)}${standing(section)}${waiversPart(section)}${shown.map(({ body }) => body)}${warningPart(section.warnings)}</article>`;
}

function contents(sections: readonly ResultSection[]): Html {
  if (sections.length < 2) return nothing;
  const links = sections.map(
    (section, i) =>
      html`<li><a href="#a${i + 1}">${clip(section.name, 200)}</a>: ${verdictText(section.verdict, isWaived(section))}</li>`,
  );
  return html`<nav aria-label="Adapters"><h2>Adapters</h2><ul>${links}</ul></nav>`;
}

/** The whole page, a text of a bounded size. */
export function renderReport(result: Result): string {
  const { policy, style, script } = pageAssets();
  const shown = byGravity(result.adapters).slice(0, MOST_ADAPTERS);
  const left = result.adapters.length - shown.length;
  const characters = MOST_ANSWER_CHARACTERS / Math.max(1, shown.length);
  const seed = spotSeed(result);
  const more =
    left > 0
      ? html`<p class="note">${formatCount(left)} more adapters are in result.json only.</p>`
      : nothing;
  const none = shown.length === 0 ? html`<p>This change affects no adapter.</p>` : nothing;
  const title = `lora-gate: ${verdictText(result.verdict, isWaived(result))}`;
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>${title}</title>${style}</head><body><a class="skip" href="#main">Skip to the results</a>${runHeader(result)}<main id="main" tabindex="-1">${contents(shown)}${none}${shown.map((section, i) => adapter({ section, characters, seed }, i))}${more}</main>${script}</body></html>
`.source;
}
