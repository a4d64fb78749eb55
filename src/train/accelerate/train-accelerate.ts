/**
 * One adapter trained by TRL under `accelerate launch`: the job written, its progress as step events, its adapter read back, and
 * nothing left behind. Knows no store and no command.
 */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readAdapter } from '../../adapter/peft.ts';
import { ownFile } from '../../assets.ts';
import type { TokenizedConversation } from '../../dataset/conversation.ts';
import { messageOf, UserError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { AdapterTensor } from '../../model/lora.ts';
import { untilInterrupted } from '../../runtime/interrupt.ts';
import { findPythonEnvironment, type PythonEnvironment } from '../../runtime/python-environment.ts';
import type { StepEvent } from '../step-event.ts';
import type { PlannedStep } from '../step-plan.ts';
import { nonFinite } from '../window.ts';
import { explainFailure, type Fault } from './faults.ts';
import { type JobOptions, type WrittenJob, writeJob } from './job.ts';
import { inheritedVariables } from './machines.ts';
import { REQUIREMENTS } from './requirements.ts';
import { runLaunch } from './run-launch.ts';

/** What the entry knows of the machine. */
export interface AccelerateHost {
  cacheDir: string;
  /** `launchVariables` of the process environment. */
  variables: Readonly<Record<string, string>>;
}

export interface TrainAccelerateOptions extends Omit<JobOptions, 'use_cpu' | 'variables'> {
  host: AccelerateHost;
  /** Instead of the one in the cache folder. */
  environment?: Pick<PythonEnvironment, 'python' | 'flavour'>;
  logger: Logger;
  signal?: AbortSignal | undefined;
  onStep(event: StepEvent): void;
}

/** The environment of `setup --accelerate`. @throws UserError `accelerate-missing` */
export async function requireEnvironment(cacheDir: string): Promise<PythonEnvironment> {
  const found = await findPythonEnvironment(cacheDir, ownFile(REQUIREMENTS));
  if (found) return found;
  throw new UserError(
    'accelerate-missing',
    `the Python environment of engine: accelerate is not in ${cacheDir}`,
    {
      hint: 'run `lora-gate setup --accelerate` once on this machine (--cuda for NVIDIA GPUs), or use engine: tfjs',
    },
  );
}

/**
 * The trained parameters by name.
 * @throws UserError `accelerate-*`, `loss-not-finite`, `gradient-not-finite`, `training-interrupted`
 */
export async function trainAccelerate(
  options: TrainAccelerateOptions,
): Promise<ReadonlyMap<string, AdapterTensor>> {
  const { host, logger, settings } = options;
  const { python, flavour } = options.environment ?? (await requireEnvironment(host.cacheDir));
  const folder = await mkdtemp(path.join(tmpdir(), 'lora-gate-accelerate-'));
  try {
    const job = await diskFullNamed(() =>
      writeJob(folder, { ...options, use_cpu: flavour === 'cpu', variables: host.variables }),
    );
    logger.info(
      `accelerate launch: ${settings.num_processes} processes on ${settings.num_machines} machines (${flavour}), ${job.plan.length} steps`,
    );
    await launch(options, python, folder, job);
    const { tensors } = await readAdapter(path.join(folder, 'trained'), options.model.config);
    return tensors;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function launch(
  { host, logger, signal, conversations, onStep }: TrainAccelerateOptions,
  python: string,
  folder: string,
  { plan, threads }: WrittenJob,
): Promise<void> {
  let fault: Fault | undefined;
  let trained = false;
  let done = 0;
  const onEvent = (event: Readonly<Record<string, unknown>>) => {
    if (event.event === 'step') {
      const step = stepEvent(event, plan, conversations);
      done = step.step;
      onStep(step);
    }
    if (event.event === 'loaded')
      logger.debug(`accelerate: ${event.processes} processes, ${event.distributed_type}`);
    // Behind this no process has anything left to do but to end.
    if (event.event === 'trained') trained = true;
    // The first to fail is the cause, unless it failed because another was killed.
    if (!trained && event.event === 'fault' && (fault === undefined || event.kind === 'killed'))
      fault = event as unknown as Fault;
  };
  const env = inheritedVariables(host.variables);
  const result = await untilInterrupted(signal, (stop) =>
    runLaunch({ python, folder, threads, env, signal: stop, onEvent, onLine: (line) => logger.debug(line) }),
  ).catch((error: unknown) => {
    if (error instanceof UserError && error.code === 'interrupted')
      throw interrupted(done, plan.length, error);
    if (signal?.aborted) throw interrupted(done, plan.length, error);
    throw error;
  });
  if ((result.ok || trained) && !fault) return;
  if (result.missing) {
    throw new UserError('accelerate-missing', `${python} is gone`, {
      hint: 'run `lora-gate setup --accelerate` again',
    });
  }
  const place = plan[(fault?.step ?? 0) - 1];
  if (fault && place && (fault.kind === 'loss-not-finite' || fault.kind === 'gradient-not-finite')) {
    const rows = place.micro_batches.flat().map((row) => conversations[row] as TokenizedConversation);
    const what = fault.kind === 'loss-not-finite' ? 'loss' : 'gradient';
    throw nonFinite(what, `step ${fault.step} of ${plan.length}`, Number(fault.detail), rows);
  }
  throw explainFailure({ fault, ...result });
}

/** What train.py knows of a step, and what the plan does. */
function stepEvent(
  told: Readonly<Record<string, unknown>>,
  plan: readonly PlannedStep[],
  conversations: readonly TokenizedConversation[],
): StepEvent {
  const step = told.step as number;
  const { micro_batches, epoch_after } = plan[step - 1] as PlannedStep;
  const rows = micro_batches.flat().map((row) => conversations[row] as TokenizedConversation);
  const tokens = rows.reduce((sum, { ids }) => sum + ids.length, 0);
  const learnt = (mask: Uint8Array) => mask.subarray(1).reduce((sum, bit) => sum + bit, 0);
  const seconds = told.seconds as number;
  return {
    step,
    total_steps: plan.length,
    epoch: epoch_after,
    loss: told.loss as number,
    learning_rate: told.learning_rate as number,
    grad_norm: (told.grad_norm as number | null) ?? Number.NaN,
    tokens,
    supervised_tokens: rows.reduce((sum, { assistant_mask }) => sum + learnt(assistant_mask), 0),
    seconds,
    tokens_per_second: tokens / seconds,
  };
}

function interrupted(step: number, total: number, cause: unknown): UserError {
  return new UserError('training-interrupted', `training was interrupted after step ${step} of ${total}`, {
    hint: 'engine: accelerate keeps no checkpoints: the same command starts over',
    cause,
  });
}

async function diskFullNamed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOSPC' && code !== 'EDQUOT' && code !== 'EFBIG') throw error;
    throw explainFailure({
      fault: { kind: 'disk-full', detail: messageOf(error) },
      log: [],
      exitCode: undefined,
      signal: undefined,
    });
  }
}
