/** Into which jobs a run is divided, by size and measured rates; and the names of parts. */

import { describe, expect, it } from 'vitest';
import { partName, readPartName } from '../../src/parts/part-name.ts';
import { type AdapterSize, planParts } from '../../src/parts/plan-parts.ts';

/** 60 tokens are a second, 3,600 a minute. */
const size = (name: string, scoringMinutes: number, trainingMinutes = 1): AdapterSize => ({
  name,
  reasons: ['train_data', 'train_data', 'recipe'],
  training: { baseline: trainingMinutes * 3_600, candidate: trainingMinutes * 3_600 },
  scoring: scoringMinutes * 3_600,
  rates: { training: 60, scoring: 60 },
});

const namesOf = ({ train, evaluate }: ReturnType<typeof planParts>) => ({
  train: train.map(({ part }) => part),
  evaluate: evaluate.map(({ part }) => part),
});

describe('a plan', () => {
  const rule = { max_jobs: 8, target_minutes: 30 };

  it('keeps each adapter whole that takes no longer than wanted', () => {
    const plan = planParts([size('desk', 5), size('crew', 9)], rule);
    expect(plan).toEqual({
      train: [],
      evaluate: [
        {
          ...{ part: 'desk.all', adapter: 'desk', role: 'all', shard: 1, shards: 1 },
          ...{ reasons: ['train_data', 'recipe'], minutes: 17 },
        },
        expect.objectContaining({ part: 'crew.all', minutes: 29 }),
      ],
    });
  });

  it('gives the roles jobs of their own where one machine takes too long, and trains each where it is scored', () => {
    const plan = planParts([size('desk', 20)], rule);
    expect(namesOf(plan)).toEqual({
      train: [],
      evaluate: ['desk.bare.1-of-1', 'desk.baseline.1-of-1', 'desk.candidate.1-of-1'],
    });
    expect(plan.evaluate.map(({ minutes }) => minutes)).toEqual([20, 21, 21]);
  });

  it('divides what is still too long, and trains before: once', () => {
    const plan = planParts([size('desk', 50)], rule);
    expect(namesOf(plan)).toEqual({
      train: ['desk.baseline.train', 'desk.candidate.train'],
      evaluate: ['bare', 'baseline', 'candidate'].flatMap((role) => [
        `desk.${role}.1-of-2`,
        `desk.${role}.2-of-2`,
      ]),
    });
    expect(plan.evaluate.every(({ minutes, shards }) => minutes === 25 && shards === 2)).toBe(true);
  });

  it('divides no role where one job cannot read what another wrote: each trains what it scores', () => {
    const plan = planParts([size('desk', 50)], { ...rule, max_shares: 1 });
    expect(namesOf(plan)).toEqual({
      train: [],
      evaluate: ['desk.bare.1-of-1', 'desk.baseline.1-of-1', 'desk.candidate.1-of-1'],
    });
  });

  it('takes no more jobs than it may, the longest adapter first', () => {
    const plan = planParts([size('desk', 40), size('crew', 400)], rule);
    expect(namesOf(plan).evaluate).toEqual([
      'desk.all',
      ...['bare', 'baseline', 'candidate'].flatMap((role) => [`crew.${role}.1-of-2`, `crew.${role}.2-of-2`]),
    ]);
    expect(namesOf(planParts([size('desk', 400)], { ...rule, max_jobs: 2 })).evaluate).toEqual(['desk.all']);
  });

  it('leaves all to one job where there are more adapters than jobs', () => {
    const plan = planParts(
      Array.from({ length: 300 }, (_, i) => size(`a-${i}`, 1)),
      { ...rule, max_jobs: 256 },
    );
    expect(plan.evaluate).toEqual([expect.objectContaining({ part: '', role: 'all' })]);
  });

  it('divides nothing of which nothing is known', () => {
    const unknown = { ...size('desk', 4_000), rates: { training: null, scoring: null } };
    expect(planParts([unknown], rule).evaluate).toEqual([
      expect.objectContaining({ part: 'desk.all', minutes: null }),
    ]);
  });

  it('has no baseline for an adapter that the change introduces', () => {
    const introduced = { ...size('desk', 70), training: { baseline: null, candidate: 10 } };
    expect(namesOf(planParts([introduced], { ...rule, max_jobs: 6 }))).toEqual({
      train: ['desk.candidate.train'],
      evaluate: ['bare', 'candidate'].flatMap((role) =>
        [1, 2, 3].map((share) => `desk.${role}.${share}-of-3`),
      ),
    });
  });
});

describe('the name of a part', () => {
  it.each(['desk.all', 'a-1.candidate.train', 'desk.bare.1-of-1', 'desk.baseline.12-of-256'])(
    '%s comes back',
    (name) => {
      expect(partName(readPartName(name)!)).toBe(name);
    },
  );

  it.each([
    '',
    'desk',
    'desk.bare.train',
    'desk.all.1-of-2',
    'desk.candidate.0-of-2',
    'desk.candidate.3-of-2',
    'desk.candidate.1-of-257',
    'desk.candidate.01-of-2',
    '../desk.all',
    'Desk.all',
    'desk.all\n',
    'desk.somebody.1-of-2',
  ])('%j is none', (name) => {
    expect(readPartName(name)).toBeUndefined();
  });
});
