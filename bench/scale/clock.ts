/**
 * Simulated time: events in the order of their times, those of one time in the order they were made, so that a seed decides everything.
 * A binary heap; knows nothing of what happens.
 */

export interface Event {
  /** Seconds since the start. */
  time: number;
  cancelled: boolean;
}

interface Entry extends Event {
  order: number;
  action: () => void;
}

export interface Clock {
  readonly now: number;
  /** @throws when the time has passed. */
  at(time: number, action: () => void): Event;
  after(seconds: number, action: () => void): Event;
  /** Until nothing is left, or the next event is later than `end`. */
  run(end?: number): void;
}

const before = (a: Entry, b: Entry) => a.time < b.time || (a.time === b.time && a.order < b.order);

export function createClock(): Clock {
  const heap: Entry[] = [];
  let now = 0;
  let made = 0;

  const get = (at: number) => heap[at] as Entry;
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [get(b), get(a)];
  };

  function push(entry: Entry): void {
    heap.push(entry);
    let at = heap.length - 1;
    while (at > 0 && before(get(at), get((at - 1) >> 1))) {
      swap(at, (at - 1) >> 1);
      at = (at - 1) >> 1;
    }
  }

  function pop(): Entry {
    const first = get(0);
    const last = heap.pop() as Entry;
    if (heap.length === 0) return first;
    heap[0] = last;
    for (let at = 0; ; ) {
      const children = [2 * at + 1, 2 * at + 2].filter((child) => child < heap.length);
      const least = children.reduce((a, b) => (before(get(b), get(a)) ? b : a), at);
      if (least === at) return first;
      swap(at, least);
      at = least;
    }
  }

  function at(time: number, action: () => void): Event {
    if (!(time >= now)) throw new Error(`${time} s has passed; it is ${now} s`);
    const entry: Entry = { time, action, order: made, cancelled: false };
    made += 1;
    push(entry);
    return entry;
  }

  return {
    get now() {
      return now;
    },
    at,
    after: (seconds, action) => at(now + seconds, action),
    run(end = Number.POSITIVE_INFINITY) {
      while (heap.length > 0 && get(0).time <= end) {
        const { time, action, cancelled } = pop();
        if (cancelled) continue;
        now = time;
        action();
      }
    },
  };
}
