/** The part of the result document that tells of one adapter: what changed, how it was judged, on what grounds. */

import { z } from 'zod';
import { worstOutcome } from '../gate/outcome.ts';
import { outcomeOf, waives } from '../gate/waive.ts';
import { answers } from './result-answers.ts';
import { assertions } from './result-assertions.ts';
import { dataChecks } from './result-data-checks.ts';
import { sectionFailure } from './result-failure.ts';
import { adapterEffect, forgetting } from './result-forgetting.ts';
import { judge } from './result-judge.ts';
import { check, count, metric, name, shortText, verdict } from './result-metric.ts';
import { spotCheck } from './result-spot-check.ts';
import { judgedParts, metricIn, waivedDecision, waivers } from './result-waivers.ts';

const MOST_STEPS = 100_000;
const MOST_CONVERSATIONS = 200_000;

export const amount = z.number().min(0);
const path = z.string().min(1).max(1024);
export const sha = z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'expected a full commit sha');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected 64 lower-case hexadecimal digits');
const nll = z.number().nullable().describe('Summed over the supervised tokens, nats; null where not scored');

export const CHANGE_REASONS = [
  'train_data',
  'recipe',
  'model',
  'test_set',
  'policy',
  'introduced',
  'renamed',
] as const;

const configChange = z.strictObject({
  key: path.describe('Dotted: training.learning_rate'),
  base: shortText.nullable().describe('JSON of the value; null where the key is absent'),
  head: shortText.nullable(),
});

const rowCounts = z.strictObject({
  path,
  base_rows: count,
  head_rows: count,
  added: count,
  removed: count,
  changed: count,
});

const policy = z.strictObject({
  source: z.enum(['base', 'head']).describe('head only where the base commit has no policy yet'),
  test_source: z
    .enum(['base', 'head'])
    .describe('Of test set and assertions; head only for an adapter that the base does not have'),
  sha: sha.describe('The commit that the policy was read from'),
  confidence: z.number().gt(0.5).lt(1),
  max_increase: z.number().describe('Of perplexity, relative: 0.01 for 1 %'),
  on_inconclusive: z.enum(['warn', 'block']),
  mode: z.enum(['enforce', 'warn']),
  edits: z.array(configChange).max(1000).describe('What this change does to the policy, not applied here'),
  test_set: rowCounts.nullable().describe('What this change does to the test set, not applied here'),
  verdict_under_edit: verdict
    .nullable()
    .describe(
      'The verdict under the edited policy and test set; null without edits or where it was not judged',
    ),
});

const adapterOrigin = z.strictObject({
  origin: z.enum(['trained', 'store', 'base_model', 'not_trained']),
  hash: sha256
    .nullable()
    .describe('Content hash of the adapter; null for the bare model or where nothing was trained'),
});

export const curve = z
  .array(z.strictObject({ step: count, loss: z.number(), learning_rate: amount }))
  .max(MOST_STEPS);

const conversation = z.strictObject({
  id: z.string().min(1).max(1024),
  group: z.string().min(1).max(1024),
  file: path,
  line: count,
  tokens: count,
  base: nll,
  candidate: nll,
  bare: nll,
  preview: z.string().max(2000).optional().describe('How the conversation begins'),
});

export const machine = z.strictObject({
  platform: shortText,
  cpu: shortText,
  cores: count,
  memory_bytes: count,
  gpu: shortText.nullable(),
});

const provenance = z.strictObject({
  model: z.string().min(1).max(1024),
  revision: shortText.nullable(),
  lora_gate: shortText.describe('Version'),
  engine: shortText,
  engine_version: shortText,
  tensorflow: shortText.nullable(),
  backend: shortText,
  node: shortText,
  seeds: z.record(name, z.int()).describe('By use: training, bootstrap'),
  machine,
  test_sha256: sha256.nullable().describe('null where a failure says that the data was not read'),
  train_sha256: z.strictObject({ base: sha256.nullable(), head: sha256.nullable() }),
});

const setting = z.union([
  z.string().max(1024),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(shortText).max(100),
]);
const settings = z.strictObject({
  lora: z.record(name, setting),
  training: z.record(name, setting),
});

export const cost = z.strictObject({
  seconds: amount,
  training_seconds: amount,
  evaluation_seconds: amount,
  trained_tokens: count,
  evaluated_tokens: count,
  peak_rss_bytes: count.nullable(),
  judge_tokens: count.describe('Of prompts and replies'),
  estimated: z
    .strictObject({ seconds: amount.nullable(), judge_tokens: count.nullable() })
    .describe('Before the work; null where nothing like it had been measured on this machine'),
});

export const section = z
  .strictObject({
    name,
    verdict,
    failure: sectionFailure,
    reasons: z.array(check).max(500).describe('The checks of blocking metrics that did not pass'),
    change: z.array(z.strictObject({ reason: z.enum(CHANGE_REASONS), detail: shortText })).max(100),
    policy,
    baseline: adapterOrigin,
    candidate: adapterOrigin,
    data: rowCounts.describe('Zeros where a failure says that the data was not read'),
    data_checks: dataChecks,
    recipe: z
      .strictObject({ base: settings.nullable(), head: settings })
      .describe('All of it; base is null for an adapter that the change introduces'),
    config: z.array(configChange).max(1000).describe('The recipe, base to head'),
    judge: judge.nullable().describe('null where no judge is configured or it was not asked'),
    metrics: z.array(metric).max(200),
    answers,
    assertions,
    forgetting,
    adapter_effect: adapterEffect,
    bare_perplexity: z.number().nullable().describe('Of the base model without an adapter'),
    conversations: z.array(conversation).max(MOST_CONVERSATIONS),
    training: z.strictObject({ baseline: curve, candidate: curve }),
    spot_check: spotCheck.nullable().describe('A person’s blind choices; null until somebody has voted'),
    waivers,
    provenance,
    cost,
    warnings: z.array(z.string().max(4096)).max(1000),
  })
  .superRefine((value, context) => {
    const judged =
      worstOutcome(value.metrics.filter((m) => m.blocking).map((m) => m.outcome)) ?? 'not_evaluated';
    const outcome = outcomeOf(judged, judgedParts(value));
    const { verdict: expected, waived } = waivedDecision(value, outcome, value.waivers);
    for (const [index, each] of value.waivers.entries()) {
      const metric = metricIn(value.name, each);
      if (metric !== null && waived.some((blocker) => waives(metric, blocker))) continue;
      context.addIssue({
        code: 'custom',
        path: ['waivers', index, 'metric'],
        message: 'names nothing that blocks and can be waived',
      });
    }
    if (value.failure && value.metrics.length > 0) {
      context.addIssue({ code: 'custom', path: ['failure'], message: 'an adapter that failed has metrics' });
    }
    const { provenance } = value;
    if (!value.failure && (provenance.test_sha256 === null || provenance.train_sha256.head === null)) {
      const path = ['provenance', 'test_sha256'];
      context.addIssue({ code: 'custom', path, message: 'expected the hashes of the data that was read' });
    }
    const { verdict: got } = value;
    if (got.outcome !== outcome || got.blocked !== expected.blocked || got.exit_code !== expected.exit_code) {
      context.addIssue({
        code: 'custom',
        path: ['verdict'],
        message: `does not follow from the metrics, the data checks, the policy and the waivers, which give ${outcome}${expected.blocked ? ', blocked' : ''}`,
      });
    }
  });

export type ResultSection = z.output<typeof section>;
export type ResultConversation = z.output<typeof conversation>;
export type ResultConfigChange = z.output<typeof configChange>;
export type ResultCost = z.output<typeof cost>;
export type ResultCurve = z.output<typeof curve>;
