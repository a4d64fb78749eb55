/** `/metrics` and `/healthz` over HTTP, read as Prometheus reads them. */

import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type AppMetrics, createMetrics, serveHealth } from '../../src/app/metrics.ts';
import { readExposition } from './exposition.ts';

async function served(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, [Symbol.asyncDispose]: () => new Promise<void>((done) => server.close(() => done())) };
}

const servedMetrics = (metrics: AppMetrics) =>
  served((request, response) => void metrics.serve(request, response));
const idle = () => ({ waiting: 0, running: 0 });

test('a scrape shows deliveries, queue, runs, GPU time and quota', async () => {
  const metrics = createMetrics({ version: '1.2.3', queue: () => ({ waiting: 4, running: 2 }) });
  metrics.delivery('pull_request', 'accepted');
  metrics.delivery('pull_request', 'accepted');
  metrics.delivery('pull_request', 'duplicate');
  metrics.answered(0.02);
  metrics.runEnded({ end: 'regression', gpuSeconds: 90 });
  metrics.runEnded({ end: 'pass', gpuSeconds: 30 });
  metrics.quota(17, {
    'x-ratelimit-remaining': '4321',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-resource': 'core',
  });
  await using server = await servedMetrics(metrics);
  const response = await fetch(server.url);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  const { samples, types } = readExposition(await response.text());
  expect(samples.get('lora_gate_info{version="1.2.3"}')).toBe(1);
  expect(samples.get('lora_gate_deliveries_total{event="pull_request",outcome="accepted"}')).toBe(2);
  expect(samples.get('lora_gate_deliveries_total{event="pull_request",outcome="duplicate"}')).toBe(1);
  expect(samples.get('lora_gate_delivery_answer_seconds_bucket{le="0.025"}')).toBe(1);
  expect(samples.get('lora_gate_delivery_answer_seconds_bucket{le="0.01"}')).toBe(0);
  expect(samples.get('lora_gate_queue_deliveries{state="waiting"}')).toBe(4);
  expect(samples.get('lora_gate_queue_deliveries{state="running"}')).toBe(2);
  expect(samples.get('lora_gate_runs_total{verdict="regression"}')).toBe(1);
  expect(samples.get('lora_gate_runs_total{verdict="crashed"}')).toBe(0);
  expect(samples.get('lora_gate_gpu_seconds_total')).toBe(120);
  expect(samples.get('lora_gate_api_quota_remaining{installation="17"}')).toBe(4321);
  expect(samples.get('lora_gate_api_quota_limit{installation="17"}')).toBe(5000);
  expect(types.get('lora_gate_runs_total')).toBe('counter');
  expect([...samples.keys()].some((name) => name.startsWith('process_resident_memory_bytes'))).toBe(true);
});

test('what a stranger sends makes no series of its own', async () => {
  const metrics = createMetrics({ version: '1', queue: idle, process: false });
  for (let i = 0; i < 600; i++) {
    metrics.delivery(`event-${i}"}\n`, 'accepted');
    metrics.quota(i, { 'x-ratelimit-remaining': i, 'x-ratelimit-limit': 5000 });
  }
  await using server = await servedMetrics(metrics);
  const { samples } = readExposition(await (await fetch(server.url)).text());
  expect(samples.get('lora_gate_deliveries_total{event="other",outcome="accepted"}')).toBe(600);
  expect(samples.get('lora_gate_api_quota_remaining{installation="499"}')).toBe(499);
  expect(samples.get('lora_gate_api_quota_remaining{installation="other"}')).toBe(599);
  expect(samples.size).toBeLessThan(1100);
});

test('GPU seconds that make no sense and quotas of other resources count for nothing', async () => {
  const metrics = createMetrics({ version: '1', queue: idle, process: false });
  for (const seconds of [Number.NaN, -5, Number.POSITIVE_INFINITY])
    metrics.runEnded({ end: 'pass', gpuSeconds: seconds });
  metrics.quota(1, { 'x-ratelimit-remaining': 3, 'x-ratelimit-limit': 30, 'x-ratelimit-resource': 'search' });
  metrics.quota(1, {});
  await using server = await servedMetrics(metrics);
  const { samples } = readExposition(await (await fetch(server.url)).text());
  expect(samples.get('lora_gate_runs_total{verdict="pass"}')).toBe(3);
  expect(samples.get('lora_gate_gpu_seconds_total')).toBe(0);
  expect([...samples.keys()].filter((name) => name.includes('quota'))).toEqual([]);
});

test('with a token, only who has it may read', async () => {
  const metrics = createMetrics({ version: '1', queue: idle, token: 'scrape-secret', process: false });
  await using server = await servedMetrics(metrics);
  const status = async (headers: Record<string, string>) => (await fetch(server.url, { headers })).status;
  expect(await status({})).toBe(401);
  expect(await status({ authorization: 'Bearer scrape-secre' })).toBe(401);
  expect(await status({ authorization: 'Bearer scrape-secret' })).toBe(200);
});

test('health is 200 while deliveries are taken and 503 with the reason otherwise', async () => {
  let health = { ready: true, version: '1.2.3' } as Parameters<typeof serveHealth>[0];
  await using server = await served((request, response) => serveHealth(health, request, response));
  const up = await fetch(server.url);
  expect([up.status, await up.json()]).toEqual([200, { status: 'ok', version: '1.2.3' }]);
  health = { ready: false, reason: 'stopping', version: '1.2.3' };
  const down = await fetch(server.url);
  expect(down.status).toBe(503);
  expect(await down.json()).toEqual({ status: 'unavailable', reason: 'stopping', version: '1.2.3' });
});
