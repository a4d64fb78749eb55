/**
 * Makes what all sides of a configuration share, in a process of its own so that the orchestrator stays small: the model's
 * file, the rows in the order that our training takes them, and an adapter with random A and zero B.
 *
 *   tsx bench/prepare.ts FOLDER STEPS CONFIGURATION…
 */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { writeAdapter } from '../src/adapter/peft.ts';
import type { TokenizedConversation } from '../src/dataset/conversation.ts';
import type { ModelText } from '../src/model/language-model.ts';
import { adapterToTensors, createLoraAdapter } from '../src/model/lora.ts';
import { openCheckpoint } from '../src/model/source/resolve.ts';
import { trainingStreams } from '../src/train/seeds.ts';
import { planSteps } from '../src/train/step-plan.ts';
import { CONFIGURATIONS, type Configuration } from './configurations.ts';
import { BENCH_LORA, benchRecipe, openModelText, openRuntime } from './engine.ts';
import type { RowsFile } from './job.ts';
import { exactRows, promptsOf, realConversations } from './rows.ts';

/** What the orchestrator needs to know of a configuration's files. */
export interface Prepared {
  configuration: string;
  rows: string;
  adapter: string;
  /** Longest row. */
  length: number;
  gguf: string;
}

async function conversationsOf(
  configuration: Configuration,
  text: ModelText,
  steps: number,
): Promise<TokenizedConversation[]> {
  const { length, share, batch } = configuration;
  const count = batch * steps;
  if (length === null || share === null) return (await realConversations(text)).slice(0, count);
  return exactRows(await realConversations(text), text.tokenizer.bos_token_id, {
    count,
    length,
    share: share / 100,
  });
}

async function rowsOf(configuration: Configuration, text: ModelText, steps: number): Promise<RowsFile> {
  const pad_token_id = text.tokenizer.eos_token_ids[0] ?? 0;
  if (configuration.task === 'generate') {
    return { rows: [], batches: [], prompts: await promptsOf(configuration.batch, text), pad_token_id };
  }
  const conversations = await conversationsOf(configuration, text, steps);
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

const [folder, steps, ...names] = process.argv.slice(2) as [string, string, ...string[]];
const chosen = CONFIGURATIONS.filter(({ name }) => names.includes(name));
await mkdir(folder, { recursive: true });
await openRuntime();
const texts = new Map<string, ModelText>();
const prepared: Prepared[] = [];
for (const configuration of chosen) {
  const { model, name } = configuration;
  const adapter = path.join(folder, `${model}-adapter`);
  let text = texts.get(model);
  if (!text) {
    text = await openModelText(model);
    texts.set(model, text);
    const { config, close } = await openCheckpoint(text.files).then((checkpoint) => ({
      config: checkpoint.config,
      close: () => checkpoint.close(),
    }));
    await close();
    const initial = createLoraAdapter(config, BENCH_LORA, trainingStreams(benchRecipe(1, 1).seed).init);
    const tensors = await adapterToTensors(initial);
    await writeAdapter(adapter, { lora: BENCH_LORA, base_model_name_or_path: null, revision: null, tensors });
  }
  if (text.files.kind !== 'gguf') throw new Error(`${model} is not a GGUF file`);
  const content = await rowsOf(configuration, text, Number(steps));
  const rows = path.join(folder, `${name}.json`);
  await writeFile(rows, JSON.stringify(content));
  const length = Math.max(1, ...content.rows.map(({ ids }) => ids.length));
  prepared.push({ configuration: name, rows, adapter, length, gguf: text.files.file });
}
process.stdout.write(`${JSON.stringify(prepared)}\n`);
process.exit(0);
