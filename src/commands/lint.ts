/** `lora-gate lint`: what is wrong with data files, how long their conversations are, and what of them is learnt. */

import { Command } from 'commander';
import { tokenizeConversation } from '../dataset/chat.ts';
import { lintDataset } from '../dataset/lint.ts';
import { renderLint } from '../dataset/lint-text.ts';
import { loadModelText } from '../model/language-model.ts';
import { positiveInteger } from './arguments.ts';
import { type CommandContext, resolveOptions } from './context.ts';

interface LintCommandOptions {
  model?: string;
  maxLength: number;
  previews: number;
  json?: true;
}

export function lintCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('lint')
    .description('check data files; with --model also token lengths and a preview of what is learnt')
    .argument('<file...>', 'conversations, JSON Lines')
    .option('--model <model>', 'whose tokenizer and chat template to use (no weights are loaded)')
    .option('--max-length <tokens>', 'longest conversation allowed', positiveInteger, 1024)
    .option('--previews <n>', 'conversations to preview', positiveInteger, 1)
    .option('--json', 'print one JSON document')
    .action(async (files: string[], options: LintCommandOptions, command: Command) => {
      const context = contextOf(command);
      const text =
        options.model === undefined ? undefined : await loadModelText(options.model, resolveOptions(context));
      const tokenizing = text && {
        tokenize: (row: Parameters<typeof tokenizeConversation>[0]) =>
          tokenizeConversation(row, text.tokenizer, text.template),
        decode: (ids: Int32Array) => text.tokenizer.decode(ids, { skip_special_tokens: false }),
        max_length: options.maxLength,
        previews: options.previews,
      };
      const reports = [];
      for (const file of files) reports.push(await lintDataset(file, { ...tokenizing }));
      if (options.json) context.print(JSON.stringify({ schema: 'lora-gate/lint/1', files: reports }));
      else for (const report of reports) context.print(renderLint(report));
      if (reports.some(({ problems }) => problems.length > 0)) context.setExitCode(2);
    });
}
