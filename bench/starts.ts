/**
 * What it costs to start something: one operation, one TensorFlow function of ours, and how fast a large product is beside that.
 * On a GPU nothing waits for the result but the last. Prints a line each.
 *
 *   tsx bench/starts.ts [--device cpu|cuda]
 */

import { parseArgs } from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import { rmsNorm } from '../src/model/rms-norm.ts';
import { matMulBf16, toBf16 } from '../src/runtime/native-ops.ts';
import { recorded } from '../src/runtime/recorded.ts';
import { openRuntime } from './engine.ts';
import { DEVICES } from './job.ts';

const { values: options } = parseArgs({ options: { device: { type: 'string', default: 'cpu' } } });
const device = DEVICES.find((known) => known === options.device) ?? 'cpu';
const runtime = await openRuntime(device);
const SIZE = runtime.device === 'gpu' ? 4096 : 1024;
const STARTS = 5000;

/** Seconds of one call, the last of three goes; the last result is waited for. */
async function secondsOf(calls: number, call: () => tf.Tensor): Promise<number> {
  let seconds = 0;
  for (let go = 0; go < 3; go += 1) {
    const started = performance.now();
    let result: tf.Tensor | undefined;
    for (let i = 0; i < calls; i += 1) {
      result?.dispose();
      result = call();
    }
    const last = tf.tidy(() => tf.max(result as tf.Tensor));
    await last.data();
    tf.dispose([last, result as tf.Tensor]);
    seconds = (performance.now() - started) / 1000 / calls;
  }
  return seconds;
}

const say = (what: string, value: string) => process.stdout.write(`${what}: ${value}\n`);
const micros = (seconds: number) => `${(1e6 * seconds).toFixed(1)} µs`;
const rate = (seconds: number) =>
  `${(1e3 * seconds).toFixed(2)} ms, ${((2 * SIZE ** 3) / seconds / 1e12).toPrecision(3)} TFLOP/s`;

say('TensorFlow', `${runtime.tensorflow_version} on ${runtime.device}, Node ${process.versions.node}`);
const [few, weights] = [tf.ones<tf.Rank.R2>([1, 8]), tf.ones<tf.Rank.R1>([8])];
say('one operation on 8 values', micros(await secondsOf(STARTS, () => tf.add(few, few))));
const norm = () => tf.tidy(() => rmsNorm(few, weights, 1e-6).y);
say('a norm, operation by operation', micros(await secondsOf(STARTS, norm)));
const inputs = { kind: 'norm', few, weights };
say('the same as one function', micros(await secondsOf(STARTS, () => recorded(inputs, norm))));
const square = () => tf.randomNormal<tf.Rank.R2>([SIZE, SIZE]);
const [a, b] = [square(), square()];
say(`a product of ${SIZE}³, float32`, rate(await secondsOf(10, () => tf.matMul(a, b))));
const narrow = toBf16(b);
const product = () => matMulBf16(a, narrow, { transposeW: true });
say(`a product of ${SIZE}³, bfloat16 weights`, rate(await secondsOf(10, product)));
process.exit(0);
