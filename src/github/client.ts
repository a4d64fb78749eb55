/**
 * The client of GitHub's API: bounded in time and in tries, abortable, silent about its token. Octokit's own plugins wait for rate
 * limits and repeat what is safe to repeat; a POST is never repeated blindly, because its answer may be all that was lost. Knows no
 * environment variables and nothing of Actions; what is asked for is in the other files of this folder.
 */

import { setTimeout as wait } from 'node:timers/promises';
import { Octokit } from 'octokit';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';

/** What this folder needs of a client; Probot's `context.octokit` is one as well. */
export type GithubClient = Pick<Octokit, 'rest' | 'request' | 'paginate'> & {
  graphql(query: string, variables?: Record<string, unknown>): Promise<unknown>;
};

export interface Repository {
  owner: string;
  repo: string;
}

export interface ClientOptions {
  token: string;
  /** Of the API: `https://api.github.com`, or a GitHub Enterprise server's. */
  apiUrl: string;
  logger: Logger;
  signal?: AbortSignal;
  userAgent?: string;
  /** For one request, its answer's body included. */
  timeoutMilliseconds?: number;
  /** How long a second of waiting takes; another than 1000 is for tests, and also writes without pauses between them. */
  secondMilliseconds?: number;
  /** Another `fetch`, such as one that goes through a proxy. */
  fetch?: typeof globalThis.fetch;
}

/** After the first try. */
const MOST_RETRIES = 3;
/** Whoever asks for a longer wait gets an error instead. */
const MOST_WAIT_SECONDS = 120;
const TIMEOUT_MILLISECONDS = 30_000;

interface HttpError {
  status: number;
  message: string;
  response?: { headers?: Record<string, string | number | undefined> };
}

/** Rate limits that Octokit's plugin waits for itself. */
function isKnownLimit({ message, response }: HttpError): boolean {
  return /\bsecondary rate\b/i.test(message) || String(response?.headers?.['x-ratelimit-remaining']) === '0';
}

/** Seconds after which a refused request may be tried again; undefined where it may not. */
function retryAfter(error: HttpError, retries: unknown, attempt: number): number | undefined {
  const retriable = error.status === 429 || (error.status === 503 && retries !== 0);
  if (!retriable || !error.response || isKnownLimit(error)) return undefined;
  const asked = Number(error.response.headers?.['retry-after'] ?? Number.NaN);
  const seconds = Number.isFinite(asked) ? asked : (attempt + 1) ** 2;
  return seconds <= MOST_WAIT_SECONDS ? seconds : undefined;
}

/** A `fetch` that ends in time and reads the whole body, so that a broken connection is an error and not half an answer. */
function boundedFetch({ signal, timeoutMilliseconds, fetch = globalThis.fetch }: ClientOptions) {
  return async (url: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const timeout = AbortSignal.timeout(timeoutMilliseconds ?? TIMEOUT_MILLISECONDS);
    const signals = [timeout, signal, init.signal].filter((one) => one instanceof AbortSignal);
    try {
      const response = await fetch(url, { ...init, signal: AbortSignal.any(signals) });
      const body = await response.arrayBuffer();
      const { status, statusText, headers } = response;
      const whole = new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
      return Object.defineProperty(whole, 'url', { value: response.url });
    } catch (thrown) {
      if (signal?.aborted) throw aborted();
      throw thrown;
    }
  };
}

const aborted = () => new DOMException('the work was cancelled', 'AbortError');

/** Ends with the signal even where Octokit is in the middle of a wait. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  if (signal.aborted) {
    work.catch(() => {});
    throw aborted();
  }
  let listener: (() => void) | undefined;
  const cancelled = new Promise<never>((_, reject) => {
    listener = () => reject(aborted());
    signal.addEventListener('abort', listener, { once: true });
  });
  try {
    return await Promise.race([work, cancelled]);
  } finally {
    if (listener) signal.removeEventListener('abort', listener);
  }
}

/** In the place of Octokit's queues, which put seconds between two writes. */
const withoutPauses = {
  key: () => ({
    schedule: <A extends unknown[], R>(_: unknown, job: (...values: A) => R, ...values: A): R =>
      job(...values),
  }),
};

let clients = 0;

function limits({ secondMilliseconds = 1000 }: ClientOptions, warn: (message: string) => void) {
  const decide = (what: string) => (seconds: number, asked: object, _: unknown, retries: number) => {
    const { method, url } = asked as { method: string; url: string };
    const again = retries < MOST_RETRIES && seconds <= MOST_WAIT_SECONDS;
    warn(
      `GitHub: ${what} at ${method} ${url}, ${again ? `waiting ${seconds} s` : `not waiting ${seconds} s`}`,
    );
    return again;
  };
  return {
    // Octokit shares its queues between all clients of one id.
    id: `lora-gate-${++clients}`,
    retryAfterBaseValue: secondMilliseconds,
    onRateLimit: decide('the rate limit is used up'),
    onSecondaryRateLimit: decide('too many requests at once'),
    ...(secondMilliseconds === 1000 ? {} : { write: withoutPauses, notifications: withoutPauses }),
  };
}

/** @throws UserError where there is no token */
export function createGithubClient(options: ClientOptions): GithubClient {
  const { token, logger, signal, secondMilliseconds = 1000 } = options;
  if (token.trim() === '') {
    throw new UserError('github-permission', 'GitHub: no token was given', {
      hint: 'pass the workflow’s own token (`github.token`) as `github-token`, or set GITHUB_TOKEN',
    });
  }
  const hidden = (message: string) => message.replaceAll(token, '[REDACTED]');
  const octokit = new Octokit({
    auth: token,
    baseUrl: options.apiUrl.replace(/\/+$/, ''),
    userAgent: options.userAgent ?? 'lora-gate',
    log: {
      debug: (message: string) => logger.debug(hidden(message)),
      info: (message: string) => logger.debug(hidden(message)),
      warn: (message: string) => logger.debug(hidden(message)),
      error: (message: string) => logger.debug(hidden(message)),
    },
    request: { fetch: boundedFetch(options) },
    throttle: limits(options, (message) => logger.warn(hidden(message))),
    retry: {
      retries: MOST_RETRIES,
      retryAfterBaseValue: secondMilliseconds,
      // 429 and 503 are repeated below, after the time that GitHub asks for.
      doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451, 503],
    },
  });
  // Registered last, so outermost.
  octokit.hook.wrap('request', async (request, asked) => {
    // A number here makes the plugin repeat whatever fails; without one it repeats what it knows to be worth it.
    if (asked.method === 'POST') asked.request.retries ??= 0;
    for (let attempt = 0; ; attempt++) {
      try {
        signal?.throwIfAborted();
        return await orAborted(Promise.resolve(request(asked)), signal);
      } catch (thrown) {
        if (signal?.aborted) throw aborted();
        const seconds = retryAfter(thrown as HttpError, asked.request.retries, attempt);
        if (seconds === undefined || attempt >= MOST_RETRIES) throw thrown;
        logger.warn(
          `GitHub: ${(thrown as HttpError).status} at ${asked.method} ${asked.url}, waiting ${seconds} s`,
        );
        await wait(seconds * secondMilliseconds, undefined, signal ? { signal } : {}).catch(() => {
          throw aborted();
        });
      }
    }
  });
  return octokit;
}
