/** `lora-gate run`: the whole job between two commits of a git checkout. */

import { Command } from 'commander';
import type { CommandContext } from './context.ts';
import { commandModelPool, runToFolder } from './run-outputs.ts';

interface RunCommandOptions {
  repo: string;
  base?: string;
  head?: string;
  config: string;
  out: string;
  store?: string;
  adapter?: string[];
  json?: true;
}

export function runCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('run')
    .description(
      'train and judge what changed between two commits; writes result.json, comment.md, report.html and the adapters',
    )
    .option('--repo <folder>', 'git checkout', '.')
    .option('--base <ref>', 'what to compare with (default: the default branch)')
    .option('--head <ref>', 'the change; only what is committed counts', 'HEAD')
    .option('--config <path>', 'configuration in the repository', 'lora-gate.yml')
    .option('--out <folder>', 'where the results go', 'lora-gate-out')
    .option('--store <folder>', 'where trained adapters and scores are kept (default: in the cache folder)')
    .option('--adapter <name...>', 'only these adapters (default: all that the change affects)')
    .option('--json', 'print result.json')
    .action(async (options: RunCommandOptions, command: Command) => {
      const context = contextOf(command);
      const models = commandModelPool(context);
      const { adapter = [], ...rest } = options;
      const outputs = await runToFolder(context, { ...rest, adapters: adapter, models });
      models.dispose();
      const { result, comment, resultPath, commentPath, reportPath } = outputs;
      context.print(options.json ? JSON.stringify(result) : comment);
      context.logger.info(`wrote ${resultPath}, ${commentPath} and ${reportPath}`);
      context.setExitCode(result.verdict.exit_code);
    });
}
