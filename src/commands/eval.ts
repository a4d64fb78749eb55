/** `lora-gate eval`: perplexity and per-conversation NLL of a model, with or without an adapter. */

import { Command, Option } from 'commander';
import { readAdapter } from '../adapter/peft.ts';
import { tokenizeConversation } from '../dataset/chat.ts';
import type { TokenizedConversation } from '../dataset/conversation.ts';
import { rowsHash } from '../dataset/diff.ts';
import { checkLengths } from '../dataset/lengths.ts';
import { readConversations } from '../dataset/read.ts';
import { evaluate } from '../evaluate/evaluation.ts';
import type { BaseDtype } from '../model/load-weights.ts';
import { adapterFromTensors } from '../model/lora.ts';
import { positiveInteger } from './arguments.ts';
import { type CommandContext, prepareModel } from './context.ts';

interface EvalOptions {
  model: string;
  adapter?: string;
  data: string;
  baseDtype: BaseDtype;
  maxLength: number;
  json?: true;
}

export function evalCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('eval')
    .description('perplexity (and NLL of every conversation) of a model, with or without an adapter')
    .requiredOption(
      '--model <model>',
      'hub id[@revision] | folder | file.gguf | pip:package==version/file.gguf',
    )
    .option('--adapter <folder>', 'PEFT adapter folder')
    .requiredOption('--data <file>', 'conversations, JSON Lines')
    .addOption(
      new Option('--base-dtype <type>', 'how the weights are held')
        .choices(['float32', 'bfloat16'])
        .default('float32'),
    )
    .option(
      '--max-length <tokens>',
      'longest conversation allowed; a longer one is an error',
      positiveInteger,
      1024,
    )
    .option('--json', 'print one JSON document')
    .action(async (options: EvalOptions, command: Command) => {
      const context = contextOf(command);
      const rows = await readConversations(options.data);
      let tokenized: TokenizedConversation[] = [];
      const { model } = await prepareModel(
        context,
        options.model,
        options.baseDtype,
        ({ tokenizer, template }) => {
          tokenized = rows.map((row) => tokenizeConversation(row, tokenizer, template));
          checkLengths(tokenized, { max_length: options.maxLength });
        },
      );
      const { decoder } = model;
      const files =
        options.adapter === undefined ? undefined : await readAdapter(options.adapter, decoder.config);
      const document = await evaluate(model, tokenized, {
        adapter: files && adapterFromTensors(decoder.config, files.lora, files.tensors),
        adapterName: options.adapter ?? null,
        data: { path: options.data, sha256: rowsHash(rows) },
        logger: context.logger,
        signal: context.signal,
      });
      if (options.json) return context.print(JSON.stringify(document));
      context.print(
        [
          `perplexity      ${document.perplexity.toFixed(4)}`,
          `NLL per token   ${document.nll_per_token.toFixed(6)} nats`,
          `tokens          ${document.tokens} supervised, in ${document.conversations.length} conversations`,
          `speed           ${document.tokens_per_second.toFixed(0)} tokens/s, ${document.seconds.toFixed(1)} s`,
        ].join('\n'),
      );
    });
}
