/**
 * A merge queue asks about a commit that joins pull requests with the base. Each of them has to have passed on its own head. Where the
 * commit holds for their adapters what was judged there, those verdicts are the answer; where it does not (two of them change one
 * adapter's data, or the base has moved under it), what they are together is trained, once for the commit, and judged against
 * the base. A waiver is for the head it was given for and does not count here.
 *
 * Started with the last pull request's number, since a workflow knows no groups; a group's check is known by its stamp, whose order
 * no head of a pull request has.
 */

import { UserError } from '../errors.ts';
import { checkNameFor } from '../github/check-name.ts';
import { openCheck } from '../github/check-run.ts';
import { parseMergeGroupRef } from '../github/merge-group-ref.ts';
import { type OwnCheck, ownChecks } from '../github/own-checks.ts';
import { readPullRequest } from '../github/pull-request.ts';
import { isSameRun } from '../github/run-stamp.ts';
import { type CheckOutput, cancelledOutput, crashedOutput, startedOutput } from '../report/check-output.ts';
import { code, join, type Markdown, md, paragraph } from '../report/markdown-escape.ts';
import type { Desk } from './desk.ts';
import type { Errand } from './events.ts';
import { closeDuplicate } from './former.ts';
import { GROUP_ORDER, groupStamp, publishGroup, tellGroup } from './group-check.ts';
import { changedInGroup, readTree } from './group-data.ts';
import { waitingOutput } from './opening.ts';
import { cancelRun, dispatchRun, listOwnRuns, MOST_CALLS, readDefaultBranch } from './own-runs.ts';
import { latestFirst } from './scene.ts';

/** A commit that a queue has made. */
interface Group {
  headSha: string;
  baseRef: string;
  /** The last of its pull requests. */
  last: number;
  checkName: string;
  defaultBranch: string;
}

async function groupOf(desk: Desk, { headSha, headRef }: { headSha: string; headRef: string }) {
  const parsed = parseMergeGroupRef(headRef);
  if (!parsed) return undefined;
  const defaultBranch = await readDefaultBranch(desk);
  const checkName = checkNameFor(parsed.baseRef, defaultBranch);
  const { baseRef, last } = parsed;
  return { headSha, baseRef, last, checkName, defaultBranch } satisfies Group;
}

/** Of all commits that the base does not have yet, the pull requests that they came from: the group's, and those queued before it. */
async function pullsOf({ client, repository }: Desk, { last, baseRef, headSha }: Group): Promise<number[]> {
  const basehead = `${baseRef}...${headSha}`;
  const { data } = await client.rest.repos.compareCommitsWithBasehead({ ...repository, basehead });
  const named = data.commits.flatMap(({ commit }) => {
    // A message can name too many, which only asks for more.
    const [, merged, squashed] =
      /^Merge pull request #([1-9]\d{0,9}) |\(#([1-9]\d{0,9})\)$/m.exec(commit.message) ?? [];
    const number = merged ?? squashed;
    return number === undefined ? [] : [Number(number)];
  });
  return [...new Set([last, ...named])];
}

interface Told {
  number: number;
  known: boolean;
  passed: boolean;
  /** Adapters that are something else together. */
  changed: string[];
}

async function look(desk: Desk, group: Group): Promise<Told[]> {
  const { client, repository, self } = desk;
  const told: Told[] = [];
  let tree: Awaited<ReturnType<typeof readTree>> | null = null;
  for (const number of await pullsOf(desk, group)) {
    const pull = await readPullRequest(client, repository, number);
    const stamp = { ...groupStamp(pull.headSha), state: 'queued' as const };
    const checks = await ownChecks(client, repository, { name: group.checkName, stamp, self });
    const [latest] = checks.sort(latestFirst);
    const passed = latest?.conclusion === 'success';
    if (passed && tree === null) tree = await readTree(desk, group.headSha);
    const { headSha } = group;
    const changed = passed ? await changedInGroup(desk, pull, { headSha, tree: tree ?? undefined }) : [];
    told.push({ number, known: latest !== undefined, passed, changed });
  }
  return told;
}

function describe({ number, passed, changed }: Told): Markdown {
  if (!passed) return md`#${number} has not passed`;
  if (changed.length === 0) return md`#${number} has passed with what is merged here`;
  return md`#${number} has passed, with something else for ${join(changed.map(code), md`, `)}`;
}

async function decide(desk: Desk, group: Group): Promise<void> {
  const told = await look(desk, group);
  // No check at all: the repository has no configuration.
  if (!told.some(({ known }) => known)) return;
  const passed = told.every((one) => one.passed);
  const adapters = [...new Set(told.flatMap(({ changed }) => changed))];
  const list = join(told.map(describe), md`<br>`);
  if (passed && adapters.length > 0) return open(desk, group, adapters, list);
  const output: CheckOutput = {
    title: passed ? 'passed on the heads of the pull requests' : 'a pull request of the group has not passed',
    summary: list.source,
    conclusion: passed ? 'success' : 'failure',
    annotations: [],
  };
  await tellGroup(desk, group, output);
}

async function open(desk: Desk, group: Group, adapters: readonly string[], list: Markdown): Promise<void> {
  const { client, repository, self } = desk;
  const { headSha, checkName: name, last, defaultBranch } = group;
  const stamp = { ...groupStamp(headSha), state: 'queued' as const };
  const { title, summary } = waitingOutput(adapters);
  const output = { title, summary: join([md`${summary}`, list], paragraph).source };
  const request = { name, stamp, self };
  const opened = await openCheck(client, repository, { ...request, status: 'queued', output });
  if (opened.outcome !== 'created' || opened.id === undefined) return;
  const same = (await ownChecks(client, repository, request)).filter((one) => isSameRun(one.stamp, stamp));
  const [first] = same.sort(latestFirst);
  if (first && first.id < opened.id) return closeDuplicate(desk, opened.id, name);
  await dispatchRun(desk, defaultBranch, { pull: last, headSha, check: opened.id });
}

const runOf = async (desk: Desk, { defaultBranch }: Group, check: OwnCheck) =>
  (await listOwnRuns(desk, defaultBranch, MOST_CALLS)).find((one) => one.check === check.id);

async function follow(desk: Desk, group: Group, check: OwnCheck, errand: Errand): Promise<void> {
  const { client, repository, self, graceMilliseconds } = desk;
  const run = await runOf(desk, group, check);
  if (!run) {
    const age = desk.now() - Date.parse(check.startedAt ?? '');
    if (age < graceMilliseconds) return desk.enqueue(errand, graceMilliseconds);
    const { last, headSha, defaultBranch } = group;
    return dispatchRun(desk, defaultBranch, { pull: last, headSha, check: check.id });
  }
  if (run.status === 'done') return publishGroup(desk, group, check, run);
  if (run.status === 'waiting') return;
  await openCheck(client, repository, {
    ...{ name: group.checkName, self, detailsUrl: run.url, output: startedOutput(), status: 'in_progress' },
    stamp: { ...check.stamp, state: 'running' },
  });
}

async function checkOf({ client, repository, self }: Desk, { headSha, checkName: name }: Group) {
  const stamp = { ...groupStamp(headSha), state: 'queued' as const };
  const checks = await ownChecks(client, repository, { name, stamp, self });
  return checks.filter(({ stamp: { headOrder } }) => headOrder === GROUP_ORDER).sort(latestFirst)[0];
}

async function leave(desk: Desk, group: Group, check: OwnCheck): Promise<void> {
  const run = await runOf(desk, group, check);
  await tellGroup(desk, group, cancelledOutput({ reason: 'the group left the merge queue' }), check);
  if (run && run.status !== 'done') await cancelRun(desk, run);
}

/** Takes the next step for a group's commit, from wherever it is. */
export async function answerMergeGroup(
  desk: Desk,
  errand: Extract<Errand, { kind: 'merge-group' }>,
): Promise<void> {
  const group = await groupOf(desk, errand);
  if (!group) return;
  const check = await checkOf(desk, group);
  try {
    if (check?.completed) return;
    if (!errand.gone) return await (check ? follow(desk, group, check, errand) : decide(desk, group));
    if (check) await leave(desk, group, check);
  } catch (thrown) {
    if (!(thrown instanceof UserError) || thrown.code.startsWith('github-')) throw thrown;
    await tellGroup(desk, group, crashedOutput(thrown, { changedFiles: new Set() }), check);
  }
}
