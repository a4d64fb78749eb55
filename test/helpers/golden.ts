/**
 * The golden fixtures of test/golden: small random models and what transformers and peft compute with them. The README
 * there says what each tensor is. Knows nothing of how our own code computes them.
 */

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Batch } from '../../src/dataset/batch.ts';
import { type GoldenTensor, readF32Tensors } from './safetensors-reader.ts';

export type { GoldenTensor };

export const GOLDEN_MODELS = ['gemma', 'gemma2', 'gemma3', 'gemma3-linear', 'llama', 'llama-untied'] as const;
export type GoldenModel = (typeof GOLDEN_MODELS)[number];

/** Models that are also there as `<name>-f32.gguf`. */
export const GOLDEN_GGUF_MODELS = ['gemma3', 'llama', 'llama-untied'] as const;

export interface GoldenAdapter {
  name: string;
  /** A PEFT adapter folder. */
  folder: string;
  /** The adapter's own tensors under our names: `model.layers.0.self_attn.q_proj.lora_A.weight`. */
  parameters: Map<string, GoldenTensor>;
  /** `logits.<row>`, `nll.<row>`, `gradient.<parameter>`, `trained.<parameter>`. */
  expected: Map<string, GoldenTensor>;
  /** Greedy answer to the first `promptTokens[row]` of each sequence. */
  generated: number[][];
  /** Sum of the supervised NLL over all sequences / supervised tokens. */
  loss: number;
  /** Before each of the three optimizer steps; the norm is that before clipping. */
  steps: { loss: number; grad_norm: number; learning_rate: number }[];
}

export interface GoldenTraining {
  /** Rows of each micro-batch of the accumulation window. */
  window: number[][];
  optimizer: { lr: number; betas: [number, number]; eps: number; weight_decay: number };
  schedule: { name: 'cosine'; num_warmup_steps: number; num_training_steps: number };
  max_grad_norm: number;
}

export interface Golden {
  name: GoldenModel;
  /** The model as a Hugging Face folder. */
  folder: string;
  /** The same weights as float32 GGUF, where there is one. */
  gguf: string;
  sequences: Int32Array[];
  /** 1 where the token is the assistant's; it is supervised unless it is the first of its sequence. */
  masks: Uint8Array[];
  supervised: number;
  /** `hidden.<row>.<level>`, `logits.<row>`, `nll.<row>`. */
  expected: Map<string, GoldenTensor>;
  /** Of each sequence, how many tokens are the prompt of `generated`. */
  promptTokens: number[];
  generated: number[][];
  training: GoldenTraining;
  adapters: Map<string, GoldenAdapter>;
  adapterFolder(name: string): string;
}

interface GoldenJson {
  sequences: number[][];
  assistant_masks: number[][];
  supervised: number;
  prompt_tokens: number[];
  generated: number[][];
  training: GoldenTraining;
  adapters: Record<string, Pick<GoldenAdapter, 'generated' | 'loss' | 'steps'>>;
}

/** Where a model's fixtures lie. */
export function goldenFolder(name: GoldenModel): string {
  return fileURLToPath(new URL(`../golden/fixtures/models/${name}`, import.meta.url));
}

export async function loadGolden(name: GoldenModel): Promise<Golden> {
  const root = goldenFolder(name);
  const json = JSON.parse(await readFile(`${root}/golden.json`, 'utf8')) as GoldenJson;
  const adapterFolder = (adapter: string) => `${root}/adapters/${adapter}`;
  const adapters = new Map<string, GoldenAdapter>();
  for (const [adapter, facts] of Object.entries(json.adapters)) {
    const folder = adapterFolder(adapter);
    const parameters = await readF32Tensors(`${folder}/adapter_model.safetensors`);
    adapters.set(adapter, {
      ...facts,
      name: adapter,
      folder,
      parameters: new Map(
        [...parameters].map(([key, tensor]) => [key.replace('base_model.model.', ''), tensor]),
      ),
      expected: await readF32Tensors(`${root}/expected.${adapter}.safetensors`),
    });
  }
  return {
    name,
    folder: `${root}/model`,
    gguf: `${root}/${name}-f32.gguf`,
    sequences: json.sequences.map((ids) => Int32Array.from(ids)),
    masks: json.assistant_masks.map((mask) => Uint8Array.from(mask)),
    supervised: json.supervised,
    expected: await readF32Tensors(`${root}/expected.safetensors`),
    promptTokens: json.prompt_tokens,
    generated: json.generated,
    training: json.training,
    adapters,
    adapterFolder,
  };
}

/** The named tensor, or an error that says which are there. */
export function goldenTensor(tensors: Map<string, GoldenTensor>, name: string): GoldenTensor {
  const tensor = tensors.get(name);
  if (!tensor) throw new Error(`no ${name} in the fixture; there are ${[...tensors.keys()].join(', ')}`);
  return tensor;
}

/** The fixture's sequences `rows` as one batch, made here by hand so that no test depends on src/dataset. */
export function goldenBatch(golden: Golden, rows: readonly number[]): Batch {
  const ids: number[] = [];
  const positions: number[] = [];
  const targets: number[] = [];
  const offsets = [0];
  for (const row of rows) {
    const sequence = golden.sequences[row] as Int32Array;
    const mask = golden.masks[row] as Uint8Array;
    sequence.forEach((id, position) => {
      ids.push(id);
      positions.push(position);
      const supervised = position + 1 < sequence.length && mask[position + 1] === 1;
      targets.push(supervised ? (sequence[position + 1] as number) : -100);
    });
    offsets.push(ids.length);
  }
  return {
    ids: Int32Array.from(ids),
    positions: Int32Array.from(positions),
    targets: Int32Array.from(targets),
    offsets: Int32Array.from(offsets),
    rows: Int32Array.from(rows),
    supervised: targets.filter((target) => target !== -100).length,
  };
}

/** Largest absolute difference divided by the largest expected absolute value. NaN anywhere makes it NaN. */
export function relativeError(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) {
    throw new Error(`${actual.length} values, expected ${expected.length}`);
  }
  let worst = 0;
  let largest = 0;
  for (let i = 0; i < expected.length; i += 1) {
    const difference = Math.abs((actual[i] as number) - (expected[i] as number));
    if (!(difference <= worst)) worst = difference;
    largest = Math.max(largest, Math.abs(expected[i] as number));
    if (Number.isNaN(worst)) return Number.NaN;
  }
  return worst / largest;
}
