/** The few shapes that the parts of the report are made of: a part with a heading, a table, a list, something that opens. */

import { type Html, html, isNothing, nothing } from './html.ts';

const adapterTitle = (id: string) => `${id.slice(0, id.indexOf('-'))}-title`;

/** A part of an adapter's section, named after both; nothing where there is no body. `id` is the adapter's with a word behind it. */
export function part(id: string, title: string, body: Html): Html {
  if (isNothing(body)) return nothing;
  return html`<section class="part" id="${id}" aria-labelledby="${adapterTitle(id)} ${id}-title"><h3 id="${id}-title">${title}</h3>${body}</section>`;
}

export interface Column {
  title: string;
  /** Right-aligned, in digits of one width. */
  number?: boolean;
}

const text = (title: string): Column => ({ title });
const number = (title: string): Column => ({ title, number: true });
export const column = { text, number };

/** A table that scrolls sideways within itself; `label` is read out by screen readers. The first cell names its row. */
export function table(label: string, columns: readonly Column[], rows: readonly (readonly Html[])[]): Html {
  const cell = (content: Html, i: number) => {
    if (i === 0) return html`<th scope="row">${content}</th>`;
    return columns[i]?.number ? html`<td class="n">${content}</td>` : html`<td>${content}</td>`;
  };
  const head = columns.map(({ title, number: right }) =>
    right ? html`<th scope="col" class="n">${title}</th>` : html`<th scope="col">${title}</th>`,
  );
  return html`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table><thead><tr>${head}</tr></thead><tbody>${rows.map(
    (cells) => html`<tr>${cells.map(cell)}</tr>`,
  )}</tbody></table></div>`;
}

/** Names and values. */
export function facts(items: readonly (readonly [string, Html])[]): Html {
  return html`<dl class="facts">${items.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>`;
}

export function list(items: readonly Html[]): Html {
  return items.length === 0 ? nothing : html`<ul>${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** What opens on a click, and always in print. */
export function details(summary: string, body: Html): Html {
  if (isNothing(body)) return nothing;
  return html`<details class="more"><summary>${summary}</summary>${body}</details>`;
}

export function code(text: string): Html {
  return html`<code>${text}</code>`;
}

export function note(text: Html): Html {
  return isNothing(text) ? nothing : html`<p class="note">${text}</p>`;
}
