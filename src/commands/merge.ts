/** `lora-gate merge`: the parts of a run over several machines become its result. */

import { Command } from 'commander';
import { readParts } from '../parts/read-parts.ts';
import { STORE_HELP } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { defaultsFrom, extendsFileOption } from './read-config.ts';
import { commandModelPool, mergeToFolder } from './run-outputs.ts';

interface MergeCommandOptions {
  repo: string;
  base?: string;
  head?: string;
  config: string;
  extends?: string;
  out: string;
  store?: string;
  adapter?: string[];
  json?: true;
}

export function mergeCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('merge')
    .description(
      'join the parts that `lora-gate run --part` left into the result that one machine would have given; needs the commits and no weights',
    )
    .argument('<folder...>', 'folders with a part.json, or with such folders in them')
    .option('--repo <folder>', 'git checkout', '.')
    .option('--base <ref>', 'what to compare with (default: the default branch)')
    .option('--head <ref>', 'the change; only what is committed counts', 'HEAD')
    .option('--config <path>', 'configuration in the repository', 'lora-gate.yml')
    .addOption(extendsFileOption())
    .option('--out <folder>', 'where the results go', 'lora-gate-out')
    .option('--store <where>', STORE_HELP)
    .option('--adapter <name...>', 'only these adapters (default: all that the change affects)')
    .option('--json', 'print result.json')
    .action(async (folders: string[], options: MergeCommandOptions, command: Command) => {
      const context = contextOf(command);
      const models = commandModelPool(context);
      const { adapter = [], extends: extendsFile, json, ...rest } = options;
      const readDefaults = defaultsFrom(extendsFile);
      const parts = await readParts(folders);
      const outputs = await mergeToFolder(context, {
        ...rest,
        ...parts,
        adapters: adapter,
        readDefaults,
        models,
      });
      models.dispose();
      const { result, comment, resultPath, commentPath, reportPath } = outputs;
      context.print(json ? JSON.stringify(result) : comment);
      context.logger.info(`wrote ${resultPath}, ${commentPath} and ${reportPath}`);
      context.setExitCode(result.verdict.exit_code);
    });
}
