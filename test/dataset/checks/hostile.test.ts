import { describe, expect, it } from 'vitest';
import { check, type Turns } from './rows.ts';

const MEGABYTE = 2 ** 20;

/** A quarter of a megabyte is enough: a quadratic scan of it takes minutes. */
function repeated(piece: string, length = MEGABYTE / 4): string {
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
}

/** Each makes some careless pattern take quadratic time or worse. */
const TEXTS: Record<string, string> = {
  'one word of a megabyte': repeated('a', MEGABYTE),
  'one digit': repeated('1'),
  spaces: repeated(' '),
  'white space of all kinds': repeated(' \n\t\u00a0'),
  'at signs': repeated('@'),
  'addresses without end': repeated('a@'),
  'addresses with dots': repeated('a@b.'),
  'real addresses': repeated('guest@linnet.org '),
  'digits with spaces': repeated('1 '),
  'digits with dashes': repeated('41-'),
  'phone numbers': repeated('+442071838750 '),
  'phone numbers that are none': repeated('+4412345678 '),
  'starts of bank accounts': repeated('DE89 '),
  'bank accounts': repeated('GB82WEST12345698765432 '),
  'protocols and colons': repeated('http://a:'),
  'users and passwords': `${repeated(`https://${'u'.repeat(200)}:${'p'.repeat(200)}`)}`,
  'database addresses': repeated('postgres://a:b'),
  'keys that begin': repeated('-----BEGIN RSA PRIVATE KEY-----\n'),
  'a key without end': `-----BEGIN RSA PRIVATE KEY-----\n${repeated('A')}`,
  'names of secrets': repeated('aws_secret_access_key '),
  'a name of a secret and spaces': `aws_secret_access_key${repeated(' ')}`,
  'parts of keys': repeated(`SG.a.${'a'.repeat(300)}`),
  'many keys': repeated(`ghp_${'a1B2'.repeat(9)} `),
  'Slack dashes': `xoxb-${repeated('a-')}`,
  'service accounts': repeated('ops_ey'),
  brackets: repeated('<|'),
  'tokens of the form': repeated('<|a'),
  'opened instructions': repeated('[INST'),
  mojibake: repeated('Ã©'),
  'first bytes': repeated('ð'),
  'control characters': repeated('\u0007'),
  'bidirectional marks': repeated('\u202e'),
  'flags in tags': repeated('\u{1f3f4}\u{e0067}'),
  'variation selectors': repeated('\ufe0f'),
  'refusals cut short': repeated("i'm sorry "),
  emoji: repeated('👍'),
  ideographs: repeated('港'),
  'halves of pairs': repeated('\ud800'),
  'numbers with dots': repeated('1.'),
};

describe('hostile text', () => {
  it.each(Object.entries(TEXTS))('costs no more than its length: %s', async (_, text) => {
    const rows: Turns[] = [
      ['What is this?', text],
      ['What is this?', `${text.slice(0, -10)} changed`],
      [text, 'No idea.'],
    ];
    const started = performance.now();
    const report = await check({ train: rows, test: [['And this?', text]], base: rows.slice(0, 1) });
    // All take less than half a second on an idle machine.
    expect(performance.now() - started).toBeLessThan(8_000);
    expect(JSON.stringify(report).length).toBeLessThan(16 * MEGABYTE);
  });

  it('costs no more than its length in many turns either', async () => {
    const turns = Array.from({ length: 40_001 }, (_, i) => `turn ${i % 7}`).slice(0, 40_000);
    const started = performance.now();
    const report = await check({ train: [turns, turns], test: [turns] });
    expect(performance.now() - started).toBeLessThan(5_000);
    expect(report.counts).toMatchObject({ duplicates: 1, leakage: 2 });
  });
});
