/** The seeds of one pass: every adapted layer draws a mask of its own, as PEFT's do. Draws nothing. */

import * as tf from '@tensorflow/tfjs-core';
import type { DropoutSeed } from './dropout.ts';
import { TARGET_MODULES, type TargetModule } from './lora.ts';
import { disposeAll } from './scoped.ts';

/** What `decoder.openPass` makes of a share and a seed; one entry of `seeds` a layer. */
export interface PassDropout {
  p: number;
  seeds: readonly Record<TargetModule, DropoutSeed>[];
}

/** From one seed to the next: odd and about 2³²/φ, as in a Weyl sequence. */
const STEP = 0x9e3779b1;
const SEEDS_A_LAYER = 8;

export function openDropout({ p, seed }: { p: number; seed: number }, layers: number): PassDropout {
  const seedAt = (at: number): DropoutSeed => {
    const value = (seed + Math.imul(at + 1, STEP)) | 0;
    return { value, tensor: tf.tensor1d([value, 0], 'int32') };
  };
  const seeds = Array.from({ length: layers }, (_, layer) =>
    Object.fromEntries(TARGET_MODULES.map((target, i) => [target, seedAt(layer * SEEDS_A_LAYER + i)])),
  );
  return { p, seeds: seeds as Record<TargetModule, DropoutSeed>[] };
}

export function disposeDropout(dropout: PassDropout | undefined): void {
  for (const layer of dropout?.seeds ?? []) {
    disposeAll(Object.values(layer).map(({ tensor }) => tensor));
  }
}
