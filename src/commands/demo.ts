/** `lora-gate demo`: the whole job on a good and a bad pull request, on a real model, in a throw-away repository. */

import path from 'node:path';
import { Command, Option } from 'commander';
import type { CommandContext } from './context.ts';
import {
  createDemoRepository,
  DEMO_MODEL,
  DEMO_PULL_REQUESTS,
  type DemoPullRequest,
} from './demo-repository.ts';
import { checkOutFolder } from './out-folder.ts';
import { commandModelPool, runToFolder } from './run-outputs.ts';

interface DemoOptions {
  pr: DemoPullRequest | 'all';
  model: string;
  out?: string;
}

export function demoCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('demo')
    .description(
      'a good and a bad pull request on the bundled dataset, judged on a real model (Gemma 3 270M)',
    )
    .addOption(
      new Option('--pr <which>', 'which pull request').choices([...DEMO_PULL_REQUESTS, 'all']).default('all'),
    )
    .option('--model <model>', 'another base model', DEMO_MODEL)
    .option('--out <folder>', 'where the results go (default: beside the repository)')
    .action(async (options: DemoOptions, command: Command) => {
      const context = contextOf(command);
      if (options.out !== undefined) await checkOutFolder(options.out);
      const started = performance.now();
      const repository = await createDemoRepository(options.model);
      context.logger.info(`repository with both pull requests as branches: ${repository.folder}`);
      const out = options.out ?? path.join(repository.folder, 'lora-gate-out');
      const models = commandModelPool(context);
      const lines: string[] = [];
      for (const name of options.pr === 'all' ? DEMO_PULL_REQUESTS : [options.pr]) {
        context.logger.info(`pull request: ${name}`);
        const { result, comment, reportPath, resultPath } = await runToFolder(context, {
          repo: repository.folder,
          base: repository.main,
          head: repository.heads[name],
          config: 'lora-gate.yml',
          out: path.join(out, name),
          models,
        });
        context.print(`──────── the comment on the ${name} pull request ────────\n\n${comment}`);
        lines.push(
          `${name}: ${result.verdict.outcome}${result.verdict.blocked ? ', blocks the merge' : ''}  ${reportPath}  ${resultPath}`,
        );
      }
      models.dispose();
      const seconds = (performance.now() - started) / 1000;
      context.print(`──────── done in ${(seconds / 60).toFixed(1)} minutes ────────\n${lines.join('\n')}`);
    });
}
