/** What the orchestrator hands to a measured process, and the one line it gets back; the peers' Python knows the same names. */

import type { Task } from './configurations.ts';

export const DEVICES = ['cpu', 'cuda', 'webgpu'] as const;

/** `webgpu`: our side alone, for the peers have no such backend. */
export type Device = (typeof DEVICES)[number];

/** Rows of one configuration, the same for all sides. */
export interface RowsFile {
  rows: { ids: number[]; mask: number[] }[];
  /** Row indices of each step, in order. */
  batches: number[][];
  /** Of `generate`. */
  prompts: number[][];
  pad_token_id: number;
}

export interface Job {
  task: Task;
  /** Short name or spec, for our side. */
  model: string;
  /** The same model as a folder that transformers loads. */
  folder: string;
  /** RowsFile. */
  rows: string;
  /** PEFT folder that every side starts from. */
  adapter: string;
  threads: number;
  device: Device;
  /** Steps that are not counted, the first ones. */
  warm_up: number;
  steps: number;
  /** Rows a batch and the longest row, for our recipe. */
  batch: number;
  length: number;
  learning_rate: number;
  max_grad_norm: number;
  max_new_tokens: number;
  checkpointing?: boolean;
  /** Of the adapter, instead of its own. */
  lora_dropout?: number;
  loss_type?: string;
  padding_free?: boolean;
  base_dtype?: 'float32' | 'bfloat16';
  /** Functions compiled by XLA. */
  compiled?: boolean;
}

export interface StepResult {
  seconds: number;
  /** Processor time of all threads. */
  cpu_seconds: number;
  tokens: number;
  supervised: number;
  /** Mean NLL of the batch's supervised tokens; null in `generate`. */
  loss: number | null;
  /** Of `generate`. */
  new_tokens?: number;
}

export interface JobResult {
  /** From the start of the process. */
  load_seconds: number;
  time_to_first_step_seconds: number;
  /** Warm-up included. */
  steps: StepResult[];
  rss_after_load_bytes: number;
  peak_rss_bytes: number;
  /** On a GPU, where it is known. */
  peak_device_bytes?: number | null;
  threads: number;
  versions: Record<string, string>;
  answers?: number[][];
  loss_type?: string;
  attention?: string;
}
