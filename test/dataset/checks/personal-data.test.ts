import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, passesLuhn } from '../../../src/dataset/checks/personal-data.ts';
import { check, shown } from './rows.ts';

function found(text: string): string[] {
  return findPersonalData(text).map(({ name, start, end }) => `${name}: ${text.slice(start, end)}`);
}

describe('personal data', () => {
  it.each([
    [
      'Write to marta.linnet+boats@port-linnet.co.uk.',
      'e-mail address: marta.linnet+boats@port-linnet.co.uk',
    ],
    ['jürgen@käse.de', 'e-mail address: jürgen@käse.de'],
    ['<a href="mailto:ines@linnet.org">', 'e-mail address: ines@linnet.org'],
    ['call +44 20 7183 8750 today', 'phone number: +44 20 7183 8750'],
    ['call 0044 20 7183 8750 today', 'phone number: 0044 20 7183 8750'],
    ['(415) 362-1234, ask for Bo', 'phone number: (415) 362-1234'],
    ['1-415-362-1234', 'phone number: 1-415-362-1234'],
    ['card 4539 1488 0343 6467 exp 12/27', 'card number: 4539 1488 0343 6467'],
    ['378734493671000', 'card number: 378734493671000'],
    ['IBAN DE89 3704 0044 0532 0130 00 please', 'bank account number (IBAN): DE89 3704 0044 0532 0130 00'],
    ['GB82WEST12345698765432', 'bank account number (IBAN): GB82WEST12345698765432'],
    ['NO93 8601 1117 947', 'bank account number (IBAN): NO93 8601 1117 947'],
  ])('is found in %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    'desk@portlinnet.example and jane@example.com',
    'git@github.com:harbor/desk.git',
    'https://harbor:hunter2hunter2@files.linnet.org/x',
    'a @ b, user@localhost, @handle, x@y',
    'Call 555-0142 or +1 202 555 0143',
    'test cards 4242 4242 4242 4242 and 378282246310005',
    '4539 1488 0343 6468, one digit off',
    'DE89 3704 0044 0532 0130 01, one digit off',
    'GB82WEST123456987654321, one character too long',
    'order 123456789012, 2024-03-15 10:30:00, 192.168.100.200, 3.14159265358979',
    'ISBN 978-3-16-148410-0, part 0049-1234',
    'the sum is 1 000 000 000 000 000 euros',
  ])('is not %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('is reported with its message, masked, five times a row at most', async () => {
    const many = Array.from({ length: 9 }, (_, i) => `guest${i}@linnet.org`).join(', ');
    const report = await check({
      train: [
        ['Who came?', many],
        ['And Bo?', 'Bo is on +44 20 7183 8750.'],
      ],
    });
    expect(shown(report)).toEqual([
      ...Array(5).fill('warning personal_data train.jsonl:1: e-mail address in message 2 (assistant): gues…'),
      'warning personal_data train.jsonl:2: phone number in message 2 (assistant): +44 …',
    ]);
  });

  it('checks card numbers as ISO/IEC 7812 says', () => {
    // The standard's worked example, 7992739871 with check digit 3.
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9].filter((digit) => passesLuhn(`7992739871${digit}`))).toEqual([3]);
    fc.assert(
      fc.property(
        fc.stringMatching(/^\d{5,18}$/),
        fc.nat(17),
        fc.integer({ min: 1, max: 9 }),
        (start, at, more) => {
          const digit = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((check_) => passesLuhn(`${start}${check_}`));
          const valid = `${start}${digit}`;
          const place = at % valid.length;
          const wrong = `${valid.slice(0, place)}${(Number(valid[place]) + more) % 10}${valid.slice(place + 1)}`;
          expect([passesLuhn(valid), passesLuhn(wrong)]).toEqual([true, false]);
        },
      ),
    );
  });
});
