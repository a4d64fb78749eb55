/**
 * One line's bytes to a JSON value, or the reason why not. Stricter than JSON.parse where that one would lose data without
 * a word: invalid UTF-8, NUL bytes and a key that an object holds twice. Knows nothing of conversations.
 */

import { isUtf8 } from 'node:buffer';

export type JsonLine = { value: unknown; problem?: undefined } | { problem: string };

/** Parses one line. The problem is a sentence that says what to do. */
export function parseJsonLine(bytes: Buffer): JsonLine {
  if (!isUtf8(bytes)) return { problem: invalidUtf8(bytes) };
  const text = bytes.toString('utf8');
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return { problem: `NUL byte at column ${nul + 1}: the file is damaged or not text, restore it` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: notJson(text, error) };
  }
  const twice = firstKeyHeldTwice(text);
  if (twice !== undefined) {
    return { problem: `key ${JSON.stringify(twice)} occurs twice in one object: keep one of the two` };
  }
  return { value };
}

function invalidUtf8(bytes: Buffer): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return 'the file is UTF-16: save it as UTF-8';
  const decoded = Buffer.from(bytes.toString('utf8'));
  let at = 0;
  while (at < bytes.length && bytes[at] === decoded[at]) at += 1;
  return `not UTF-8 near byte ${at + 1} of the line: save the file as UTF-8`;
}

function notJson(text: string, error: unknown): string {
  const trimmed = text.trim();
  if (text.startsWith('\u{feff}')) {
    return 'a byte order mark inside the file (files joined end to end?): delete it from the start of this line';
  }
  if (trimmed === '[' || trimmed === '{' || trimmed === '[{') {
    return 'a JSON document over several lines, expected JSON Lines: write each row as one object on one line';
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `not valid JSON (${printable(reason)}): write one JSON object on this line`;
}

/** Text with control characters made visible, so that a quoted piece of data cannot steer a terminal. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COLON = 0x3a;

/** Walks valid JSON once, strings in one jump, and collects the keys of each open object. */
function firstKeyHeldTwice(text: string): string | undefined {
  const open: string[][] = [];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === OPEN_OBJECT) open.push([]);
    else if (code === CLOSE_OBJECT) open.pop();
    else if (code === QUOTE) {
      const end = closingQuote(text, i);
      let next = end + 1;
      while (isJsonSpace(text.charCodeAt(next))) next += 1;
      if (text.charCodeAt(next) === COLON) {
        const key = JSON.parse(text.slice(i, end + 1)) as string;
        const keys = open.at(-1);
        // Rows have a handful of keys; a hostile row with thousands must not cost quadratic time.
        if (keys && keys.length > MAX_KEYS) return undefined;
        if (keys?.includes(key)) return key;
        keys?.push(key);
      }
      i = end;
    }
  }
  return undefined;
}

/** More keys than any row form has: such a row is refused for its unknown keys. */
const MAX_KEYS = 64;

function closingQuote(text: string, opening: number): number {
  let end = text.indexOf('"', opening + 1);
  for (;;) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 1) return end;
    end = text.indexOf('"', end + 1);
  }
}

function isJsonSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}
