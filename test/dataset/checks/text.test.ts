import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckName } from '../../../src/dataset/checks/finding.ts';
import { isMojibake } from '../../../src/dataset/checks/mojibake.ts';
import { check, findingsOf, shown } from './rows.ts';

/** Windows-1252 where it differs from Latin-1; five bytes have no character there and stay controls. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** What UTF-8 looks like to a reader that takes it for Latin-1 or for Windows-1252. */
function misread(text: string, as: 'latin1' | 'windows-1252' = 'windows-1252'): string {
  const latin1 = Buffer.from(text, 'utf8').toString('latin1');
  if (as === 'latin1') return latin1;
  return Array.from(latin1, (character) => {
    const byte = character.charCodeAt(0);
    return byte >= 0x80 && byte < 0xa0 ? (WINDOWS_1252[byte - 0x80] ?? '') : character;
  }).join('');
}

async function messages(name: CheckName, answer: string, options = {}): Promise<string[]> {
  const findings = await findingsOf(name, { train: [['Tell me about it, please', answer]] }, options);
  return findings.map(({ message }) => message);
}

describe('mojibake', () => {
  it.each([
    'Café au lait, s’il vous plaît – très bientôt',
    'Übergröße und Straßenfest',
    'señor, mañana por la mañana',
    'It’s fine, he said: “come in”…',
    '26 € a night',
    '✓ done → next • last',
    'Завтра в гавани будет ветер',
    'Καλημέρα σας, πού είναι το λιμάνι',
    'こんにちは世界、今日は風が強い',
    'שלום, איפה הנמל הגדול',
    'see you 😀 there',
  ])('is seen in %j once it is decoded wrongly, and only then', (text) => {
    expect(isMojibake(text)).toBe(false);
    expect([isMojibake(misread(text)), isMojibake(misread(text, 'latin1'))]).toEqual([true, true]);
  });

  it('is not seen in text of Western languages with their quotation marks', () => {
    for (const text of [
      '„Spaß“',
      'le mot « où », là-bas',
      'NÃO É ASSIM',
      'À l’été',
      'Ã‡',
      'Ångström ° µ ± ½',
      'ÂGE',
    ])
      expect([text, isMojibake(text)]).toEqual([text, text === 'Ã‡']);
    const word = fc
      .tuple(
        fc.constantFrom('', '„', '«', '“', '¿'),
        fc.string({ unit: fc.constantFrom(...'aeßüöäéèêàâçñåøÅÉÜÖ'), minLength: 1, maxLength: 6 }),
        fc.constantFrom('', '”', '“', '’', '…', '…”', '»', '”,', '–', '™', '°'),
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), (words) => {
        expect(isMojibake(words.join(' '))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('is reported with its message; lost characters by their own name', async () => {
    expect(await messages('mojibake', misread('Das Café ist geöffnet'))).toEqual([
      'UTF-8 decoded as another encoding in message 2 (assistant)',
    ]);
    expect(await messages('mojibake', 'Das Caf\ufffd ist auf')).toEqual([
      'lost characters (U+FFFD) in message 2 (assistant)',
    ]);
  });
});

describe('control characters', () => {
  it.each([
    ['a bell\u0007', 'a control character in message 2 (assistant): U+0007'],
    ['\u001b[31mred\u001b[0m', '2 times a control character in message 2 (assistant): U+001B'],
    ['next\u0085line', 'a control character in message 2 (assistant): U+0085'],
    ['user\u202enimda', 'a bidirectional control in message 2 (assistant): U+202E'],
    ['\u2066a\u2069', '2 times a bidirectional control in message 2 (assistant): U+2066, U+2069'],
    ['zero\u200bwidth\ufeff', '2 times a zero-width character in message 2 (assistant): U+200B, U+FEFF'],
    ['a\u2028b', 'a line or paragraph separator in message 2 (assistant): U+2028'],
    ['\ue000', 'a noncharacter or private-use character in message 2 (assistant): U+E000'],
    ['hi\u{e0049}\u{e0067}', '2 times a tag character in message 2 (assistant): U+E0049, U+E0067'],
    ['hi\u{e0101}\u{e0102}\u{e0103}', 'a run of variation selectors in message 2 (assistant): U+E0101'],
  ])('are found in %j', async (text, expected) => {
    expect(await messages('control_characters', text)).toEqual([expected]);
  });

  it.each([
    'tabs\tand\r\nlines',
    'family 👨‍👩‍👧, heart ❤️, flag 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}',
    'نامه‌ای به \u200fدوست',
    'हिन्दी क्‍ष',
    '葛\u{e0100}城',
    'soft “quotes” – and … so on',
  ])('are not what scripts and emoji need: %j', async (text) => {
    expect(await messages('control_characters', text)).toEqual([]);
  });
});

describe('special tokens', () => {
  it.each([
    ['Fine.<end_of_turn>\n<start_of_turn>user', '<end_of_turn>'],
    ['<|im_start|>assistant', '<|im_start|>'],
    ['[INST] hello [/INST]', '[INST]'],
    ['done</s>', '</s>'],
    ['<|reserved_special_token_17|>', 'of the form <|…|>'],
    ['<unused99>', 'of the form <|…|>'],
  ])('are found in %j', async (text, token) => {
    expect(await messages('special_tokens', text)).toEqual([
      `the special token ${token} as text in message 2 (assistant)`,
    ]);
  });

  it('are also those of the model at hand', async () => {
    expect(await messages('special_tokens', 'a ▁HARBOR▁ b')).toEqual([]);
    expect(await messages('special_tokens', 'a ▁HARBOR▁ b', { specialTokens: ['▁HARBOR▁'] })).toHaveLength(1);
  });

  it('are not quoted when anything could be in them', async () => {
    expect(JSON.stringify(await check({ train: [['Hi', '<|hunter2hunter2|>']] }))).not.toContain('hunter2');
  });

  it.each(['a < b and b > c', '<table><b>x</b></table>', '[1] and [INS]', 'if (a <| b |> c)'])(
    'are not %j',
    async (text) => {
      expect(await messages('special_tokens', text)).toEqual([]);
    },
  );
});

describe('answers', () => {
  it.each(['...', '—', '\u200b', 'N/A', 'n/a.', 'TODO', '[placeholder]', 'null', '"none"'])(
    'say nothing when they are %j',
    async (text) => {
      expect(await messages('empty_answers', text)).toHaveLength(1);
    },
  );

  it.each(['👍', '42', 'None of the piers is free.', 'Todo lo que necesita', 'x', '是'])(
    'say something: %j',
    async (text) => {
      expect(await messages('empty_answers', text)).toEqual([]);
    },
  );

  it.each([
    'As an AI language model, I have no boat.',
    'I’m sorry, but I can’t help with that.',
    'I cannot assist with this request.',
    "Hello! I'm just an AI assistant, so ask at the desk.",
    'I apologize, but I am not able to do that.',
    'Als KI-Sprachmodell habe ich kein Boot.',
  ])('are boilerplate refusals: %j', async (text) => {
    expect(await messages('refusals', text)).toHaveLength(1);
  });

  it.each([
    'Sorry about the noise last night, the crane is quiet until eight now.',
    'You can’t moor there, but Pier B is free.',
    'An AI reads the webcam and counts the boats.',
    'I can help with that.',
  ])('are not refusals: %j', async (text) => {
    expect(await messages('refusals', text)).toEqual([]);
  });

  it('with turns out of order are errors', async () => {
    const { train } = { train: [['Hi', 'Hello'], ['Only a question']] };
    expect(shown(await check({ train }))).toEqual([
      'error role_order train.jsonl:2: nothing to learn from, no assistant turn',
    ]);
  });
});
