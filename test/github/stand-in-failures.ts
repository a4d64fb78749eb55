/** The ways in which GitHub, or the way to it, fails: a rule says which request fails how, and how many times. */

export type How =
  /** 403, the token lacks a permission; GitHub says so of every token of an App or of Actions. */
  | 'forbidden'
  /** 401. */
  | 'bad-credentials'
  | 'not-found'
  | 'invalid'
  /** 429 with retry-after, and no word of which limit it was. */
  | 'too-many-requests'
  /** 403 with retry-after: too much at once. */
  | 'secondary-rate-limit'
  /** 403, the hour's quota is used up. */
  | 'primary-rate-limit'
  | 'server-error'
  | 'unavailable'
  /** The connection breaks; nothing was done. */
  | 'cut-before'
  /** The connection breaks after the request took effect: the answer is lost. */
  | 'cut-after'
  /** 502 after the request took effect. */
  | 'error-after'
  /** Half of the answer's body comes, then the connection breaks. */
  | 'cut-body'
  /** The answer comes after `seconds`. */
  | 'slow'
  /** No answer comes at all. */
  | 'never';

export interface FailureRule {
  how: How;
  method?: string;
  /** The path has to have it (text) or match it. */
  path?: string | RegExp;
  /** So many requests that fit are let through first. */
  skip?: number;
  /** So many fail; 1 where left out. */
  times?: number;
  /** Of retry-after, of the quota's reset, of `slow`. */
  seconds?: number;
}

export interface Failing {
  status: number;
  message: string;
  headers: Record<string, string>;
}

const REFUSALS: Partial<Record<How, (seconds: number) => Failing>> = {
  forbidden: () => ({ status: 403, message: 'Resource not accessible by integration', headers: {} }),
  'bad-credentials': () => ({ status: 401, message: 'Bad credentials', headers: {} }),
  'not-found': () => ({ status: 404, message: 'Not Found', headers: {} }),
  invalid: () => ({ status: 422, message: 'Validation Failed', headers: {} }),
  'too-many-requests': (seconds) => ({
    status: 429,
    message: 'Too many requests',
    headers: { 'retry-after': String(seconds) },
  }),
  'secondary-rate-limit': (seconds) => ({
    status: 403,
    message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    headers: { 'retry-after': String(seconds) },
  }),
  'primary-rate-limit': (seconds) => ({
    status: 403,
    message: 'API rate limit exceeded for installation ID 1.',
    headers: {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-limit': '5000',
      'x-ratelimit-reset': String(Math.floor(Date.now() / 1000) + seconds),
    },
  }),
  'server-error': () => ({ status: 500, message: 'Server Error', headers: {} }),
  unavailable: () => ({ status: 503, message: 'Service unavailable', headers: {} }),
};

/** The answer of a rule that answers in the place of GitHub; undefined for those that break the connection or wait. */
export function refusal({ how, seconds = 1 }: FailureRule): Failing | undefined {
  return REFUSALS[how]?.(seconds);
}

/** The rules that are left; asking for the one of a request counts it. */
export function makeFailures(): {
  add(rule: FailureRule): void;
  next(method: string, path: string): FailureRule | undefined;
} {
  const rules: { rule: FailureRule; skip: number; left: number }[] = [];
  return {
    add: (rule) => rules.push({ rule, skip: rule.skip ?? 0, left: rule.times ?? 1 }),
    next(method, path) {
      for (const entry of rules) {
        const { rule } = entry;
        if (rule.method !== undefined && rule.method !== method) continue;
        if (typeof rule.path === 'string' && !path.includes(rule.path)) continue;
        if (rule.path instanceof RegExp && !rule.path.test(path)) continue;
        if (entry.left === 0) continue;
        if (entry.skip > 0) {
          entry.skip--;
          continue;
        }
        entry.left--;
        return rule;
      }
      return undefined;
    },
  };
}
