/**
 * Makes sure that a checkout holds two commits and where they meet. A workflow's checkout is one commit deep unless told;
 * what is missing is fetched, deeper and deeper. Touches no file of the working tree and runs no hook.
 */

import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { isShallow, mergeBase, resolveCommit } from './git.ts';
import { type Finished, git } from './git-command.ts';

/** How many commits more, one try after another, before the whole history. */
const DEEPER = [50, 200, 1000] as const;

export interface FetchCommitsOptions {
  /** Full shas, both. */
  base: string;
  head: string;
  remote?: string;
  /** For a checkout that kept no credentials: the token, and the address that it is sent to. */
  credentials?: { server: string; token: string } | undefined;
  logger: Logger;
  signal?: AbortSignal | undefined;
}

const has = async (repo: string, sha: string) =>
  (await git(repo, ['cat-file', '-e', `${sha}^{commit}`])).exitCode === 0;

const meet = (repo: string, base: string, head: string) =>
  mergeBase(repo, base, head).then(
    () => true,
    () => false,
  );

/** @throws UserError `commits-not-fetched` with what the checkout step lacks */
export async function fetchCommits(repo: string, options: FetchCommitsOptions): Promise<void> {
  const { base, head, logger } = options;
  const missing: string[] = [];
  for (const sha of new Set([base, head])) if (!(await has(repo, sha))) missing.push(sha);
  if (missing.length > 0) {
    logger.info(`fetching ${missing.map((sha) => sha.slice(0, 7)).join(' and ')}`);
    const depth = (await isShallow(repo)) ? ['--depth=1'] : [];
    await fetch(repo, [...depth], missing, options);
  }
  for (const deepen of DEEPER) {
    if (!(await isShallow(repo)) || (await meet(repo, base, head))) break;
    logger.info(`fetching ${deepen} commits more, to where base and head meet`);
    await fetch(repo, [`--deepen=${deepen}`], [base, head], options);
  }
  if ((await isShallow(repo)) && !(await meet(repo, base, head))) {
    logger.info('fetching the whole history, to where base and head meet');
    await fetch(repo, ['--unshallow'], [base, head], options);
  }
  // What is still missing is said by those who say it best.
  await resolveCommit(repo, head);
  await mergeBase(repo, base, head);
}

async function fetch(
  repo: string,
  args: readonly string[],
  shas: readonly string[],
  { remote = 'origin', credentials, signal }: FetchCommitsOptions,
): Promise<void> {
  const command = [
    ...['-c', 'core.hooksPath=/dev/null', 'fetch', '--quiet', '--no-tags', '--no-recurse-submodules'],
    ...['--no-write-fetch-head', ...args, remote, ...shas],
  ];
  let finished = await git(repo, command, { signal });
  // Two credentials at once are refused, so ours come second.
  if (finished.exitCode !== 0 && credentials) {
    finished = await git(repo, command, { signal, config: authorization(credentials) });
  }
  if (finished.exitCode !== 0) throw notFetched(shas, finished);
}

function authorization({ server, token }: NonNullable<FetchCommitsOptions['credentials']>) {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
  return { [`http.${server.replace(/\/+$/, '')}/.extraheader`]: `AUTHORIZATION: basic ${basic}` };
}

function notFetched(shas: readonly string[], { stderr, exitCode }: Finished): UserError {
  const said = stderr.split('\n').slice(-3).join(' ') || `exit code ${exitCode}`;
  const names = shas.map((sha) => sha.slice(0, 7)).join(' and ');
  return new UserError('commits-not-fetched', `git could not fetch ${names}: ${said}`, {
    hint: 'Check the repository out with its history (actions/checkout with `fetch-depth: 0`) and let it keep its credentials, or give the job `contents: read`.',
  });
}
