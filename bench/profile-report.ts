/** A profile as Markdown tables. Pure: measures nothing. */

import { isProduct, type LiveTensors, type OpRecord } from './op-recorder.ts';
import type { ProductRate } from './product-rate.ts';

export interface Profile {
  title: string;
  /** Of all measured steps together, like every other sum here. */
  wall: number;
  cpu_seconds: number;
  steps: number;
  threads: number;
  tokens: number;
  losses: readonly (number | null)[];
  records: readonly OpRecord[];
  transfers: { create: number; read: number; free: number };
  /** Of one step with its operations in functions. */
  function_seconds: number;
  atPeak: LiveTensors | undefined;
  peak_rss_bytes: number;
  /** The costliest products' rates with nothing else going on. */
  alone: ReadonlyMap<OpRecord, ProductRate>;
  /** The machine's own rate. */
  square: ProductRate;
}

const ROWS = 24;

/** Adds another step's records to the sums. */
export function addRecords(sums: Map<string, OpRecord>, records: Iterable<OpRecord>): void {
  for (const record of records) {
    const key = `${record.name} ${record.inputs} ${record.output}`;
    const sum = sums.get(key);
    if (!sum) sums.set(key, { ...record });
    else
      for (const field of ['calls', 'seconds', 'cpu_seconds', 'faults'] as const) sum[field] += record[field];
  }
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

const percent = (part: number, whole: number, digits = 0) => `${((100 * part) / whole).toFixed(digits)} %`;
const sum = <T>(items: readonly T[], of: (item: T) => number) =>
  items.reduce((total, item) => total + of(item), 0);
const slowestFirst = (records: readonly OpRecord[]) => records.toSorted((a, b) => b.seconds - a.seconds);

/** The costliest products: how near they come to the rate they have alone, by the clock and by processor time. */
function productSummary(profile: Profile): string[] {
  const { records, alone, wall, cpu_seconds, steps, threads, square, function_seconds } = profile;
  const products = records.filter(({ name }) => isProduct(name));
  const seconds = sum(products, (record) => record.seconds);
  const compared = [...alone];
  const inPlace = sum(compared, ([record]) => record.seconds);
  const inPlaceCpu = sum(compared, ([record]) => record.cpu_seconds);
  const ideal = sum(compared, ([{ flops, calls }, { gflops }]) => (flops * calls) / (gflops * 1e9));
  const idealCpu = sum(
    compared,
    ([{ flops, calls }, { gflops_per_processor }]) => (flops * calls) / (gflops_per_processor * 1e9),
  );
  const flops = sum(products, (record) => record.flops * record.calls);
  return [
    `- matrix products: **${percent(seconds, wall)}** of the step, ${(flops / seconds / 1e9).toFixed(0)} GFLOP/s in place, ${(flops / steps / 1e12).toFixed(2)} TFLOP a step`,
    `- the ${compared.length} costliest products run at **${percent(ideal, inPlace)}** of the rate that they have alone (${percent(idealCpu, inPlaceCpu)} by processor time, which other programs disturb less)`,
    `- the machine's own rate, 2048 × 2048 × 2048: ${square.gflops.toFixed(0)} GFLOP/s, ${square.gflops_per_processor.toFixed(0)} a processor`,
    `- a step of nothing but the products at their own rate: ${((seconds - inPlace + ideal) / steps).toFixed(2)} s`,
    `- the same step with its operations in functions: ${function_seconds.toFixed(2)} s, of which the products above would be ${percent(seconds / steps, function_seconds)}`,
    `- processors kept busy: ${(cpu_seconds / wall).toFixed(2)} of ${threads}; ${(cpu_seconds / steps).toFixed(2)} processor seconds a step, ${percent(
      sum(products, (record) => record.cpu_seconds),
      cpu_seconds,
    )} of them in matrix products`,
  ];
}

function kindsTable({ records, transfers, wall, steps }: Profile): string {
  const kinds = new Map<string, OpRecord[]>();
  for (const record of records) kinds.set(record.name, [...(kinds.get(record.name) ?? []), record]);
  const rows = [...kinds]
    .map(([kind, members]) => ({
      kind,
      seconds: sum(members, (record) => record.seconds),
      calls: sum(members, (record) => record.calls),
      faults: sum(members, (record) => record.faults),
    }))
    .sort((a, b) => b.seconds - a.seconds);
  const operations = sum(records, (record) => record.seconds);
  const transferred = transfers.create + transfers.read + transfers.free;
  const other = (label: string, seconds: number) => [
    label,
    (seconds / steps).toFixed(3),
    percent(seconds, wall, 1),
    '',
    '',
  ];
  return table(
    ['operation', 's', 'share', 'calls', 'page faults'],
    [
      ...rows
        .slice(0, ROWS)
        .map(({ kind, seconds, calls, faults }) => [
          kind,
          (seconds / steps).toFixed(3),
          percent(seconds, wall, 1),
          (calls / steps).toFixed(0),
          (faults / steps).toFixed(0),
        ]),
      other('making, reading, freeing tensors', transferred),
      other('JavaScript and dispatch outside the operations', wall - operations - transferred),
    ],
  );
}

function productsTable({ records, alone, wall, steps }: Profile): string {
  const rows = slowestFirst(records.filter(({ name }) => isProduct(name)))
    .slice(0, ROWS)
    .map((record) => {
      const rate = (record.flops * record.calls) / record.seconds / 1e9;
      const own = alone.get(record)?.gflops;
      return [
        `${record.inputs} → ${record.output}`,
        (record.seconds / steps).toFixed(3),
        percent(record.seconds, wall, 1),
        (record.calls / steps).toFixed(0),
        rate.toFixed(0),
        own?.toFixed(0) ?? '',
        own === undefined ? '' : percent(rate, own),
      ];
    });
  return table(['product', 's', 'share', 'calls', 'GFLOP/s in place', 'alone', 'ratio'], rows);
}

function othersTable({ records, wall, steps }: Profile): string {
  const rows = slowestFirst(records.filter(({ name }) => !isProduct(name)))
    .slice(0, ROWS)
    .map((record) => [
      `${record.name} ${record.inputs} → ${record.output}`,
      (record.seconds / steps).toFixed(3),
      percent(record.seconds, wall, 1),
      (record.calls / steps).toFixed(0),
      (record.faults / steps).toFixed(0),
    ]);
  return table(['other operation', 's', 'share', 'calls', 'page faults'], rows);
}

function memoryTable({ atPeak }: Profile): string[] {
  if (!atPeak) return [];
  const rows = atPeak.groups
    .slice(0, 20)
    .map(({ shape, madeBy, count, bytes }) => [
      `${shape} by ${madeBy}`,
      (bytes / 1e9).toFixed(3),
      String(count),
    ]);
  return ['', table([`alive at the peak: ${(atPeak.bytes / 1e9).toFixed(2)} GB`, 'GB', 'tensors'], rows)];
}

/** The whole report; a step is the mean of those measured. */
export function profileReport(profile: Profile): string {
  const { title, wall, steps, tokens, records, peak_rss_bytes, losses } = profile;
  const calls = sum(records, (record) => record.calls) / steps;
  const shownLosses = losses.flatMap((loss) => (loss === null ? [] : [loss.toFixed(4)]));
  return [
    `**${title}**: ${(wall / steps).toFixed(2)} s a step, ${(tokens / wall).toFixed(1)} tokens/s, ${calls.toFixed(0)} operations, peak RSS ${(peak_rss_bytes / 1e9).toFixed(2)} GB${shownLosses.length > 0 ? `, losses ${shownLosses.join(' ')}` : ''}`,
    '',
    ...productSummary(profile),
    '',
    kindsTable(profile),
    '',
    productsTable(profile),
    '',
    othersTable(profile),
    ...memoryTable(profile),
  ].join('\n');
}
