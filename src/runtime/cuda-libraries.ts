/**
 * NVIDIA's libraries of a CUDA runtime folder, loaded by their full paths before TensorFlow is. TensorFlow asks for each by its
 * name alone, and of some (cuSOLVER) it doesn't know the folder: it would find none of them and go on without the GPU. A library
 * that is in the process already answers to its name.
 */

import { existsSync } from 'node:fs';
import path from 'node:path';

/** Each after those it needs. */
const LIBRARIES = [
  'cuda_runtime/lib/libcudart.so.12',
  'cublas/lib/libcublasLt.so.12',
  'cublas/lib/libcublas.so.12',
  'nvjitlink/lib/libnvJitLink.so.12',
  'cusparse/lib/libcusparse.so.12',
  'cufft/lib/libcufft.so.11',
  'cusolver/lib/libcusolver.so.11',
  'cudnn/lib/libcudnn.so.9',
  'nccl/lib/libnccl.so.2',
] as const;

/** Absolute paths of those that are there, in the order of loading. */
export function cudaLibraries(folder: string): string[] {
  return LIBRARIES.map((library) => path.join(folder, 'nvidia', library)).filter((file) => existsSync(file));
}
