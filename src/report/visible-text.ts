/**
 * Text from outside made fit to be looked at: what cannot be seen is spelt out, and a length is never exceeded in silence.
 * Escapes nothing: Markdown and HTML each do that for themselves.
 */

function spelt(character: string): string {
  const hex = (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
  return `⟨U+${hex}⟩`;
}

/** Nothing that cannot be seen: controls and direction marks are spelt out, lone surrogates replaced. Line breaks and tabs stay. */
export function visibleLines(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/\r\n|[\v\f\r\u0085\u2028\u2029]/g, '\n')
    .replace(/(?!\u200C|\u200D|\t|\n)[\p{Cc}\p{Cf}]/gu, spelt)
    .replace(/(\p{M}{3})\p{M}+/gu, '$1');
}

/** The same in one line. */
export function visible(text: string): string {
  return visibleLines(text).replace(/[\t\n]+/g, ' ');
}

/** At most `length` characters, the last of them an ellipsis where something was cut. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const start = Array.from(text.slice(0, 2 * length + 2));
  return start.length <= length ? text : `${start.slice(0, length - 1).join('')}…`;
}
