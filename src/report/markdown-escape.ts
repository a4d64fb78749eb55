/**
 * Markdown that is safe by construction: everything put into an `md` template is escaped unless it is Markdown made by
 * another `md`. Escapes are character references, because they mean the same in Markdown, in table cells and inside
 * HTML blocks. Knows nothing of results.
 */

import { visible } from './visible-text.ts';

export { clip, visible } from './visible-text.ts';

const BRAND = Symbol('Markdown');

/** A piece of Markdown whose parts from outside have been escaped. */
export interface Markdown {
  readonly [BRAND]: true;
  readonly source: string;
}

export type Interpolated = string | number | Markdown | readonly Markdown[];

function made(source: string): Markdown {
  return { [BRAND]: true, source };
}

const reference = (character: string) => `&#${character.codePointAt(0)};`;

/** Keeps the character before it from being read together with the one after it; shows as nothing. */
const BREAK = '&#8203;';

/** Markup characters; an underscore between letters or digits is none (`learning_rate`). */
const MARKUP = /[&<>`*[\]\\|~$#@]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;

/** Text that shows as itself wherever Markdown puts it: no markup, no HTML, no mention, no reference, no link. */
export function escapeText(text: string): string {
  return visible(text)
    .replace(/\s+/g, ' ')
    .replace(MARKUP, reference)
    .replace(/&#35;(?=\d)/g, `&#35;${BREAK}`)
    .replaceAll('&#64;', `&#64;${BREAK}`)
    .replace(/\b(GH)-(?=\d)/gi, `$1-${BREAK}`)
    .replace(/:(?=\/\/)/g, `:${BREAK}`)
    .replace(/\b(www)\./gi, `$1${BREAK}.`)
    .replace(/(?<=^ ?)[-+](?=\s|$)|(?<=^ ?)=|-(?=-)|(?<=-)-/g, reference)
    .replace(/^( ?\d{1,9})([.)])(?=\s|$)/, (_, digits: string, mark: string) => digits + reference(mark));
}

/** Text of several lines in a place that takes one: at most `most` of them, empty ones left out. */
export function lines(text: string, most: number): Markdown {
  const all = text.split(/[\n\v\f\r\u0085\u2028\u2029]+/).filter((line) => line.trim() !== '');
  const shown = all.slice(0, most).map(escapeText);
  return made([...shown, ...(all.length > most ? ['…'] : [])].join('<br>'));
}

/** The text that a Markdown of text alone shows, for places that know no Markdown: its escapes undone. */
export function plainText({ source }: Markdown): string {
  return source
    .replaceAll(BREAK, '')
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));
}

/** Text in code type. GitHub makes no mentions and no references there, so ids can be copied unchanged. */
export function code(text: string): Markdown {
  const shown = visible(text)
    .replace(MARKUP, reference)
    .replace(/:(?=\/\/)|(?<=\bwww)\.|-(?=-)|(?<=-)-/gi, reference);
  return made(`<code>${shown.replace(/^ | $/g, '&#32;') || '&#32;'}</code>`);
}

function sourceOf(value: Interpolated): string {
  if (typeof value === 'number') return escapeText(String(value));
  if (typeof value === 'string') return escapeText(value);
  return BRAND in value ? value.source : value.map((part) => part.source).join('');
}

/** The template: its literal text is Markdown, whatever is put in is escaped. */
export function md(literals: TemplateStringsArray, ...values: readonly Interpolated[]): Markdown {
  return made(
    literals.map((text, i) => (i === 0 ? '' : sourceOf(values[i - 1] as Interpolated)) + text).join(''),
  );
}

/** Parts with a separator between them; empty parts are left out. */
export function join(parts: readonly Markdown[], separator: Markdown): Markdown {
  return made(
    parts
      .map(({ source }) => source)
      .filter((text) => text !== '')
      .join(separator.source),
  );
}

export const nothing = md``;
export const paragraph = md`\n\n`;

/** A table; cells must be single lines, which `md` with escaped values always is. */
export function table(head: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Markdown {
  const line = (cells: readonly Markdown[]) => md`| ${row(cells)} |`;
  const rule = md`|${head.map(() => md` --- |`)}`;
  return join([line(head), rule, ...rows.map(line)], md`\n`);
}

/** Cells keep their places even when one is empty. */
function row(cells: readonly Markdown[]): Markdown {
  return made(cells.map(({ source }) => source.replaceAll('\n', ' ')).join(' | '));
}

/** A link to an http(s) address; the text alone where the address is another one. */
export function link(text: Markdown, address: string): Markdown {
  if (!URL.canParse(address)) return text;
  const { protocol, href } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return text;
  // What could end the link or begin something else, as the octets that it means in an address.
  const inert = href.replace(
    /[^\w\-.~:/?#@!$&+,;=%]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return made(`[${text.source}](<${inert}>)`);
}

/** A part that opens on a click. */
export function details(summary: Markdown, body: Markdown): Markdown {
  if (body.source === '') return nothing;
  return md`<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

/** A bulleted list of single lines. */
export function list(items: readonly Markdown[]): Markdown {
  return join(
    items.map((item) => md`- ${item}`),
    md`\n`,
  );
}

/** A mermaid block. Its text may hold only what cannot end the block or open another: the caller's numbers and words. */
export function mermaid(lines: readonly string[]): Markdown {
  const safe = lines.map((line) => line.replace(/[^A-Za-z0-9 .,:()[\]"%>+-]/g, ''));
  return made(['```mermaid', ...safe, '```'].join('\n'));
}
