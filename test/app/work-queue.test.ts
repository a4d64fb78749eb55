import { expect, test } from 'vitest';
import { createWorkQueue } from '../../src/app/work-queue.ts';

/** Work that ends when it is told to. */
function gate() {
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

const fail = (thrown: unknown) => {
  throw thrown;
};

test('one owner’s storm leaves places for another', async () => {
  const queue = createWorkQueue({ places: 2, placesOfOwner: 1, onError: fail });
  const [storm, done] = [gate(), [] as string[]];
  for (let i = 0; i < 100; i++) {
    queue.add({ owner: 'loud', lane: `${i}`, key: '', work: () => storm.opened });
  }
  const quiet = gate();
  queue.add({
    ...{ owner: 'quiet', lane: '1', key: '' },
    work: async () => {
      done.push('quiet');
      quiet.open();
    },
  });
  await quiet.opened;
  expect(done).toEqual(['quiet']);
  expect(queue.waiting).toBe(99);
  storm.open();
  await queue.idle();
});

test('jobs of a lane are done one after the other, and the same job waits once', async () => {
  const queue = createWorkQueue({ onError: fail });
  const [first, order] = [gate(), [] as string[]];
  const job = (key: string, until = Promise.resolve()) => ({
    ...{ owner: 'a', lane: '7', key },
    work: async () => {
      order.push(`${key} begins`);
      await until;
      order.push(`${key} ends`);
    },
  });
  queue.add(job('one', first.opened));
  for (let i = 0; i < 5; i++) queue.add(job('two'));
  expect(queue.waiting).toBe(1);
  first.open();
  await queue.idle();
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('an error ends its job alone; beyond the bound nothing is taken', async () => {
  const errors: unknown[] = [];
  const queue = createWorkQueue({ places: 1, mostWaiting: 1, onError: (thrown) => errors.push(thrown) });
  const held = gate();
  const add = (lane: string, work: () => Promise<void>) => queue.add({ owner: 'a', lane, key: '', work });
  expect(add('1', () => held.opened.then(() => fail(new Error('broken'))))).toBe(true);
  let done = 0;
  const count = async () => {
    done += 1;
  };
  expect([add('2', count), add('3', count)]).toEqual([true, false]);
  held.open();
  await queue.idle();
  expect([done, errors]).toEqual([1, [new Error('broken')]]);
});
