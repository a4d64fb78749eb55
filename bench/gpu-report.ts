/** What was measured on a GPU, as Markdown. Knows no file but by its name. */

import path from 'node:path';
import { agreement, type ConfigurationSummary, gigabytes, labelOf, table, times, titleOf } from './report.ts';

const HEAD = [
  'task',
  'side',
  'tokens/s',
  'lowest – highest',
  'ours is faster by',
  's a step',
  's to the first step',
  'memory on the GPU',
  'ours needs',
  'agreement with ours',
];

function rows({ configuration, sides }: ConfigurationSummary): string[][] {
  const ours = sides.find(({ side }) => side === 'ours');
  return sides.map((side) => {
    const { median, range } = side;
    const other = ours && side !== ours ? ours.median : undefined;
    const label = labelOf(configuration.task, side.side);
    return [
      side === sides[0] ? `${configuration.task}, ${titleOf(configuration)}` : '',
      side.side.startsWith('ours') ? `**${label}**` : label,
      median.tokens_per_second.toFixed(0),
      `${range[0].toFixed(0)} – ${range[1].toFixed(0)}`,
      other ? times(other.tokens_per_second / median.tokens_per_second) : '',
      median.step_seconds.toFixed(3),
      median.time_to_first_step_seconds.toFixed(1),
      gigabytes(median.peak_device_bytes),
      other ? times(other.peak_device_bytes / median.peak_device_bytes) : '',
      agreement(configuration.task, side, ours),
    ];
  });
}

export function gpuReport(summaries: readonly ConfigurationSummary[], file: string): string {
  const { run } = summaries.at(-1) as ConfigurationSummary;
  const versions = Object.assign({}, ...summaries.flatMap(({ sides }) => sides.map((side) => side.versions)));
  const failures = summaries.flatMap(({ configuration, failures: failed }) =>
    failed.map(({ side, error }) => `- ${titleOf(configuration)}, ${side} failed: ${error}`),
  );
  const repeats = summaries.map(({ sides }) => Math.max(...sides.map((side) => side.repeats)));
  return [
    `${run.started.slice(0, 10)}, ${run.machine.gpu ?? 'a GPU'}, ${run.machine.cpu}, ${run.machine.cores} processors; ${Object.entries(
      versions,
    )
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}; ${Math.min(...repeats)} – ${Math.max(...repeats)} repeats of ${run.steps} steps.`,
    '',
    table(HEAD, summaries.flatMap(rows)),
    '',
    ...new Set(failures),
    ...(failures.length > 0 ? [''] : []),
    `Every process's numbers: [${path.basename(file)}](results/${path.basename(file)}).`,
  ].join('\n');
}
