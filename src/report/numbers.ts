/** Numbers as people read them in a report. Knows no Markdown and no HTML. */

import { formatChange, signed } from '../gate/metric.ts';
import type { ResultMetric } from './result-metric.ts';

/** What stands where there is no number. */
export const ABSENT = '—';

/** 12.31, 123.4, 1234; a value too large to mean anything in exponents. */
export function formatValue(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return ABSENT;
  const size = Math.abs(value);
  if (size >= 1e6) return value.toExponential(2);
  return value.toFixed(size >= 1000 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3);
}

type Scale = Pick<ResultMetric, 'kind' | 'better'>;

/** The record counts worse as positive; a reader wants the candidate minus the baseline, so a score that dropped is negative. */
function asShown({ better }: Scale, value: number): number {
  return better === 'higher' ? -value : value;
}

/** A change on the metric's own scale, `+1.23 %` or `+0.123`. */
export function formatMetricChange(metric: Scale, value: number | null): string {
  return value === null ? ABSENT : formatChange(metric.kind, asShown(metric, value));
}

/** Both ends of an interval: `−12.0 % to −8.9 %`. */
export function formatInterval(metric: Scale & Pick<ResultMetric, 'interval'>): string {
  if (!metric.interval) return ABSENT;
  const ends = [metric.interval.lower, metric.interval.upper];
  if (metric.better === 'higher') ends.reverse();
  return ends.map((end) => formatMetricChange(metric, end)).join(' to ');
}

/** 0.95 as `95 %`, 0.999 as `99.9 %`. */
export function formatShare(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}

export function formatCount(value: number): string {
  return value.toLocaleString('en-US');
}

/** `1 conversation`, `2 conversations`. */
export function countOf(value: number, unit: string): string {
  return `${formatCount(value)} ${unit}${value === 1 ? '' : 's'}`;
}

/** Nats a token, with a sign when it is a difference. */
export function formatNats(value: number | null, difference = false): string {
  if (value === null || !Number.isFinite(value)) return ABSENT;
  return difference ? signed(value, 3) : value.toFixed(3);
}

export function formatSeconds(seconds: number): string {
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours} h ${minutes} min` : `${minutes} min ${whole % 60} s`;
}

export function formatBytes(bytes: number | null): string {
  if (bytes === null) return ABSENT;
  return bytes >= 2 ** 30 ? `${(bytes / 2 ** 30).toFixed(1)} GiB` : `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}

/** The first seven digits, as git shows them. */
export function shortSha(sha: string): string {
  return sha.slice(0, 7);
}
