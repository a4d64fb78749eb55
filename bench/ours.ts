/**
 * Our side of one measurement, in a process of its own: the job's model, rows and adapter through the same functions that
 * the command line uses. Prints one line of JSON.
 *
 *   tsx bench/ours.ts JOB.json START_IN_MILLISECONDS
 */

import { readFile } from 'node:fs/promises';
import { readAdapter } from '../src/adapter/peft.ts';
import type { TokenizedConversation } from '../src/dataset/conversation.ts';
import { scoreConversations } from '../src/evaluate/perplexity.ts';
import { silentLogger } from '../src/log.ts';
import { generate } from '../src/model/generate.ts';
import type { LanguageModel } from '../src/model/language-model.ts';
import { adapterFromTensors } from '../src/model/lora.ts';
import { lossAndGradients } from '../src/train/gradients.ts';
import { train } from '../src/train/trainer.ts';
import { benchRecipe, limitThreads, openModel, openRuntime } from './engine.ts';
import type { Job, JobResult, RowsFile, StepResult } from './job.ts';

const job = JSON.parse(await readFile(process.argv[2] as string, 'utf8')) as Job;
const startedAt = Number(process.argv[3]);
const sinceStart = () => (Date.now() - startedAt) / 1000;
const peakRss = () => process.resourceUsage().maxRSS * 1024;

async function* trainSteps({ decoder }: LanguageModel, conversations: readonly TokenizedConversation[]) {
  const files = await readAdapter(job.adapter, decoder.config);
  const gradient_checkpointing = job.checkpointing ?? false;
  const events = train({
    adapter: adapterFromTensors(decoder.config, files.lora, files.tensors),
    conversations,
    recipe: benchRecipe(job.batch, job.length),
    lossAndGradients: (adapter, batch, pass) =>
      lossAndGradients(decoder, adapter, batch, { ...pass, gradient_checkpointing }),
    logger: silentLogger,
  });
  for await (const { tokens, supervised_tokens, loss } of events) {
    yield { tokens, supervised: supervised_tokens, loss };
  }
}

async function* evaluateSteps(
  { decoder }: LanguageModel,
  rows: RowsFile,
  all: readonly TokenizedConversation[],
) {
  for (const batch of rows.batches) {
    const conversations = batch.map((row) => all[row] as TokenizedConversation);
    const tokens_per_batch = conversations.reduce((sum, { ids }) => sum + ids.length, 0);
    const scores = await scoreConversations(decoder, conversations, {
      tokens_per_batch,
      logger: silentLogger,
    });
    yield { tokens: scores.total_tokens, supervised: scores.tokens, loss: scores.nll_per_token };
  }
}

const answers: number[][] = [];

async function* generateSteps({ decoder }: LanguageModel, { prompts }: RowsFile) {
  for (let step = 0; step < job.warm_up + job.steps; step += 1) {
    const generations = await generate(
      decoder,
      prompts.map((prompt) => Int32Array.from(prompt)),
      { max_new_tokens: job.max_new_tokens, stop_token_ids: [] },
    );
    answers.splice(0, answers.length, ...generations.map(({ ids }) => ids));
    const new_tokens = answers.reduce((sum, ids) => sum + ids.length, 0);
    yield { tokens: 0, supervised: 0, loss: null, new_tokens };
  }
}

limitThreads(job.threads);
const runtime = await openRuntime();
const model = await openModel(job.model, job.base_dtype);
const rows = JSON.parse(await readFile(job.rows, 'utf8')) as RowsFile;
const conversations = rows.rows.map(
  ({ ids, mask }, row): TokenizedConversation => ({
    id: `row-${row}`,
    group: `row-${row}`,
    file: job.rows,
    line: row + 1,
    ids: Int32Array.from(ids),
    assistant_mask: Uint8Array.from(mask),
  }),
);
const load_seconds = sinceStart();
const rss_after_load_bytes = peakRss();

const work: Record<Job['task'], () => AsyncGenerator<Omit<StepResult, 'seconds' | 'cpu_seconds'>>> = {
  train: () => trainSteps(model, conversations),
  evaluate: () => evaluateSteps(model, rows, conversations),
  generate: () => generateSteps(model, rows),
};
const steps: StepResult[] = [];
let time_to_first_step_seconds: number | undefined;
let at = performance.now();
let cpu = process.cpuUsage();
for await (const step of work[job.task]()) {
  const now = performance.now();
  time_to_first_step_seconds ??= sinceStart();
  const { user, system } = process.cpuUsage(cpu);
  steps.push({ seconds: (now - at) / 1000, cpu_seconds: (user + system) / 1e6, ...step });
  at = performance.now();
  cpu = process.cpuUsage();
}

const result: JobResult = {
  load_seconds,
  time_to_first_step_seconds: time_to_first_step_seconds as number,
  steps,
  rss_after_load_bytes,
  peak_rss_bytes: peakRss(),
  threads: job.threads,
  versions: { node: process.versions.node, tensorflow: runtime.tensorflow_version ?? runtime.backend },
  ...(answers.length > 0 && { answers }),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
