import { createLoraAdapter } from '../src/model/lora.ts';
import { trainingStreams } from '../src/train/seeds.ts';
import { recordedFunctions, useRecorded } from '../src/runtime/recorded.ts';
import { BENCH_LORA, benchRecipe, limitThreads, openModel, openRuntime } from './engine.ts';
import { exactRows, promptsOf, realConversations } from './rows.ts';
import { evaluateSteps, generateSteps, trainSteps } from './steps.ts';
limitThreads(2);
await openRuntime('cpu');
const task = process.argv[2];
const name = process.argv[3] ?? 'gemma3-270m';
const dtype = (process.argv[4] ?? 'float32') as 'float32';
const N = Number(process.argv[5] ?? 8);
const model = await openModel(name, dtype);
const { decoder, tokenizer } = model;
const conv = exactRows(await realConversations(model), tokenizer.bos_token_id, { count: 4 * N, length: 256, share: 0.5 });
const recipe = benchRecipe(4, 256);
async function* work() {
  if (task === 'train') yield* trainSteps(decoder, conv, { adapter: createLoraAdapter(decoder.config, BENCH_LORA, trainingStreams(42).init), recipe, gradient_checkpointing: false });
  else if (task === 'evaluate') yield* evaluateSteps(decoder, Array.from({ length: N }, (_, i) => conv.slice(i * 4, i * 4 + 4)));
  else yield* generateSteps(decoder, await promptsOf(8, model), { steps: N, max_new_tokens: 24 });
}
let n = 0; let t = performance.now(); let c = process.cpuUsage();
useRecorded(true);
for await (const s of work()) {
  const d = (performance.now() - t) / 1000; const u = process.cpuUsage(c);
  console.log(n % 2 ? 'plain   ' : 'recorded', d.toFixed(3), 'cpu', ((u.user + u.system) / 1e6 / d).toFixed(2), s.loss?.toFixed(5) ?? s.answers?.[0]?.slice(0, 8).join(), 'functions', recordedFunctions(), 'rss', (process.memoryUsage().rss / 1e9).toFixed(2), 'max', (process.resourceUsage().maxRSS/1e6).toFixed(2));
  n += 1; useRecorded(n % 2 === 0);
  t = performance.now(); c = process.cpuUsage();
}
process.exit(0);
