/** `lora-gate lint`: what is wrong with data files, how long their conversations are, and what of them is learnt. */

import { Command, InvalidArgumentError } from 'commander';
import { tokenizeConversation } from '../dataset/chat.ts';
import {
  CHECK_NAMES,
  CHECKS,
  type CheckName,
  defaultSeverities,
  type Severities,
  type Severity,
} from '../dataset/checks/finding.ts';
import { lintFiles } from '../dataset/lint.ts';
import { renderFindings } from '../dataset/lint-findings-text.ts';
import { renderLint } from '../dataset/lint-text.ts';
import { loadModelText } from '../model/language-model.ts';
import { positiveInteger } from './arguments.ts';
import { type CommandContext, resolveOptions } from './context.ts';

interface LintCommandOptions {
  test?: string;
  base?: string[];
  severity?: Severities;
  model?: string;
  maxLength: number;
  previews: number;
  maxFindings: number;
  json?: true;
}

export function lintCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('lint')
    .description(
      'check data files: form, duplicates, leakage, secrets and more; with --model also token lengths',
    )
    .argument('<file...>', 'training conversations, JSON Lines')
    .option('--test <file>', 'the test conversations, none of which may be in the training data')
    .option('--base <file...>', 'the training conversations before the change')
    .option(
      '--severity <check=severity>',
      'error, warning, note or off for one of the checks below; may be repeated',
      severity,
    )
    .option('--model <model>', 'whose tokenizer and chat template to use (no weights are loaded)')
    .option('--max-length <tokens>', 'longest conversation allowed', positiveInteger, 1024)
    .option('--previews <n>', 'conversations to preview', positiveInteger, 1)
    .option('--max-findings <n>', 'findings to print of each check; --json lists all', positiveInteger, 10)
    .option('--json', 'print one JSON document')
    .addHelpText('after', `\nChecks and their severities:\n${checkList()}`)
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
      const run = await lintFiles(
        {
          train: files,
          ...(options.test !== undefined && { test: options.test }),
          ...(options.base !== undefined && { base: options.base }),
        },
        { ...tokenizing, severities: options.severity ?? defaultSeverities(), signal: context.signal },
      );
      if (options.json) context.print(JSON.stringify({ schema: 'lora-gate/lint/1', ...run }));
      else {
        for (const report of run.files) context.print(renderLint(report));
        const { maxFindings } = options;
        context.print(renderFindings(run, { maxFindings, hasTest: options.test !== undefined }));
      }
      const broken = run.files.some(({ problems }) => problems.length > 0);
      if (broken || run.findings.some((finding) => finding.severity === 'error')) context.setExitCode(2);
    });
}

const SEVERITY_NAMES: readonly (Severity | 'off')[] = ['error', 'warning', 'note', 'off'];

function checkList(): string {
  const width = Math.max(...CHECK_NAMES.map((name) => name.length));
  return CHECK_NAMES.map(
    (name) => `  ${name.padEnd(width)}  ${CHECKS[name].severity.padEnd(7)}  ${CHECKS[name].about}`,
  ).join('\n');
}

function severity(text: string, before: Severities = defaultSeverities()): Severities {
  const [check, value] = text.split('=');
  if (!CHECK_NAMES.includes(check as CheckName))
    throw new InvalidArgumentError(`expected one of ${CHECK_NAMES.join(', ')} before the "=".`);
  if (!SEVERITY_NAMES.includes(value as Severity))
    throw new InvalidArgumentError(`expected one of ${SEVERITY_NAMES.join(', ')} behind the "=".`);
  return { ...before, [check as CheckName]: value as Severity };
}
