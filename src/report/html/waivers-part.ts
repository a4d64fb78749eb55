/** Waivers on the page: what somebody accepted of an adapter and why, and what a waiver did not lift. */

import type { Result } from '../result.ts';
import type { ResultSection } from '../result-section.ts';
import type { ResultWaiver } from '../result-waivers.ts';
import { clip } from '../visible-text.ts';
import { type Html, html, join, link, nothing } from './html.ts';
import { code, column, list, table } from './layout.ts';

const MOST = 50;
const { text } = column;

function when(at: string): Html {
  return html`<time datetime="${at}">${at.replace('T', ' ').slice(0, 16)} UTC</time>`;
}

function row({ metric, reason, by, at, url, head_sha }: ResultWaiver): Html[] {
  return [
    html`${clip(metric, 100)}`,
    html`${clip(reason, 1000)}`,
    link(clip(by, 100), url),
    when(at),
    code(head_sha.slice(0, 7)),
  ];
}

const left = (all: readonly unknown[]): Html =>
  all.length > MOST ? html`<p class="note">${all.length - MOST} more are in result.json.</p>` : nothing;

/** Of one adapter. */
export function waiversPart({ waivers }: ResultSection): Html {
  if (waivers.length === 0) return nothing;
  const columns = [text('Waived'), text('Reason'), text('By'), text('At'), text('Head')];
  return join(
    [
      html`<p><strong>Waived: this blocked, and somebody accepted it for this head.</strong></p>`,
      table('Waivers', columns, waivers.slice(0, MOST).map(row)),
      left(waivers),
    ],
    nothing,
  );
}

/** Of the whole run. */
export function unusedWaivers({ unused_waivers: unused }: Result): Html {
  if (unused.length === 0) return nothing;
  const items = unused
    .slice(0, MOST)
    .map(
      ({ metric, by, url, why }) =>
        html`<strong>${clip(metric, 100)}</strong> by ${link(clip(by, 100), url)}: ${why}`,
    );
  return html`<div class="warnings"><h3>Waivers without effect</h3>${list(items)}${left(unused)}</div>`;
}
