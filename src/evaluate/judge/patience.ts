/**
 * How long to go on with a server that fails: repeats with growing pauses, the pause that the server asks for kept by all
 * requests at once, and an end when it plainly does not answer.
 */

import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { describeFailure, type HttpFailure } from './http-failure.ts';

export interface PatienceOptions {
  retries: number;
  /** The first pause in milliseconds; each is twice the one before. */
  backoff: number;
  /** The longest pause that a server may ask for, in milliseconds. */
  longestWait: number;
  secret?: string | undefined;
  signal?: AbortSignal | undefined;
}

export class RequestFailed extends Error {
  readonly failure: HttpFailure;
  constructor(failure: HttpFailure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** Nothing was sent, and another try would send nothing either. */
export class NotSent extends Error {}

/** After this many questions in a row without any response nobody asks any more. */
const MOST_IN_A_ROW = 3;
const LONGEST_BACKOFF = 30_000;

export interface Patience {
  /** The value of `attempt`, tried again while that makes sense. @throws RequestFailed, what `attempt` throws as NotSent, or the reason of an abort. */
  request<T>(attempt: () => Promise<T>): Promise<T>;
}

export function createPatience(options: PatienceOptions): Patience {
  const { retries, backoff, longestWait, secret, signal } = options;
  let notBefore = 0;
  let inARow = 0;
  let given: HttpFailure | undefined;

  /** Nothing is sent while the server asks for a pause, whichever request it told. */
  async function pause(): Promise<void> {
    for (let left = notBefore - Date.now(); left > 0; left = notBefore - Date.now()) {
      await sleep(left, undefined, signal ? { signal } : {});
    }
  }

  return {
    async request(attempt) {
      signal?.throwIfAborted();
      if (given) throw new RequestFailed({ ...given, detail: `${given.detail} (not asked again)` });
      try {
        const value = await pRetry(
          async () => {
            await pause();
            try {
              return await attempt();
            } catch (thrown) {
              signal?.throwIfAborted();
              if (thrown instanceof NotSent) throw thrown;
              throw new RequestFailed(describeFailure(thrown, secret));
            }
          },
          {
            retries,
            minTimeout: backoff,
            maxTimeout: LONGEST_BACKOFF,
            randomize: true,
            shouldRetry: ({ error }) => {
              if (!(error instanceof RequestFailed) || !error.failure.retryable) return false;
              const { wait = 0 } = error.failure;
              if (wait > longestWait) return false;
              notBefore = Math.max(notBefore, Date.now() + wait);
              return true;
            },
            ...(signal && { signal }),
          },
        );
        inARow = 0;
        return value;
      } catch (thrown) {
        signal?.throwIfAborted();
        if (!(thrown instanceof RequestFailed)) throw thrown;
        const { failure } = thrown;
        inARow = failure.kind === 'unreachable' ? inARow + 1 : 0;
        if (failure.fatal || inARow >= MOST_IN_A_ROW) given ??= failure;
        throw thrown;
      }
    },
  };
}
