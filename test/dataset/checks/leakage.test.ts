import { describe, expect, it } from 'vitest';
import { check, createProse, findingsOf, shown } from './rows.ts';

const ANSWER =
  'Take the ferry at ten from the fourth pier, buy the ticket on board and keep it for the way back in the evening.';
const OTHER = 'The crane lifts boats of up to twelve tonnes on workdays, within an hour of high water.';

function leaks({ findings }: Awaited<ReturnType<typeof check>>): string[] {
  return shown({
    findings: findings.filter(({ check: name }) => name.endsWith('leakage') || name === 'shared_passages'),
  });
}

describe('leakage', () => {
  it('is a training row that is in the test set', async () => {
    const report = await check({
      train: [
        ['Something else entirely', OTHER],
        ['How do I get to the island?', ANSWER],
      ],
      test: [['How do I get to the island?', ANSWER]],
    });
    expect(leaks(report)).toEqual([
      'error leakage train.jsonl:2: the same messages as the test row test.jsonl:1 [test.jsonl:1]',
    ]);
  });

  it('is a training row that is nearly one of the test set', async () => {
    const report = await check({
      train: [['how do I get to the ISLAND?', ANSWER.replace('ticket', 'tickets')]],
      test: [['How do I get to the island?', ANSWER]],
    });
    expect(leaks(report)).toEqual([
      expect.stringMatching(
        /^error leakage train.jsonl:1: nearly the same \(9\d % of .* the test row test.jsonl:1/,
      ),
    ]);
  });

  it('is the prompt alone, punctuation, case and spacing apart', async () => {
    const report = await check({
      train: [
        ['how do i get, to the island', OTHER],
        ['How do I get to the mainland?', OTHER],
      ],
      test: [['How do I get to the island?!', ANSWER]],
    });
    expect(leaks(report)).toEqual([
      'error prompt_leakage train.jsonl:1: opens with the prompt of the test row test.jsonl:1 [test.jsonl:1]',
    ]);
  });

  it('is a prompt whatever system message stands before it and whatever follows', async () => {
    const findings = await findingsOf('prompt_leakage', {
      train: [['system:Be kind.', 'How do I get to the island?', OTHER, 'And back?', 'Swim.']],
      test: [['system:Be brief.', 'How do I get to the island?', ANSWER]],
    });
    expect(findings).toHaveLength(1);
  });

  it('is not a greeting that both sets open with', async () => {
    const report = await check({ train: [['Hello there!', OTHER]], test: [['hello there', ANSWER]] });
    expect(leaks(report)).toEqual([]);
  });

  it('is half of a test row in runs of 13 words, or 50 words of it', async () => {
    const prose = createProse(37);
    const [shared, long] = [prose(30), prose(50)];
    const report = await check({
      train: [
        [prose(5), `${prose(60)} ${shared} ${prose(60)}`],
        [prose(5), `${prose(60)} ${long} ${prose(60)}`],
      ],
      test: [
        [prose(5), `${prose(10)} ${shared} ${prose(10)}`],
        [prose(5), `${prose(200)} ${long} ${prose(200)}`],
      ],
    });
    expect(leaks(report)).toEqual([
      'error overlap_leakage train.jsonl:1: 30 words, in runs of 13 or more, are also in the test row test.jsonl:1, 55 % of it [test.jsonl:1]',
      'error overlap_leakage train.jsonl:2: 50 words, in runs of 13 or more, are also in the test row test.jsonl:2, 11 % of it [test.jsonl:2]',
    ]);
  });

  it('is a shared passage, a warning, when it is less; 12 words are nothing', async () => {
    const prose = createProse(41);
    const [thirteen, twelve] = [prose(13), prose(12)];
    const report = await check({
      train: [
        [prose(5), `${prose(20)}, ${thirteen.toUpperCase().replaceAll(' ', ', ')}! ${prose(20)}`],
        [prose(5), `${prose(20)} ${twelve} ${prose(20)}`],
      ],
      test: [
        [prose(5), `${prose(40)} ${thirteen} ${prose(42)}`],
        [prose(5), `${prose(40)} ${twelve} ${prose(40)}`],
      ],
    });
    expect(leaks(report)).toEqual([
      'warning shared_passages train.jsonl:1: 13 words, in runs of 13 or more, are also in the test row test.jsonl:1, 13 % of it [test.jsonl:1]',
    ]);
  });

  it('is measured against each test row that says it, not the first alone', async () => {
    const prose = createProse(53);
    const passage = prose(40);
    const report = await check({
      train: [[prose(5), `${prose(20)} ${passage} ${prose(20)}`]],
      test: [
        [prose(5), `${prose(100)} ${passage} ${prose(60)}`],
        [prose(2), `${passage} ${prose(3)}`],
      ],
    });
    expect(leaks(report)).toEqual([
      'error overlap_leakage train.jsonl:1: 40 words, in runs of 13 or more, are also in the test row test.jsonl:2, 89 % of it (and in 1 more) [test.jsonl:2 test.jsonl:1]',
    ]);
  });

  it('is not boilerplate: what more than ten training rows say, with a word before it or not', async () => {
    const prose = createProse(43);
    const signature = prose(20);
    const train = (count: number) =>
      Array.from({ length: count }, (_, i) => [
        prose(5),
        `${prose(10)} ${i < 4 ? 'always' : prose(1)} ${signature}`,
      ]);
    const test = [[prose(5), `${prose(15)} always ${signature}`]];
    expect(leaks(await check({ train: train(11), test }))).toEqual([]);
    expect(leaks(await check({ train: train(10), test }))).toHaveLength(10);
  });

  it('is not spelt by the end of one message and the beginning of the next', async () => {
    const prose = createProse(47);
    const [left, right] = [prose(7), prose(7)];
    const report = await check({
      train: [[`${prose(5)} ${left}`, `${right} ${prose(5)}`]],
      test: [[prose(5), `${prose(5)} ${left} ${right} ${prose(5)}`]],
    });
    expect(leaks(report)).toEqual([]);
  });

  it('is reported once for a row, by its strongest sign', async () => {
    const report = await check({
      train: [['How do I get to the island?', ANSWER]],
      test: [
        ['How do I get to the island?', ANSWER],
        ['How do I get to the island?', OTHER],
      ],
    });
    expect(leaks(report).map((line) => line.split(' ')[1])).toEqual(['leakage']);
  });
});

describe('label conflicts', () => {
  it('are answers of the same prompt that have little in common, other numbers, or yes against no', async () => {
    const findings = await findingsOf('label_conflicts', {
      train: [
        ['What is a night for 10 m?', 'A boat of ten meters pays 26 euros a night, at the desk.'],
        ['what is a night for 10 m', 'A boat of ten meters pays 38 euros a night, at the desk.'],
        ['May I swim here?', 'Yes, swimming is fine along the whole of the outer breakwater.'],
        ['May I swim here?', 'No, swimming is not fine along the whole of the outer breakwater.'],
        ['Where is the desk?', 'In the white house at the head of the first pier.'],
        ['Where is the desk?', 'Thank you so much for asking, our dedicated team will be in touch!'],
      ],
    });
    expect(findings.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      '2: the prompt of train.jsonl:1 with another answer (other numbers)',
      '4: the prompt of train.jsonl:3 with another answer (one says yes, the other no)',
      expect.stringMatching(
        /^6: the prompt of train.jsonl:5 with another answer \(\d+ % of their 5-grams in common\)$/,
      ),
    ]);
  });

  it('are not answers in other words, nor other prompts, system messages or earlier turns', async () => {
    const findings = await findingsOf('label_conflicts', {
      train: [
        ['Where is the desk?', 'It is in the white house at the head of the first pier.'],
        ['Where is the desk?', 'The desk is in the white house at the head of the first pier.'],
        ['system:You work at the airport.', 'Where is the desk?', 'Terminal two, ground floor, to the left.'],
        ['Hi', 'Hello!', 'Where is the desk?', 'Upstairs, where the flags are flying today.'],
      ],
    });
    expect(findings).toEqual([]);
  });

  it('are found in later turns when all before them is the same', async () => {
    const findings = await findingsOf('label_conflicts', {
      train: [
        ['Hi', 'Hello!', 'Where is the desk?', 'In the white house.'],
        ['Hi', 'Hello!', 'Where is the desk?', 'Upstairs, where the flags are flying today.'],
      ],
    });
    expect(findings.map(({ line, related }) => [line, related])).toEqual([
      [2, [{ file: 'train.jsonl', line: 1 }]],
    ]);
  });
});
