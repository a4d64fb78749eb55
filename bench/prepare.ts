/**
 * Makes what all sides of a configuration share, in a process of its own so that the orchestrator stays small: the model's
 * file, the rows in the order that our training takes them, and an adapter with random A and zero B.
 *
 *   tsx bench/prepare.ts FOLDER STEPS DEVICE CONFIGURATION…
 */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAdapter } from '../src/adapter/peft.ts';
import type { TokenizedConversation } from '../src/dataset/conversation.ts';
import type { ModelConfig } from '../src/model/config.ts';
import { readModelConfig } from '../src/model/language-model.ts';
import { adapterToTensors, createLoraAdapter } from '../src/model/lora.ts';
import { createRng } from '../src/rng.ts';
import { trainingStreams } from '../src/train/seeds.ts';
import { planSteps } from '../src/train/step-plan.ts';
import { CONFIGURATIONS, type Configuration } from './configurations.ts';
import { BENCH_LORA, benchRecipe, openModelText, openRuntime } from './engine.ts';
import type { Device, RowsFile } from './job.ts';
import { type BenchModelName, shapeOf } from './models.ts';
import { exactRows, promptsOf, randomTokens, realConversations } from './rows.ts';
import type { SizedModel } from './sizing/architectures.ts';

/** Of a prompt that is drawn. */
const PROMPT_TOKENS = 64;

/** What the orchestrator needs to know of a configuration's files. */
export interface Prepared {
  configuration: string;
  rows: string;
  adapter: string;
  /** Longest row. */
  length: number;
  /** Of a real model. */
  gguf: string | undefined;
}

/** What prepares one model's rows: where its text comes from, and its shape. */
interface Source {
  config: ModelConfig;
  gguf: string | undefined;
  pad_token_id: number;
  bos_token_id: number | undefined;
  conversations(): Promise<TokenizedConversation[]>;
  /** Text without the masks of conversations, for rows of an exact length. */
  text(tokens: number): Promise<Pick<TokenizedConversation, 'ids'>[]>;
  prompts(count: number): Promise<number[][]>;
}

async function realSource(model: BenchModelName): Promise<Source> {
  const text = await openModelText(model);
  const { files, tokenizer } = text;
  if (files.kind !== 'gguf') throw new Error(`${model} is not a GGUF file`);
  return {
    config: await readModelConfig(text),
    gguf: files.file,
    pad_token_id: tokenizer.eos_token_ids[0] ?? 0,
    bos_token_id: tokenizer.bos_token_id,
    conversations: () => realConversations(text),
    text: () => realConversations(text),
    prompts: (count) => promptsOf(count, text),
  };
}

function randomSource({ config }: SizedModel): Source {
  const rng = createRng(42).fork('rows');
  const draw = (tokens: number) => randomTokens(tokens, config.vocab_size, rng);
  return {
    config,
    gguf: undefined,
    pad_token_id: 0,
    bos_token_id: undefined,
    conversations: () => Promise.reject(new Error('random weights have no conversations')),
    text: async (tokens) => [{ ids: draw(tokens) }],
    prompts: async (count) => Array.from({ length: count }, () => [...draw(PROMPT_TOKENS)]),
  };
}

async function conversationsOf(
  { length, share, batch }: Configuration,
  source: Source,
  steps: number,
): Promise<TokenizedConversation[]> {
  const count = batch * steps;
  if (length === null || share === null) return (await source.conversations()).slice(0, count);
  return exactRows(await source.text(count * length), source.bos_token_id, {
    count,
    length,
    share: share / 100,
  });
}

async function rowsOf(configuration: Configuration, source: Source, steps: number): Promise<RowsFile> {
  const { pad_token_id } = source;
  if (configuration.task === 'generate') {
    return { rows: [], batches: [], prompts: await source.prompts(configuration.batch), pad_token_id };
  }
  const conversations = await conversationsOf(configuration, source, steps);
  const lengths = conversations.map(({ ids }) => ids.length);
  const recipe = benchRecipe(configuration.batch, Math.max(...lengths));
  const plan = planSteps({ ...recipe, lengths, streams: trainingStreams(recipe.seed) });
  return {
    rows: conversations.map(({ ids, assistant_mask }) => ({ ids: [...ids], mask: [...assistant_mask] })),
    batches: plan.map(({ micro_batches }) => micro_batches.flat()),
    prompts: [],
    pad_token_id,
  };
}

async function writeInitialAdapter(folder: string, config: ModelConfig): Promise<void> {
  const initial = createLoraAdapter(config, BENCH_LORA, trainingStreams(benchRecipe(1, 1).seed).init);
  const tensors = await adapterToTensors(initial);
  await writeAdapter(folder, { lora: BENCH_LORA, base_model_name_or_path: null, revision: null, tensors });
}

const [folder, steps, device, ...names] = process.argv.slice(2) as [string, string, Device, ...string[]];
const chosen = CONFIGURATIONS.filter(({ name }) => names.includes(name));
await mkdir(folder, { recursive: true });
await openRuntime(device);
const sources = new Map<string, Source>();
const prepared: Prepared[] = [];
for (const configuration of chosen) {
  const { model, name } = configuration;
  const adapter = path.join(folder, `${model}-adapter`);
  let source = sources.get(model);
  if (!source) {
    const shape = shapeOf(model);
    source = shape ? randomSource(shape) : await realSource(model);
    sources.set(model, source);
    await writeInitialAdapter(adapter, source.config);
  }
  const content = await rowsOf(configuration, source, Number(steps));
  const rows = path.join(folder, `${name}.json`);
  await writeFile(rows, JSON.stringify(content));
  const length = Math.max(1, ...content.rows.map(({ ids }) => ids.length));
  prepared.push({ configuration: name, rows, adapter, length, gguf: source.gguf });
}
process.stdout.write(`${JSON.stringify(prepared)}\n`);
process.exit(0);
