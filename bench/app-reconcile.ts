/**
 * How many calls of GitHub's API the app's look for what was missed takes with many open pull requests: the real code against a GitHub
 * on loopback that counts. Points of the query API are computed as GitHub computes them: the calls that each list in a query would take.
 *
 *   npx tsx bench/app-reconcile.ts [--pulls 100,1000,10000] [--changed 50] [--missing 200]
 */

import os from 'node:os';
import { parseArgs } from 'node:util';
import { startDemoGithub } from '../src/app/demo/github.ts';
import { addComment, addPull, append, createDemoState } from '../src/app/demo/state.ts';
import type { Desk } from '../src/app/desk.ts';
import type { Errand } from '../src/app/events.ts';
import { createMemory, reconcileRepository } from '../src/app/reconcile.ts';
import { createGithubClient } from '../src/github/client.ts';
import { encodeStamp, type RunStamp, stampMarker } from '../src/github/run-stamp.ts';
import { silentLogger } from '../src/log.ts';

const { values } = parseArgs({
  options: {
    pulls: { type: 'string', default: '100,1000,10000' },
    changed: { type: 'string', default: '50' },
    missing: { type: 'string', default: '0' },
  },
});
/** Pull requests with a new comment between two later looks. */
const changed = Number(values.changed);
/** Of those that nothing was done for. */
const missing = Number(values.missing);
const MINUTES = 5;
/** Of the page itself, its comments, its commits, their suites and their checks: 1 + 4 × 50 lists, a point for a hundred. */
const POINTS_OF_PAGE = Math.round((1 + 4 * 50) / 100);
/** Of the merge queue's branches beside the first page, at most 50, with suites and checks. */
const POINTS_OF_QUEUE = Math.round((1 + 2 * 50) / 100);
const SELF = 'lora-gate[bot]';
const say = (text: string) => process.stdout.write(`${text}\n`);

function seeded(pulls: number) {
  const state = createDemoState({
    ...{ owner: 'org', repo: 'desk', appId: 1, slug: 'lora-gate', installation: 1 },
    ...{ mainSha: 'b'.repeat(40), files: {}, collaborators: {} },
  });
  for (let number = 1; number <= pulls; number++) {
    const headSha = number.toString(16).padStart(40, 'a');
    addPull(state, {
      ...{ number, title: `Change ${number}`, author: 'ann', headRef: `change-${number}`, headSha },
      ...{ baseSha: state.mainSha, files: [], open: true },
    });
    // The oldest ones were never looked at.
    if (number <= missing) continue;
    const stamp: RunStamp = {
      ...{ config: 'lora-gate.yml', headSha, headOrder: 1, runId: 1, runAttempt: 1, state: 'done' },
    };
    const check = {
      ...{ id: state.nextId(), name: 'lora-gate', head_sha: headSha, external_id: encodeStamp(stamp) },
      ...{ details_url: null, status: 'completed', conclusion: 'success', annotations: 0 },
      ...{ started_at: state.now(), completed_at: state.now() },
      output: { title: 'pass', summary: '', text: null },
    };
    state.checks.set(check.id, check);
    append(state.checksOfSha, headSha, check);
    addComment(state, number, SELF, `verdict\n\n${stampMarker(stamp)}`);
  }
  return state;
}

async function measure(pulls: number): Promise<void> {
  const state = seeded(pulls);
  await using github = await startDemoGithub({ states: [state], onDispatch: () => {} });
  const queued: Errand[] = [];
  const desk: Desk = {
    client: createGithubClient({
      ...{ token: 'ghs_demo_1', apiUrl: github.url, logger: silentLogger },
      // Without the second that Octokit puts between two calls of the query API.
      secondMilliseconds: 1,
    }),
    repository: { owner: 'org', repo: 'desk' },
    ...{ appId: 1, self: SELF, workflow: 'lora-gate.yml', welcome: 'off' as const, logger: silentLogger },
    ...{ graceMilliseconds: 60_000, now: Date.now },
    enqueue: (errand) => queued.push(errand),
  };
  const memory = createMemory();
  async function look() {
    github.counts.clear();
    queued.length = 0;
    const start = performance.now();
    const { read } = await reconcileRepository(desk, memory);
    const pages = github.counts.get('POST /graphql') ?? 0;
    // GitHub does not count the question for the quota itself.
    const free = github.counts.get('GET /rate_limit') ?? 0;
    const all = [...github.counts.values()].reduce((sum, n) => sum + n, 0);
    const seconds = (performance.now() - start) / 1000;
    return {
      read,
      pages,
      points: pages * POINTS_OF_PAGE + POINTS_OF_QUEUE,
      rest: all - pages - free,
      queued: queued.length,
      seconds,
    };
  }
  type Look = Awaited<ReturnType<typeof look>>;
  const line = (name: string, { read, pages, points, rest, queued: found, seconds }: Look) =>
    say(
      `${String(pulls).padStart(6)}  ${name.padEnd(22)} read ${read}, query API ${pages} calls = ${points} points, other API ${rest}, queued ${found}, ${seconds.toFixed(1)} s`,
    );
  const first = await look();
  line('after a start', first);
  const quiet = await look();
  line('later, nothing moved', quiet);
  for (const pull of [...state.pulls.values()].slice(-changed)) pull.updatedAt = state.now();
  line(`later, ${changed} moved`, await look());
  const hour = (one: Look) => (60 / MINUTES) * one.points;
  say(
    `${String(pulls).padStart(6)}  an hour with a start in it: ${first.points + hour(quiet) - quiet.points} points of 5,000 (10,000 on Enterprise Cloud) and ${first.rest + 11 * quiet.rest} calls of 5,000 (15,000)`,
  );
  if (github.unknown.length > 0) say(`not there: ${[...new Set(github.unknown)].join(', ')}`);
}

say(`machine: ${os.cpus().length} × ${os.cpus()[0]?.model}, Node ${process.version}`);
for (const pulls of values.pulls.split(',').map(Number)) await measure(pulls);
