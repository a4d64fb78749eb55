/**
 * What becomes of step events on the way: a JSONL file with every step, and a progress bar. Both pass the events on.
 * Knows nothing of training.
 */

import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { replaceFile } from '../adapter/atomic-file.ts';
import type { Logger, Progress } from '../log.ts';
import type { StepEvent } from './step-event.ts';

/** Keeps the lines of a log that belong to steps before `step`; anything else (a torn last line too) goes. */
async function keepBefore(path: string, step: number): Promise<void> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return;
  const kept = text.split('\n').filter((line) => {
    try {
      return (JSON.parse(line) as Partial<StepEvent>).step! < step;
    } catch {
      return false;
    }
  });
  await replaceFile(path, async (temporary) => {
    const handle = await open(temporary, 'wx');
    try {
      await handle.writeFile(kept.map((line) => `${line}\n`).join(''));
    } finally {
      await handle.close();
    }
  });
}

/**
 * Appends every event to a JSONL file, on the disk before the event goes on. A run that goes on from a checkpoint goes
 * on in the same file, and a run from the start begins it anew.
 */
export async function* withStepLog(
  events: AsyncIterable<StepEvent>,
  path: string,
): AsyncGenerator<StepEvent, void> {
  await mkdir(dirname(path), { recursive: true });
  let handle: Awaited<ReturnType<typeof open>> | undefined;
  try {
    for await (const event of events) {
      if (!handle) {
        await keepBefore(path, event.step);
        handle = await open(path, 'a');
      }
      await handle.appendFile(`${JSON.stringify(event)}\n`);
      await handle.datasync();
      yield event;
    }
  } finally {
    await handle?.close();
  }
}

/** Shows steps, loss and tokens a second while the events pass. */
export async function* withProgress(
  events: AsyncIterable<StepEvent>,
  logger: Logger,
  label: string,
): AsyncGenerator<StepEvent, void> {
  let bar: Progress | undefined;
  let tokens = 0;
  let seconds = 0;
  try {
    for await (const event of events) {
      bar ??= logger.progress(label, { total: event.total_steps, unit: 'steps' });
      tokens += event.tokens;
      seconds += event.seconds;
      bar.update(event.step, `loss ${event.loss.toFixed(4)}  ${Math.round(tokens / seconds)} tokens/s`);
      yield event;
    }
  } finally {
    bar?.stop();
  }
}
