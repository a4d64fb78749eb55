/**
 * What a training is made of, as files for train.py: rows, batches, learning rates, the initial adapter and accelerate's own
 * configuration. Decides the batches as our own engine does; starts nothing.
 */

import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { contentKey, sha256 } from '../../adapter/content-key.ts';
import { writeAdapter } from '../../adapter/peft.ts';
import type { AccelerateConfig } from '../../config/accelerate-schema.ts';
import type { TokenizedConversation } from '../../dataset/conversation.ts';
import { UserError } from '../../errors.ts';
import type { ModelConfig } from '../../model/config.ts';
import type { BaseDtype } from '../../model/load-weights.ts';
import { initialTensors, type LoraConfig } from '../../model/lora.ts';
import type { ModelFiles } from '../../model/source/resolve.ts';
import { createSchedule } from '../schedule.ts';
import { trainingStreams } from '../seeds.ts';
import { type PlannedStep, planSteps } from '../step-plan.ts';
import type { TrainAdapterOptions } from '../train-adapter.ts';
import { launchConfig } from './launch-config.ts';
import { findPlace, type Variables } from './machines.ts';
import { modelFolder } from './model-folder.ts';
import { pinnedVersions } from './requirements.ts';

export interface JobOptions {
  model: { files: ModelFiles; config: ModelConfig };
  base_dtype: BaseDtype;
  lora: LoraConfig;
  recipe: TrainAdapterOptions['recipe'];
  conversations: readonly TokenizedConversation[];
  settings: AccelerateConfig;
  use_cpu: boolean;
  variables: Variables;
}

export interface WrittenJob {
  plan: PlannedStep[];
  /** Of this machine. */
  processes: number;
  threads: number;
  machine_rank: number;
}

/**
 * The steps of a run whose every process takes `gradient_accumulation_steps` micro-batches: those of our own engine with as many
 * times more micro-batches in a step.
 */
export function planAccelerate({
  recipe,
  conversations,
  settings,
}: Pick<JobOptions, 'recipe' | 'conversations' | 'settings'>): PlannedStep[] {
  return planSteps({
    ...recipe,
    gradient_accumulation_steps: recipe.gradient_accumulation_steps * settings.num_processes,
    lengths: conversations.map(({ ids }) => ids.length),
    streams: trainingStreams(recipe.seed),
  });
}

/** Processes that one machine can hold: a change must not be able to start as many as it likes. */
function checkProcesses({ settings, use_cpu }: JobOptions): number {
  const sharded = settings.fsdp_config ? 'fsdp_config' : settings.deepspeed_config && 'deepspeed_config';
  if (use_cpu && sharded) {
    throw new UserError(
      'accelerate-unsupported',
      `training.accelerate.${sharded}: accelerate shards a model over GPUs, and this is the environment for processors`,
      { hint: `run \`lora-gate setup --accelerate --cuda\` on a machine with GPUs, or delete ${sharded}` },
    );
  }
  const here = settings.num_processes / settings.num_machines;
  const most = 2 * availableParallelism();
  // GPUs are counted where PyTorch sees them.
  if (use_cpu && here > most) {
    throw new UserError(
      'accelerate-processes',
      `training.accelerate.num_processes is ${settings.num_processes}, ${here} of them on this machine, which has ${availableParallelism()} processors`,
      {
        hint: `expected at most ${most} processes a machine; set num_processes lower, or num_machines higher`,
      },
    );
  }
  return here;
}

/** Writes the job into `folder`. @throws UserError `accelerate-machines`, `accelerate-processes`, `accelerate-unsupported` */
export async function writeJob(folder: string, options: JobOptions): Promise<WrittenJob> {
  const { model, lora, recipe, conversations, settings } = options;
  const processes = checkProcesses(options);
  const place = settings.num_machines > 1 ? findPlace(settings.num_machines, options.variables) : null;
  const plan = planAccelerate(options);
  const width = recipe.gradient_accumulation_steps * settings.num_processes;
  // The last window of an epoch may be smaller: batches without rows fill it up, so that no process waits for another.
  const batches = plan.flatMap(({ micro_batches }) =>
    Array.from({ length: width }, (_, i) => micro_batches[i] ?? []),
  );
  const schedule = createSchedule({ ...recipe, total_steps: plan.length });
  const write = (name: string, content: string | Uint8Array) => writeFile(path.join(folder, name), content);
  await mkdir(folder, { recursive: true });
  const rows = await writeRows(write, conversations);
  await write('plan.json', JSON.stringify(batches));
  await writeAdapter(path.join(folder, 'initial'), {
    lora,
    base_model_name_or_path: null,
    revision: null,
    tensors: initialTensors(model.config, lora, trainingStreams(recipe.seed).init),
  });
  const { gradient_accumulation_steps: accumulation, max_grad_norm } = recipe;
  const config = {
    settings,
    use_cpu: options.use_cpu,
    gradient_accumulation_steps: accumulation,
    max_grad_norm,
    place,
  };
  await write('accelerate.json', JSON.stringify(launchConfig(config), null, 2));
  const { num_machines: machines, mixed_precision, ddp_timeout } = settings;
  const versions = pinnedVersions();
  const job = {
    versions,
    identity: contentKey({
      versions,
      batches,
      recipe: { ...recipe },
      lora: { ...lora },
      revision: model.files.revision,
      rows,
    }),
    model: await modelFolder(model.files, folder),
    base_dtype: options.base_dtype,
    // Only the plain implementation has soft caps.
    attention: model.config.attn_logit_softcapping === undefined ? 'sdpa' : 'eager',
    processes_here: processes,
    machines,
    use_cpu: options.use_cpu,
    deepspeed: settings.deepspeed_config !== undefined,
    mixed_precision,
    ddp_timeout,
    accumulation,
    steps: plan.length,
    learning_rate: recipe.learning_rate,
    rates: plan.map((_, step) => schedule(step)),
    weight_decay: recipe.weight_decay,
    max_grad_norm,
    max_length: recipe.max_length,
    packing: recipe.packing,
    seed: recipe.seed,
    gradient_checkpointing: recipe.gradient_checkpointing ?? false,
  };
  await write('job.json', JSON.stringify(job));
  const threads = options.use_cpu ? Math.max(1, Math.floor(availableParallelism() / processes)) : 4;
  return { plan, processes, threads, machine_rank: place?.machine_rank ?? 0 };
}

type Write = (name: string, content: string | Uint8Array) => Promise<void>;

/** Token ids and masks end to end, and where each row begins; gives the hash of it all. */
async function writeRows(write: Write, conversations: readonly TokenizedConversation[]): Promise<string> {
  const offsets = new Float64Array(conversations.length + 1);
  for (const [i, { ids }] of conversations.entries()) offsets[i + 1] = (offsets[i] as number) + ids.length;
  const total = offsets.at(-1) as number;
  const ids = new Int32Array(total);
  const mask = new Uint8Array(total);
  for (const [i, conversation] of conversations.entries()) {
    ids.set(conversation.ids, offsets[i]);
    mask.set(conversation.assistant_mask, offsets[i]);
  }
  const files = {
    'ids.bin': new Uint8Array(ids.buffer),
    'mask.bin': mask,
    'offsets.bin': new Uint8Array(offsets.buffer),
  };
  for (const [name, content] of Object.entries(files)) await write(name, content);
  return contentKey(Object.values(files).map(sha256));
}
