/**
 * The lines of a comment that a reader sees as the comment's own words: not those in code blocks, quotes, preformatted HTML or
 * hidden HTML comments. Reads Markdown as GitHub shows it, and leaves a line out where that is in doubt. Knows no command.
 */

/** What GitHub takes in a comment. */
const MOST_CHARACTERS = 65_536;

export interface SpokenLine {
  /** From 1. */
  line: number;
  text: string;
  /** It follows a quote without an empty line between, and Markdown counts it to the quote. */
  quoted: boolean;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const QUOTE = /^ {0,3}>/;
/** HTML whose content is shown as it is, or not at all. */
const RAW = /^ {0,3}<(pre|script|style|textarea)(?=[\s>]|$)/i;

/** What is open at the end of a line, and what closes it. */
type Open = ((line: string) => boolean) | undefined;

function opened(line: string): Open {
  const [, fence, info] = FENCE.exec(line) ?? [];
  // A fence of backticks with one behind it is a code span.
  if (fence && !(fence.startsWith('`') && info?.includes('`'))) {
    const end = new RegExp(`^ {0,3}${fence[0]}{${fence.length},}[ \\t]*$`);
    return (next) => end.test(next);
  }
  const tag = RAW.exec(line)?.[1];
  if (tag) {
    const end = `</${tag.toLowerCase()}>`;
    return line.toLowerCase().includes(end) ? undefined : (next) => next.toLowerCase().includes(end);
  }
  // Wherever in the line it begins: what follows may be hidden.
  const at = line.lastIndexOf('<!--');
  return at >= 0 && !line.includes('-->', at) ? (next) => next.includes('-->') : undefined;
}

/** Every line that is not in a block of code, quote or hidden part. */
export function spokenLines(body: string): SpokenLine[] {
  const lines = body.slice(0, MOST_CHARACTERS).split(/\r\n|\n|\r/);
  const spoken: SpokenLine[] = [];
  let closes: Open;
  let quoted = false;
  for (const [index, text] of lines.entries()) {
    if (closes) {
      if (closes(text)) closes = undefined;
      continue;
    }
    if (text.trim() === '') quoted = false;
    else if (QUOTE.test(text)) quoted = true;
    else {
      closes = opened(text);
      // A fence or a tag ends the quote above it.
      if (closes) quoted = false;
      else spoken.push({ line: index + 1, text, quoted });
    }
  }
  return spoken;
}
