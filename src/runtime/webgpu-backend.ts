/**
 * tfjs' WebGPU backend on a device of our own, made safe: WebGPU tells of a failure by an event and computes on, so here it is
 * kept and thrown at the next read; a tensor that does not fit is named before it is made; memory that nobody uses goes
 * back to the driver. Does not know what is computed.
 */

import { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type * as tf from '@tensorflow/tfjs-core';
import { UserError } from '../errors.ts';
import type { WebGpuAdapter } from './webgpu-adapter.ts';

/** What a device is asked to allow, each as much as its adapter can: by default a buffer ends at 256 MiB. */
const LIMITS = [
  'maxBufferSize',
  'maxStorageBufferBindingSize',
  'maxStorageBuffersPerShaderStage',
  'maxComputeWorkgroupStorageSize',
  'maxComputeWorkgroupsPerDimension',
  'maxComputeWorkgroupSizeX',
  'maxComputeInvocationsPerWorkgroup',
] as const;

/** Memory that nobody uses is kept for later tensors of the same size, up to this or as much as is used. */
const KEPT_BYTES = 2 ** 30;

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6)} MB`;

/** Private in tfjs' BufferManager, which frees nothing before its end: rows of many lengths would fill any GPU. */
interface BufferPool {
  freeBuffers: Map<string, GPUBuffer[]>;
  numFreeBuffers: number;
  numBytesUsed: number;
  numBytesAllocated: number;
}

export class SafeWebGpuBackend extends WebGPUBackend {
  readonly #name: string;
  #failure: UserError | undefined;

  constructor(device: GPUDevice, { name, adapter }: WebGpuAdapter) {
    super(device, adapter.info);
    this.#name = name;
    device.addEventListener('uncapturederror', (event) => {
      // Or Dawn prints it.
      event.preventDefault();
      this.#failure ??= this.#failed((event as GPUUncapturedErrorEvent).error);
    });
    void device.lost.then(({ reason, message }) => {
      if (reason === 'destroyed') return;
      this.#failure ??= new UserError('gpu-lost', `${name} stopped working: ${message}`, {
        hint: 'its driver was reset or is gone: look at the system log; less work at a time helps against time limits of the driver: lower per_device_train_batch_size or max_length',
      });
    });
  }

  /** @throws UserError when anything before it has failed on the GPU */
  override async read(dataId: object): Promise<tf.BackendValues> {
    try {
      const values = await super.read(dataId);
      this.#giveBack();
      this.#check();
      return values;
    } catch (error) {
      // A lost device fails the copy, too; its own words say less.
      throw this.#failure ?? error;
    }
  }

  /** Only what has not been handed to the GPU yet. */
  override readSync(dataId: object): tf.BackendValues {
    if (!this.tensorMap.get(dataId).values) {
      throw new Error('a tensor on the GPU can only be read with data(), not dataSync()');
    }
    return super.readSync(dataId);
  }

  /** @throws UserError `gpu-tensor-too-large` */
  override uploadToGPU(dataId: object): void {
    const { shape, resource } = this.tensorMap.get(dataId);
    if (!resource) this.requireFit(shape);
    super.uploadToGPU(dataId);
    this.#check();
  }

  /** @throws UserError `gpu-tensor-too-large` when no buffer of this GPU holds a tensor of that shape */
  requireFit(shape: readonly number[]): void {
    const bytes = shape.reduce((product, n) => product * n, 4);
    const { maxBufferSize, maxStorageBufferBindingSize } = this.device.limits;
    const most = Math.min(maxBufferSize, maxStorageBufferBindingSize);
    if (bytes <= most) return;
    const message = `a tensor of [${shape.join(', ')}] takes ${megabytes(bytes)}, but ${this.#name} holds at most ${megabytes(most)} in one`;
    throw new UserError('gpu-tensor-too-large', message, {
      hint: 'take a smaller model, fewer tokens at a time (per_device_train_batch_size, max_length), or `--runtime cpu`',
    });
  }

  #check(): void {
    if (this.#failure) throw this.#failure;
  }

  #failed(error: GPUError): UserError | undefined {
    const [line = ''] = error.message.split('\n');
    const used = megabytes(this.bufferManager.numBytesAllocated);
    if (error instanceof GPUOutOfMemoryError) {
      return new UserError('gpu-out-of-memory', `${this.#name} has no memory left; ${used} are in use`, {
        hint: 'take a smaller model, fewer tokens at a time (per_device_train_batch_size, max_length), or `--runtime cpu`',
        cause: error,
      });
    }
    return new UserError('gpu-failed', `${this.#name} refuses an operation: ${line}`, {
      hint: 'update its driver, or use `--runtime cpu`; if it goes on, please report it',
      cause: error,
    });
  }

  /** All work is done when a read returns, so nothing is in flight that uses a free buffer. */
  #giveBack(): void {
    const pool = this.bufferManager as unknown as BufferPool;
    if (pool.numBytesAllocated - pool.numBytesUsed <= Math.max(KEPT_BYTES, pool.numBytesUsed)) return;
    for (const buffers of pool.freeBuffers.values()) {
      for (const buffer of buffers.splice(0)) {
        pool.numFreeBuffers -= 1;
        pool.numBytesAllocated -= buffer.size;
        buffer.destroy();
      }
    }
  }
}

/** A device of the adapter with all that it allows, as a backend that is not registered yet. */
export async function openWebGpuBackend(found: WebGpuAdapter): Promise<SafeWebGpuBackend> {
  const { adapter, gpu } = found;
  const requiredLimits = Object.fromEntries(LIMITS.map((name) => [name, adapter.limits[name]]));
  const device = await adapter.requestDevice({ requiredLimits });
  return withNavigator(gpu, () => new SafeWebGpuBackend(device, found));
}

/** tfjs looks for `navigator.gpu` when a backend is made; other libraries take a navigator for a browser. */
function withNavigator<T>(gpu: GPU, work: () => T): T {
  const before = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
  Object.defineProperty(globalThis, 'navigator', { value: { gpu }, configurable: true });
  try {
    return work();
  } finally {
    if (before) Object.defineProperty(globalThis, 'navigator', before);
    else Reflect.deleteProperty(globalThis, 'navigator');
  }
}
