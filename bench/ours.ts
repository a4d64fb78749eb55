/**
 * Our side of one measurement, in a process of its own: the job's model, rows and adapter through the same functions that
 * the command line uses. Prints one line of JSON.
 *
 *   tsx bench/ours.ts JOB.json START_IN_MILLISECONDS
 */

import { readFile } from 'node:fs/promises';
import { readAdapter } from '../src/adapter/peft.ts';
import type { TokenizedConversation } from '../src/dataset/conversation.ts';
import { adapterFromTensors } from '../src/model/lora.ts';
import { useCompiler } from '../src/runtime/recorded.ts';
import { benchRecipe, limitThreads, openDecoder, openRuntime } from './engine.ts';
import type { Job, JobResult, RowsFile, StepResult } from './job.ts';
import { evaluateSteps, generateSteps, type Step, trainSteps } from './steps.ts';

const job = JSON.parse(await readFile(process.argv[2] as string, 'utf8')) as Job;
const startedAt = Number(process.argv[3]);
const sinceStart = () => (Date.now() - startedAt) / 1000;
const peakRss = () => process.resourceUsage().maxRSS * 1024;

limitThreads(job.threads);
const runtime = await openRuntime(job.device);
useCompiler(job.compiled ?? false);
const dtype = job.base_dtype ?? (job.device === 'cuda' ? 'bfloat16' : 'float32');
const decoder = await openDecoder(job.model, dtype);
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

async function* work(): AsyncGenerator<Step> {
  if (job.task === 'generate') {
    yield* generateSteps(decoder, rows.prompts, {
      steps: job.warm_up + job.steps,
      max_new_tokens: job.max_new_tokens,
    });
  } else if (job.task === 'evaluate') {
    const rowsOf = (batch: readonly number[]) =>
      batch.map((row) => conversations[row] as TokenizedConversation);
    yield* evaluateSteps(decoder, rows.batches.map(rowsOf));
  } else {
    const files = await readAdapter(job.adapter, decoder.config);
    const lora = { ...files.lora, lora_dropout: job.lora_dropout ?? files.lora.lora_dropout };
    yield* trainSteps(decoder, conversations, {
      adapter: adapterFromTensors(decoder.config, lora, files.tensors),
      recipe: benchRecipe(job.batch, job.length),
      gradient_checkpointing: job.checkpointing ?? false,
    });
  }
}

let answers: number[][] | undefined;
const steps: StepResult[] = [];
let time_to_first_step_seconds: number | undefined;
let at = performance.now();
let cpu = process.cpuUsage();
for await (const { answers: given, ...step } of work()) {
  const now = performance.now();
  time_to_first_step_seconds ??= sinceStart();
  const { user, system } = process.cpuUsage(cpu);
  steps.push({ seconds: (now - at) / 1000, cpu_seconds: (user + system) / 1e6, ...step });
  answers = given;
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
  ...(answers && { answers }),
};
process.stdout.write(`${JSON.stringify(result)}\n`);
process.exit(0);
