import { readFileSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, test } from 'vitest';
import { clipCoefficient, globalNorm, sumsOfSquares } from '../../src/train/clip.ts';
import { adamw } from '../../src/train/optimizer.ts';
import {
  disposeTree,
  groupByShape,
  scaleTree,
  stackByShape,
  type TensorTree,
  unstackByShape,
} from '../../src/train/tensor-tree.ts';

type Numbers = Record<string, number[]>;

interface Case {
  weight_decay: number;
  max_grad_norm: number;
  shapes: Numbers;
  initial: Numbers;
  steps: {
    learning_rate: number;
    gradients: Numbers;
    norm: number;
    clipped: Numbers;
    parameters: Numbers;
    mu: Numbers;
    nu: Numbers;
  }[];
}

// Made by test/golden/make_training.py with torch.optim.AdamW and torch.nn.utils.clip_grad_norm_, in float32.
const cases: Case[] = JSON.parse(
  readFileSync(new URL('../golden/fixtures/training/adamw.json', import.meta.url), 'utf8'),
);

beforeAll(async () => {
  await tf.setBackend('cpu');
});

function tree(shapes: Numbers, values: Numbers): Map<string, tf.Tensor> {
  return new Map(
    Object.entries(shapes).map(([name, shape]) => [name, tf.tensor(values[name]!, shape, 'float32')]),
  );
}

/** Largest difference, relative to the largest number of the expected tensor. */
function relativeError(found: TensorTree, expected: Numbers): number {
  let worst = 0;
  for (const [name, values] of Object.entries(expected)) {
    const scale = Math.max(...values.map(Math.abs), 1e-30);
    const data = found.get(name)!.dataSync();
    for (const [i, value] of values.entries()) worst = Math.max(worst, Math.abs(data[i]! - value) / scale);
  }
  return worst;
}

async function normOf(gradients: TensorTree): Promise<number> {
  const sums = sumsOfSquares(gradients);
  const norm = globalNorm(await sums.data<'float32'>());
  sums.dispose();
  return norm;
}

// Float32 has 6e-8 of relative rounding; a dozen operations a step over five steps stay well below 2e-6.
const TOLERANCE = 2e-6;

describe.each(cases)('weight decay $weight_decay, max_grad_norm $max_grad_norm', (fixture) => {
  test('norm, clipped gradients, moments and parameters follow torch over five steps', async () => {
    const before = tf.memory().numTensors;
    let parameters: TensorTree = tree(fixture.shapes, fixture.initial);
    const optimizer = adamw({ weight_decay: fixture.weight_decay });
    let state = optimizer.init(parameters);
    for (const step of fixture.steps) {
      const raw = tree(fixture.shapes, step.gradients);
      const norm = await normOf(raw);
      expect(Math.abs(norm / step.norm - 1)).toBeLessThan(TOLERANCE);
      const clipped = scaleTree(raw, clipCoefficient(norm, fixture.max_grad_norm));
      expect(relativeError(clipped, step.clipped)).toBeLessThan(TOLERANCE);
      const next = optimizer.update(clipped, state, parameters, step.learning_rate);
      for (const old of [raw, clipped, state.mu, state.nu, parameters]) disposeTree(old);
      ({ parameters, state } = next);
      expect(relativeError(parameters, step.parameters)).toBeLessThan(TOLERANCE);
      expect(relativeError(state.mu, step.mu)).toBeLessThan(TOLERANCE);
      expect(relativeError(state.nu, step.nu)).toBeLessThan(TOLERANCE);
    }
    expect(state.step).toBe(5);
    for (const last of [parameters, state.mu, state.nu]) disposeTree(last);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('stacked by shape, the update gives the very same numbers', () => {
    const [step] = fixture.steps;
    const parameters = tree(fixture.shapes, fixture.initial);
    const gradients = tree(fixture.shapes, step!.gradients);
    const groups = groupByShape(parameters);
    const optimizer = adamw({ weight_decay: fixture.weight_decay });
    const single = optimizer.update(gradients, optimizer.init(parameters), parameters, 1e-2);
    const stacks = stackByShape(groups, parameters);
    const stacked = optimizer.update(stackByShape(groups, gradients), optimizer.init(stacks), stacks, 1e-2);
    const unstacked = unstackByShape(groups, stacked.parameters);
    expect([...groups]).toEqual([
      ['2x5', ['q.lora_A', 'v.lora_A']],
      ['4x2', ['q.lora_B']],
      ['3x2', ['v.lora_B']],
    ]);
    for (const [name, tensor] of single.parameters) {
      expect(unstacked.get(name)!.shape).toEqual(tensor.shape);
      expect(unstacked.get(name)!.dataSync()).toEqual(tensor.dataSync());
    }
  });
});

test('a norm below the limit leaves gradients as they are, and a limit of 0 switches clipping off', () => {
  expect(clipCoefficient(0.5, 1)).toBe(1);
  expect(clipCoefficient(1e6, 0)).toBe(1);
  expect(clipCoefficient(4, 1)).toBeCloseTo(1 / (4 + 1e-6), 12);
});

test.each([Number.NaN, Number.POSITIVE_INFINITY])(
  'the norm of a tree with %s in it is not finite',
  async (value) => {
    const bad = new Map([
      ['a', tf.tensor1d([1, 2])],
      ['b', tf.tensor1d([value, 0])],
    ]);
    expect(Number.isFinite(await normOf(bad))).toBe(false);
  },
);

test('a tree with a name missing or too many is not stacked', () => {
  const parameters = tree({ a: [1, 2], b: [1, 2] }, { a: [1, 2], b: [3, 4] });
  const groups = groupByShape(parameters);
  expect(() => stackByShape(groups, new Map([['a', parameters.get('a')!]]))).toThrow(
    'expected 2 tensors, found 1',
  );
  const renamed = new Map([
    ['a', parameters.get('a')!],
    ['c', parameters.get('b')!],
  ]);
  expect(() => stackByShape(groups, renamed)).toThrow('no tensor named b');
});
