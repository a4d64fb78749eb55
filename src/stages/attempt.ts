/** One adapter's part of a stage, tried: an error of its own becomes a record of it, everybody's goes on upwards. */

import { formatUserError, messageOf, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { type ToldError, tellError } from '../report/result-failure.ts';
import { explainOutOfMemory } from '../runtime/out-of-memory.ts';

export type Attempt<T> = { value: T; failure: null } | { value: null; failure: ToldError };

export interface AttemptOptions {
  /** Whether an error ends the run for all. */
  concernsAll: (thrown: unknown) => boolean;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

/** What is known of an error that belongs to the adapter called `name`; it is logged. */
export function failureOfAdapter(name: string, thrown: unknown, logger: Logger): ToldError {
  const error = explainOutOfMemory(thrown);
  const text =
    error instanceof UserError
      ? formatUserError(error)
      : error instanceof Error
        ? (error.stack ?? error.message)
        : messageOf(error);
  logger.error(`${name} could not be judged: ${text}`);
  return tellError(error);
}

/** @throws what concerns all, and everything once the run is cancelled */
export async function attempt<T>(
  name: string,
  work: () => Promise<T>,
  { concernsAll, logger, signal }: AttemptOptions,
): Promise<Attempt<T>> {
  try {
    return { value: await work(), failure: null };
  } catch (thrown) {
    if (signal?.aborted || concernsAll(thrown)) throw thrown;
    return { value: null, failure: failureOfAdapter(name, thrown, logger) };
  }
}
