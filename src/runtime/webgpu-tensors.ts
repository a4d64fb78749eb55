/** Tensors made in a GPU's memory piece by piece, for the WebGPU backend. Does not open it. */

import * as tf from '@tensorflow/tfjs-core';
import type { SafeWebGpuBackend } from './webgpu-backend.ts';

/** The active backend when it is WebGPU's, else undefined. */
export function webGpuBackend(): SafeWebGpuBackend | undefined {
  return tf.getBackend() === 'webgpu' ? (tf.backend() as unknown as SafeWebGpuBackend) : undefined;
}

/** Rows are copied into one buffer of the device as they come, so that the host holds a piece at a time. */
export class DeviceSink {
  readonly #backend: SafeWebGpuBackend;
  readonly #shape: readonly number[];
  #buffer: GPUBuffer | undefined;
  #bytes = 0;

  /** @throws UserError `gpu-tensor-too-large` */
  constructor(backend: SafeWebGpuBackend, shape: readonly number[]) {
    backend.requireFit(shape);
    this.#backend = backend;
    this.#shape = shape;
    const size = shape.reduce((product, n) => product * n, Float32Array.BYTES_PER_ELEMENT);
    const usage = GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC | GPUBufferUsage.COPY_DST;
    this.#buffer = backend.bufferManager.acquireBuffer(size, usage);
  }

  write(rows: Float32Array): void {
    this.#backend.queue.writeBuffer(this.#buffer as GPUBuffer, this.#bytes, rows);
    this.#bytes += rows.byteLength;
  }

  finish(): tf.Tensor {
    const info = this.#backend.makeTensorInfo([...this.#shape], 'float32');
    this.#backend.tensorMap.get(info.dataId).resource = this.#buffer as GPUBuffer;
    this.#buffer = undefined;
    return tf.keep(tf.engine().makeTensorFromTensorInfo(info));
  }

  discard(): void {
    if (this.#buffer) this.#backend.bufferManager.releaseBuffer(this.#buffer);
    this.#buffer = undefined;
  }
}
