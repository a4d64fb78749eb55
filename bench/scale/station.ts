/** Things that work waits for: servers of which each does one job at a time, and an hour's quota. Both first come, first served. */

import type { Clock } from './clock.ts';

const HOUR = 3600;

/** Amounts by the hour in which they fell. */
export interface Hourly {
  add(time: number, amount: number): void;
  readonly total: number;
  /** The largest of an hour. */
  readonly peak: number;
}

export function createHourly(): Hourly {
  const hours = new Map<number, number>();
  let total = 0;
  return {
    add(time, amount) {
      const hour = Math.floor(time / HOUR);
      hours.set(hour, (hours.get(hour) ?? 0) + amount);
      total += amount;
    },
    get total() {
      return total;
    },
    get peak() {
      return Math.max(0, ...hours.values());
    },
  };
}

/** A place in the queue or a server. */
export interface Ticket {
  /** Leaves the queue, or gives the server back; a second time does nothing. */
  release(): void;
}

export interface Station {
  /** `begin` is called when a server is free, now or later; it is busy until the ticket is released. */
  request(begin: () => void): Ticket;
  /** Seconds from request to begin, of every job that began. */
  readonly waits: readonly number[];
  /** Seconds that servers were busy, by the hour in which the job was requested. */
  readonly demand: Hourly;
  readonly waiting: number;
  readonly busy: number;
}

export function createStation(clock: Clock, servers: number): Station {
  interface Job {
    requested: number;
    begun: number | undefined;
    begin: () => void;
    over: boolean;
  }
  const queue: Job[] = [];
  const waits: number[] = [];
  const demand = createHourly();
  let waiting = 0;
  let busy = 0;

  function advance(): void {
    while (busy < servers && queue.length > 0) {
      const job = queue.shift() as Job;
      if (job.over) continue;
      waiting -= 1;
      busy += 1;
      job.begun = clock.now;
      waits.push(clock.now - job.requested);
      job.begin();
    }
  }

  function release(job: Job): void {
    if (job.over) return;
    job.over = true;
    if (job.begun === undefined) {
      waiting -= 1;
      return;
    }
    busy -= 1;
    demand.add(job.requested, clock.now - job.begun);
    advance();
  }

  return {
    request(begin) {
      const job: Job = { requested: clock.now, begun: undefined, begin, over: false };
      queue.push(job);
      waiting += 1;
      advance();
      return { release: () => release(job) };
    },
    waits,
    demand,
    get waiting() {
      return waiting;
    },
    get busy() {
      return busy;
    },
  };
}

export interface Quota {
  /** Calls `then` when the hour that it is, or a later one, has `amount` left. @throws when no hour has. */
  take(amount: number, then: () => void): void;
  readonly demand: Hourly;
  /** Seconds waited, of every call. */
  readonly waits: readonly number[];
}

/** `limit` an hour, whole again with each hour: GitHub's primary limits. */
export function createQuota(clock: Clock, limit: number): Quota {
  const demand = createHourly();
  const waits: number[] = [];
  const queue: { amount: number; since: number; then: () => void }[] = [];
  let hour = -1;
  let left = limit;
  let woken = false;

  function advance(): void {
    const current = Math.floor(clock.now / HOUR);
    if (current !== hour) [hour, left] = [current, limit];
    while (queue.length > 0) {
      const first = queue[0] as (typeof queue)[number];
      if (first.amount > left) break;
      queue.shift();
      left -= first.amount;
      waits.push(clock.now - first.since);
      first.then();
    }
    if (queue.length === 0 || woken) return;
    woken = true;
    clock.at((hour + 1) * HOUR, () => {
      woken = false;
      advance();
    });
  }

  return {
    take(amount, then) {
      if (amount > limit) throw new Error(`${amount} at once are more than the ${limit} of an hour`);
      demand.add(clock.now, amount);
      queue.push({ amount, since: clock.now, then });
      advance();
    },
    demand,
    waits,
  };
}
