/**
 * The training loop: plan → accumulation window → clip → AdamW → event, one step after the other. It yields events and
 * leaves what to do with them (bar, log, result) to the caller. Knows no model: loss and gradients are handed in.
 */

import { setImmediate as nextTurn } from 'node:timers/promises';
import type * as tf from '@tensorflow/tfjs-core';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import { UserError } from '../errors.ts';
import type { Logger } from '../log.ts';
import { adapterParameters, type LoraAdapter, setAdapterParameters } from '../model/lora.ts';
import { type CheckpointOptions, restoreCheckpoint, saveCheckpoint } from './checkpoint.ts';
import { clipCoefficient } from './clip.ts';
import { type AdamWState, adamw } from './optimizer.ts';
import { createSchedule, type LrSchedulerType } from './schedule.ts';
import { trainingStreams } from './seeds.ts';
import type { StepEvent } from './step-event.ts';
import { planSteps } from './step-plan.ts';
import {
  disposeTree,
  groupByShape,
  type ShapeGroups,
  scaleTree,
  stackByShape,
  type TensorTree,
  unstackByShape,
} from './tensor-tree.ts';
import { accumulateWindow, type LossAndGradients } from './window.ts';

/** The `training` section of an adapter's configuration, in TRL's names. */
export interface TrainingRecipe {
  num_train_epochs: number;
  /** Overrides the epochs when it is above 0. */
  max_steps: number;
  learning_rate: number;
  per_device_train_batch_size: number;
  gradient_accumulation_steps: number;
  lr_scheduler_type: LrSchedulerType;
  warmup_ratio: number;
  weight_decay: number;
  /** 0 means no clipping. */
  max_grad_norm: number;
  max_length: number;
  packing: boolean;
  seed: number;
}

export interface TrainOptions {
  /** Updated in place; its tensors are replaced step by step. */
  adapter: LoraAdapter;
  conversations: readonly TokenizedConversation[];
  recipe: TrainingRecipe;
  lossAndGradients: LossAndGradients;
  logger: Logger;
  /** Without it nothing is saved on the way, and an interrupted run starts over. */
  checkpoints?: CheckpointOptions;
  /** Gets the steps that a checkpoint brings, before any other. */
  onRestored?: (events: readonly StepEvent[]) => void;
  /** Aborting ends the run at the next micro-batch, after a checkpoint of the last whole step. */
  signal?: AbortSignal;
}

/**
 * Trains the adapter and yields one event a step. The same recipe, rows and starting values give the same bytes on one
 * machine, whether or not the run was interrupted and went on from a checkpoint.
 *
 * The loss of a step is Σ NLL / Σ supervised tokens over its whole accumulation window: one division, never a mean of
 * means.
 * @throws UserError `loss-not-finite`, `gradient-not-finite`, `training-interrupted`, `nothing-to-learn`, and those of
 * the checkpoints.
 */
export async function* train(options: TrainOptions): AsyncGenerator<StepEvent, void> {
  const { adapter, recipe, conversations, logger, checkpoints, signal } = options;
  const streams = trainingStreams(recipe.seed);
  const plan = planSteps({ ...recipe, lengths: conversations.map(({ ids }) => ids.length), streams });
  const total_steps = plan.length;
  const schedule = createSchedule({ ...recipe, total_steps });
  const optimizer = adamw({ weight_decay: recipe.weight_decay });
  const groups = groupByShape(adapterParameters(adapter));

  const events: StepEvent[] = [];
  let state = await start(adapter, groups, options, events);
  options.onRestored?.(events);
  let saved = state.step;
  const save = async () => {
    if (!checkpoints || saved === state.step) return;
    await saveState(checkpoints, { adapter, groups, state, events });
    saved = state.step;
  };
  if (state.step > 0) logger.info(`going on from the checkpoint of step ${state.step} of ${total_steps}`);

  try {
    while (state.step < total_steps) {
      const startedAt = performance.now();
      const index = state.step;
      const step = index + 1;
      const planned = plan[index] as (typeof plan)[number];
      const window = await accumulateWindow({
        adapter,
        conversations,
        micro_batches: planned.micro_batches,
        groups,
        lossAndGradients: options.lossAndGradients,
        dropoutSeed: (microBatch) => streams.dropoutSeed(index, microBatch),
        place: `step ${step} of ${total_steps}`,
        betweenMicroBatches: async () => {
          await nextTurn(); // lets signal handlers run
          return signal?.aborted ?? false;
        },
      });
      if (!window) {
        await save();
        throw interrupted(state.step, total_steps, checkpoints);
      }

      const { grad_norm } = window;
      const learning_rate = schedule(index);
      const used = new Set([window.gradients]);
      try {
        const gradients = scaleTree(window.gradients, clipCoefficient(grad_norm, recipe.max_grad_norm));
        used.add(gradients);
        const parameters = stackByShape(groups, adapterParameters(adapter));
        used.add(parameters);
        const updated = optimizer.update(gradients, state, parameters, learning_rate);
        used.add(updated.parameters);
        disposeState(state);
        state = updated.state;
        setAdapterParameters(adapter, unstackByShape(groups, updated.parameters) as Map<string, tf.Tensor2D>);
      } finally {
        for (const tree of used) disposeTree(tree);
      }

      const seconds = (performance.now() - startedAt) / 1000;
      const event: StepEvent = {
        step,
        total_steps,
        epoch: planned.epoch_after,
        loss: window.loss,
        learning_rate,
        grad_norm,
        tokens: window.tokens,
        supervised_tokens: window.supervised_tokens,
        seconds,
        tokens_per_second: window.tokens / seconds,
      };
      events.push(event);
      yield event;
      if (checkpoints && step % checkpoints.save_steps === 0) await save();
    }
  } finally {
    disposeState(state);
  }
}

function disposeState(state: AdamWState): void {
  disposeTree(state.mu);
  disposeTree(state.nu);
}

/** The optimizer's state to begin with: from the newest checkpoint, whose parameters the adapter and whose steps `events` take over, or zeros. */
async function start(
  adapter: LoraAdapter,
  groups: ShapeGroups,
  { checkpoints, logger }: TrainOptions,
  events: StepEvent[],
): Promise<AdamWState> {
  const restored = checkpoints ? await restoreCheckpoint(checkpoints, logger) : undefined;
  if (!restored) {
    const stacks = stackByShape(groups, adapterParameters(adapter));
    const state = adamw({ weight_decay: 0 }).init(stacks);
    disposeTree(stacks);
    return state;
  }
  for (const event of restored.events) events.push(event);
  const mu = stackByShape(groups, restored.mu);
  const nu = stackByShape(groups, restored.nu);
  disposeTree(restored.mu);
  disposeTree(restored.nu);
  setAdapterParameters(adapter, restored.parameters as Map<string, tf.Tensor2D>);
  return { step: restored.step, mu, nu };
}

interface Saved {
  adapter: LoraAdapter;
  groups: ShapeGroups;
  state: AdamWState;
  events: readonly StepEvent[];
}

async function saveState(
  checkpoints: CheckpointOptions,
  { adapter, groups, state, events }: Saved,
): Promise<void> {
  const mu = unstackByShape(groups, state.mu);
  const nu = unstackByShape(groups, state.nu);
  try {
    const parameters: TensorTree = adapterParameters(adapter);
    await saveCheckpoint(checkpoints, { step: state.step, events, parameters, mu, nu });
  } finally {
    disposeTree(mu);
    disposeTree(nu);
  }
}

function interrupted(step: number, total: number, checkpoints: CheckpointOptions | undefined): UserError {
  let hint = 'nothing was saved, because no folder for checkpoints was given';
  if (checkpoints) {
    hint = `run the same command again to go on from step ${step}; the checkpoint is in ${checkpoints.folder}`;
  }
  if (step === 0) hint = 'no step was finished, so there is nothing to go on from';
  const message = `training was interrupted after step ${step} of ${total}`;
  return new UserError('training-interrupted', message, { hint });
}
