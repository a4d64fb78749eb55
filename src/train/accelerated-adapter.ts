/** An adapter by `engine: accelerate` with the log, the bar and the sums that our own engine's trainings have. */

import type { AdapterTensor } from '../model/lora.ts';
import { type TrainAccelerateOptions, trainAccelerate } from './accelerate/train-accelerate.ts';
import type { StepEvent } from './step-event.ts';
import { withProgress, withStepLog } from './step-log.ts';
import { summarise, type TrainingSummary } from './train-adapter.ts';

export interface TrainAcceleratedOptions extends Omit<TrainAccelerateOptions, 'onStep'> {
  /** Shown at the progress bar. */
  label: string;
  /** JSONL file with every step. */
  stepLog?: string;
}

/** @throws UserError as `trainAccelerate` */
export async function trainAcceleratedAdapter(
  options: TrainAcceleratedOptions,
): Promise<TrainingSummary & { tensors: ReadonlyMap<string, AdapterTensor> }> {
  const { logger, label, stepLog } = options;
  const unread = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, unread.signal]) : unread.signal;
  let tensors: ReadonlyMap<string, AdapterTensor> | undefined;
  const told = new ReadableStream<StepEvent>({
    start(controller) {
      trainAccelerate({ ...options, signal, onStep: (event) => controller.enqueue(event) }).then(
        (trained) => {
          tensors = trained;
          controller.close();
        },
        (error: unknown) => controller.error(error),
      );
    },
    // Nobody reads any more: the log could not be written.
    cancel: (reason) => unread.abort(reason),
  });
  let events: AsyncIterable<StepEvent> = told;
  if (stepLog) events = withStepLog(events, stepLog);
  const seen: StepEvent[] = [];
  for await (const event of withProgress(events, logger, label)) seen.push(event);
  return { ...summarise(seen), tensors: tensors as ReadonlyMap<string, AdapterTensor> };
}
