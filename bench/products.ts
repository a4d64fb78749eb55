/**
 * How fast both libraries multiply matrices here, of the shapes of a training step: what a ratio of whole steps rests on. Prints a table.
 *
 *   tsx bench/products.ts [--threads 2] [--python FILE]
 */

import path from 'node:path';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { boolAttribute, typeAttribute } from '../src/runtime/raw-op.ts';
import { cacheFolder, limitThreads, openRuntime } from './engine.ts';
import { rateAlone } from './product-rate.ts';
import { ensurePython, PEERS } from './python.ts';
import { table } from './report.ts';
import { machine } from './results.ts';

const { values: options } = parseArgs({
  options: { threads: { type: 'string', default: '2' }, python: { type: 'string' } },
});

/** Rows × inner × columns; those of Gemma 3 270M at 4 × 256, half of it supervised, and a square. */
const SHAPES = [
  ['2048³', [2048, 2048, 2048]],
  ['MLP, up', [1024, 640, 2048]],
  ['MLP, down', [1024, 2048, 640]],
  ['head on the supervised rows', [512, 640, 262_144]],
] as const;

const say = (message: string) => process.stderr.write(`${message}\n`);
const python = options.python ?? (await ensurePython(cacheFolder(), say));
limitThreads(Number(options.threads));
const runtime = await openRuntime();
const ours = SHAPES.map(([, [rows, inner, columns]]) =>
  rateAlone({
    name: 'MatMul',
    attributes: [
      typeAttribute('T', 'float32'),
      boolAttribute('transpose_a', false),
      boolAttribute('transpose_b', false),
    ],
    inputShapes: [
      [rows, inner],
      [inner, columns],
    ],
    flops: 2 * rows * inner * columns,
  }),
);
const shapes = JSON.stringify(SHAPES.map(([, shape]) => shape));
const { stdout } = await execa(python, [path.join(PEERS, 'product_rate.py'), options.threads, shapes]);
const theirs = stdout
  .trim()
  .split('\n')
  .map((line) => Number(line));
const { cpu, os } = machine();
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)}, ${cpu}, ${os}, ${options.threads} threads, TensorFlow ${runtime.tensorflow_version}\n\n` +
    `${table(
      ['product', 'TensorFlow, GFLOP/s', 'PyTorch, GFLOP/s', 'ratio'],
      SHAPES.map(([name], i) => {
        const [own, other] = [ours[i]?.gflops ?? Number.NaN, theirs[i] ?? Number.NaN];
        return [name, own.toFixed(0), other.toFixed(0), `${(own / other).toFixed(2)}×`];
      }),
    )}\n`,
);
process.exit(0);
