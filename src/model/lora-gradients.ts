/** Gradients of an adapter's parameters, summed over layers' passes and batches. */

import * as tf from '@tensorflow/tfjs-core';
import { type LoraModule, moduleName, type TargetModule } from './lora.ts';

/** By parameter name, as `adapterParameters` has them; added to in place. */
export type LoraGradients = Map<string, tf.Tensor2D>;

/** Adds those of one layer's modules, and takes them over. */
export function addGradients(
  gradients: LoraGradients,
  layer: number,
  modules: Partial<Record<TargetModule, LoraModule>>,
): void {
  for (const [target, { A, B }] of Object.entries(modules)) {
    const name = moduleName(layer, target as TargetModule);
    add(gradients, `${name}.lora_A.weight`, A);
    add(gradients, `${name}.lora_B.weight`, B);
  }
}

function add(gradients: LoraGradients, name: string, gradient: tf.Tensor2D): void {
  const sum = gradients.get(name);
  gradients.set(name, tf.keep(sum ? (tf.add(sum, gradient) as tf.Tensor2D) : gradient));
  if (!sum) return;
  sum.dispose();
  gradient.dispose();
}
