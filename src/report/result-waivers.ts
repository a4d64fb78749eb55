/**
 * The parts of the result that hold waivers: who accepted what of it, for which commit, and where that is written. Knows
 * nothing of permissions: whoever puts a waiver in has checked them.
 */

import { z } from 'zod';
import { type JudgedParts, type WaivedDecision, waive } from '../gate/waive.ts';
import type { ResultDataChecks } from './result-data-checks.ts';
import { type ResultMetric, shortText } from './result-metric.ts';
import { address } from './result-source.ts';

export const MOST_WAIVERS = 200;

export const waiver = z.strictObject({
  metric: z.string().min(1).max(512).describe('As it was written: a metric, data/leakage, data-checks'),
  reason: shortText.min(1),
  by: z.string().min(1).max(256).describe('Login of who waived it'),
  at: z.iso.datetime(),
  url: address.describe('Of the comment'),
  head_sha: z
    .string()
    .regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/, 'expected a full commit sha')
    .describe('The commit that it is for, and no other'),
});

export const waivers = z
  .array(waiver)
  .max(MOST_WAIVERS)
  .describe('Each lifts something that blocks; put in after the run, by whoever reads the comments');

export const unusedWaivers = z
  .array(z.strictObject({ ...waiver.shape, why: shortText }))
  .max(MOST_WAIVERS)
  .describe('Waivers that lift nothing, and why');

export type ResultWaiver = z.output<typeof waiver>;
export type UnusedWaiver = z.output<typeof unusedWaivers>[number];

interface Judged {
  name: string;
  metrics: readonly Pick<ResultMetric, 'name' | 'blocking' | 'outcome'>[];
  data_checks: Pick<ResultDataChecks, 'counts'>;
  policy: JudgedParts['policy'];
}

/** What of a section the gate's rule of waivers reads. */
export function judgedParts({ metrics, data_checks, policy }: Judged): JudgedParts {
  return { metrics, policy, dataErrors: data_checks.counts.filter(({ severity }) => severity === 'error') };
}

/** The metric that a waiver means in the adapter `name`; null where it means another adapter. */
export function metricIn(name: string, { metric }: Pick<ResultWaiver, 'metric'>): string | null {
  const colon = metric.indexOf(':');
  if (colon < 0) return metric;
  return metric.slice(0, colon) === name ? metric.slice(colon + 1) : null;
}

/** The verdict of a section of this outcome under its waivers. */
export function waivedDecision(
  section: Judged,
  outcome: WaivedDecision['verdict']['outcome'],
  given: readonly Pick<ResultWaiver, 'metric'>[],
): WaivedDecision {
  const names = given.flatMap((each) => metricIn(section.name, each) ?? []);
  return waive(outcome, judgedParts(section), names);
}
