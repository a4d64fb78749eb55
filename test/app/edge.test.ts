/** The app's other addresses, on its own server. */

import { expect, test } from 'vitest';
import { createDeliveries } from '../../src/app/deliveries.ts';
import { createEdge } from '../../src/app/edge.ts';
import { startServer } from '../../src/app/server.ts';
import { silentLogger } from '../../src/log.ts';
import { readExposition } from './exposition.ts';

test('health, metrics and page stand beside the webhooks', async () => {
  const state = { queue: undefined as { waiting: number; running: number } | undefined, stopping: false };
  const { metrics, handlers } = createEdge({
    variables: { METRICS_TOKEN: 'scrape' },
    version: '1.2.3',
    queue: () => state.queue,
    stopping: () => state.stopping,
    logger: silentLogger,
  });
  const webhooks = createDeliveries({
    verify: async (_, signature) => signature === 'right',
    accept: () => true,
    onDelivery: metrics.delivery,
  });
  const server = await startServer({
    host: '127.0.0.1',
    port: 0,
    handlers: [...handlers, webhooks],
    onError: () => {},
  });
  const get = (path: string, headers: Record<string, string> = {}) => fetch(server.url + path, { headers });
  expect((await get('/healthz')).status).toBe(503);
  expect(await (await get('/healthz')).json()).toMatchObject({ reason: 'starting' });
  state.queue = { waiting: 3, running: 1 };
  expect((await get('/healthz')).status).toBe(200);
  expect(await (await get('/')).text()).toContain('3 deliveries');
  expect((await get('/metrics')).status).toBe(401);
  expect((await fetch(`${server.url}/metrics`, { method: 'POST' })).status).toBe(405);
  const deliver = (signature: string) =>
    fetch(`${server.url}/api/github/webhooks`, {
      method: 'POST',
      headers: { 'x-github-delivery': 'a', 'x-github-event': 'push', 'x-hub-signature-256': signature },
      body: '{}',
    });
  expect((await deliver('right')).status).toBe(202);
  expect((await deliver('right')).status).toBe(202);
  expect((await deliver('wrong')).status).toBe(401);
  const { samples } = readExposition(
    await (await get('/metrics', { authorization: 'Bearer scrape' })).text(),
  );
  expect(samples.get('lora_gate_deliveries_total{event="push",outcome="accepted"}')).toBe(1);
  expect(samples.get('lora_gate_deliveries_total{event="push",outcome="duplicate"}')).toBe(1);
  expect(samples.get('lora_gate_deliveries_total{event="other",outcome="unsigned"}')).toBe(1);
  expect(samples.get('lora_gate_delivery_answer_seconds_count')).toBe(3);
  expect(samples.get('lora_gate_queue_deliveries{state="waiting"}')).toBe(3);
  state.stopping = true;
  expect(await (await get('/healthz')).json()).toMatchObject({ reason: 'stopping' });
  expect((await get('/nothing')).status).toBe(404);
  await server.close();
});
