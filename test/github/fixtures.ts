/** What the tests of the API's side share: a stand-in, a client of it without waits, and stamps. */

import { createGithubClient } from '../../src/github/client.ts';
import type { RunStamp } from '../../src/github/run-stamp.ts';
import { silentLogger } from '../../src/log.ts';
import { type GithubSeed, startGithub } from './stand-in.ts';

export const HEAD = 'a'.repeat(40);
export const OLD = 'c'.repeat(40);
export const TOKEN = 'ghs_aSecretOfTheTest';
export const REPOSITORY = { owner: 'team', repo: 'desk' };

export async function startDesk(seed: Partial<GithubSeed> = {}) {
  const github = await startGithub({
    token: TOKEN,
    login: 'github-actions[bot]',
    repo: 'team/desk',
    pulls: [{ number: 7, head: { sha: HEAD }, author: 'ann', files: [{ filename: 'data/train.jsonl' }] }],
    tokens: { person: { login: 'mia' } },
    ...seed,
  });
  return { github, client: clientOf(github.url) };
}

export function clientOf(apiUrl: string, options: Partial<Parameters<typeof createGithubClient>[0]> = {}) {
  return createGithubClient({
    token: TOKEN,
    apiUrl,
    logger: silentLogger,
    secondMilliseconds: 1,
    ...options,
  });
}

export function stampOf(stamp: Partial<RunStamp> = {}): RunStamp {
  return {
    config: 'lora-gate.yml',
    headSha: HEAD,
    headOrder: 10,
    runId: 100,
    runAttempt: 1,
    state: 'done',
    ...stamp,
  };
}

/** What a failing promise was rejected with. */
export async function failureOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
  } catch (thrown) {
    return thrown;
  }
  throw new Error('it did not fail');
}
