/**
 * Finds added tokens (special or not) in text, as the Rust library behind transformers does: the leftmost match, the
 * longest among those, with `lstrip`, `rstrip` and `single_word`. Knows nothing of what the rest of the text becomes.
 */

export interface AddedToken {
  id: number;
  content: string;
  /** Control tokens (`<bos>`, `<|im_end|>`): never matched where text must stay plain. */
  special: boolean;
  /** Matched in normalised text instead of the raw one. */
  normalized: boolean;
  lstrip: boolean;
  rstrip: boolean;
  single_word: boolean;
}

export interface AddedTokenMatch {
  token: AddedToken;
  start: number;
  end: number;
}

interface Node {
  children: Map<number, Node>;
  token?: AddedToken;
}

const WORD = /[\p{Alphabetic}\p{M}\p{Nd}\p{Pc}]/u;

export class AddedTokenMatcher {
  private readonly root: Node = { children: new Map() };
  /** Finds where a token could begin at all: far fewer steps than a walk at every character. */
  private readonly first: RegExp | undefined;

  /** `contents` are the tokens' texts where they are matched (the normalised ones for normalised text). */
  constructor(
    tokens: readonly AddedToken[],
    contents: readonly string[] = tokens.map((token) => token.content),
  ) {
    const firsts = new Set<string>();
    tokens.forEach((token, index) => {
      const content = contents[index] as string;
      if (content === '') return;
      let node = this.root;
      for (let at = 0; at < content.length; at += 1) {
        const unit = content.charCodeAt(at);
        let child = node.children.get(unit);
        if (!child) {
          child = { children: new Map() };
          node.children.set(unit, child);
        }
        node = child;
      }
      node.token = token;
      firsts.add(`\\u${content.charCodeAt(0).toString(16).padStart(4, '0')}`);
    });
    if (firsts.size > 0) this.first = new RegExp(`[${[...firsts].join('')}]`, 'g');
  }

  /**
   * All matches in order. Where `allowed` refuses a match its text stays plain, and no shorter token inside it counts.
   */
  match(
    text: string,
    allowed: (token: AddedToken, start: number, end: number) => boolean,
  ): AddedTokenMatch[] {
    const matches: AddedTokenMatch[] = [];
    const { first } = this;
    if (!first) return matches;
    let done = 0;
    first.lastIndex = 0;
    for (let found = first.exec(text); found; found = first.exec(text)) {
      const start = found.index;
      const [token, end] = this.longest(text, start);
      if (!token) continue;
      first.lastIndex = end;
      if (token.single_word && !standsAlone(text, start, end)) continue;
      if (!allowed(token, start, end)) continue;
      let from = start;
      let to = end;
      if (token.lstrip) while (from > done && /\s/u.test(text[from - 1] as string)) from -= 1;
      if (token.rstrip) while (to < text.length && /\s/u.test(text[to] as string)) to += 1;
      matches.push({ token, start: from, end: to });
      done = to;
      first.lastIndex = to;
    }
    return matches;
  }

  private longest(text: string, start: number): [token: AddedToken | undefined, end: number] {
    let node: Node | undefined = this.root;
    let token: AddedToken | undefined;
    let end = start;
    for (let at = start; at < text.length; at += 1) {
      node = node.children.get(text.charCodeAt(at));
      if (!node) break;
      if (node.token) {
        token = node.token;
        end = at + 1;
      }
    }
    return [token, end];
  }
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = start > 0 ? (text[start - 1] as string) : '';
  const after = end < text.length ? (text[end] as string) : '';
  return !WORD.test(before) && !WORD.test(after);
}
