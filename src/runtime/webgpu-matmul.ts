/**
 * Which of its programs tfjs' WebGPU backend multiplies matrices with. Left to itself it splits long sums of few results
 * over the GPU and adds the parts with atomics, in whichever order they come: the same rows would train to other bytes every
 * time. Does not multiply.
 */

import * as tf from '@tensorflow/tfjs-core';
import type { SafeWebGpuBackend } from './webgpu-backend.ts';

/** tfjs' MatMulProgramType, which its package does not export; -1 lets it choose. */
const PROGRAM = { choose: -1, small: 2, packed: 3 } as const;
const FLAG = 'WEBGPU_MATMUL_PROGRAM_TYPE';

/** Sums from this length on are split (kernels/BatchMatMul_impl.ts). */
const SPLIT_FROM = 2000;

/**
 * Has every product on this backend computed in an order that does not change. `software`: by the program with the
 * fewest barriers, which cost a processor a hundred times what they cost a GPU.
 */
export function useOrderedMatMul(software: boolean): void {
  const kernel = tf.getKernel('BatchMatMul', 'webgpu');
  const ordered: tf.KernelFunc = (call) => {
    const env = tf.env();
    const before = env.getNumber(FLAG);
    if (before === PROGRAM.choose) env.set(FLAG, software ? PROGRAM.small : orderedProgram(call));
    try {
      return kernel.kernelFunc(call);
    } finally {
      env.set(FLAG, before);
    }
  };
  tf.unregisterKernel('BatchMatMul', 'webgpu');
  tf.registerKernel({ ...kernel, kernelFunc: ordered });
}

/** tfjs' own choice but for split sums, which become its small tiles. */
function orderedProgram({ inputs, attrs, backend }: Parameters<tf.KernelFunc>[0]): number {
  const { a, b } = inputs as Record<'a' | 'b', tf.TensorInfo>;
  const { transposeA, transposeB } = attrs as unknown as tf.BatchMatMulAttrs;
  const [rows, inner] = lastTwo(a.shape, transposeA);
  const [, columns] = lastTwo(b.shape, transposeB);
  if (inner < SPLIT_FROM) return PROGRAM.choose;
  const batch = Math.max(
    1,
    a.shape.slice(0, -2).reduce((product, n) => product * n, 1),
  );
  const tiles = batch * Math.ceil(rows / 32) * Math.ceil(columns / 32);
  const few = (backend as SafeWebGpuBackend).thresholdToIncreaseWorkgroups * (rows <= 8 ? 2 : 1);
  return tiles <= few ? PROGRAM.small : PROGRAM.packed;
}

function lastTwo(shape: readonly number[], transposed: boolean): [number, number] {
  const [outer, inner] = shape.slice(-2) as [number, number];
  return transposed ? [inner, outer] : [outer, inner];
}
