/**
 * What goes on in simulated time, written as a generator: it yields what it waits for, and goes on when that has come. Cancelling it
 * runs its `finally` blocks, which give back what it holds.
 */

import type { Clock } from './clock.ts';
import type { Quota, Station, Ticket } from './station.ts';

/** Begins to wait: calls `resume` once, now or later; what it returns ends the waiting. */
export type Command = (resume: () => void) => () => void;
export type Process = Generator<Command, void, void>;

export interface Running {
  /** Does nothing to what has ended. */
  cancel(): void;
}

const nothing = () => {};

export function start(process: Process, ended: () => void = nothing): Running {
  let undo = nothing;
  let over = false;

  function advance(): void {
    for (;;) {
      const { value, done } = process.next();
      if (done) {
        over = true;
        ended();
        return;
      }
      let [calling, resumed] = [true, false];
      undo = value(() => {
        if (over) return;
        if (calling) resumed = true;
        else advance();
      });
      calling = false;
      if (!resumed) return;
    }
  }

  advance();
  return {
    cancel() {
      if (over) return;
      over = true;
      undo();
      process.return();
    },
  };
}

export function* seconds(clock: Clock, time: number): Process {
  yield (resume) => {
    const event = clock.after(time, resume);
    return () => {
      event.cancelled = true;
    };
  };
}

/** `body` with a server of the station, for which it waits. */
export function* holding(station: Station, body: () => Process): Process {
  let ticket: Ticket | undefined;
  try {
    yield (resume) => {
      ticket = station.request(resume);
      return nothing;
    };
    yield* body();
  } finally {
    ticket?.release();
  }
}

/** Takes from a quota; what was taken stays taken. */
export function* taking(quota: Quota, amount: number): Process {
  yield (resume) => {
    quota.take(amount, resume);
    return nothing;
  };
}

/** All at once, to the end of the last. */
export function* together(processes: readonly Process[]): Process {
  if (processes.length === 0) return;
  yield (resume) => {
    let left = processes.length;
    const running = processes.map((process) =>
      start(process, () => {
        left -= 1;
        if (left === 0) resume();
      }),
    );
    return () => {
      for (const each of running) each.cancel();
    };
  };
}
