import { expect, test } from 'vitest';
import { trainingStreams } from '../../src/train/seeds.ts';
import { planSteps } from '../../src/train/step-plan.ts';

const plan = (rows: number, changes: Partial<Parameters<typeof planSteps>[0]> = {}) =>
  planSteps({
    lengths: Array.from({ length: rows }, (_, row) => 5 + (row % 7)),
    num_train_epochs: 1,
    max_steps: -1,
    per_device_train_batch_size: 2,
    gradient_accumulation_steps: 4,
    max_length: 64,
    packing: false,
    streams: trainingStreams(1),
    ...changes,
  });

// max_steps = ceil(num_train_epochs * steps an epoch), steps an epoch = ceil(ceil(rows / 2) / 4), as in transformers' Trainer:
// 80 rows → 10 an epoch, 81 → 11, 1 → 1. 1.1 · 10 is exactly 11 in doubles, but 10 · (1.1 − 1) is a bit more than 1.
test.each([
  [80, 1, 10],
  [80, 3, 30],
  [80, 1.1, 11],
  [80, 2.3, 23],
  [80, 0.01, 1],
  [81, 2, 22],
  [81, 1.5, 17],
  [1, 4, 4],
])('%i rows over %d epochs take %i steps', (rows, num_train_epochs, steps) => {
  expect(plan(rows, { num_train_epochs }).length).toBe(steps);
});

test('no window spans two epochs, and each epoch has every row once', () => {
  const steps = plan(81, { num_train_epochs: 2 });
  for (const epoch of [0, 1]) {
    const ours = steps.filter((step) => step.epoch === epoch);
    expect(ours.map(({ micro_batches }) => micro_batches.length)).toEqual([...Array(10).fill(4), 1]);
    const rows = ours.flatMap(({ micro_batches }) => micro_batches.flat());
    expect(rows.toSorted((a, b) => a - b)).toEqual([...Array(81).keys()]);
    expect(ours.at(-1)?.epoch_after).toBe(epoch + 1);
  }
});

test('with packing, a micro-batch holds as many rows as fit', () => {
  const steps = plan(80, { packing: true, per_device_train_batch_size: 1, gradient_accumulation_steps: 1 });
  expect(steps.length).toBeLessThan(15); // 635 tokens in bins of 64 are at least 10
  expect(steps.flatMap(({ micro_batches }) => micro_batches.flat()).length).toBe(80);
});

// transformers' Trainer: max_steps overrides num_train_epochs; 80 rows are 10 steps an epoch.
test.each([4, 10, 25])('max_steps %i takes as many passes over the rows as that needs', (max_steps) => {
  const steps = plan(80, { max_steps, num_train_epochs: 3 });
  expect(steps.length).toBe(max_steps);
  expect(steps.at(-1)?.epoch_after).toBeCloseTo(max_steps / 10, 12);
  // The order of the rows is that of a run by epochs: the first steps are the same.
  expect(steps.slice(0, 4)).toEqual(plan(80, { num_train_epochs: 3 }).slice(0, 4));
});

test('max_steps of no rows is no step, not a loop without end', () => {
  expect(plan(0, { max_steps: 5 })).toEqual([]);
});
