/**
 * What became of a request that gave no reply: whether it is worth another try, how long the server asks to wait, and the words
 * for the report. Never repeats a key.
 */

import { APICallError } from 'ai';
import { messageOf } from '../../errors.ts';
import type { FailureKind } from '../../report/result-judge.ts';
import { ResponseRefused } from './guarded-fetch.ts';

export interface HttpFailure {
  kind: Extract<FailureKind, 'unreachable' | 'rejected'>;
  detail: string;
  status: number | undefined;
  retryable: boolean;
  /** No other request would fare better: a wrong key, an unknown address. */
  fatal: boolean;
  /** Milliseconds that the server asks to wait. */
  wait: number | undefined;
}

const PASSING = new Set([408, 409, 425, 429]);
const FATAL = new Set([401, 403, 404, 405]);
const MOST_DETAIL = 300;

/** `retry-after` in seconds or as a date, and the finer `retry-after-ms`; undefined when there is none to read. */
export function retryAfter(headers: Record<string, string> | undefined, now: number): number | undefined {
  const fine = Number(headers?.['retry-after-ms'] ?? Number.NaN);
  if (Number.isFinite(fine) && fine >= 0) return fine;
  const text = headers?.['retry-after']?.trim();
  if (text === undefined || text === '') return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return 1000 * Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** One line, without the key, which some servers repeat in their complaint. */
function told(text: string, secret: string | undefined): string {
  const plain = secret ? text.replaceAll(secret, '***') : text;
  return plain.replaceAll(/\s+/g, ' ').slice(0, MOST_DETAIL);
}

export function describeFailure(thrown: unknown, secret?: string): HttpFailure {
  const none = { status: undefined, fatal: false, wait: undefined };
  if (thrown instanceof ResponseRefused) {
    return { ...none, kind: 'unreachable', detail: thrown.message, retryable: false };
  }
  if (APICallError.isInstance(thrown)) {
    const { statusCode: status, responseHeaders } = thrown;
    // The SDK wraps what went wrong on the way, and bodies that are not what an API answers.
    if (thrown.cause instanceof ResponseRefused) return describeFailure(thrown.cause);
    if (status === undefined) {
      return { ...none, kind: 'unreachable', detail: told(thrown.message, secret), retryable: true };
    }
    const detail = told(`HTTP ${status}: ${thrown.message}`, secret);
    if (status < 400) return { ...none, status, kind: 'unreachable', detail, retryable: true };
    const retryable = status >= 500 || PASSING.has(status);
    return {
      kind: retryable ? 'unreachable' : 'rejected',
      detail,
      status,
      retryable,
      fatal: FATAL.has(status),
      wait: retryAfter(responseHeaders, Date.now()),
    };
  }
  const timedOut = thrown instanceof Error && thrown.name === 'TimeoutError';
  const detail = timedOut ? 'no whole response in time' : told(messageOf(thrown), secret);
  return { ...none, kind: 'unreachable', detail, retryable: true };
}
