/**
 * Makes Ctrl-C and a runner's cancellation an ordinary abort while work is under way that must clean up after itself.
 * What happens to the process afterwards is the entry's business.
 */

import { UserError } from '../errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with a signal that fires with `outer`, and on SIGINT, SIGTERM and SIGHUP with a UserError `interrupted`.
 */
export async function untilInterrupted<T>(
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals) =>
    controller.abort(new UserError('interrupted', `interrupted by ${name}`));
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    return await work(outer ? AbortSignal.any([outer, controller.signal]) : controller.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal);
  }
}
