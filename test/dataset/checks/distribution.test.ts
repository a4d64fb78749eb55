import { describe, expect, it } from 'vitest';
import { createDistributionCounter, HISTOGRAM_EDGES } from '../../../src/dataset/checks/distribution.ts';
import { kolmogorovSmirnov } from '../../../src/dataset/checks/distribution-shift.ts';
import { languageOf } from '../../../src/dataset/checks/language.ts';
import { createRng } from '../../../src/rng.ts';
import { check, createProse, findingsOf, rows, type Turns } from './rows.ts';

function answer(content: string) {
  return { messages: [{ role: 'assistant' as const, content }] };
}

describe('the language of a conversation', () => {
  it.each([
    ['Take the ferry at ten and bring the ticket with you.', 'en'],
    ['Nehmen Sie die Fähre um zehn und bringen Sie die Karte mit.', 'de'],
    ['Prenez le ferry à dix heures et gardez votre billet.', 'fr'],
    ['Tome el ferry a las diez y traiga su billete, por favor.', 'es'],
    ['Возьмите паром в десять и не забудьте билет.', 'ru'],
    ['請搭十點的渡輪，並帶上您的船票。', 'zh'],
    ['十時のフェリーに乗って、切符をお持ちください。', 'ja'],
    ['خذ العبارة في العاشرة وأحضر معك التذكرة من فضلك.', 'ar'],
  ])('of %j is %s', (text, language) => {
    expect(languageOf(answer(text))).toBe(language);
  });

  it.each(['', 'ok', 'Hola', '12345 67890 12345 67890', '🙂🙂🙂', 'x = [1, 2, 3]'])(
    'of %j is undetermined',
    (text) => {
      expect(languageOf(answer(text))).toBe('und');
    },
  );
});

describe('distributions', () => {
  it('count conversations, answers and turns', async () => {
    const { distributions } = await check({
      train: [
        ['system:Be brief.', '12345', '1234567'],
        ['123', '123456789', '1', '12'],
        ['1', '12345678901234567'],
      ],
    });
    const { head } = distributions;
    expect(distributions.base).toBeUndefined();
    // Without the system message 12, 15 and 18 characters; answers of 7, 9, 2 and 17.
    expect(head.conversation_characters).toMatchObject({
      count: 3,
      min: 12,
      median: 15,
      mean: 15,
      p95: 17.7,
      max: 18,
    });
    expect(head.answer_characters).toMatchObject({ count: 4, min: 2, median: 8, mean: 8.75, max: 17 });
    const bins = head.answer_characters.histogram.flatMap((count, i) =>
      count === 0 ? [] : [[HISTOGRAM_EDGES[i], count]],
    );
    expect(bins).toEqual([
      [0, 2],
      [8, 1],
      [16, 1],
    ]);
    expect(head.turns).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(head.languages).toEqual([{ language: 'und', conversations: 3 }]);
  });

  it('are told of the base, of the rows that are added or edited, and of all', async () => {
    const prose = createProse(53);
    const base = Array.from({ length: 5 }, () => [prose(5), prose(10)]);
    const train = [...base.slice(1), ['Quite another', 'conversation'], [base[0]?.[0] ?? '', 'edited']];
    const { distributions } = await check({ train, base });
    expect(
      [distributions.base, distributions.added, distributions.head].map((of) => of?.conversations),
    ).toEqual([5, 2, 6]);
  });

  it('read languages of evenly spread conversations when there are many', () => {
    const all = rows(
      'f',
      Array.from({ length: 12_000 }, (_, i) => ['Hi', i < 6000 ? 'first' : 'second']),
    );
    let reads = 0;
    const counter = createDistributionCounter(all.length, (row) => {
      reads += 1;
      return row.messages[1]?.content ?? '';
    });
    for (const row of all) counter.add(row);
    expect(reads).toBe(4000);
    expect(counter.result().languages).toEqual([
      { language: 'first', conversations: 2000 },
      { language: 'second', conversations: 2000 },
    ]);
  });
});

describe('the Kolmogorov–Smirnov distance', () => {
  it('is that of scipy.stats.ks_2samp', () => {
    // scipy 1.17.1: ks_2samp(a, b).statistic
    const of = (a: number[], b: number[]) => kolmogorovSmirnov(Float64Array.from(a), Float64Array.from(b));
    expect(of([1, 2, 3, 4], [3, 4, 5, 6])).toBe(0.5);
    expect(of([1, 1, 2, 2, 9], [1, 2, 2, 2, 3, 3, 10])).toBeCloseTo(0.2571428571428571, 12);
    expect(of([5, 5, 5], [5, 5])).toBe(0);
    expect(of([1, 2], [3])).toBe(1);
  });
});

describe('a shift of the distribution', () => {
  const turns = (prose: (words: number) => string, words: number): Turns => [prose(6), prose(words)];

  it('is noted when the added answers are much longer, and at the first added row', async () => {
    const prose = createProse(59);
    const rng = createRng(59);
    const base = Array.from({ length: 80 }, () => turns(prose, 10 + rng.integer(10)));
    const added = Array.from({ length: 40 }, () => turns(prose, 40 + rng.integer(40)));
    const findings = await findingsOf('distribution', { train: [...base, ...added], base });
    expect(findings.map(({ severity, line, introduced }) => [severity, line, introduced])).toEqual([
      ['note', 81, true],
      ['note', 81, true],
    ]);
    expect(findings[1]?.message).toMatch(
      /^the added answers have a median of \d+ characters, those of the base a median of \d+ \(Kolmogorov–Smirnov distance 1\.00\)$/,
    );
  });

  it('is noted when another language is added', async () => {
    const english = (i: number): Turns => [
      `Question ${i}`,
      `Boat number ${i} leaves the harbor in the early morning.`,
    ];
    const german = (i: number): Turns => [
      `Frage ${i}`,
      `Das Boot Nummer ${i} verlässt morgens früh den Hafen.`,
    ];
    const of = (make: (i: number) => Turns, from: number, count: number) =>
      Array.from({ length: count }, (_, i) => make(from + i));
    const base = of(english, 0, 60);
    const findings = await findingsOf('distribution', { train: [...base, ...of(german, 100, 30)], base });
    expect(findings.map(({ message }) => message).filter((message) => message.includes('language'))).toEqual([
      '0 % of the added conversations are in language "en", of those of the base 100 %',
      '100 % of the added conversations are in language "de", of those of the base 0 %',
    ]);
  });

  it('is rarely noted when the added rows are drawn from the same source', async () => {
    const prose = createProse(61);
    const rng = createRng(61);
    const draw = (count: number) => Array.from({ length: count }, () => turns(prose, 5 + rng.integer(60)));
    let noted = 0;
    for (let trial = 0; trial < 40; trial += 1) {
      const base = draw(60);
      noted += (await findingsOf('distribution', { train: [...base, ...draw(30)], base })).length > 0 ? 1 : 0;
    }
    // Three tests at 1 %: 1.2 of 40 expected.
    expect(noted).toBeLessThanOrEqual(4);
  });

  it('is not looked for in a handful of rows', async () => {
    const prose = createProse(67);
    const base = Array.from({ length: 50 }, () => turns(prose, 5));
    const added = Array.from({ length: 10 }, () => turns(prose, 100));
    expect(await findingsOf('distribution', { train: [...base, ...added], base })).toEqual([]);
  });
});
