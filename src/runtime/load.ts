/**
 * Loads a backend of tfjs into this process: the TensorFlow C library when it can be had, else tfjs' WASM backend, else its
 * plain JavaScript one; WebGPU where it is asked for, or where a GPU is all that a platform offers. The only place that touches the process environment below the entries: the C library
 * reads its switches from there while it is being loaded. Does not know what is computed.
 */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import util from 'node:util';
import * as tf from '@tensorflow/tfjs-core';
import type { TFJSBinding } from '@tensorflow/tfjs-node-gpu/dist/tfjs_binding.js';
import { packageFile } from '../assets.ts';
import { messageOf, UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { withConstantPool } from './constant-pool.ts';
import { cudaLibraries } from './cuda-libraries.ts';
import { registerFusedOps } from './fused-ops.ts';
import { provision } from './provision.ts';
import { withRecording } from './recording.ts';
import { findWebGpuAdapter, type WebGpuAdapter } from './webgpu-adapter.ts';
import { useOrderedMatMul } from './webgpu-matmul.ts';

/** What `--runtime` takes. 'auto' is the CUDA build where there is an NVIDIA device, else the one for processors. */
export const RUNTIMES = ['auto', 'cpu', 'cuda', 'webgpu'] as const;

export type RuntimeChoice = (typeof RUNTIMES)[number];

export interface Runtime {
  backend: 'tensorflow' | 'webgpu' | 'wasm' | 'cpu';
  device: 'cpu' | 'gpu';
  /** Its name, where the backend tells. */
  gpu: string | undefined;
  tensorflow_version: string | undefined;
  /** The cache folder the library was loaded from; undefined without TensorFlow. */
  folder: string | undefined;
}

export interface LoadRuntimeOptions {
  runtime?: RuntimeChoice;
  /** Without TensorFlow and WebGPU: an error instead of the slow fallback. */
  requireNative?: boolean;
  cacheDir: string;
  logger: Logger;
  signal?: AbortSignal;
}

let loading: Promise<Runtime> | undefined;

/**
 * Provisions TensorFlow if needed, loads it and makes it tfjs' backend; once per process, later calls get the same answer.
 * @throws UserError when TensorFlow cannot be had and `requireNative` is set; when WebGPU is asked for and there is none;
 *   when aborted
 */
export async function loadRuntime(options: LoadRuntimeOptions): Promise<Runtime> {
  loading ??= loadOnce(options);
  let runtime: Runtime;
  try {
    runtime = await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
  if (options.requireNative && (runtime.backend === 'wasm' || runtime.backend === 'cpu')) {
    throw new UserError('native-required', `this process already runs on the ${runtime.backend} backend`, {
      hint: 'ask for the native runtime in the first call',
    });
  }
  return runtime;
}

async function loadOnce(options: LoadRuntimeOptions): Promise<Runtime> {
  const { logger } = options;
  const choice = options.runtime ?? 'auto';
  if (choice === 'webgpu') return loadWebGpu(await findWebGpuAdapter(), logger);
  // A GPU that was found, not asked for, must not stand in the way of TensorFlow on the CPU.
  const cuda: readonly boolean[] =
    choice === 'auto' ? (existsSync('/dev/nvidia0') ? [true, false] : [false]) : [choice === 'cuda'];
  for (const [i, withCuda] of cuda.entries()) {
    try {
      return await loadTensorFlow(options, withCuda);
    } catch (error) {
      const last = i === cuda.length - 1;
      if (isInterruption(error, options.signal) || isWithoutGpu(error)) throw error;
      const gpu = choice === 'auto' && isWithoutTensorFlow(error) ? await findRealGpu(logger) : undefined;
      if (gpu) return loadWebGpu(gpu, logger);
      if (last && options.requireNative) throw error;
      const hint = error instanceof UserError && error.hint ? ` (${error.hint})` : '';
      logger.warn(`TensorFlow${withCuda ? ' with CUDA' : ''} cannot be used: ${messageOf(error)}${hint}`);
    }
  }
  return loadFallback(logger);
}

/** Whoever pressed Ctrl-C does not want the work done more slowly. */
function isInterruption(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true || (error instanceof UserError && error.code === 'interrupted');
}

/** Whoever asks for CUDA does not want the work done a hundred times more slowly. */
function isWithoutGpu(error: unknown): boolean {
  return error instanceof UserError && error.code === 'gpu-not-found';
}

/** There is no TensorFlow for this platform, whatever the user does. */
function isWithoutTensorFlow(error: unknown): boolean {
  return error instanceof UserError && error.code === 'runtime-platform';
}

/** A GPU that WebGPU reaches; undefined where there is none, or only a driver that computes on the processor. */
async function findRealGpu(logger: Logger): Promise<WebGpuAdapter | undefined> {
  try {
    const found = await findWebGpuAdapter();
    if (!found.software) return found;
    logger.debug(`WebGPU offers ${found.name}, which is no GPU`);
  } catch (error) {
    logger.debug(`WebGPU cannot be used: ${messageOf(error)}`);
  }
  return undefined;
}

async function loadWebGpu(found: WebGpuAdapter, logger: Logger): Promise<Runtime> {
  // Only here: it loads all kernels of WebGPU.
  const { openWebGpuBackend } = await import('./webgpu-backend.ts');
  const backend = await openWebGpuBackend(found);
  tf.registerBackend('webgpu', () => backend);
  await tf.setBackend('webgpu');
  useOrderedMatMul(found.software);
  if (found.software) logger.warn(`${found.name} is no GPU: WebGPU computes on the processor, slowly`);
  else logger.info(`computing on ${found.name} with WebGPU`);
  const device = found.software ? 'cpu' : 'gpu';
  return { backend: 'webgpu', device, gpu: found.name, tensorflow_version: undefined, folder: undefined };
}

async function loadTensorFlow(options: LoadRuntimeOptions, cuda: boolean): Promise<Runtime> {
  const { logger, cacheDir, signal } = options;
  const runtime = await provision({ cuda, cacheDir, logger, ...(signal && { signal }) });
  putBackUtil();
  // Read by the library's static initialisers, so they must stand before the dlopen. A value that is already there wins.
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '1';
  // Else TensorFlow takes the whole memory of a GPU at once, also what other programs there need. TF32 is on by default.
  if (cuda) process.env.TF_FORCE_GPU_ALLOW_GROWTH ??= 'true';
  // Where XLA finds the assembler and the device's mathematics, should something be compiled.
  if (cuda)
    process.env.XLA_FLAGS ??= `--xla_gpu_cuda_data_dir=${path.join(runtime.folder, 'nvidia/cuda_nvcc')}`;
  const quiet = process.env.TF_CPP_MIN_LOG_LEVEL === undefined;
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  const require = createRequire(import.meta.url);
  const loader = require(runtime.quietLoad) as { load(library: string): void };
  for (const library of cuda ? cudaLibraries(runtime.folder) : []) {
    try {
      loader.load(library);
    } catch (error) {
      logger.debug(`${library} cannot be loaded: ${messageOf(error)}`);
    }
  }
  if (quiet) loader.load(runtime.library);
  const plain = require(runtime.binding) as TFJSBinding;
  const binding = withRecording(withConstantPool(plain), plain);
  try {
    registerFusedOps(runtime.fusedOps);
  } catch (error) {
    logger.warn(`computing without operations of our own, more slowly: ${messageOf(error)}`);
  }
  const { NodeJSKernelBackend } = await import('@tensorflow/tfjs-node-gpu/dist/nodejs_kernel_backend.js');
  await import('@tensorflow/tfjs-node-gpu/dist/register_all_kernels.js');
  const device = binding.isUsingGpuDevice() ? 'gpu' : 'cpu';
  if (cuda && device === 'cpu') noGpu(options);
  tf.registerBackend('tensorflow', () => new NodeJSKernelBackend(binding, 'tensorflow'), 3);
  await tf.setBackend('tensorflow');
  return {
    backend: 'tensorflow',
    device,
    gpu: undefined,
    tensorflow_version: binding.TF_Version,
    folder: runtime.folder,
  };
}

/** TensorFlow with CUDA computes on the processor where it sees no GPU, a hundred times more slowly. */
function noGpu({ runtime, logger }: LoadRuntimeOptions): void {
  const hint = '`lora-gate doctor` says why';
  if (runtime === 'cuda') {
    throw new UserError('gpu-not-found', 'TensorFlow sees no NVIDIA GPU', {
      hint: `${hint}; --runtime cpu computes without one`,
    });
  }
  logger.warn(
    `there is an NVIDIA device, but TensorFlow does not see it and computes on the processor; ${hint}`,
  );
}

/** Helpers that tfjs' native backend calls: Node 22 warns of them, Node 23 took them away. */
function putBackUtil(): void {
  const target = util as unknown as Record<string, unknown>;
  target.isNullOrUndefined = (value: unknown) => value === null || value === undefined;
  target.isArray = Array.isArray;
}

async function loadFallback(logger: Logger): Promise<Runtime> {
  const none = { device: 'cpu', gpu: undefined, tensorflow_version: undefined, folder: undefined } as const;
  try {
    const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
    const wasm = packageFile('@tensorflow/tfjs-backend-wasm', 'dist/tfjs-backend-wasm.wasm');
    setWasmPaths(`${path.dirname(wasm)}/`);
    if (await tf.setBackend('wasm')) {
      logger.warn(
        'using the WASM backend instead: right, but many times slower; meant for trying things out',
      );
      return { backend: 'wasm', ...none };
    }
  } catch (error) {
    logger.debug(`the WASM backend does not start: ${messageOf(error)}`);
  }
  await import('@tensorflow/tfjs-backend-cpu');
  await tf.setBackend('cpu');
  logger.warn('using the plain JavaScript backend instead: right, but a hundred times slower');
  return { backend: 'cpu', ...none };
}
