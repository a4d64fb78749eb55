/**
 * How the app bears deliveries: 200 a second for 60 seconds on loopback, from an open loop (a late answer delays nothing and counts
 * from the time it was due), with bodies as large as GitHub's. Prints answer times, memory, and how many pull requests got their check.
 *
 *   npx tsx bench/app-load.ts [--rate 200] [--seconds 60] [--installations 40] [--pulls 8] [--drain 300] [--heap]
 *
 * With --heap the app collects its garbage every ten seconds and tells what is left, which spoils the answer times.
 */

import { type ChildProcess, fork, spawn } from 'node:child_process';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import os from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { signedDelivery } from '../src/app/demo/github.ts';
import { createDemoState } from '../src/app/demo/state.ts';
import { type FromGithub, headOf, MAIN, placeOf, type ToGithub } from './app-github.ts';

const { values } = parseArgs({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    installations: { type: 'string', default: '40' },
    pulls: { type: 'string', default: '8' },
    drain: { type: 'string', default: '300' },
    heap: { type: 'boolean', default: false },
  },
});
const [rate, seconds, installations, pulls, drain] = [
  values.rate,
  values.seconds,
  values.installations,
  values.pulls,
  values.drain,
].map(Number) as [number, number, number, number, number];
const say = (text: string) => process.stdout.write(`${text}\n`);
const secret = randomBytes(32).toString('hex');
const WEBHOOKS = '/api/github/webhooks';

type Payload = Record<string, unknown>;
interface Examples {
  name: string;
  examples: Payload[];
}
const examples = createRequire(import.meta.url)('@octokit/webhooks-examples') as Examples[] & {
  default?: Examples[];
};
const example = (event: string, action?: string) => {
  const of = (examples.default ?? examples).find(({ name }) => name === event)?.examples ?? [];
  return of.find((one) => action === undefined || one.action === action) ?? (of[0] as Payload);
};

const github = fork(fileURLToPath(new URL('./app-github.ts', import.meta.url)), ['serve'], {
  execArgv: ['--import', 'tsx'],
});
const ask = async (message: ToGithub): Promise<FromGithub> => {
  github.send(message);
  return ((await once(github, 'message')) as [FromGithub])[0];
};

const probe = values.heap ? ['--expose-gc', '--import', 'tsx', '--import', './bench/heap-probe.ts'] : [];

async function startApp(apiUrl: string): Promise<{ app: ChildProcess; url: string }> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const app = spawn(process.execPath, [...probe, '--import', 'tsx', 'src/cli.ts', 'serve'], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      ...{ APP_ID: '1', WEBHOOK_SECRET: secret, GITHUB_API_URL: apiUrl, PORT: '0', LOG_LEVEL: 'fatal' },
      PRIVATE_KEY: privateKey.export({ type: 'pkcs1', format: 'pem' }).toString(),
    },
  });
  for await (const chunk of app.stdout as AsyncIterable<Buffer>) {
    const [, url] = /listening on (http:\/\/[^/\s]+)/.exec(chunk.toString()) ?? [];
    if (url !== undefined) return { app, url };
  }
  throw new Error('the app ended before it listened');
}

const states = Array.from({ length: installations }, (_, i) =>
  createDemoState({
    ...placeOf(i + 1),
    ...{ appId: 1, slug: 'lora-gate', installation: i + 1, mainSha: MAIN, files: {}, collaborators: {} },
  }),
);

/** Every pull request once, spread over the time; the rest is what else GitHub sends, repeated deliveries among it. */
function plan(): { event: string; payload: Payload; installation: number; id: string }[] {
  const total = Math.round(rate * seconds);
  const opened = example('pull_request', 'opened') as { pull_request: Payload } & Payload;
  const every = Math.max(1, Math.floor(total / (installations * pulls)));
  return Array.from({ length: total }, (_, i) => {
    const nth = Math.floor(i / every);
    const [installation, number] = [(nth % installations) + 1, (Math.floor(nth / installations) % pulls) + 1];
    const payload = () => {
      const head = { sha: headOf(installation, number), ref: `change-${number}` };
      return { ...opened, number, pull_request: { ...opened.pull_request, number, head } };
    };
    if (i % every === 0)
      return { event: 'pull_request', payload: payload(), installation, id: `opened-${nth}` };
    // Sent again, as GitHub does on request.
    if (i % 10 === 1) return { event: 'pull_request', payload: payload(), installation, id: `opened-${nth}` };
    const event = ['workflow_job', 'push', 'check_run', 'issue_comment'][i % 4] as string;
    return { event, payload: example(event), installation, id: `other-${i}` };
  });
}

const rssOf = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
/** Seconds of a processor that a process has used. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

const quantile = (sorted: readonly number[], q: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;

const first = await ask({ size: { installations, pulls, secret } });
if (!('url' in first)) throw new Error('no address');
const { app, url } = await startApp(first.url);
github.send({ app: url + WEBHOOKS } satisfies ToGithub);

const agent = new Agent({ keepAlive: true, maxSockets: 512 });
const times: number[] = [];
/** By ten seconds of the time they were due. */
const parts: number[][] = Array.from({ length: Math.ceil(seconds / 10) }, () => []);
const answers = new Map<number, number>();
let open = 0;

function send(body: string, headers: Record<string, string>, due: number): void {
  open++;
  const ended = (status: number) => {
    open--;
    answers.set(status, (answers.get(status) ?? 0) + 1);
    const time = performance.now() - due;
    times.push(time);
    parts[Math.floor((due - start) / 10_000)]?.push(time);
  };
  const sent = request(url + WEBHOOKS, { method: 'POST', agent, headers }, (response) => {
    response.resume().once('end', () => ended(response.statusCode ?? 0));
  });
  sent.once('error', () => ended(0)).end(body);
}

// Signed before the clock runs.
const deliveries = plan().map(({ installation, ...delivery }) =>
  signedDelivery(states[installation - 1] as (typeof states)[number], secret, delivery),
);
/** Of the app, after its garbage was collected. */
const heap: Promise<number>[] = [];
function askHeap(): void {
  if (!values.heap) return;
  app.send('heap');
  heap.push(once(app, 'message').then(([told]) => (told as { heap: number }).heap / 2 ** 20));
}
const memory: [second: number, mebibytes: number][] = [[0, rssOf(app.pid as number)]];
const load = os.loadavg()[0] ?? 0;
const start = performance.now();
for (const [i, { body, headers }] of deliveries.entries()) {
  const due = start + (i * 1000) / rate;
  const early = due - performance.now();
  if (early > 1) await wait(early);
  send(body, headers, due);
  const second = Math.floor((performance.now() - start) / 1000);
  if (second >= (memory.at(-1)?.[0] ?? 0) + 10) {
    memory.push([second, rssOf(app.pid as number)]);
    askHeap();
  }
}
while (open > 0) await wait(10);
const sent = (performance.now() - start) / 1000;
const cpu = [app.pid, github.pid, process.pid].map((pid) => cpuOf(pid as number).toFixed(1));

let count = await ask({ count: true });
while (
  'done' in count &&
  count.done < installations * pulls &&
  performance.now() - start < (seconds + drain) * 1000
) {
  await wait(1000);
  count = await ask({ count: true });
}
const drained = (performance.now() - start) / 1000;
askHeap();
memory.push([Math.round(drained), rssOf(app.pid as number)]);
times.sort((a, b) => a - b);
say(`machine: ${os.cpus().length} × ${os.cpus()[0]?.model}, Node ${process.version}`);
say(
  `load average before: ${load.toFixed(1)}; processor seconds until the last answer: app ${cpu[0]}, GitHub ${cpu[1]}, sender ${cpu[2]}`,
);
say(`deliveries: ${times.length} in ${sent.toFixed(1)} s, answers ${JSON.stringify([...answers])}`);
say(
  `answer time, ms: p50 ${quantile(times, 0.5).toFixed(1)}, p99 ${quantile(times, 0.99).toFixed(1)}, largest ${(times.at(-1) ?? 0).toFixed(1)}`,
);
const p99s = parts.map((part) =>
  quantile(
    part.sort((a, b) => a - b),
    0.99,
  ).toFixed(0),
);
say(`p99 of each ten seconds: ${p99s.join(', ')}`);
if (values.heap) {
  const left = (await Promise.all(heap)).map((mib) => mib.toFixed(1));
  say(`heap of the app after collecting, MiB every ten seconds and at the end: ${left.join(', ')}`);
}
say(`memory of the app, MiB by second: ${memory.map(([s, mib]) => `${s}: ${mib.toFixed(0)}`).join(', ')}`);
if ('done' in count) {
  say(
    `pull requests with a completed check: ${count.done} of ${installations * pulls} after ${drained.toFixed(0)} s`,
  );
  say(`checks: ${count.checks}, comments: ${count.comments}`);
  say(`requests to GitHub: ${count.requests.reduce((sum, [, n]) => sum + n, 0)}`);
  for (const [route, n] of count.requests.sort((a, b) => b[1] - a[1])) say(`  ${n} ${route}`);
  for (const one of count.unknown.slice(0, 20)) say(`  not there: ${one}`);
}
app.kill('SIGTERM');
await once(app, 'exit');
github.disconnect();
github.kill();
