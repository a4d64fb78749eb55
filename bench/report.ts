/**
 * The results section of bench/README.md and its chart, made from a file of results; or its section of a GPU, from a file that was
 * measured on one. Computes medians and ratios, measures nothing.
 *
 *   tsx bench/report.ts [--headlines] [bench/results/FILE.jsonl]     --headlines prints the first table of a file, and writes nothing
 */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { barChart, type Panel } from './chart.ts';
import { CONFIGURATIONS, type Configuration, NEW_TOKENS, SIDES, type Task } from './configurations.ts';
import { gpuReport } from './gpu-report.ts';
import { BENCH_MODELS } from './models.ts';
import { replaceSection } from './readme.ts';
import {
  lossDifference,
  type MeasurementLine,
  median,
  newestResults,
  type ResultLine,
  type RunLine,
  readResults,
  type SideSummary,
  sameAnswers,
  summarizeSide,
} from './results.ts';

const CHART = fileURLToPath(new URL('./results.svg', import.meta.url));
/** Losses further apart than this are not the same computation. */
const LOSS_TOLERANCE = 1e-3;

export interface ConfigurationSummary {
  configuration: Configuration;
  run: RunLine;
  sides: SideSummary[];
  failures: { side: string; error: string }[];
  load: [number, number];
}

/** One entry a configuration, from the last run that measured it: ratios are made within one run only. */
function summarize(lines: readonly ResultLine[]): ConfigurationSummary[] {
  const runs: { run: RunLine; measurements: MeasurementLine[] }[] = [];
  for (const line of lines) {
    if (line.type === 'run') runs.push({ run: line, measurements: [] });
    else runs.at(-1)?.measurements.push(line);
  }
  return CONFIGURATIONS.flatMap((configuration): ConfigurationSummary[] => {
    const isThis = (line: MeasurementLine) => line.configuration === configuration.name;
    const last = runs.findLast(({ measurements }) => measurements.some(isThis));
    if (!last) return [];
    const own = last.measurements.filter(isThis);
    const names = [...new Set(own.map(({ side }) => side))];
    const loads = own.map(({ load_before }) => load_before);
    return [
      {
        configuration,
        run: last.run,
        sides: names.flatMap(
          (name) =>
            summarizeSide(
              name,
              own.filter(({ side }) => side === name),
            ) ?? [],
        ),
        failures: own.flatMap(({ side, error }) => (error === undefined ? [] : [{ side, error }])),
        load: [Math.min(...loads), Math.max(...loads)],
      },
    ];
  });
}

const sideOf = (task: Task, name: string) => SIDES.find((side) => side.task === task && side.name === name);
export const labelOf = (task: Task, name: string) => sideOf(task, name)?.label ?? name;

export function titleOf({ model, task, batch, length, share }: Configuration): string {
  const { label } = BENCH_MODELS[model];
  if (task === 'generate') return `${label}, ${batch} prompts, ${NEW_TOKENS} new tokens each`;
  if (length === null) return `${label}, real conversations, ${batch} a batch`;
  return `${label}, ${batch} × ${length}, ${share} % supervised`;
}

export const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(2)} GB`;
export const times = (ratio: number) => `${ratio.toFixed(2)}×`;

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

export function agreement(task: Task, side: SideSummary, ours: SideSummary | undefined): string {
  if (!ours || side === ours || sideOf(task, side.side)?.settings.lora_dropout) return '';
  if (task === 'generate') {
    const same = sameAnswers(ours, side);
    return same === undefined ? '' : `${(100 * same).toFixed(1)} % same tokens`;
  }
  const difference = lossDifference(ours, side);
  if (difference === undefined) return '';
  return `${difference.toExponential(1)}${difference > LOSS_TOLERANCE ? ' **differs**' : ''}`;
}

/** How often the sides ran, those that ran less often by name. */
function repeatsOf(task: Task, sides: readonly SideSummary[]): string {
  const most = Math.max(...sides.map(({ repeats }) => repeats));
  const fewer = sides.filter(({ repeats }) => repeats < most);
  const named = fewer.map(({ side, repeats }) => `${labelOf(task, side)} ${repeats}`);
  return `${most} repeats${fewer.length > 0 ? ` (${named.join(', ')})` : ''}`;
}

function section(summary: ConfigurationSummary): string {
  const { configuration, run, sides, failures, load } = summary;
  const { task } = configuration;
  const ours = sides.find(({ side }) => side === 'ours');
  const rows = sides.map((side) => {
    const { median: numbers } = side;
    const isOurs = side.side.startsWith('ours');
    return [
      isOurs ? `**${labelOf(task, side.side)}**` : labelOf(task, side.side),
      numbers.tokens_per_second.toFixed(1),
      `${side.range[0].toFixed(1)} – ${side.range[1].toFixed(1)}`,
      ours && side !== ours ? times(ours.median.tokens_per_second / numbers.tokens_per_second) : '',
      ...(task === 'train' ? [numbers.supervised_per_second.toFixed(1)] : []),
      numbers.step_seconds.toFixed(2),
      numbers.time_to_first_step_seconds.toFixed(1),
      gigabytes(numbers.peak_rss_bytes),
      ours && side !== ours ? times(ours.median.peak_rss_bytes / numbers.peak_rss_bytes) : '',
      ...(task === 'generate' ? [] : [side.losses.map((loss) => loss?.toFixed(5)).join(' ')]),
      agreement(task, side, ours),
    ];
  });
  const head = [
    task === 'train' ? 'training' : task === 'evaluate' ? 'evaluation' : 'generation',
    task === 'generate' ? 'new tokens/s' : 'tokens/s',
    'lowest – highest',
    'ours is faster by',
    ...(task === 'train' ? ['supervised tokens/s'] : []),
    task === 'generate' ? 's for all' : 's a step',
    's to the first step',
    'peak RSS',
    'ours needs',
    ...(task === 'generate' ? [] : ['losses']),
    task === 'generate' ? 'agreement with ours' : 'loss differs by',
  ];
  return [
    `#### ${titleOf(configuration)}`,
    '',
    table(head, rows),
    '',
    `${repeatsOf(task, sides)} of commit ${run.commit ?? 'unknown'}; load average before a process ${load[0].toFixed(1)} – ${load[1].toFixed(1)}; processors kept busy, of ${run.threads}: ${sides
      .map((side) => `${labelOf(task, side.side)} ${side.median.processors.toFixed(2)}`)
      .join(', ')}.`,
    ...new Set(failures.map(({ side, error }) => `- ${labelOf(task, side)} failed: ${error}`)),
    '',
  ].join('\n');
}

/** The targets' ratios of one configuration: against the fastest peer, the plain loop's memory, the smallest other's. */
function headline({ configuration, sides }: ConfigurationSummary): string[] | undefined {
  const ours = sides.find(({ side }) => side === 'ours')?.median;
  // Against the same work alone.
  const peers = sides.filter(
    ({ side }) => !side.startsWith('ours') && !sideOf(configuration.task, side)?.settings.lora_dropout,
  );
  if (!ours || peers.length === 0) return undefined;
  const fastest = Math.max(...peers.map((peer) => peer.median.tokens_per_second));
  const plain = peers.find(({ side }) => side === 'peft' || side === 'transformers');
  const others = peers.filter((peer) => peer !== plain);
  const least =
    others.length === 0 ? undefined : Math.min(...others.map((peer) => peer.median.peak_rss_bytes));
  return [
    configuration.task,
    titleOf(configuration),
    times(ours.tokens_per_second / fastest),
    plain ? times(ours.peak_rss_bytes / plain.median.peak_rss_bytes) : '',
    least === undefined ? '' : times(ours.peak_rss_bytes / least),
  ];
}

function panels(summaries: readonly ConfigurationSummary[]): Panel[] {
  const panel = (
    title: string,
    task: Task,
    value: (side: SideSummary) => number,
    label: (value: number) => string,
  ): Panel => ({
    title,
    groups: summaries
      .filter(({ configuration }) => configuration.task === task)
      .map(({ configuration, sides }) => ({
        title: titleOf(configuration),
        bars: sides.map((side) => ({
          series: labelOf(task, side.side),
          value: value(side),
          label: label(value(side)),
        })),
      })),
  });
  const rate = ({ median: { tokens_per_second } }: SideSummary) => tokens_per_second;
  const memory = ({ median: { peak_rss_bytes } }: SideSummary) => peak_rss_bytes;
  const perSecond = (value: number) => value.toFixed(0);
  return [
    panel('Training, tokens/s', 'train', rate, perSecond),
    panel('Training, peak memory', 'train', memory, gigabytes),
    panel('Evaluation, tokens/s', 'evaluate', rate, perSecond),
    panel('Generation, new tokens/s', 'generate', rate, perSecond),
  ].filter(({ groups }) => groups.length > 0);
}

function headlines(summaries: readonly ConfigurationSummary[]): string {
  const rows = summaries.flatMap((summary) => {
    const row = headline(summary);
    return row ? [row] : [];
  });
  return table(
    [
      'task',
      'configuration',
      'speed against the fastest peer',
      'memory against the plain one',
      'memory against the smallest other',
    ],
    rows,
  );
}

function reportOf(summaries: readonly ConfigurationSummary[], file: string): string {
  const { run } = summaries.at(-1) as ConfigurationSummary;
  const versions = Object.assign({}, ...summaries.flatMap(({ sides }) => sides.map((side) => side.versions)));
  const loads = summaries.flatMap(({ load }) => load);
  return [
    `${run.started.slice(0, 10)}, ${run.machine.cpu}, ${run.machine.cores} processors, ${run.machine.memory_gb} GB, ${run.machine.os}; ` +
      `${run.device !== 'cpu' ? `on its GPU (${run.device}), ` : ''}${run.threads} threads${run.pinned_to === null ? '' : `, pinned to processors ${run.pinned_to}`}; ` +
      `${Object.entries(versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', ')}; commit ${run.commit ?? 'unknown'}.`,
    '',
    `Load average before the processes, the one before included: median ${median(loads).toFixed(1)}, highest ${Math.max(...loads).toFixed(1)} with ${run.threads} threads each` +
      `${median(loads) > run.threads + 0.5 ? ': **others were using the machine**, so take the ratios as rough and the absolute numbers as low.' : '. The machine is a virtual one; what others do on its host is not seen.'}`,
    '',
    headlines(summaries),
    '',
    `![bars: tokens a second and peak memory of each side](${path.basename(CHART)})`,
    '',
    ...summaries.map(section),
    `Every process's numbers: [${path.basename(file)}](results/${path.basename(file)}).`,
  ].join('\n');
}

/** Writes the section that one file of results is for, and the chart of a processor's. */
export async function writeReport(file: string): Promise<void> {
  const summaries = summarize(await readResults(file));
  if (summaries.length === 0) throw new Error(`${file} has no measurements`);
  if (summaries.some(({ run }) => run.device === 'cuda')) {
    await replaceSection('gpu', gpuReport(summaries, file));
    return;
  }
  await writeFile(CHART, barChart('Side-by-side benchmark', panels(summaries)));
  await replaceSection('results', reportOf(summaries, file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [first, second] = process.argv.slice(2);
  const file = (first === '--headlines' ? second : first) ?? (await newestResults());
  if (file === undefined) throw new Error('no results yet: npm run bench');
  if (first === '--headlines') console.log(headlines(summarize(await readResults(file))));
  else await writeReport(path.resolve(file));
}
