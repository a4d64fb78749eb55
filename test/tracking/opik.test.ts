import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { execa } from 'execa';
import { afterEach, describe, expect, test } from 'vitest';
import { stableId, trackResult } from '../../src/tracking/opik.ts';
import { exampleResult } from '../report/example-result.ts';

interface Seen {
  at: string;
  headers: IncomingMessage['headers'];
  // biome-ignore lint/suspicious/noExplicitAny: the body is what the test looks at
  body: any;
}

type Answer = (response: ServerResponse, at: string) => void;

const DATASET = '01900000-0000-7000-8000-000000000001';
const working: Answer = (response, at) => {
  response.setHeader('content-type', 'application/json');
  if (at.endsWith('/datasets/retrieve')) response.end(JSON.stringify({ id: DATASET, name: 'd' }));
  else response.writeHead(204).end();
};

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function opik(answer: Answer): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const at = `${request.method} ${request.url}`;
    seen.push({ at, headers: request.headers, body: text === '' ? null : JSON.parse(text) });
    answer(response, at);
  });
  await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`, seen };
}

const target = {
  project: 'harbor-desk',
  workspace: 'team',
  apiKey: 'key-123',
  timeoutSeconds: 1,
  maxRetries: 0,
};

describe('a result sent to Opik', () => {
  test('is a dataset, an experiment with its configuration, and three scores for each conversation', async () => {
    const { url, seen } = await opik(working);
    const result = exampleResult();
    const tracked = await trackResult(result, { ...target, url });
    expect(tracked).toEqual({ sent: true, links: [expect.stringContaining(`dataset_id=${DATASET}`)] });
    expect(seen.map(({ at }) => at)).toEqual([
      'POST /api/v1/private/datasets',
      'POST /api/v1/private/datasets/retrieve',
      'PUT /api/v1/private/datasets/items',
      'POST /api/v1/private/experiments',
      'PUT /api/v1/private/experiments/items/bulk',
    ]);
    for (const { headers } of seen) {
      expect(headers).toMatchObject({ authorization: 'key-123', 'comet-workspace': 'team' });
    }
    const [, , items, experiment, bulk] = seen.map(({ body }) => body);
    expect(experiment.metadata.commits).toEqual({ base: result.base.sha, head: result.head.sha });
    expect(bulk.experiment_id).toBe(experiment.id);
    const row = result.adapters[0]!.conversations[0]!;
    expect(bulk.items[0].dataset_item_id).toBe(items.items[0].id);
    expect(bulk.items[0].feedback_scores).toEqual([
      { name: 'nll_base', value: row.base, source: 'sdk' },
      { name: 'nll_candidate', value: row.candidate, source: 'sdk' },
      { name: 'nll_bare', value: row.bare, source: 'sdk' },
    ]);
  });

  test('has the same ids when it is sent again', async () => {
    const { url, seen } = await opik(working);
    await trackResult(exampleResult(), { ...target, url });
    await trackResult(exampleResult(), { ...target, url });
    expect(seen.slice(5).map(({ body }) => body)).toEqual(seen.slice(0, 5).map(({ body }) => body));
  });

  test('counts what an earlier attempt made as made', async () => {
    const { url } = await opik((response, at) =>
      /(datasets|experiments)$/.test(at) ? response.writeHead(409).end() : working(response, at),
    );
    expect(await trackResult(exampleResult(), { ...target, url })).toMatchObject({ sent: true });
  });
});

describe('a server at fault gives a reason and no exception', () => {
  test.each<[string, Answer]>([
    ['500', (response) => response.writeHead(500).end('broken')],
    ['429', (response) => response.writeHead(429).end()],
    ['echoes the key', (response) => response.writeHead(400).end('bad key-123')],
    ['slow', () => undefined],
    ['cut', (response) => response.destroy()],
  ])('%s', async (_, answer) => {
    const { url } = await opik(answer);
    const tracked = await trackResult(exampleResult(), { ...target, url });
    expect(tracked).toEqual({ sent: false, reason: expect.stringMatching(/\S/) });
    expect(JSON.stringify(tracked)).not.toContain('key-123');
  });

  test('refused', async () => {
    expect(await trackResult(exampleResult(), { ...target, url: 'http://127.0.0.1:9/api' })).toMatchObject({
      sent: false,
    });
  });
});

test('a .env in the working folder redirects nothing and sets nothing', async () => {
  const { url, seen } = await opik(working);
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-env-'));
  try {
    await writeFile(
      path.join(folder, '.env'),
      'OPIK_URL_OVERRIDE=http://127.0.0.1:9/api\nOPIK_API_KEY=stolen\nOPIK_WORKSPACE=theirs\nPLANTED=1\n',
    );
    const from = (file: string) =>
      JSON.stringify(new URL(file, pathToFileURL(`${import.meta.dirname}/`)).href);
    await writeFile(
      path.join(folder, 'send.mts'),
      `import { trackResult } from ${from('../../src/tracking/opik.ts')};
       import { exampleResult } from ${from('../report/example-result.ts')};
       const tracked = await trackResult(exampleResult(), ${JSON.stringify({ ...target, apiKey: '', url })});
       console.log(JSON.stringify({ sent: tracked.sent, planted: process.env.PLANTED ?? null }));`,
    );
    const { stdout } = await execa(path.resolve('node_modules/.bin/tsx'), ['send.mts'], { cwd: folder });
    expect(JSON.parse(stdout)).toEqual({ sent: true, planted: null });
    expect(seen).toHaveLength(5);
    for (const { headers } of seen) expect(headers).toMatchObject({ 'comet-workspace': 'team' });
    expect(JSON.stringify(seen)).not.toContain('stolen');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('ids are version 7 and differ with their parts', () => {
  expect(stableId(0, 'a')).toMatch(/^0{8}-0{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(stableId(0, 'a', 'b')).not.toBe(stableId(0, 'ab'));
});
