/** What is measured: configurations (model, task, rows) and the sides that run each. Pure; starts nothing. */

import { BENCH_MODELS, type BenchModelName, shapeOf } from './models.ts';

export type Task = 'train' | 'evaluate' | 'generate';

export interface Configuration {
  name: string;
  model: BenchModelName;
  task: Task;
  /** Rows a batch, or prompts. */
  batch: number;
  /** Tokens of every row; null takes the bundled conversations as they are. */
  length: number | null;
  /** Supervised tokens in percent; null takes the conversations' own masks. */
  share: number | null;
}

/** One program that is measured, with its settings. */
export interface Side {
  name: string;
  label: string;
  task: Task;
  /** Python file in `peers/`; undefined for ours. */
  program: string | undefined;
  /** Laid over the job. */
  settings: {
    checkpointing?: boolean;
    lora_dropout?: number;
    loss_type?: string;
    padding_free?: boolean;
    base_dtype?: 'float32' | 'bfloat16';
    compiled?: boolean;
  };
  /** Whether it runs when nothing is asked for by name. */
  standard: boolean;
  /** Only where rows differ in length. */
  ragged?: boolean;
}

const train = 'train' as const;
/** lora-gate's default. Masks are drawn in other ways, so the losses of two sides with dropout are not those of one computation. */
const DROPOUT = 0.05;

export const SIDES: readonly Side[] = [
  { name: 'ours', label: 'lora-gate', task: train, program: undefined, settings: {}, standard: true },
  {
    name: 'ours-checkpointing',
    label: 'lora-gate, gradient checkpointing',
    task: train,
    program: undefined,
    settings: { checkpointing: true },
    standard: false,
  },
  {
    name: 'ours-bfloat16',
    label: 'lora-gate, bfloat16 base',
    task: train,
    program: undefined,
    settings: { base_dtype: 'bfloat16' },
    standard: false,
  },
  {
    name: 'ours-dropout',
    label: `lora-gate, dropout ${DROPOUT}`,
    task: train,
    program: undefined,
    settings: { lora_dropout: DROPOUT },
    standard: false,
  },
  {
    name: 'ours-compiled',
    label: 'lora-gate, compiled by XLA',
    task: train,
    program: undefined,
    settings: { compiled: true },
    standard: false,
  },
  { name: 'peft', label: 'PEFT loop', task: train, program: 'peft_loop.py', settings: {}, standard: true },
  {
    name: 'peft-checkpointing',
    label: 'PEFT loop, gradient checkpointing',
    task: train,
    program: 'peft_loop.py',
    settings: { checkpointing: true },
    standard: false,
  },
  {
    name: 'peft-dropout',
    label: `PEFT loop, dropout ${DROPOUT}`,
    task: train,
    program: 'peft_loop.py',
    settings: { lora_dropout: DROPOUT },
    standard: false,
  },
  {
    name: 'trl',
    label: 'TRL SFTTrainer',
    task: train,
    program: 'trl_sft.py',
    settings: { loss_type: 'nll' },
    standard: true,
  },
  {
    name: 'trl-checkpointing',
    label: 'TRL SFTTrainer, gradient checkpointing',
    task: train,
    program: 'trl_sft.py',
    settings: { loss_type: 'nll', checkpointing: true },
    standard: true,
  },
  {
    name: 'trl-padding-free',
    label: 'TRL SFTTrainer, padding-free',
    task: train,
    program: 'trl_sft.py',
    settings: { loss_type: 'nll', padding_free: true },
    standard: true,
    ragged: true,
  },
  // Since TRL 1.16 another name of the default loss; its own code path in older versions.
  {
    name: 'trl-chunked-nll',
    label: 'TRL SFTTrainer, chunked_nll',
    task: train,
    program: 'trl_sft.py',
    settings: { loss_type: 'chunked_nll' },
    standard: false,
  },
  {
    name: 'trl-chunked-nll-checkpointing',
    label: 'TRL SFTTrainer, chunked_nll, gradient checkpointing',
    task: train,
    program: 'trl_sft.py',
    settings: { loss_type: 'chunked_nll', checkpointing: true },
    standard: false,
  },
  { name: 'ours', label: 'lora-gate', task: 'evaluate', program: undefined, settings: {}, standard: true },
  {
    name: 'ours-bfloat16',
    label: 'lora-gate, bfloat16 base',
    task: 'evaluate',
    program: undefined,
    settings: { base_dtype: 'bfloat16' },
    standard: false,
  },
  {
    name: 'ours-compiled',
    label: 'lora-gate, compiled by XLA',
    task: 'evaluate',
    program: undefined,
    settings: { compiled: true },
    standard: false,
  },
  {
    name: 'transformers',
    label: 'transformers, full logits',
    task: 'evaluate',
    program: 'transformers_evaluate.py',
    settings: {},
    standard: true,
  },
  { name: 'ours', label: 'lora-gate', task: 'generate', program: undefined, settings: {}, standard: true },
  {
    name: 'ours-bfloat16',
    label: 'lora-gate, bfloat16 base',
    task: 'generate',
    program: undefined,
    settings: { base_dtype: 'bfloat16' },
    standard: false,
  },
  {
    name: 'transformers',
    label: 'transformers, model.generate',
    task: 'generate',
    program: 'transformers_generate.py',
    settings: {},
    standard: true,
  },
];

/** New tokens of each answer in `generate`. */
export const NEW_TOKENS = 64;
/** Tokens of a batch of rows of one length, whatever the length. */
const BATCH_TOKENS = 1024;
const LENGTHS = [128, 256, 512, 1024] as const;
const SHARES = [25, 50, 90] as const;

function rowsOf(
  model: BenchModelName,
  task: 'train' | 'evaluate',
  length: number,
  share: number,
  batch = BATCH_TOKENS / length,
): Configuration {
  return { name: `${model}-${task}-${batch}x${length}-${share}`, model, task, batch, length, share };
}

function conversationsOf(model: BenchModelName, task: 'train' | 'evaluate'): Configuration {
  return { name: `${model}-${task}-conversations`, model, task, batch: 8, length: null, share: null };
}

function generateOf(model: BenchModelName): Configuration {
  return {
    name: `${model}-generate-8x${NEW_TOKENS}`,
    model,
    task: 'generate',
    batch: 8,
    length: null,
    share: null,
  };
}

const MODELS = Object.keys(BENCH_MODELS) as BenchModelName[];

/** Of a shape: a batch that a processor would take, too, and one that fills a GPU. */
const SHAPES: readonly Configuration[] = MODELS.filter(shapeOf).flatMap((model) => [
  rowsOf(model, 'train', 256, 50, 4),
  rowsOf(model, 'train', 1024, 50, 8),
  rowsOf(model, 'evaluate', 1024, 50, 8),
  generateOf(model),
]);

/** Every length with every share for training on both models, evaluation, generation, and the bundled conversations. */
const REAL: readonly Configuration[] = MODELS.filter((model) => !shapeOf(model)).flatMap((model) => [
  ...LENGTHS.flatMap((length) => SHARES.map((share) => rowsOf(model, 'train', length, share))),
  conversationsOf(model, 'train'),
  rowsOf(model, 'evaluate', 256, 50),
  conversationsOf(model, 'evaluate'),
  generateOf(model),
]);

export const CONFIGURATIONS: readonly Configuration[] = [...REAL, ...SHAPES];

export const QUICK = 'gemma3-270m-train-4x256-50';

/** One line through the grid in each direction, and everything else. */
const CORE = /-train-(4x256|8x128-50|2x512-50|1x1024-50)|conversations|evaluate|generate/;

/** `core`, `all`, `shapes`, or parts of names separated by commas. */
export function chooseConfigurations(wanted: string): Configuration[] {
  if (wanted === 'all') return [...REAL];
  if (wanted === 'shapes') return [...SHAPES];
  if (wanted === 'core') return REAL.filter(({ name }) => CORE.test(name));
  const parts = wanted.split(',');
  return CONFIGURATIONS.filter(({ name }) => parts.some((part) => name.includes(part)));
}

/** The sides of one configuration: the standard ones, or those named. */
export function sidesOf(configuration: Configuration, only: readonly string[] | undefined): Side[] {
  return SIDES.filter(({ name, task, standard, ragged }) => {
    if (task !== configuration.task) return false;
    if (only) return only.includes(name);
    return standard && (!ragged || configuration.length === null);
  });
}
