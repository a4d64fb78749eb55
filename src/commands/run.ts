/** `lora-gate run`: the whole job between two commits of a git checkout, its plan, or one part of it. */

import { Command, Option } from 'commander';
import { matricesOf } from '../action/matrix.ts';
import { UserError } from '../errors.ts';
import { parsePartName } from '../parts/part-name.ts';
import { openComparison } from '../stages/prepare.ts';
import { positiveInteger, STORE_HELP } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { planText } from './plan-text.ts';
import { defaultsFrom, extendsFileOption } from './read-config.ts';
import { commandModelPool, partToFolder, type RunOutputOptions, runToFolder } from './run-outputs.ts';
import { parseLimits } from './store-amounts.ts';
import { EXIT_FAILED_PART } from './train-apart.ts';

interface RunCommandOptions {
  repo: string;
  base?: string;
  head?: string;
  config: string;
  extends?: string;
  out: string;
  store?: string;
  storeMaxSize?: string;
  storeMaxAge?: string;
  adapter?: string[];
  plan?: true;
  maxJobs?: number;
  targetMinutes?: number;
  part?: string;
  jobs: number | 'auto';
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
    .addOption(extendsFileOption())
    .option('--out <folder>', 'where the results go', 'lora-gate-out')
    .option('--store <where>', STORE_HELP)
    .option('--store-max-size <size>', 'what the store’s folder may hold after the run, such as 20GB')
    .option('--store-max-age <age>', 'how long an entry stays there after its last use, such as 30d')
    .option('--adapter <name...>', 'only these adapters (default: all that the change affects)')
    .addOption(
      new Option('--plan', 'only say into which jobs the run is divided; with --json as matrices').conflicts([
        'part',
        'out',
        'store',
        'storeMaxSize',
        'storeMaxAge',
      ]),
    )
    .option(
      '--max-jobs <count>',
      'with --plan: most jobs (default: `sharding.max_jobs` of the base)',
      positiveInteger,
    )
    .option(
      '--target-minutes <count>',
      'with --plan: what takes no longer stays in one job (default: `sharding.target_minutes` of the base)',
      positiveInteger,
    )
    .addOption(
      new Option(
        '--part <name>',
        'only this part of the plan; writes part.json for `lora-gate merge`',
      ).conflicts('adapter'),
    )
    .option(
      '--jobs <count>',
      'trainings at once, each in a process of its own (auto: as memory and cores allow)',
      (text) => (text === 'auto' ? text : positiveInteger(text)),
      'auto' as const,
    )
    .option('--json', 'print result.json; with --plan the matrices, with --part part.json')
    .action(async (options: RunCommandOptions, command: Command) => {
      const context = contextOf(command);
      if (!options.plan && (options.maxJobs ?? options.targetMinutes) !== undefined) {
        throw new UserError('usage', '--max-jobs and --target-minutes go with --plan', {
          hint: 'see `lora-gate run --help`',
        });
      }
      if (options.plan) await printPlan(context, options);
      else if (options.part !== undefined) await runOnePart(context, options, options.part);
      else await runAll(context, options);
    });
}

const outputOptions = (
  {
    repo,
    base,
    head,
    config,
    extends: extendsFile,
    out,
    store,
    storeMaxSize,
    storeMaxAge,
    adapter = [],
  }: RunCommandOptions,
  context: CommandContext,
): RunOutputOptions => ({
  ...{ repo, base, head, config, out, store },
  storeLimits: parseLimits(
    { maxSize: storeMaxSize, maxAge: storeMaxAge },
    { maxSize: '--store-max-size', maxAge: '--store-max-age' },
  ),
  adapters: adapter,
  readDefaults: defaultsFrom(extendsFile),
  models: commandModelPool(context),
});

async function runAll(context: CommandContext, options: RunCommandOptions): Promise<void> {
  const given = { ...outputOptions(options, context), jobs: options.jobs };
  const { result, comment, resultPath, commentPath, reportPath } = await runToFolder(context, given);
  given.models.dispose();
  context.print(options.json ? JSON.stringify(result) : comment);
  context.logger.info(`wrote ${resultPath}, ${commentPath} and ${reportPath}`);
  context.setExitCode(result.verdict.exit_code);
}

async function printPlan(context: CommandContext, options: RunCommandOptions): Promise<void> {
  const { repo, base, head, config, adapter: adapters, maxJobs, targetMinutes } = options;
  const { logger, env } = context;
  const readDefaults = defaultsFrom(options.extends);
  const comparison = await openComparison({ repo, base, head, config, readDefaults, adapters, logger });
  const matrices = await matricesOf(comparison, { cacheDir: env.cacheDir, config, maxJobs, targetMinutes });
  const { train, evaluate: matrix } = matrices;
  context.print(options.json ? JSON.stringify({ 'train-matrix': train, matrix }) : planText(matrices));
}

async function runOnePart(context: CommandContext, options: RunCommandOptions, name: string): Promise<void> {
  const given = outputOptions(options, context);
  const part = parsePartName(name);
  const { document, partPath } = await partToFolder(context, { ...given, part });
  given.models.dispose();
  if (options.json) context.print(JSON.stringify(document));
  if (document.failed) context.setExitCode(EXIT_FAILED_PART);
  context.logger.info(`wrote ${partPath}`);
}
