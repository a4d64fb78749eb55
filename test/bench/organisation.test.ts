import { describe, expect, it } from 'vitest';
import { AFFECTED, appQuota, DAY, valuesOf } from '../../bench/scale/inputs.ts';
import { type Outcome, simulate } from '../../bench/scale/organisation.ts';
import { reference, summary } from '../../bench/scale/tables.ts';

const small = { prs_per_day: 40, runners: 2, values: { days: 2 } };

const trace = ({ runs, world }: Outcome) => ({ runs, waits: world.gpus.waits, app: world.app.demand.total });

function ends({ runs }: Outcome): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { end } of runs) counts[end ?? 'none'] = (counts[end ?? 'none'] ?? 0) + 1;
  return counts;
}

describe('a simulated organisation', () => {
  it('is the same for the same seed and another for another', () => {
    const one = trace(simulate(reference(small)));
    expect(trace(simulate(reference(small)))).toEqual(one);
    expect(trace(simulate(reference({ ...small, seed: 2 })))).not.toEqual(one);
  });

  it.each([
    { name: 'the App', changed: {} },
    { name: 'the workflow alone', changed: { door: 'actions' as const } },
    {
      name: 'shards, a merge and a shared store',
      changed: { shards: 3, store: 'shared' as const, judge_in: 'merge' as const },
    },
    { name: 'an hour of GitHub that is too short', changed: { values: { days: 2, app_quota: 60 } } },
    { name: 'a single GPU that is never idle', changed: { prs_per_day: 200, runners: 1 } },
  ])('ends every run and gives everything back: $name', ({ changed }) => {
    const outcome = simulate(reference({ ...small, ...changed }));
    const { pulls, runs, world } = outcome;
    expect(ends(outcome)).not.toHaveProperty('none');
    expect(runs).toHaveLength(pulls.reduce((sum, { pushes }) => sum + pushes.length, 0));
    // The last push of a pull request is the one that nothing supersedes.
    expect(runs.filter(({ end }) => end !== 'superseded').length).toBeGreaterThanOrEqual(pulls.length);
    for (const station of [world.gpus, world.hosted, world.judge, world.writes]) {
      expect(station).toMatchObject({ waiting: 0, busy: 0 });
    }
    for (const { pushed, ended } of runs) expect(ended).toBeGreaterThanOrEqual(pushed);
  });

  it('has as many pull requests, pushes and affected adapters as it was told', () => {
    const { pulls } = simulate(
      reference({ prs_per_day: 800, runners: 200, judge: false, values: { days: 4 } }),
    );
    const mean = (of: (pull: (typeof pulls)[number]) => number) =>
      pulls.reduce((sum, pull) => sum + of(pull), 0) / pulls.length;
    expect(pulls.length / 4 / 800).toBeCloseTo(1, 1);
    expect(mean(({ pushes }) => pushes.length) / 2.5).toBeCloseTo(1, 1);
    const told = AFFECTED.reduce<number>((sum, weight, count) => sum + weight * count, 0) / 100;
    expect(mean(({ adapters }) => adapters.length) / told).toBeCloseTo(1, 1);
    const nine = pulls.filter(({ pushes }) => Math.floor((pushes[0] as number) / 3600) % 24 === 10).length;
    expect(nine / pulls.length).toBeCloseTo(DAY[10] / DAY.reduce((a, b) => a + b, 0), 1);
  });

  it('takes a lone run through start, loading, training, scoring, answers and judge', () => {
    const values = valuesOf();
    const outcome = simulate(
      reference({ prs_per_day: 1, runners: 100, seed: 4, values: { burst_share: 0 } }),
    );
    const found = outcome.runs.filter(({ end }) => end === 'verdict');
    expect(found.length).toBeGreaterThan(0);
    const { training_rows, tokens_per_row, epochs, training_rate, test_rows, scoring_rate } = values;
    const training = (training_rows * tokens_per_row * epochs) / training_rate;
    const sides = (test_rows * tokens_per_row) / scoring_rate + (100 * 40) / values.answer_rate;
    const judge = (requests: number) => (requests * values.judge_latency) / values.judge_at_once;
    const before = values.start + values.load;
    const fresh = before + 2 * training + 2 * sides + judge(420) + values.app_writes;
    const known = before + training + sides + judge(320) + values.app_writes;
    for (const { pushed, ended } of found) {
      const seconds = (ended as number) - pushed;
      // To within the App's other writes.
      expect(Math.min(Math.abs(seconds - fresh), Math.abs(seconds - known))).toBeLessThan(15);
    }
  });

  it('waits less with more GPUs and no judge, and finds more baselines where all share what was trained', () => {
    const busy = { prs_per_day: 150, judge: false, values: { days: 3 } };
    const [few, many] = [2, 8].map((runners) => summary(simulate(reference({ ...busy, runners }))));
    expect(many?.wait[1]).toBeLessThan(few?.wait[1] as number);
    expect(many?.verdict[1]).toBeLessThan(few?.verdict[1] as number);
    const shared = summary(simulate(reference({ ...busy, runners: 8, store: 'shared' })));
    expect(shared.baselinesFound).toBeGreaterThan(many?.baselinesFound as number);
    expect(shared.gpuHours).toBeLessThan(many?.gpuHours as number);
  });

  it("holds the GPUs while the judge is the narrow place, so that more of them don't help", () => {
    const judged = { prs_per_day: 100, values: { days: 2, judge_limit: 30 } };
    const [some, many] = [20, 80].map((runners) => summary(simulate(reference({ ...judged, runners }))));
    expect(some?.judge).toBeGreaterThan(0.3);
    expect(many?.verdict[1]).toBeGreaterThan(0.9 * (some?.verdict[1] as number));
    const merge = summary(simulate(reference({ ...judged, runners: 20, judge_in: 'merge' })));
    expect(merge.gpuHours).toBeLessThan(0.5 * (some?.gpuHours as number));
    expect(merge.wait[1]).toBeLessThanOrEqual(some?.wait[1] as number);
  });
});

describe("GitHub's quota of an App", () => {
  it('grows with users and repositories beyond 20, to a limit', () => {
    const values = valuesOf();
    expect(appQuota(values, 20, 20)).toBe(5000);
    expect(appQuota(values, 30, 25)).toBe(5000 + 50 * 15);
    expect(appQuota(values, 2000, 50)).toBe(12_500);
  });
});
