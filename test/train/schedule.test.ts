import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createSchedule, type LrSchedulerType, warmupSteps } from '../../src/train/schedule.ts';

interface Case {
  lr_scheduler_type: LrSchedulerType;
  warmup_ratio: number;
  total_steps: number;
  learning_rate: number;
  warmup_steps: number;
  values: number[];
}

// Made by test/golden/make_training.py with transformers' get_scheduler.
const cases: Case[] = JSON.parse(
  readFileSync(new URL('../golden/fixtures/training/schedules.json', import.meta.url), 'utf8'),
);

test.each(cases)(
  '$lr_scheduler_type with warm-up $warmup_ratio over $total_steps steps has the rates of transformers',
  (expected) => {
    const schedule = createSchedule(expected);
    expect(warmupSteps(expected.total_steps, expected.warmup_ratio)).toBe(expected.warmup_steps);
    const rates = expected.values.map((_, step) => schedule(step));
    // Both are doubles; the order of one multiplication differs, so the last bit may.
    for (const [step, rate] of rates.entries())
      expect(Math.abs(rate - expected.values[step]!)).toBeLessThan(1e-18);
  },
);

test('the fixture tells every schedule from every other', () => {
  const long = cases.filter(({ total_steps }) => total_steps === 30);
  expect(new Set(long.map(({ values }) => values.join())).size).toBe(3);
});
