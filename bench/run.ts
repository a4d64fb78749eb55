/**
 * The side-by-side benchmark: ours and the peers on the same rows, in processes of their own, taking turns. Sets up what it
 * needs, appends every result to `results/`, then writes the report.
 *
 *   npm run bench -- [--quick] [--configurations core|all|shapes|NAME,…] [--only SIDE,…] [--once SIDE,…] [--repeats 5] [--threads 2] [--steps 2] [--device cpu|cuda|webgpu] [--python FILE]
 */

import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { defaultCacheDir } from '../src/runtime/cache.ts';
import {
  CONFIGURATIONS,
  type Configuration,
  chooseConfigurations,
  NEW_TOKENS,
  QUICK,
  SIDES,
  type Side,
  sidesOf,
} from './configurations.ts';
import { type DeviceMemory, gpuName, watchDeviceMemory } from './device-memory.ts';
import { DEVICES, type Device, type Job, type JobResult } from './job.ts';
import { shapeOf } from './models.ts';
import type { Prepared } from './prepare.ts';
import { ensureFolder, ensurePython, ensureRandomFolder, PEERS } from './python.ts';
import { writeReport } from './report.ts';
import { appendLine, type MeasurementLine, machine, numbersOf, resultsFile } from './results.ts';

const { values: options } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    configurations: { type: 'string' },
    only: { type: 'string' },
    /** Sides that run in the first repeat alone: the slow ones, where the question is only whether they are slow. */
    once: { type: 'string', default: '' },
    repeats: { type: 'string' },
    threads: { type: 'string', default: '2' },
    /** `cuda`: all sides on the GPU, with bfloat16 weights. */
    device: { type: 'string', default: 'cpu' },
    /** Counted steps of a process, after one that is not. */
    steps: { type: 'string', default: '2' },
    /** The peers' interpreter, packages and all, instead of an environment made from requirements.txt. */
    python: { type: 'string' },
    'no-pin': { type: 'boolean', default: false },
    /** Measures without writing bench/README.md. */
    'no-report': { type: 'boolean', default: false },
    list: { type: 'boolean', default: false },
  },
});

const WARM_UP = 1;
const ownName = ({ name, program, standard }: Side) => (standard && program === undefined ? [name] : []);
const threads = Number(options.threads);
const steps = Number(options.steps);
const repeats = Number(options.repeats ?? (options.quick ? 2 : 5));
const device: Device = DEVICES.find((known) => known === options.device) ?? 'cpu';
// PyTorch has no WebGPU: ours alone is measured there.
const only = options.only?.split(',') ?? (device === 'webgpu' ? SIDES.flatMap(ownName) : undefined);
const once = options.once.split(',');
const say = (message: string) => process.stderr.write(`${message}\n`);

interface Ready extends Prepared {
  configuration: string;
  folder: string;
}

/** The last processors of the machine, or undefined where processes cannot be pinned. */
async function processorsToPin(): Promise<string | undefined> {
  if (options['no-pin']) return undefined;
  const found = await execa('taskset', ['--version'], { reject: false });
  const cores = os.cpus().length;
  if (found.exitCode !== 0 || cores < threads) return undefined;
  return Array.from({ length: threads }, (_, i) => cores - threads + i).join(',');
}

/** With `-dirty` behind it where anything but results has changed since; null outside a repository. */
async function commitMeasured(): Promise<string | null> {
  const commit = await execa('git', ['rev-parse', '--short', 'HEAD'], { reject: false });
  if (commit.exitCode !== 0) return null;
  const changes = await execa('git', ['status', '--porcelain', '--', ':/', ':(top,exclude)bench/results']);
  return `${commit.stdout}${changes.stdout === '' ? '' : '-dirty'}`;
}

function jobOf(configuration: Configuration, side: Side, ready: Ready): Job {
  return {
    task: configuration.task,
    model: shapeOf(configuration.model) ? ready.folder : configuration.model,
    folder: ready.folder,
    rows: ready.rows,
    adapter: ready.adapter,
    threads,
    device,
    warm_up: WARM_UP,
    steps,
    batch: configuration.batch,
    length: ready.length,
    learning_rate: 2e-4,
    max_grad_norm: 1,
    max_new_tokens: NEW_TOKENS,
    ...side.settings,
  };
}

/** The start time is the last argument: what comes before it, interpreter and imports included, counts as time to first step. */
function commandOf(side: Side, python: string, job: string): string[] {
  if (side.program !== undefined) return [python, path.join(PEERS, side.program), job];
  return [process.execPath, '--import', 'tsx', fileURLToPath(new URL('./ours.ts', import.meta.url)), job];
}

async function measure(command: readonly string[], pin: string | undefined): Promise<JobResult> {
  const [program, ...args] = [
    ...(pin === undefined ? [] : ['taskset', '-c', pin]),
    ...command,
    String(Date.now()),
  ];
  const limits = {
    TF_NUM_INTRAOP_THREADS: String(threads),
    OMP_NUM_THREADS: String(threads),
    MKL_NUM_THREADS: String(threads),
  };
  const memory: DeviceMemory | undefined = device === 'cuda' ? await watchDeviceMemory() : undefined;
  const done = await execa(program as string, args, { env: limits, stdin: 'ignore', reject: false });
  const peak_device_bytes = await memory?.stop();
  const last = done.stdout.trim().split('\n').at(-1) ?? '';
  if (done.exitCode === 0 && last.startsWith('{')) {
    const result = JSON.parse(last) as JobResult;
    return peak_device_bytes === undefined ? result : { ...result, peak_device_bytes };
  }
  const why = done.isTerminated
    ? `ended by ${done.signal}, out of memory?`
    : done.stderr.trim().split('\n').slice(-3).join(' ');
  throw new Error(why || `exit code ${done.exitCode}`);
}

function shown({ side, result, error, warm_up }: MeasurementLine): string {
  if (!result) return `${side}: ${error}`;
  const numbers = numbersOf(result, warm_up);
  const { peak_device_bytes } = result;
  const onDevice = peak_device_bytes ? `, ${(peak_device_bytes / 1e9).toFixed(2)} GB on the GPU` : '';
  return `${side}: ${numbers.tokens_per_second.toFixed(1)} tokens/s, ${(numbers.peak_rss_bytes / 1e9).toFixed(2)} GB${onDevice}`;
}

async function prepare(
  cacheDir: string,
  python: string,
  chosen: readonly Configuration[],
): Promise<Map<string, Ready>> {
  const folder = path.join(cacheDir, 'bench', 'rows');
  await mkdir(folder, { recursive: true });
  say('preparing rows');
  const program = fileURLToPath(new URL('./prepare.ts', import.meta.url));
  const names = chosen.map(({ name }) => name);
  const { stdout } = await execa(
    process.execPath,
    ['--import', 'tsx', program, folder, String(WARM_UP + steps), device, ...names],
    {
      stdin: 'ignore',
      stderr: 'inherit',
    },
  );
  const ready = new Map<string, Ready>();
  for (const one of JSON.parse(stdout) as Prepared[]) {
    const { model } = chosen.find(({ name }) => name === one.configuration) as Configuration;
    const shape = shapeOf(model);
    const forPeers = shape
      ? await ensureRandomFolder(python, { model, shape, cacheDir }, say)
      : await ensureFolder(python, { model, gguf: one.gguf as string, cacheDir }, say);
    ready.set(one.configuration, { ...one, folder: forPeers });
  }
  return ready;
}

if (options.list) {
  process.stdout.write(
    `${CONFIGURATIONS.map(({ name }) => name).join('\n')}\n\nsides: ${[...new Set(SIDES.map(({ name }) => name))].join(' ')}\n`,
  );
  process.exit(0);
}
const chosen = chooseConfigurations(
  options.configurations ?? (options.quick ? QUICK : device === 'cuda' ? 'shapes' : 'core'),
);
if (chosen.length === 0) {
  say(`no configuration matches ${options.configurations}; --list shows them`);
  process.exit(2);
}
const cacheDir = defaultCacheDir(process.env);
const python = options.python ?? (await ensurePython(cacheDir, say));
const ready = await prepare(cacheDir, python, chosen);
const started = new Date();
const gpu = device === 'cuda' ? await gpuName() : undefined;
const file = resultsFile(started, gpu);
const pin = await processorsToPin();
await appendLine(file, {
  type: 'run',
  started: started.toISOString(),
  machine: { ...machine(), ...(gpu && { gpu }) },
  threads,
  device,
  pinned_to: pin ?? null,
  repeats,
  steps,
  commit: await commitMeasured(),
});

const jobFile = path.join(cacheDir, 'bench', 'job.json');
for (const configuration of chosen) {
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    for (const side of sidesOf(configuration, only)) {
      if (repeat > 0 && once.includes(side.name)) continue;
      await writeFile(
        jobFile,
        JSON.stringify(jobOf(configuration, side, ready.get(configuration.name) as Ready)),
      );
      const line: MeasurementLine = {
        type: 'measurement',
        configuration: configuration.name,
        side: side.name,
        repeat,
        load_before: os.loadavg()[0] as number,
        warm_up: WARM_UP,
      };
      try {
        line.result = await measure(commandOf(side, python, jobFile), pin);
      } catch (error) {
        line.error = error instanceof Error ? error.message : String(error);
      }
      await appendLine(file, line);
      say(`${configuration.name} ${repeat + 1}/${repeats} ${shown(line)}`);
    }
  }
}
if (!options['no-report']) await writeReport(file);
say(`results in ${file}`);
