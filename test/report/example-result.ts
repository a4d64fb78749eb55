/** Results for the tests of the reports, judged by the real gate from scores that are written down here. */

import { type Decision, decide } from '../../src/gate/decide.ts';
import { perplexityMetric } from '../../src/gate/metric.ts';
import { combineVerdicts } from '../../src/gate/outcome.ts';
import type { ScoredConversation, Scores } from '../../src/gate/pairing.ts';
import type { Result } from '../../src/report/result.ts';
import { metricToResult } from '../../src/report/result-metric.ts';
import type { ResultSection } from '../../src/report/result-section.ts';

export const BASE_SHA = 'abc1234def'.padEnd(40, '0');
export const HEAD_SHA = 'fed4321abc'.padEnd(40, '1');
const hash = (digit: string) => digit.repeat(64);

export interface ExampleOptions {
  name?: string;
  /** Change of conversation i, nats a token. */
  change?: (i: number) => number;
  rows?: number;
  candidate?: Scores;
  judge?: ResultSection['judge'];
  policy?: Partial<Pick<ResultSection['policy'], 'on_inconclusive' | 'mode' | 'max_increase'>>;
}

/** −0.11 a token, give or take: clearly better. */
export const better = (i: number) => -0.11 + 0.03 * Math.sin(i);
/** +0.06 a token, give or take: clearly worse. */
export const worse = (i: number) => 0.06 + 0.03 * Math.sin(i);
/** +0.02 a token with a spread five times as large. */
export const unclear = (i: number) => 0.02 + 0.15 * Math.sin(2 * i + 1);

function scored(rows: number, change: (i: number) => number): ScoredConversation[] {
  return Array.from({ length: rows }, (_, i) => {
    const tokens = 30 + ((i * 7) % 40);
    const nll = tokens * (2.4 + 0.2 * Math.cos(i) + change(i));
    return { id: `row-${i + 1}`, group: `row-${i + 1}`, tokens, nll };
  });
}

function curve(steps: number, end: number): ResultSection['training']['candidate'] {
  return Array.from({ length: steps }, (_, i) => ({
    step: i + 1,
    loss: Number((end + (3.1 - end) * Math.exp(-i / 8)).toFixed(3)),
    learning_rate: 2e-4,
  }));
}

/** Nothing found. */
export function cleanDataChecks(): ResultSection['data_checks'] {
  const shape = (conversations: number) => ({
    conversations,
    conversation_characters: { median: 210, p95: 480, max: 900 },
    answer_characters: { median: 120, p95: 300, max: 640 },
    turns: [conversations, 0],
    languages: [{ language: 'en', conversations }],
    languages_sampled: conversations,
  });
  return {
    counts: [],
    blocking: 0,
    unlisted: 0,
    findings: [],
    distributions: { base: shape(160), added: shape(20), head: shape(178) },
  };
}

export function exampleSection(options: ExampleOptions = {}): ResultSection {
  const { name = 'harbor-desk', change = better, rows = 40, policy = {} } = options;
  const gate = { max_increase: 0.01, on_inconclusive: 'warn', mode: 'enforce', ...policy } as const;
  const base = scored(rows, () => 0);
  const candidate = options.candidate ?? scored(rows, change);
  const decision: Decision = decide(
    [perplexityMetric(base, candidate, gate.max_increase)],
    { ...gate, confidence: 0.95 },
    { bootstrapSamples: 200 },
  );
  const after = 'unavailable' in candidate ? [] : candidate;
  return {
    name,
    verdict: { outcome: decision.outcome, blocked: decision.blocked, exit_code: decision.exit_code },
    failure: null,
    reasons: decision.reasons,
    change: [{ reason: 'train_data', detail: 'datasets/harbor-desk/train.jsonl' }],
    policy: {
      source: 'base',
      test_source: 'base',
      sha: BASE_SHA,
      confidence: 0.95,
      ...gate,
      edits: [],
      test_set: null,
      verdict_under_edit: null,
    },
    baseline: { origin: 'store', hash: hash('b') },
    candidate: { origin: 'trained', hash: hash('c') },
    data: {
      path: 'datasets/harbor-desk/train.jsonl',
      base_rows: 160,
      head_rows: 178,
      added: 20,
      removed: 2,
      changed: 3,
    },
    data_checks: cleanDataChecks(),
    recipe: {
      base: { lora: { r: 16 }, training: { learning_rate: 1e-4 } },
      head: { lora: { r: 16 }, training: { learning_rate: 2e-4 } },
    },
    config: [{ key: 'training.learning_rate', base: '0.0001', head: '0.0002' }],
    metrics: decision.metrics.map(metricToResult),
    judge: options.judge ?? null,
    answers: null,
    assertions: null,
    forgetting: null,
    adapter_effect: null,
    bare_perplexity: 21.5,
    conversations: base.map((row, i) => ({
      id: row.id,
      group: row.group,
      file: 'datasets/harbor-desk/test.jsonl',
      line: i + 1,
      tokens: row.tokens,
      base: row.nll,
      candidate: after[i]?.nll ?? null,
      bare: row.nll + row.tokens,
      preview: `Can berth ${i + 1} take a yacht of 14 metres?`,
    })),
    training: { baseline: curve(10, 1.9), candidate: curve(12, 1.7) },
    spot_check: null,
    waivers: [],
    provenance: {
      model: 'pip:gemma3-270m==1/model.gguf',
      revision: null,
      lora_gate: '0.1.0',
      engine: 'tfjs',
      engine_version: '1',
      tensorflow: '2.21.0',
      backend: 'tensorflow',
      node: '20.20.2',
      seeds: { training: 42, bootstrap: 0 },
      machine: { platform: 'linux x64', cpu: 'EPYC', cores: 2, memory_bytes: 8 * 2 ** 30, gpu: null },
      test_sha256: hash('1'),
      train_sha256: { base: hash('2'), head: hash('3') },
    },
    cost: {
      seconds: 184,
      training_seconds: 140,
      evaluation_seconds: 38.5,
      trained_tokens: 21_000,
      evaluated_tokens: 9000,
      peak_rss_bytes: 3 * 2 ** 30,
      judge_tokens: 0,
      estimated: { seconds: null, judge_tokens: null },
    },
    warnings: decision.warnings,
  };
}

export function exampleResult(sections: readonly ResultSection[] = [exampleSection()]): Result {
  return {
    schema: 'lora-gate/result/1',
    created_at: '2026-01-02T03:04:05Z',
    base: { sha: BASE_SHA, ref: 'main' },
    head: { sha: HEAD_SHA, ref: 'more-rows' },
    source: {
      ...{ repository: 'https://github.example/harbor/desk', pull_request: 12, base_branch: 'main' },
    },
    verdict: combineVerdicts(sections.map(({ verdict }) => verdict)),
    adapters: [...sections],
    removed_adapters: [],
    unused_waivers: [],
    warnings: [],
    tracking: null,
    budget: { gpu_minutes: null, judge_tokens: null },
    cost: {
      seconds: 184,
      training_seconds: 140,
      evaluation_seconds: 38.5,
      trained_tokens: 21_000,
      evaluated_tokens: 9000,
      peak_rss_bytes: null,
      judge_tokens: 0,
      estimated: { seconds: null, judge_tokens: null },
    },
  };
}
