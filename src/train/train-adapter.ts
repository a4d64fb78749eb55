/** One adapter from rows and recipe: fresh parameters, the training loop with its log and bar, and what it took. */

import type { TokenizedConversation } from '../dataset/conversation.ts';
import type { Logger } from '../log.ts';
import type { Decoder } from '../model/decoder.ts';
import { createLoraAdapter, disposeAdapter, type LoraAdapter, type LoraConfig } from '../model/lora.ts';
import type { CheckpointOptions } from './checkpoint.ts';
import { lossAndGradients } from './gradients.ts';
import { trainingStreams } from './seeds.ts';
import type { StepEvent } from './step-event.ts';
import { withProgress, withStepLog } from './step-log.ts';
import { type TrainingRecipe, train } from './trainer.ts';
import { VOCABULARY_FILTER } from './vocabulary-filter.ts';

/** Changes whenever the same rows and recipe would give another adapter. */
export const ENGINE_VERSION = '8';

export interface TrainAdapterOptions {
  decoder: Decoder;
  lora: LoraConfig;
  recipe: TrainingRecipe & { gradient_checkpointing?: boolean; vocabulary_filter?: boolean };
  conversations: readonly TokenizedConversation[];
  /** Shown at the progress bar. */
  label: string;
  logger: Logger;
  checkpoints?: CheckpointOptions;
  /** JSONL file with every step. */
  stepLog?: string;
  signal?: AbortSignal | undefined;
}

/** What a training took. */
export interface TrainingSummary {
  events: StepEvent[];
  steps: number;
  tokens: number;
  supervised_tokens: number;
  seconds: number;
  tokens_per_second: number;
  final_loss: number;
}

export interface TrainedAdapter extends TrainingSummary {
  adapter: LoraAdapter;
}

/** @throws UserError as the training loop; the adapter is freed then. */
export async function trainAdapter(options: TrainAdapterOptions): Promise<TrainedAdapter> {
  const { decoder, lora, recipe, logger } = options;
  const adapter = createLoraAdapter(decoder.config, lora, trainingStreams(recipe.seed).init);
  const { gradient_checkpointing = false } = recipe;
  const filter = recipe.vocabulary_filter ? VOCABULARY_FILTER : undefined;
  const seen: StepEvent[] = [];
  let events: AsyncGenerator<StepEvent, void> = train({
    adapter,
    conversations: options.conversations,
    recipe,
    lossAndGradients: (current, batch, pass) =>
      lossAndGradients(decoder, current, batch, { ...pass, gradient_checkpointing, filter }),
    logger,
    onRestored: (before) => before.forEach((event) => void seen.push(event)),
    ...(options.checkpoints && { checkpoints: options.checkpoints }),
    ...(options.signal && { signal: options.signal }),
  });
  if (options.stepLog) events = withStepLog(events, options.stepLog);
  events = withProgress(events, logger, options.label);
  try {
    for await (const event of events) seen.push(event);
  } catch (error) {
    disposeAdapter(adapter);
    throw error;
  }
  return { adapter, ...summarise(seen) };
}

export function summarise(events: StepEvent[]): TrainingSummary {
  const sum = (of: (event: StepEvent) => number) => events.reduce((total, event) => total + of(event), 0);
  const tokens = sum((event) => event.tokens);
  const seconds = sum((event) => event.seconds);
  return {
    events,
    steps: events.length,
    tokens,
    supervised_tokens: sum((event) => event.supervised_tokens),
    seconds,
    tokens_per_second: tokens / seconds,
    final_loss: events.at(-1)?.loss ?? Number.NaN,
  };
}
