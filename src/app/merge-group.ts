/**
 * A merge queue asks about a commit that joins pull requests with the base. It is answered from the verdicts that their heads have: each of
 * them has to have passed. What they would be together is not trained again; who wants that lets the workflow answer `merge_group`
 * itself.
 */

import { completeCheck } from '../github/check-run.ts';
import { ownChecks } from '../github/own-checks.ts';
import { readPullRequest } from '../github/pull-request.ts';
import { compareStamps } from '../github/run-stamp.ts';
import type { CheckOutput } from '../report/check-output.ts';
import { join, md } from '../report/markdown-escape.ts';
import { checkNameFor, type Desk } from './desk.ts';
import type { Errand } from './events.ts';
import { readDefaultBranch } from './own-runs.ts';
import { stampOf } from './workflow-run.ts';

/** `refs/heads/gh-readonly-queue/main/pr-7-…`: GitHub names the last pull request of the group. */
const HEAD_REF = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-([1-9]\d{0,9})-[0-9a-f]{40,64}$/;

type Group = Extract<Errand, { kind: 'merge-group' }>;

/** Of all commits between base and head, the pull requests that they came from. */
async function pullsOf(
  { client, repository }: Desk,
  { headRef, baseSha, headSha }: Group,
): Promise<number[]> {
  const last = Number(HEAD_REF.exec(headRef)?.[2]);
  const basehead = `${baseSha}...${headSha}`;
  const { data } = await client.rest.repos.compareCommitsWithBasehead({ ...repository, basehead });
  const named = data.commits.flatMap(({ commit }) => {
    // A message can name too many, which only asks for more.
    const [, merged, squashed] =
      /^Merge pull request #([1-9]\d{0,9}) |\(#([1-9]\d{0,9})\)$/m.exec(commit.message) ?? [];
    const number = merged ?? squashed;
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set([last, ...named])].filter((number) => Number.isInteger(number));
}

export async function answerMergeGroup(desk: Desk, group: Group): Promise<void> {
  const { client, repository, self } = desk;
  const baseRef = HEAD_REF.exec(group.headRef)?.[1];
  if (baseRef === undefined) return;
  const name = checkNameFor(baseRef, await readDefaultBranch(desk));
  const told: { number: number; passed: boolean; known: boolean }[] = [];
  for (const number of await pullsOf(desk, group)) {
    const { headSha } = await readPullRequest(client, repository, number);
    const stamp = { ...stampOf({ headSha, headOrder: 0, runId: 0 }), state: 'queued' as const };
    const [latest] = (await ownChecks(client, repository, { name, stamp, self })).sort(
      (a, b) => compareStamps(b.stamp, a.stamp, undefined) || b.id - a.id,
    );
    told.push({ number, passed: latest?.conclusion === 'success', known: latest !== undefined });
  }
  // No check at all: the repository has no configuration.
  if (!told.some(({ known }) => known)) return;
  const passed = told.every((one) => one.passed);
  const list = join(
    told.map((one) => md`#${one.number} has ${one.passed ? 'passed' : 'not passed'}`),
    md`<br>`,
  );
  const output: CheckOutput = {
    title: passed ? 'passed on the heads of the pull requests' : 'a pull request of the group has not passed',
    summary: list.source,
    conclusion: passed ? 'success' : 'failure',
    annotations: [],
  };
  const stamp = { ...stampOf({ headSha: group.headSha, headOrder: 0, runId: 1 }), state: 'done' as const };
  await completeCheck(client, repository, undefined, { name, stamp, self, output });
}
