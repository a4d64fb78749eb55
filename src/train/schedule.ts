/**
 * Learning rate by step, with transformers' names and values. Pure numbers: knows no optimizer and no tensors.
 */

export type LrSchedulerType = 'constant' | 'linear' | 'cosine';

export interface ScheduleOptions {
  lr_scheduler_type: LrSchedulerType;
  learning_rate: number;
  /** Share of all steps over which the rate climbs from 0 to `learning_rate`. */
  warmup_ratio: number;
  total_steps: number;
}

/** Maps a step, counted from 0, to the learning rate that its update uses. */
export type Schedule = (step: number) => number;

/** Steps of warm-up: the ratio's share of all steps, rounded up (transformers' `get_warmup_steps`). */
export function warmupSteps(total_steps: number, warmup_ratio: number): number {
  return Math.ceil(total_steps * warmup_ratio);
}

/**
 * The rate for every step: linear warm-up from 0, then constant, linear to 0 or half a cosine to 0.
 *
 * Source: transformers' `get_scheduler`; `constant` with a warm-up is its `constant_with_warmup`.
 */
export function createSchedule(options: ScheduleOptions): Schedule {
  const { lr_scheduler_type, learning_rate, total_steps } = options;
  const warmup = warmupSteps(total_steps, options.warmup_ratio);
  const decaySteps = Math.max(1, total_steps - warmup);
  const after: Record<LrSchedulerType, (step: number) => number> = {
    constant: () => 1,
    linear: (step) => Math.max(0, (total_steps - step) / decaySteps),
    cosine: (step) => Math.max(0, 0.5 * (1 + Math.cos((Math.PI * (step - warmup)) / decaySteps))),
  };
  return (step) =>
    learning_rate * (step < warmup ? step / Math.max(1, warmup) : after[lr_scheduler_type](step));
}
