/**
 * A computation that is stopped when it takes too long: patterns and schemas meet hostile texts here, and a regular expression
 * can take longer than anybody waits. The time is V8's own: it also ends what never comes back to us.
 */

import vm from 'node:vm';

const script = new vm.Script('compute()');
/** The place where `script` finds what to compute; a new one each time would cost a millisecond. */
const place = vm.createContext({}) as { compute?: () => unknown };

export const GAVE_UP = Symbol('gave up');

/**
 * What `compute` returns, or GAVE_UP after `milliseconds`. It must be synchronous and change nothing: it may end anywhere.
 * @throws whatever `compute` throws.
 */
export function bounded<T>(compute: () => T, milliseconds: number): T | typeof GAVE_UP {
  try {
    place.compute = compute;
    return script.runInContext(place, { timeout: milliseconds }) as T;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return GAVE_UP;
    throw thrown;
  }
}
