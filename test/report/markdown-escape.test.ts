import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  clip,
  code,
  details,
  escapeText,
  list,
  md,
  mermaid,
  table,
  visible,
} from '../../src/report/markdown-escape.ts';

/** What a browser shows of text with character references. */
const decoded = (text: string) =>
  text.replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)));
const shown = (text: string) => decoded(text).replaceAll('\u200B', '');

describe('text from outside', () => {
  test.each([
    ['fences', '```\nrm\n```'],
    ['pipes', 'a | b \\| c'],
    ['HTML', '<img src=x onerror="alert(1)"> & <b>'],
    ['the end of a comment', '--> <!-- lora-gate:comment -->'],
    ['emphasis and links', '**b** _i_ ~s~ [x](http://evil.example) ![i](x)'],
    ['a mention', 'ask @octocat or @org/team'],
    ['references', '#12 org/repo#3 GH-45'],
    ['addresses', 'https://evil.example www.evil.example a@b.example'],
    ['a formula', '$\\sqrt{3}$'],
    ['a footnote', '[^1]'],
  ])('shows %s as it is written and means nothing', (_, text) => {
    const escaped = escapeText(text);
    expect(shown(escaped)).toBe(text.replaceAll('\n', ' '));
    expect(escaped).not.toMatch(/[<>`*[\]\\|~$@]/);
    expect(escaped.replace(/&#\d+;/g, ' ')).not.toMatch(/[&#]|:\/\/|\bwww\.|--/);
    expect(decoded(escaped)).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\./);
  });

  test.each([
    '- item',
    '+ item',
    '-',
    '---',
    '===',
    '1. one',
    '12) twelve',
    '# title',
    '> quote',
    '    code',
  ])('%j at the start of a line starts no block', (text) => {
    const escaped = escapeText(text);
    expect(escaped).not.toMatch(/^(\s{4}|[-+](\s|$)|\d+[.)](\s|$)|#|>|=|---)/);
    expect(shown(escaped)).toBe(text.replace(/ +/g, ' '));
  });

  test('an underscore inside a word is left readable, at its edge it is no emphasis', () => {
    expect(escapeText('learning_rate _x_ __init__')).toBe(
      'learning_rate &#95;x&#95; &#95;&#95;init&#95;&#95;',
    );
  });

  test('the spaces around what is put in stay', () => {
    expect(md`a${' (b) '}c`.source).toBe('a (b) c');
  });

  test('signs in front of numbers stay readable', () => {
    expect(escapeText('+1.23 %')).toBe('+1.23 %');
    expect(escapeText('-3')).toBe('-3');
  });

  test('nothing invisible is left: controls, direction marks, tags, lone surrogates', () => {
    expect(visible('a\u202Eb\u2066c\u0000d\uFEFFe\u{E0041}')).toBe(
      'a⟨U+202E⟩b⟨U+2066⟩c⟨U+0000⟩d⟨U+FEFF⟩e⟨U+E0041⟩',
    );
    expect(visible('x\uD800y')).toBe('x\uFFFDy');
    expect(visible('a\r\n\u2028b')).toBe('a b');
    expect(visible(`z${'\u0301'.repeat(50)}`)).toBe(`z${'\u0301'.repeat(3)}`);
  });

  test('joined emoji and Persian joiners stay whole', () => {
    expect(visible('👩‍🚀 می‌خواهم')).toBe('👩‍🚀 می‌خواهم');
  });

  test('any text at all comes out as one line without markup (property)', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const escaped = escapeText(text);
        expect(escaped).not.toMatch(/[<>`*[\]\\|~$@\n\r]/);
        expect(escaped.replace(/&#\d+;/g, '')).not.toContain('&');
        expect(shown(escaped)).toBe(visible(text).replace(/\s+/g, ' '));
      }),
    );
  });

  test('code keeps ids copyable: no breaks inside', () => {
    expect(code('a@b#1|`x`').source).toBe('<code>a&#64;b&#35;1&#124;&#96;x&#96;</code>');
    expect(code('').source).toBe('<code>&#32;</code>');
  });
});

describe('the template', () => {
  test('escapes what is put in and keeps what it made itself', () => {
    const name = '<b>@x</b>';
    expect(md`**${name}**: ${md`_${1}_`} ${[md`a`, md`b`]}`.source).toBe(
      '**&#60;b&#62;&#64;&#8203;x&#60;/b&#62;**: _1_ ab',
    );
  });

  test('an object that pretends to be Markdown does not get past it', () => {
    const forged = JSON.parse('{"source":"<script>"}') as string;
    expect(() => md`${forged}`).toThrow();
  });

  test('a cell can neither end its row nor its column', () => {
    const cell = md`${'a | b\n| c |'}`;
    expect(table([md`H`], [[cell]]).source.split('\n')).toHaveLength(3);
    expect(table([md`H`, md`I`], [[md``, md`x`]]).source.split('\n')[2]).toBe('|  | x |');
  });

  test('a list item and a summary stay inside', () => {
    expect(list([md`${'a\n- b'}`]).source).toBe('- a - b');
    expect(details(md`${'</summary><h1>'}`, md`x`).source).not.toContain('<h1>');
    expect(details(md`s`, md``).source).toBe('');
  });

  test('a mermaid block cannot be left', () => {
    const { source } = mermaid(['title "x```\n<script>%%{init}%%;click"']);
    expect(source.split('\n')).toHaveLength(3);
    expect(source.match(/`/g)).toHaveLength(6);
    expect(source).not.toMatch(/[<{;]/);
  });
});

test('clip cuts by characters, not inside a pair', () => {
  expect(clip('abcdef', 4)).toBe('abc…');
  expect(clip('abcd', 4)).toBe('abcd');
  expect(clip('👍'.repeat(10), 3)).toBe('👍👍…');
  expect(clip('x'.repeat(1e6), 5)).toBe('xxxx…');
});
