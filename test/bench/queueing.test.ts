import { describe, expect, it } from 'vitest';
import { createClock } from '../../bench/scale/clock.ts';
import { createKept } from '../../bench/scale/kept.ts';
import { holding, seconds, start, together } from '../../bench/scale/process.ts';
import { createQuota, createStation } from '../../bench/scale/station.ts';
import { erlangC, exponential, meanWait, quantile } from '../../bench/scale/statistics.ts';
import { createRng } from '../../src/rng.ts';

describe("Erlang's C", () => {
  it('is the load for one server, a third for two with load 1, and 0.4092 for ten with load 8', () => {
    expect(erlangC(1, 0.7)).toBeCloseTo(0.7, 12);
    // C(2, 1) = (1²/2!)·(2/(2 − 1)) / (1 + 1 + 1) = 1/3.
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
    expect(erlangC(10, 8)).toBeCloseTo(0.4092, 4);
  });
});

/** Jobs that come at random and take random times, at `servers`. */
function simulatedWait(servers: number, load: number, jobs: number): { wait: number; waited: number } {
  const rng = createRng(7);
  const clock = createClock();
  const station = createStation(clock, servers);
  const [arrivals, services] = [rng.fork('arrivals'), rng.fork('services')];
  let left = jobs;
  const arrive = () => {
    const service = exponential(services, 1);
    const ticket = station.request(() => clock.after(service, () => ticket.release()));
    left -= 1;
    if (left > 0) clock.after(exponential(arrivals, 1 / (servers * load)), arrive);
  };
  // The first job begins before its ticket is there.
  clock.at(0, () => clock.after(0, arrive));
  clock.run();
  const waits = station.waits.slice(jobs / 20);
  return {
    wait: waits.reduce((a, b) => a + b, 0) / waits.length,
    waited: waits.filter((wait) => wait > 0).length / waits.length,
  };
}

describe('a station', () => {
  it.each([
    { servers: 1, load: 0.7 },
    { servers: 3, load: 0.8 },
    { servers: 8, load: 0.7 },
  ])('with $servers servers at load $load lets jobs wait as long as Erlang C says', ({ servers, load }) => {
    const { wait, waited } = simulatedWait(servers, load, 400_000);
    // To 5 %: over ten seeds the mean of 400,000 waits at 16 servers has a standard deviation of 4.7 %, and is 0.6 % off.
    expect(wait / meanWait(servers, servers * load, 1)).toBeCloseTo(1, 1);
    expect(waited / erlangC(servers, servers * load)).toBeCloseTo(1, 1);
  });

  it('serves in order, and forgets whoever leaves the queue', () => {
    const clock = createClock();
    const station = createStation(clock, 1);
    const begun: string[] = [];
    const first = station.request(() => begun.push('first'));
    const second = station.request(() => begun.push('second'));
    station.request(() => begun.push('third'));
    expect(station).toMatchObject({ waiting: 2, busy: 1 });
    second.release();
    second.release();
    first.release();
    expect(begun).toEqual(['first', 'third']);
    expect(station).toMatchObject({ waiting: 0, busy: 1 });
  });

  it('counts the time of its servers in the hour in which it was asked for', () => {
    const clock = createClock();
    const station = createStation(clock, 1);
    const job = () => holding(station, () => seconds(clock, 3000));
    for (let i = 0; i < 3; i += 1) start(job());
    clock.at(7200, () => start(job()));
    clock.run();
    // Three at once take 9,000 s, although an hour has 3,600; the one of the third hour waits for them.
    expect(station.demand).toMatchObject({ total: 12_000, peak: 9000 });
    expect(station.waits).toEqual([0, 3000, 6000, 1800]);
  });
});

describe('a quota', () => {
  it('makes those wait for the next hour who find too little, in order', () => {
    const clock = createClock();
    const quota = createQuota(clock, 10);
    const taken: [string, number][] = [];
    const take = (name: string, amount: number) => quota.take(amount, () => taken.push([name, clock.now]));
    clock.at(100, () => {
      take('first', 6);
      take('too much for now', 6);
      take('small, but later', 1);
    });
    clock.run();
    expect(taken).toEqual([
      ['first', 100],
      ['too much for now', 3600],
      ['small, but later', 3600],
    ]);
    expect(quota.demand.peak).toBe(13);
  });

  it('says so where no hour is enough', () => {
    expect(() => createQuota(createClock(), 10).take(11, () => {})).toThrow('more than the 10');
  });
});

describe('a process', () => {
  it('gives back what it holds when it is cancelled, and those it waits for as well', () => {
    const clock = createClock();
    const station = createStation(clock, 2);
    const ended: string[] = [];
    const part = (name: string) =>
      holding(station, function* () {
        yield* seconds(clock, 100);
        ended.push(name);
      });
    const whole = start(together([part('a'), part('b'), part('c')]), () => ended.push('whole'));
    clock.at(50, () => whole.cancel());
    clock.at(60, () => start(part('d')));
    clock.run();
    expect(ended).toEqual(['d']);
    expect(station).toMatchObject({ waiting: 0, busy: 0 });
    expect(station.demand.total).toBe(2 * 50 + 100);
  });
});

describe('a clock', () => {
  it('goes through events by time, and through those of one time as they were made', () => {
    const clock = createClock();
    const rng = createRng(3);
    const times = Array.from({ length: 1000 }, () => rng.integer(50));
    const seen: [number, number][] = [];
    for (const [i, time] of times.entries()) clock.at(time, () => seen.push([time, i]));
    clock.at(10, () => {}).cancelled = true;
    clock.run();
    expect(seen).toEqual([...seen].sort(([a, i], [b, j]) => a - b || i - j));
    expect(seen).toHaveLength(1000);
    expect(() => clock.at(0, () => {})).toThrow('has passed');
  });
});

describe('a store with a size', () => {
  it('lets go what was read least lately, and what nobody read for a week', () => {
    const clock = createClock();
    const kept = createKept(clock, 250, 100);
    kept.put('a');
    kept.put('b');
    expect(kept.get('a')).toBe(true);
    kept.put('c');
    expect([kept.has('a'), kept.has('b'), kept.has('c')]).toEqual([true, false, true]);
    expect(kept).toMatchObject({ written: 3, evicted: 1, most: 2 });
    clock.at(8 * 24 * 3600, () => expect([kept.has('a'), kept.has('c')]).toEqual([false, false]));
    clock.run();
    expect.assertions(4);
  });
});

describe('a quantile', () => {
  it('is the value that a share does not exceed', () => {
    const values = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([quantile(values, 0.5), quantile(values, 0.95), quantile([], 0.5)]).toEqual([51, 96, Number.NaN]);
  });
});
