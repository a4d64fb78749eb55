/**
 * The little of a result that has to be found again later without its artifact: verdict, main metrics, cost. It travels as a
 * hidden line in the text of the check, so that whoever lists checks can draw a trend. Pure; who wrote the check is asked elsewhere.
 */

import { z } from 'zod';
import { RUN_OUTCOMES } from '../gate/outcome.ts';
import { isWaived } from './comment-waivers.ts';
import type { Result } from './result.ts';
import { name, metric as resultMetric } from './result-metric.ts';
import { sha } from './result-section.ts';
import { clip, visible } from './visible-text.ts';

/** In one check; a trend has no room for more. */
const MOST_METRICS = 12;
const NAME_CHARACTERS = 80;
const MOST_CHARACTERS = 16_384;

const amount = z.number().min(0).max(1e12);
const value = z.number().nullable();
const { kind, better } = resultMetric.shape;

const runSummary = z.strictObject({
  v: z.literal(1),
  head: sha,
  outcome: z.enum(RUN_OUTCOMES),
  blocked: z.boolean(),
  waived: z.boolean(),
  seconds: amount,
  /** On machines with a GPU. */
  gpu_seconds: amount,
  judge: z
    .strictObject({ requests: amount, tokens: amount, spend: amount.nullable() })
    .nullable()
    .describe('Over all adapters; null where no judge was asked'),
  metrics: z
    .array(z.strictObject({ adapter: name, name, kind, better, base: value, candidate: value }))
    .max(MOST_METRICS),
});

export type RunSummary = z.output<typeof runSummary>;

const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0);

function judgeOf({ adapters }: Result): RunSummary['judge'] {
  const costs = adapters.flatMap(({ judge }) => (judge ? [judge.cost] : []));
  if (costs.length === 0) return null;
  const spends = costs.flatMap(({ spend }) => (spend === null ? [] : [spend]));
  return {
    requests: sum(costs.map(({ requests }) => requests)),
    tokens: sum(costs.map((cost) => cost.prompt_tokens + cost.completion_tokens)),
    spend: spends.length === 0 ? null : sum(spends),
  };
}

const short = (text: string) => clip(visible(text), NAME_CHARACTERS);

/** Blocking metrics come first, the adapters taking turns, so that each is seen. */
function metricsOf({ adapters }: Result): RunSummary['metrics'] {
  const all = adapters.flatMap((adapter) =>
    [...adapter.metrics]
      .sort((a, b) => Number(b.blocking) - Number(a.blocking))
      .map((metric, place) => ({ adapter: adapter.name, metric, place })),
  );
  return all
    .sort((a, b) => a.place - b.place)
    .slice(0, MOST_METRICS)
    .map(({ adapter, metric }) => ({
      adapter: short(adapter),
      name: short(metric.name),
      kind: metric.kind,
      better: metric.better,
      base: metric.base,
      candidate: metric.candidate,
    }));
}

export function summaryOf(result: Result): RunSummary {
  const { verdict, adapters, cost, head } = result;
  const onGpu = adapters.filter(({ provenance }) => provenance.machine.gpu !== null);
  return {
    v: 1,
    head: head.sha,
    outcome: verdict.outcome,
    blocked: verdict.blocked,
    waived: isWaived(result),
    seconds: cost.seconds,
    gpu_seconds: sum(onGpu.map((adapter) => adapter.cost.seconds)),
    judge: judgeOf(result),
    metrics: metricsOf(result),
  };
}

const OPENING = '<!-- lora-gate:run ';
const CLOSING = ' -->';

/** One line of Markdown that shows nothing: whatever could end the comment is written as an escape of JSON. */
export function encodeSummary(summary: RunSummary): string {
  const json = JSON.stringify(summary).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${(character.codePointAt(0) as number).toString(16).padStart(4, '0')}`;
  });
  return `${OPENING}${json}${CLOSING}`;
}

/** Undefined for everything that `encodeSummary` would not have written, alone and whole. */
export function decodeSummary(text: string | null | undefined): RunSummary | undefined {
  const line = text?.trim() ?? '';
  if (line.length > MOST_CHARACTERS || !line.startsWith(OPENING) || !line.endsWith(CLOSING)) return undefined;
  try {
    const found = runSummary.safeParse(JSON.parse(line.slice(OPENING.length, -CLOSING.length)));
    return found.success && encodeSummary(found.data) === line ? found.data : undefined;
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined;
    throw thrown;
  }
}
