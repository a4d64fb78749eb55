/**
 * How many calls of GitHub's API the app's look for what was missed takes with many open pull requests: the real code against a GitHub
 * on loopback that counts. The first look after a start sees all of them, five minutes apart and a bounded number each time.
 *
 *   npx tsx bench/app-reconcile.ts [--pulls 10000] [--changed 50]
 */

import os from 'node:os';
import { parseArgs } from 'node:util';
import { startDemoGithub } from '../src/app/demo/github.ts';
import { addComment, addPull, append, createDemoState } from '../src/app/demo/state.ts';
import type { Desk } from '../src/app/desk.ts';
import type { Errand } from '../src/app/events.ts';
import { reconcileRepository, type Settled } from '../src/app/reconcile.ts';
import { createGithubClient } from '../src/github/client.ts';
import { encodeStamp, type RunStamp, stampMarker } from '../src/github/run-stamp.ts';
import { silentLogger } from '../src/log.ts';

const { values } = parseArgs({
  options: { pulls: { type: 'string', default: '10000' }, changed: { type: 'string', default: '50' } },
});
const pulls = Number(values.pulls);
/** Pull requests with a new comment between two later looks. */
const changed = Number(values.changed);
const MINUTES = 5;
const QUOTAS = [
  ['5,000 an hour', 5000],
  ['15,000 an hour (Enterprise Cloud)', 15_000],
] as const;
const SELF = 'lora-gate[bot]';
const say = (text: string) => process.stdout.write(`${text}\n`);

const state = createDemoState({
  ...{ owner: 'org', repo: 'desk', appId: 1, slug: 'lora-gate', installation: 1, mainSha: 'b'.repeat(40) },
  ...{ files: {}, collaborators: {} },
});
for (let number = 1; number <= pulls; number++) {
  const headSha = number.toString(16).padStart(40, 'a');
  addPull(state, {
    ...{ number, title: `Change ${number}`, author: 'ann', headRef: `change-${number}`, headSha },
    ...{ baseSha: state.mainSha, files: [], open: true },
  });
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

await using github = await startDemoGithub({ states: [state], onDispatch: () => {} });
const queued: Errand[] = [];
const desk: Desk = {
  client: createGithubClient({ token: 'ghs_demo_1', apiUrl: github.url, logger: silentLogger }),
  repository: { owner: 'org', repo: 'desk' },
  ...{
    self: SELF,
    workflow: 'lora-gate.yml',
    logger: silentLogger,
    graceMilliseconds: 60_000,
    now: Date.now,
  },
  enqueue: (errand) => queued.push(errand),
};

const calls = () => [...github.counts.values()].reduce((sum, n) => sum + n, 0);
const settled: Settled = new Map();
const looks: number[] = [];
async function look(): Promise<number> {
  const before = calls();
  const read = await reconcileRepository(desk, settled);
  looks.push(calls() - before);
  return read;
}

const started = performance.now();
while ((await look()) > 0);
const first = looks.slice(0, -1);
const total = first.reduce((sum, n) => sum + n, 0);
const quiet = looks.at(-1) as number;
for (const pull of [...state.pulls.values()].slice(0, changed)) pull.updatedAt = state.now();
await look();
const busy = looks.at(-1) as number;
const later = (60 / MINUTES) * quiet;
const anHour = (60 / MINUTES) * Math.max(...first);

say(
  `machine: ${os.cpus().length} × ${os.cpus()[0]?.model}, Node ${process.version}; ${((performance.now() - started) / 1000).toFixed(0)} s`,
);
say(
  `open pull requests: ${pulls}, all settled; settled after ${first.length} looks, ${(((first.length - 1) * MINUTES) / 60).toFixed(1)} h`,
);
say(`calls until all were seen: ${total}; the largest look ${Math.max(...first)}, so ${anHour} an hour`);
say(`a later look: ${quiet} calls (${later} an hour); with ${changed} changed since: ${busy}`);
for (const [name, quota] of QUOTAS)
  say(
    `  of ${name}: ${((100 * anHour) / quota).toFixed(0)} % at first, ${((100 * later) / quota).toFixed(0)} % later`,
  );
say(`queued in vain: ${queued.length}`);
for (const [route, n] of [...github.counts].sort((a, b) => b[1] - a[1])) say(`  ${n} ${route}`);
if (github.unknown.length > 0) say(`not there: ${[...new Set(github.unknown)].join(', ')}`);
