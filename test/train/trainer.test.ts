import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { UserError } from '../../src/errors.ts';
import { silentLogger } from '../../src/log.ts';
import { adapterParameters, disposeAdapter, type LoraAdapter } from '../../src/model/lora.ts';
import type { StepEvent } from '../../src/train/step-event.ts';
import { type TrainingRecipe, type TrainOptions, train } from '../../src/train/trainer.ts';
import type { LossAndGradients } from '../../src/train/window.ts';
import { bytesOf, recipe, toyAdapter, toyConversations, toyLoss } from './toy-model.ts';

beforeAll(async () => {
  await tf.setBackend('cpu');
});

async function run(changes: Partial<TrainOptions> & { recipe?: TrainingRecipe } = {}) {
  const adapter = changes.adapter ?? toyAdapter();
  const events: StepEvent[] = [];
  const options = {
    adapter,
    conversations: toyConversations(11),
    recipe,
    lossAndGradients: toyLoss,
    logger: silentLogger,
    ...changes,
  };
  for await (const event of train(options)) events.push(event);
  return { adapter, events };
}

async function failure(promise: Promise<unknown>): Promise<UserError> {
  return promise.then(
    () => {
      throw new Error('it did not fail');
    },
    (error) => error as UserError,
  );
}

describe('steps', () => {
  test('an epoch takes ⌈micro-batches / accumulation⌉ steps, its last window being smaller', async () => {
    // 11 rows in batches of 2: 6 micro-batches; windows of 4: 2 steps an epoch, the second with 2 micro-batches
    const { events } = await run({ recipe: { ...recipe, gradient_accumulation_steps: 4 } });
    expect(events.map(({ step, total_steps, epoch }) => [step, total_steps, epoch])).toEqual([
      [1, 4, 0.5],
      [2, 4, 1],
      [3, 4, 1.5],
      [4, 4, 2],
    ]);
    const tokens = toyConversations(11).reduce((sum, { ids }) => sum + ids.length, 0);
    expect(events[0]!.tokens + events[1]!.tokens).toBe(tokens);
  });

  test('a fraction of an epoch takes the same fraction of its steps, rounded up', async () => {
    const { events } = await run({ recipe: { ...recipe, num_train_epochs: 1.5 } });
    expect(events.length).toBe(5); // ⌈1.5 · 3⌉
  });

  test('every row is seen once an epoch, in another order in the next', async () => {
    const seen: number[] = [];
    await run({
      lossAndGradients: (adapter, batch, options) => {
        seen.push(...batch.rows);
        return toyLoss(adapter, batch, options);
      },
    });
    const [first, second] = [seen.slice(0, 11), seen.slice(11)];
    expect(first.toSorted((a, b) => a - b)).toEqual([...Array(11).keys()]);
    expect(second.toSorted((a, b) => a - b)).toEqual([...Array(11).keys()]);
    expect(second).not.toEqual(first);
  });

  test('the learning rate warms up from 0 and falls as the schedule says, and the loss falls', async () => {
    const { events } = await run({ recipe: { ...recipe, num_train_epochs: 20, learning_rate: 0.02 } });
    expect(events[0]!.learning_rate).toBe(0);
    expect(Math.max(...events.map(({ learning_rate }) => learning_rate))).toBe(0.02);
    const mean = (part: StepEvent[]) => part.reduce((sum, { loss }) => sum + loss, 0) / part.length;
    expect(mean(events.slice(-6))).toBeLessThan(0.75 * mean(events.slice(0, 6)));
  });
});

describe('the accumulation window', () => {
  // One window an epoch either way; with means of means the four rows' unequal lengths would weigh differently.
  const whole = {
    ...recipe,
    per_device_train_batch_size: 4,
    gradient_accumulation_steps: 1,
    num_train_epochs: 4,
  };
  const split = { ...whole, per_device_train_batch_size: 1, gradient_accumulation_steps: 4 };

  test('is normalised once: four batches of one row are one batch of four', async () => {
    const conversations = toyConversations(4);
    const a = await run({ recipe: whole, conversations });
    const b = await run({ recipe: split, conversations });
    expect(
      new Set(conversations.map(({ assistant_mask }) => assistant_mask.filter(Boolean).length)).size,
    ).toBeGreaterThan(1);
    for (const [i, event] of a.events.entries()) {
      expect(b.events[i]!.loss).toBeCloseTo(event.loss, 6);
      expect(b.events[i]!.grad_norm).toBeCloseTo(event.grad_norm, 6);
      expect(b.events[i]!.supervised_tokens).toBe(event.supervised_tokens);
    }
    for (const [name, tensor] of adapterParameters(a.adapter)) {
      const other = adapterParameters(b.adapter).get(name)!.dataSync();
      for (const [k, value] of tensor.dataSync().entries()) expect(other[k]).toBeCloseTo(value, 5);
    }
  });

  test('has the mean loss of its supervised tokens and the norm of its gradient', async () => {
    const conversations = toyConversations(4);
    const adapter = toyAdapter();
    // By hand from the starting values: prediction(x) = Σ over modules of the column sums of B·A at x.
    const column = new Float64Array(6);
    for (const { A, B } of adapter.modules.values()) {
      const [a, b] = [A.arraySync(), B.arraySync()];
      for (let x = 0; x < 6; x += 1)
        for (const row of b) column[x]! += row[0]! * a[0]![x]! + row[1]! * a[1]![x]!;
    }
    let [sum, count] = [0, 0];
    for (const { ids, assistant_mask } of conversations) {
      for (let i = 1; i < ids.length; i += 1) {
        if (!assistant_mask[i]) continue;
        sum += 0.5 * (column[ids[i - 1]!]! - ids[i]! / 10) ** 2;
        count += 1;
      }
    }
    const { events } = await run({ adapter, conversations, recipe: split });
    expect(events[0]!.loss).toBeCloseTo(sum / count, 6);
    expect(events[0]!.supervised_tokens).toBe(count);
  });

  test('clipping bounds the step but not the norm that is reported', async () => {
    const free = await run({
      recipe: { ...whole, max_grad_norm: 0, num_train_epochs: 2 },
      conversations: toyConversations(4),
    });
    const clipped = await run({
      recipe: { ...whole, max_grad_norm: 1e-3, num_train_epochs: 2 },
      conversations: toyConversations(4),
    });
    expect(clipped.events[0]!.grad_norm).toBe(free.events[0]!.grad_norm);
    expect(free.events[0]!.grad_norm).toBeGreaterThan(1e-3);
    expect(await bytesOf(clipped.adapter)).not.toBe(await bytesOf(free.adapter));
  });
});

describe('seeds', () => {
  test('the same seed gives the same bytes, another seed others', async () => {
    const [first, again, other] = await Promise.all([run(), run(), run({ recipe: { ...recipe, seed: 8 } })]);
    expect(await bytesOf(again!.adapter)).toBe(await bytesOf(first!.adapter));
    expect(await bytesOf(other!.adapter)).not.toBe(await bytesOf(first!.adapter));
  });

  test('every micro-batch has dropout of its own, the same in the next run', async () => {
    const collect = async () => {
      const seeds: number[] = [];
      await run({
        adapter: toyAdapter(1, 0.1),
        lossAndGradients: (adapter, batch, options) => {
          seeds.push(options.dropout!.seed);
          return toyLoss(adapter, batch, options);
        },
      });
      return seeds;
    };
    const seeds = await collect();
    expect(new Set(seeds).size).toBe(12); // 2 epochs of 6 micro-batches
    expect(await collect()).toEqual(seeds);
  });
});

describe('what ends a run', () => {
  const breaking =
    (value: number, rowToBreak: number): LossAndGradients =>
    (adapter, batch, options) => {
      const pass = toyLoss(adapter, batch, options);
      if (!batch.rows.includes(rowToBreak)) return pass;
      pass.nll_sum.dispose();
      return { ...pass, nll_sum: tf.scalar(value) };
    };

  test.each([
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, 'infinite'],
  ])('a loss of %s names the step and the rows of the micro-batch', async (value, word) => {
    const adapter = toyAdapter();
    const error = await failure(run({ adapter, lossAndGradients: breaking(value, 3) }));
    expect(error.code).toBe('loss-not-finite');
    expect(error.message).toMatch(new RegExp(`^the loss became ${word} at step [123] of 6$`));
    expect(error.problems.length).toBe(2);
    expect(error.problems.join('\n')).toMatch(/^toy\.jsonl:4: conversation row-3, \d+ tokens$/m);
    expect(error.hint).toContain('learning_rate');
  });

  test('a gradient that is not finite ends the run before it reaches the parameters', async () => {
    const adapter = toyAdapter();
    const before = await bytesOf(adapter);
    const rows: number[] = [];
    const error = await failure(
      run({
        adapter,
        lossAndGradients: (...args) => {
          rows.push(...args[1].rows);
          const pass = toyLoss(...args);
          const [[name, gradient]] = pass.gradients as unknown as [[string, tf.Tensor2D]];
          const broken = tf.mul(gradient, Number.NaN) as tf.Tensor2D;
          gradient.dispose();
          return { ...pass, gradients: new Map(pass.gradients).set(name, broken) };
        },
      }),
    );
    expect(error.code).toBe('gradient-not-finite');
    expect(error.message).toBe('the norm of the gradient became NaN at step 1 of 6');
    expect(error.problems.map((line) => Number(/row-(\d+)/.exec(line)![1]))).toEqual(rows);
    expect(await bytesOf(adapter)).toBe(before);
  });

  test('rows without anything to learn are an error, not a division by zero', async () => {
    const conversations = toyConversations(2).map((row) => ({
      ...row,
      assistant_mask: row.assistant_mask.fill(0),
    }));
    const error = await failure(run({ conversations }));
    expect(error.code).toBe('nothing-to-learn');
    expect(error.problems.length).toBe(2);
  });

  test('a signal ends it at the next micro-batch, and says that nothing was saved', async () => {
    const controller = new AbortController();
    const stop = () => controller.abort();
    process.once('SIGUSR2', stop);
    let passes = 0;
    const error = await failure(
      run({
        signal: controller.signal,
        recipe: { ...recipe, num_train_epochs: 50 },
        lossAndGradients: (...args) => {
          passes += 1;
          if (passes === 5) process.kill(process.pid, 'SIGUSR2');
          return toyLoss(...args);
        },
      }),
    );
    process.removeListener('SIGUSR2', stop);
    expect(error.code).toBe('training-interrupted');
    expect(error.message).toBe('training was interrupted after step 2 of 150');
    expect(error.hint).toContain('nothing was saved');
    expect(passes).toBeLessThan(8);
  });
});

describe('memory', () => {
  const ways: [string, (adapter: LoraAdapter) => Promise<unknown>][] = [
    ['a whole run', (adapter) => run({ adapter })],
    [
      'a reader that stops early',
      async (adapter) => {
        const events = train({
          adapter,
          conversations: toyConversations(11),
          recipe,
          lossAndGradients: toyLoss,
          logger: silentLogger,
        });
        for await (const { step } of events) if (step === 2) break;
      },
    ],
    [
      'a loss that is not a number, in the second micro-batch',
      (adapter) => {
        let passes = 0;
        return failure(
          run({
            adapter,
            lossAndGradients: (...args) => {
              const pass = toyLoss(...args);
              passes += 1;
              if (passes < 2) return pass;
              pass.nll_sum.dispose();
              return { ...pass, nll_sum: tf.scalar(Number.NaN) };
            },
          }),
        );
      },
    ],
    [
      'an interruption in the middle of a window',
      (adapter) => {
        const controller = new AbortController();
        let passes = 0;
        return failure(
          run({
            adapter,
            signal: controller.signal,
            lossAndGradients: (...args) => {
              passes += 1;
              if (passes === 3) controller.abort();
              return toyLoss(...args);
            },
          }),
        );
      },
    ],
  ];
  test.each(ways)('%s leaves as many tensors as there were', async (_name, way) => {
    const adapter = toyAdapter();
    const before = tf.memory().numTensors;
    await way(adapter);
    expect(tf.memory().numTensors).toBe(before);
    disposeAdapter(adapter);
    expect(tf.memory().numTensors).toBe(before - 4);
  });
});
