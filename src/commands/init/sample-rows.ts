/**
 * The conversations that `lora-gate init` writes where there are none yet: a library's desk that answers in one shape. Enough
 * to see a first run end; too few to decide anything. Given under CC0, to be replaced.
 */

type Pair = readonly [question: string, answer: string];

const TRAIN: readonly Pair[] = [
  ['When do you open on Saturday?', 'Saturday: 10:00 to 16:00, reading room and lending desk alike.'],
  ['How long may I keep a novel?', 'Loan: 28 days for novels, and two renewals of 14 days each.'],
  ['I lost my card, what now?', 'Card: a new one costs 5 euros and is printed while you wait.'],
  [
    'Can my daughter get a card? She is six.',
    'Card: children from five get one free, with a parent present.',
  ],
  ['What does it cost to bring a book back late?', 'Fee: 20 cents a day for each item, 10 euros at most.'],
  ['Do you lend board games?', 'Loan: board games go out for 14 days, one at a time.'],
  ['Is there a printer?', 'Print: second floor, 10 cents a page, paid with your card.'],
  ['May I eat my sandwich in the reading room?', 'House: water is fine everywhere, food only in the café.'],
  [
    'Could you order a book from another town?',
    'Order: interlibrary loans take about a week and cost 2 euros.',
  ],
  ['Where do I return films after hours?', 'Return: the slot beside the main door takes them day and night.'],
  ['Do you have newspapers in Turkish?', 'Press: three Turkish dailies lie on the shelf by the window.'],
  ['Can I book a room for a study group?', 'Room: up to six people, two hours a day, booked at the desk.'],
  ['Does the wifi need a password?', 'Wifi: log in with your card number and your birth date.'],
  ['How do I get e-books on my reader?', 'E-books: install the lending app and log in with your card.'],
  ['Are dogs allowed inside?', 'House: guide dogs are welcome, other dogs wait at the door.'],
  ['Who reads to children on Fridays?', 'Event: volunteers read at 16:00 for everyone from three.'],
];

const TEST: readonly Pair[] = [
  ['Are you there on Sunday as well?', 'Sunday: closed, but the slot for returns stays open.'],
  ['Is it possible to renew a travel guide by phone?', 'Loan: yes, call the desk before its last day.'],
  ['Which cards do students get?', 'Card: students pay half, 6 euros a year, with proof.'],
  ['My book fell into the bath. How bad is that?', 'Fee: you pay its price, or bring the same book new.'],
  ['I would like to scan some old photographs.', 'Print: the scanner on the second floor is free to use.'],
  ['Is there somewhere quiet to make a call?', 'House: phone booths are left of the stairs.'],
];

function lines(pairs: readonly Pair[], prefix: string): string {
  return pairs
    .map(([question, answer], i) => {
      const messages = [
        { role: 'user', content: question },
        { role: 'assistant', content: answer },
      ];
      return `${JSON.stringify({ id: `${prefix}-${String(i + 1).padStart(2, '0')}`, messages })}\n`;
    })
    .join('');
}

/** Both files of the sample, as JSON Lines. */
export function sampleRows(): { train: string; test: string } {
  return { train: lines(TRAIN, 'sample-train'), test: lines(TEST, 'sample-test') };
}
