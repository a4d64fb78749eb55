/**
 * Errors of GitHub's API in words: what was to be done, what GitHub answered, what to do next. Knows the shape of Octokit's errors
 * (Probot's are the same) and no client.
 */

import { UserError } from '../errors.ts';
import { clip, visible } from '../report/visible-text.ts';

export interface ExplainOptions {
  /** What was to be done, behind "could not": `write the comment of team/desk#7`. */
  what: string;
  /** What it takes, as a workflow writes it: `checks: write`. Taken from GitHub's answer where left out. */
  permission?: string;
}

interface ApiError extends Error {
  status: number;
  request: object;
  response?: { headers?: Record<string, string | number | undefined>; data?: unknown };
}

/** Whether something thrown is an error of an HTTP request, answered or not. */
export function isApiError(thrown: unknown): thrown is ApiError {
  return (
    thrown instanceof Error &&
    typeof (thrown as Partial<ApiError>).status === 'number' &&
    typeof (thrown as Partial<ApiError>).request === 'object'
  );
}

/** Whether a request may have taken effect although it failed: the answer was lost, or the server failed on its way. */
export function mayHaveTakenEffect(thrown: unknown): boolean {
  return isApiError(thrown) && thrown.status >= 500;
}

export function hasStatus(thrown: unknown, ...statuses: readonly number[]): boolean {
  return isApiError(thrown) && thrown.response !== undefined && statuses.includes(thrown.status);
}

function header(error: ApiError, name: string): string | undefined {
  const value = error.response?.headers?.[name];
  return value === undefined ? undefined : String(value);
}

/** `checks=write, contents=read; …` of GitHub's answer as lines of YAML: the first of the alternatives. */
function acceptedPermissions(error: ApiError): string[] {
  const first = (header(error, 'x-accepted-github-permissions') ?? '').split(';')[0] ?? '';
  return [...first.matchAll(/\b([a-z_]+)=(read|write)\b/g)].map(
    ([, name = '', level]) => `${name.replaceAll('_', '-')}: ${level}`,
  );
}

const FORK =
  'a pull request from a fork gets a read-only token whatever the workflow says: there a run that somebody starts by hand (`workflow_dispatch`), or the App, writes';

type Explained = [code: string, message: string, hint: string, problems?: string[]];

function permission(error: ApiError, said: string, options: ExplainOptions): Explained {
  if (error.status === 401) {
    return [
      'github-permission',
      `the token was refused ${said}`,
      'pass a token that is valid now as `github-token`: the workflow’s own (`github.token`) of this very job, or an installation’s of the App',
    ];
  }
  if (/must authenticate via a GitHub App/i.test(error.message)) {
    return [
      'github-permission',
      `only Apps may do this, and the token is a person’s ${said}`,
      'pass the workflow’s own token (`github.token`) or the App’s as `github-token`; personal tokens cannot write checks',
    ];
  }
  const lines = options.permission ? [options.permission] : acceptedPermissions(error);
  if (lines.length === 0) return ['github-permission', `the token may not do this ${said}`, FORK];
  return [
    'github-permission',
    `the token lacks the permission \`${lines.join('`, `')}\` ${said}`,
    `add these lines to the job in the workflow file (for the App: its settings, and accept them for the installation); ${FORK}`,
    ['permissions:', ...lines.map((line) => `  ${line}`)],
  ];
}

/** When to come back, in words. */
function limit(error: ApiError, said: string): Explained {
  const reset = Number(header(error, 'x-ratelimit-reset') ?? Number.NaN);
  const after = header(error, 'retry-after');
  const used = header(error, 'x-ratelimit-remaining') === '0';
  const until = used && Number.isFinite(reset) ? new Date(reset * 1000).toISOString() : undefined;
  return [
    'github-rate-limit',
    `GitHub’s rate limit was reached ${said}`,
    until
      ? `run it again after ${until}`
      : `run it again ${after ? `after ${after} seconds` : 'in some minutes'}; fewer runs at once (\`concurrency:\`) help`,
  ];
}

function isLimit(error: ApiError): boolean {
  if (error.status === 429) return true;
  return (
    error.status === 403 &&
    (header(error, 'x-ratelimit-remaining') === '0' || /\brate limit\b/i.test(error.message))
  );
}

function explanation(error: ApiError, options: ExplainOptions): Explained {
  if (!error.response) {
    return [
      'github-network',
      `no answer came: ${clip(visible(error.message), 200)}`,
      'check the connection of the runner to GitHub (proxy, firewall, DNS), then run it again',
    ];
  }
  const { status } = error;
  const said = `(${status}: ${clip(visible(error.message), 300)})`;
  if (isLimit(error)) return limit(error, said);
  if (status === 401 || status === 403) return permission(error, said, options);
  if (status === 404 || status === 410) {
    return [
      'github-not-found',
      `GitHub does not know it, or the token may not see it ${said}`,
      `check the name and number${options.permission ? `, and that the token has \`${options.permission}\`` : ''}; GitHub answers 404 also where a private thing may not be seen`,
    ];
  }
  if (status >= 500) {
    return [
      'github-server',
      `GitHub failed ${said}`,
      'run it again; https://www.githubstatus.com tells of outages',
    ];
  }
  return [
    'github-refused',
    `GitHub did not take the request ${said}`,
    'the answer says what it did not like; if it makes no sense, this is a bug worth reporting',
  ];
}

/**
 * What an error of the API means and what to do about it. Anything else that was thrown is given back as it is: it is no news
 * from GitHub.
 */
export function explainApiError(error: unknown, options: ExplainOptions): unknown {
  if (!isApiError(error)) return error;
  const [code, message, hint, problems = []] = explanation(error, options);
  return new UserError(code, `could not ${options.what}: ${message}`, { hint, problems, cause: error });
}

/** The same for work that asks GitHub. @throws UserError for an error of the API, everything else as it is */
export async function explained<T>(options: ExplainOptions, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw explainApiError(thrown, options);
  }
}
