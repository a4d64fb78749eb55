/**
 * AdamW as two pure functions: `init` makes the state, `update` makes new parameters and a new state and disposes
 * nothing it was handed. Knows nothing of schedules, clipping or what the parameters are for.
 */

import * as tf from '@tensorflow/tfjs-core';
import { recorded } from '../runtime/recorded.ts';
import { mapTree, type TensorTree, tidyTrees } from './tensor-tree.ts';

export interface AdamWOptions {
  weight_decay: number;
  /** Decay of the first moment. */
  beta1?: number;
  /** Decay of the second moment. */
  beta2?: number;
  eps?: number;
}

export interface AdamWState {
  /** Updates made so far. */
  step: number;
  /** First moments, shaped as the parameters. */
  mu: TensorTree;
  /** Second moments, shaped as the parameters. */
  nu: TensorTree;
}

export interface OptimizerUpdate {
  parameters: TensorTree;
  state: AdamWState;
}

export interface Optimizer {
  init(parameters: TensorTree): AdamWState;
  update(
    gradients: TensorTree,
    state: AdamWState,
    parameters: TensorTree,
    learning_rate: number,
  ): OptimizerUpdate;
}

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter, 2019), in the order of operations of `torch.optim.AdamW`:
 * p ← p(1 − ηλ); m ← m + (1 − β₁)(g − m); v ← β₂v + (1 − β₂)g²; p ← p − η/(1 − β₁ᵗ) · m / (√v/√(1 − β₂ᵗ) + ε).
 */
export function adamw(options: AdamWOptions): Optimizer {
  const { weight_decay, beta1 = 0.9, beta2 = 0.999, eps = 1e-8 } = options;
  return {
    init(parameters) {
      return { step: 0, mu: mapTree(parameters, tf.zerosLike), nu: mapTree(parameters, tf.zerosLike) };
    },
    update(gradients, state, parameters, learning_rate) {
      const step = state.step + 1;
      // What changes from step to step is handed over, so that all steps are one function.
      const rates = tf.tidy(() => ({
        decay: tf.scalar(1 - learning_rate * weight_decay),
        step_size: tf.scalar(learning_rate / (1 - beta1 ** step)),
        root_of_correction2: tf.scalar(Math.sqrt(1 - beta2 ** step)),
      }));
      const inputs = { kind: 'adamw', gradients, mu: state.mu, nu: state.nu, parameters, rates };
      const settings = { beta1, beta2, eps, decays: weight_decay !== 0 };
      const work = () => updateTrees(gradients, state, parameters, rates, settings);
      const trees = tidyTrees(() => recorded({ ...inputs, ...settings }, work));
      tf.dispose(rates);
      return { parameters: trees.parameters, state: { step, mu: trees.mu, nu: trees.nu } };
    },
  };
}

interface Settings {
  beta1: number;
  beta2: number;
  eps: number;
  /** Whether there is weight decay. */
  decays: boolean;
}

function updateTrees(
  gradients: TensorTree,
  state: AdamWState,
  parameters: TensorTree,
  rates: { decay: tf.Scalar; step_size: tf.Scalar; root_of_correction2: tf.Scalar },
  { beta1, beta2, eps, decays }: Settings,
) {
  const gradient = (key: string) => {
    const found = gradients.get(key);
    if (!found) throw new Error(`no gradient for ${key}`);
    return found;
  };
  const mu = mapTree(state.mu, (m, key) => tf.add(m, tf.mul(tf.sub(gradient(key), m), 1 - beta1)));
  const nu = mapTree(state.nu, (v, key) =>
    tf.add(tf.mul(v, beta2), tf.mul(tf.square(gradient(key)), 1 - beta2)),
  );
  const next = mapTree(parameters, (p, key) => {
    const decayed = decays ? tf.mul(p, rates.decay) : p;
    const denominator = tf.add(tf.div(tf.sqrt(nu.get(key) as tf.Tensor), rates.root_of_correction2), eps);
    return tf.sub(decayed, tf.mul(tf.div(mu.get(key) as tf.Tensor, denominator), rates.step_size));
  });
  return { parameters: next, mu, nu };
}
