/**
 * What the app tells a Prometheus server about itself, and whether it is alive. Every label has a bounded number of values,
 * whatever GitHub or a pull request says. Knows nothing of GitHub's API and of the queue: both hand their numbers in.
 */

import type { IncomingMessage, ServerResponse } from 'node:http';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { RUN_OUTCOMES } from '../gate/outcome.ts';
import type { DeliveryOutcome } from './deliveries.ts';
import { isSameSecret } from './same-secret.ts';

/** The deliveries that the app answers to; every other one is counted as `other`. */
export const COUNTED_EVENTS = [
  'check_run',
  'check_suite',
  'installation',
  'installation_repositories',
  'issue_comment',
  'merge_group',
  'ping',
  'pull_request',
  'push',
  'workflow_job',
  'workflow_run',
] as const;

/** How a run ended: its verdict, or why it has none. */
export const RUN_ENDS = [...RUN_OUTCOMES, 'crashed', 'cancelled', 'superseded'] as const;
export type RunEnd = (typeof RUN_ENDS)[number];

export interface EndedRun {
  end: RunEnd;
  /** On machines with a GPU; from an artifact. */
  gpuSeconds: number;
}

/** Installations with a series of their own; those that come later share one. */
const MOST_INSTALLATIONS = 500;

export interface MetricsOptions {
  version: string;
  /** Deliveries that wait and that are being worked on, asked for at each scrape. */
  queue: () => { waiting: number; running: number };
  /** Prometheus has to send it as a bearer token; `/metrics` is open where left out. */
  token?: string;
  /** Of Node's process: memory, event loop, garbage collection. */
  process?: boolean;
}

export interface AppMetrics {
  delivery(event: string, outcome: DeliveryOutcome): void;
  /** The time until a delivery was answered. */
  answered(seconds: number): void;
  runEnded(run: EndedRun): void;
  /** From the `x-ratelimit-*` headers of an answer to an installation's request. */
  quota(installation: number, headers: Readonly<Record<string, string | number | undefined>>): void;
  /** Answers `/metrics`. */
  serve(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** A registry of its own, so that two apps in one process do not count for each other. */
export function createMetrics(options: MetricsOptions): AppMetrics {
  const registry = new Registry();
  const registers = [registry];
  if (options.process !== false) collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'lora_gate_info',
    help: 'Always 1; the label says which version is running',
    labelNames: ['version'],
    registers,
  }).set({ version: options.version }, 1);
  const deliveries = new Counter({
    name: 'lora_gate_deliveries_total',
    help: 'Webhook deliveries by event and by what became of them',
    labelNames: ['event', 'outcome'],
    registers,
  });
  const answers = new Histogram({
    name: 'lora_gate_delivery_answer_seconds',
    help: 'Time until a delivery was answered; the work comes after the answer',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 10],
    registers,
  });
  new Gauge({
    name: 'lora_gate_queue_deliveries',
    help: 'Deliveries that wait and that are being worked on',
    labelNames: ['state'],
    registers,
    collect() {
      const { waiting, running } = options.queue();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'running' }, running);
    },
  });
  const runs = new Counter({
    name: 'lora_gate_runs_total',
    help: 'Runs that ended, by verdict or by why there is none',
    labelNames: ['verdict'],
    registers,
  });
  // A series that is not there yet hides the first regression from rate().
  for (const verdict of RUN_ENDS) runs.inc({ verdict }, 0);
  const gpu = new Counter({
    name: 'lora_gate_gpu_seconds_total',
    help: 'Time that runs have spent on machines with a GPU',
    registers,
  });
  const remaining = new Gauge({
    name: 'lora_gate_api_quota_remaining',
    help: 'Requests left to an installation until its quota is full again',
    labelNames: ['installation'],
    registers,
  });
  const limit = new Gauge({
    name: 'lora_gate_api_quota_limit',
    help: 'Requests an installation has an hour',
    labelNames: ['installation'],
    registers,
  });
  const installations = new Set<number>();

  function series(installation: number): string {
    if (installations.size >= MOST_INSTALLATIONS && !installations.has(installation)) return 'other';
    installations.add(installation);
    return String(installation);
  }

  function allows(request: IncomingMessage): boolean {
    if (options.token === undefined) return true;
    return isSameSecret(request.headers.authorization ?? '', `Bearer ${options.token}`);
  }

  return {
    delivery(event, outcome) {
      const known = COUNTED_EVENTS.find((one) => one === event) ?? 'other';
      deliveries.inc({ event: known, outcome });
    },
    answered: (seconds) => answers.observe(seconds),
    runEnded({ end, gpuSeconds }) {
      runs.inc({ verdict: end });
      // A counter that is told NaN or less than nothing would throw.
      if (Number.isFinite(gpuSeconds) && gpuSeconds > 0) gpu.inc(gpuSeconds);
    },
    quota(installation, headers) {
      // Search and GraphQL have quotas of their own.
      if ((headers['x-ratelimit-resource'] ?? 'core') !== 'core') return;
      const left = Number(headers['x-ratelimit-remaining'] ?? Number.NaN);
      const most = Number(headers['x-ratelimit-limit'] ?? Number.NaN);
      if (!Number.isFinite(left) || !Number.isFinite(most)) return;
      const labels = { installation: series(installation) };
      remaining.set(labels, left);
      limit.set(labels, most);
    },
    async serve(request, response) {
      if (!allows(request)) {
        response.writeHead(401, { 'www-authenticate': 'Bearer', 'content-type': 'text/plain' });
        response.end('expected the token of METRICS_TOKEN as a bearer token\n');
        return;
      }
      const text = await registry.metrics();
      response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
      response.end(request.method === 'HEAD' ? undefined : text);
    },
  };
}

/** What `/healthz` says: whether the app takes deliveries. Names no repository and no installation. */
export interface Health {
  ready: boolean;
  /** `starting`, `stopping`, `GitHub refuses the App's key`: shown as it is. */
  reason?: string;
  version: string;
}

/** Answers `/healthz`: 200 where deliveries are taken, else 503 with the reason. */
export function serveHealth(health: Health, request: IncomingMessage, response: ServerResponse): void {
  const { ready, reason, version } = health;
  const body = JSON.stringify({ status: ready ? 'ok' : 'unavailable', ...(reason && { reason }), version });
  response.writeHead(ready ? 200 : 503, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : `${body}\n`);
}
