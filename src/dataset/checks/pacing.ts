/** Lets other work run, and an abort be seen, in the middle of long loops. */

import { setImmediate } from 'node:timers/promises';

const SLICE_MILLISECONDS = 25;
const ROWS_BETWEEN_LOOKS = 64;

export interface Pacer {
  /** To be called once a row; returns a promise only when it's time for a pause. */
  tick(): Promise<void> | undefined;
}

/** @throws the signal's reason, from `tick`, once it is aborted. */
export function createPacer(signal?: AbortSignal): Pacer {
  let calls = 0;
  let sliceStart = performance.now();
  return {
    tick() {
      calls += 1;
      if (calls % ROWS_BETWEEN_LOOKS !== 0) return undefined;
      signal?.throwIfAborted();
      if (performance.now() - sliceStart < SLICE_MILLISECONDS) return undefined;
      return setImmediate().then(() => {
        signal?.throwIfAborted();
        sliceStart = performance.now();
      });
    },
  };
}
