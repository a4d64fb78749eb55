/**
 * HTML that is safe by construction: everything put into an `html` template is escaped unless it is HTML made by another
 * `html`. The only place where text becomes markup. Knows nothing of results.
 */

import { clip, visibleLines } from '../visible-text.ts';

const BRAND = Symbol('Html');

/** No single text is shown beyond this, whatever the document allows: a page has to stay usable. */
const MOST_CHARACTERS = 10_000;

/** A piece of HTML whose parts from outside have been escaped. */
export interface Html {
  readonly [BRAND]: true;
  readonly source: string;
}

export type Interpolated = string | number | Html | readonly Html[];

function made(source: string): Html {
  return { [BRAND]: true, source };
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text that shows as itself between tags and in a quoted attribute. */
function escapeText(text: string): string {
  return visibleLines(clip(text, MOST_CHARACTERS)).replace(
    /[&<>"'`]/g,
    (character) => REFERENCES[character] as string,
  );
}

function sourceOf(value: Interpolated): string {
  if (typeof value === 'number') return escapeText(String(value));
  if (typeof value === 'string') return escapeText(value);
  return BRAND in value ? value.source : value.map((part) => part.source).join('');
}

/** The template: its literal text is HTML, whatever is put in is escaped. Attributes have to be in double quotes. */
export function html(literals: TemplateStringsArray, ...values: readonly Interpolated[]): Html {
  return made(
    literals.map((text, i) => (i === 0 ? '' : sourceOf(values[i - 1] as Interpolated)) + text).join(''),
  );
}

export const nothing = html``;

export function isNothing({ source }: Html): boolean {
  return source === '';
}

/** Parts with a separator between them; empty parts are left out. */
export function join(parts: readonly Html[], separator: Html): Html {
  return made(
    parts
      .map(({ source }) => source)
      .filter((text) => text !== '')
      .join(separator.source),
  );
}

/** A link to an http(s) address; the text alone where the address is another one. */
export function link(text: string, address: string): Html {
  if (!URL.canParse(address)) return html`${text}`;
  const { protocol, href } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return html`${text}`;
  return html`<a href="${href}" rel="noopener noreferrer">${text}</a>`;
}

/** The text of a `style` or `script` element: from a file of ours, never from a result. @throws RangeError when it could end the element. */
export function ownSource(source: string): Html {
  if (/<\/|<!--/.test(source)) throw new RangeError('a style or script that would end its own element');
  return made(source);
}
