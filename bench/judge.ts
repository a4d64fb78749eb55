/**
 * The judge on a real served model: `transformers serve` with SmolLM2-135M on this machine, asked about answers of the bundled
 * test set. The candidate's are those of other questions, so a judge that can judge sees it; a model this small is not expected
 * to, and must not get a vote. Shows that the endpoint is spoken to as a real server wants it, not how well a large model judges.
 *
 *   npx tsx bench/judge.ts [PROMPTS]
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { openFolderStore } from '../src/adapter/store.ts';
import { JudgeSchema } from '../src/config/judge-schema.ts';
import { readConversations } from '../src/dataset/read.ts';
import { createEndpointJudge } from '../src/evaluate/judge/endpoint.ts';
import { judgeAnswers } from '../src/evaluate/judge/judge-answers.ts';
import { judgeMetrics } from '../src/evaluate/judge/metrics.ts';
import type { JudgedExample } from '../src/evaluate/judge/question.ts';
import { decide } from '../src/gate/decide.ts';
import { createTerminalLogger } from '../src/log.ts';
import { resolveModel } from '../src/model/source/resolve.ts';
import { decisionText } from '../src/report/decision-text.ts';
import { judgeText } from '../src/report/judge-text.ts';
import { defaultCacheDir } from '../src/runtime/cache.ts';
import { modelSpec } from './models.ts';
import { ensureFolder, ensurePython } from './python.ts';

const MODEL = 'smollm2-135m';
const PORT = 8765;
const DATA = fileURLToPath(new URL('../datasets/harbor-desk/test.jsonl', import.meta.url));
const requirements = fileURLToPath(new URL('./judge-requirements.txt', import.meta.url));
const BASE_URL = `http://127.0.0.1:${PORT}/v1`;

const logger = createTerminalLogger({ quiet: false, verbose: false });
const say = (message: string) => logger.info(message);
const cacheDir = defaultCacheDir(process.env);

async function examplesOf(count: number): Promise<JudgedExample[]> {
  const rows = (await readConversations(DATA)).slice(0, count);
  const referenceOf = (i: number) => rows[i % rows.length]?.messages.at(-1)?.content ?? '';
  return rows.map(({ id, group, messages }, i) => ({
    ...{ id, group },
    messages: messages.slice(0, -1),
    reference: referenceOf(i),
    baseline: referenceOf(i),
    candidate: referenceOf(i + 1),
  }));
}

/** Until the server answers, or throws after two minutes. */
async function answering(): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const reply = await fetch(`http://127.0.0.1:${PORT}/health`).catch(() => undefined);
    if (reply?.ok) return;
    if (Date.now() > until) throw new Error('the server did not come up');
    await wait(500);
  }
}

const prompts = Number(process.argv[2] ?? 2);
const python = await ensurePython(cacheDir, say, { name: 'judge-server-venv', requirements });
const files = await resolveModel(modelSpec(MODEL), { cacheDir, logger });
if (files.kind !== 'gguf') throw new Error(`${MODEL} is not a GGUF file`);
const peers = await ensurePython(cacheDir, say);
const folder = await ensureFolder(peers, { model: MODEL, gguf: files.file, cacheDir }, say);

const started = performance.now();
const server = execa(
  path.join(path.dirname(python), 'transformers'),
  ['serve', '--host', '127.0.0.1', '--port', String(PORT), '--device', 'cpu'],
  { stdio: ['ignore', 'inherit', 'inherit'], reject: false, env: { HF_HUB_OFFLINE: '1' } },
);
const store = await mkdtemp(path.join(tmpdir(), 'lora-gate-bench-judge-'));
try {
  await answering();
  say(`the server answers after ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const config = JudgeSchema.parse({
    provider: 'openai-compatible',
    base_url: BASE_URL,
    model: folder,
    dimensions: ['relevance', 'correctness'],
    canaries: { examples: 1 },
    repeats: 1,
    concurrency: 1,
    retries: 0,
    max_output_tokens: 96,
    timeout_seconds: 600,
  });
  if (config.provider !== 'openai-compatible') throw new Error('not an endpoint');
  const result = await judgeAnswers(await examplesOf(prompts), {
    config,
    judge: createEndpointJudge({ config, apiKey: undefined }),
    confidence: 0.95,
    store: openFolderStore(store, logger),
    trust: { read: 'approved', write: 'approved' },
    label: MODEL,
    logger,
  });
  const limits = { correctness: { max_drop: 0.2 }, win_rate: { min: 0.45 } };
  const metrics = judgeMetrics(result, limits as never, { required: false });
  const decision = decide(metrics, { confidence: 0.95, on_inconclusive: 'warn', mode: 'enforce' });
  process.stdout.write(`${judgeText(result)}\n\n${decisionText(decision)}\n`);
} finally {
  server.kill();
  await server;
  await rm(store, { recursive: true, force: true });
}
