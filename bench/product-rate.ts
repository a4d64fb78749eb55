/** How fast one matrix product runs with nothing else going on in the process. */

import * as tf from '@tensorflow/tfjs-core';
import { boolAttribute, nativeBackend, typeAttribute } from '../src/runtime/raw-op.ts';
import type { OpRecord } from './op-recorder.ts';
import { median } from './results.ts';

export interface ProductRate {
  /** By the clock: median of the calls. */
  gflops: number;
  /** By processor time: floating-point operations of all calls / processor seconds of all calls. */
  gflops_per_processor: number;
}

const LEAST_CALLS = 7;
const LEAST_MILLISECONDS = 600;

/** The rate of the same operation with the same shapes on random float32 tensors, after one call that is not counted. */
export function rateAlone(
  record: Pick<OpRecord, 'name' | 'attributes' | 'inputShapes' | 'flops'>,
): ProductRate {
  const backend = nativeBackend();
  if (!backend) throw new Error('the TensorFlow runtime is not in use');
  const { name, attributes, inputShapes, flops } = record;
  const inputs = inputShapes.map((shape) => tf.randomUniform([...shape], -1, 1));
  const ids = backend.getInputTensorIds(inputs);
  const call = () => {
    const started = performance.now();
    const [out] = backend.binding.executeOp(name, [...attributes], ids, 1);
    const seconds = (performance.now() - started) / 1000;
    backend.binding.deleteTensor((out as { id: number }).id);
    return seconds;
  };
  call();
  const seconds: number[] = [];
  const cpu = process.cpuUsage();
  const until = performance.now() + LEAST_MILLISECONDS;
  while (seconds.length < LEAST_CALLS || performance.now() < until) seconds.push(call());
  const { user, system } = process.cpuUsage(cpu);
  tf.dispose(inputs);
  return {
    gflops: flops / median(seconds) / 1e9,
    gflops_per_processor: (flops * seconds.length) / ((user + system) / 1e6) / 1e9,
  };
}

/** The machine's own rate: 2048 × 2048 × 2048. */
export function squareRate(): ProductRate {
  const side = 2048;
  return rateAlone({
    name: 'MatMul',
    attributes: [
      typeAttribute('T', 'float32'),
      boolAttribute('transpose_a', false),
      boolAttribute('transpose_b', false),
    ],
    inputShapes: [
      [side, side],
      [side, side],
    ],
    flops: 2 * side ** 3,
  });
}
