/** `lora-gate init`: a first configuration, dataset and workflow in a git checkout. Writes files; commits and pushes nothing. */

import path from 'node:path';
import { Command, Option } from 'commander';
import { AdapterName, ModelReference } from '../config/fields.ts';
import { UserError } from '../errors.ts';
import { git } from '../plan/git-command.ts';
import { share, wholeNumber } from './arguments.ts';
import type { CommandContext } from './context.ts';
import { DEMO_MODEL } from './demo-repository.ts';
import { configText } from './init/config-text.ts';
import { makeDataFiles } from './init/data-files.ts';
import { DEFAULT_ACTION } from './init/pinned-actions.ts';
import { workflowText } from './init/workflow.ts';
import { checkWorkflowOptions, parseLabels } from './init/workflow-options.ts';
import { type NewFile, writeNewFiles } from './init/write-files.ts';

interface InitOptions {
  repo: string;
  name: string;
  model: string;
  data?: string;
  testShare: number;
  seed: number;
  branch?: string;
  runsOn: string;
  action: string;
  singleJob?: true;
  app?: true;
  force?: true;
}

const TIMEOUT_MINUTES = 60;

export function initCommand(contextOf: (command: Command) => CommandContext): Command {
  return new Command('init')
    .description('write a first lora-gate.yml, dataset and GitHub workflow into a git checkout')
    .option('--repo <folder>', 'the checkout', '.')
    .option('--name <name>', 'of the adapter, and of its folder in datasets/', 'my-assistant')
    .option('--model <model>', 'the base model', DEMO_MODEL)
    .option(
      '--data <file>',
      'conversations to divide into training and test set, JSON Lines (default: a sample)',
    )
    .option('--test-share <share>', 'of the rows for the test set', share, 0.2)
    .option('--seed <n>', 'of the division', wholeNumber, 42)
    .option('--branch <branch>', 'the default branch (default: as git knows it)')
    .option('--runs-on <labels>', 'of the machine with the GPU, with commas between', 'self-hosted,gpu')
    .option('--action <action>', 'owner/repository@commit of the action', DEFAULT_ACTION)
    .option('--single-job', 'train and report in one job: only for a private repository without forks')
    .addOption(
      new Option(
        '--app',
        'where the app is installed: the workflow trains, the app starts it and reports',
      ).conflicts('singleJob'),
    )
    .option('--force', 'overwrite files that are there')
    .action(async (options: InitOptions, command: Command) => {
      const { print, logger } = contextOf(command);
      checkNames(options);
      const root = await checkoutOf(options.repo);
      const branch = options.branch ?? (await defaultBranch(root));
      checkWorkflowOptions({ branch, action: options.action });
      const runsOn = parseLabels(options.runsOn);
      const data = await makeDataFiles({ ...options, data: options.data });
      const folder = `datasets/${options.name}`;
      const files: NewFile[] = [
        { name: 'lora-gate.yml', text: configText(options) },
        { name: `${folder}/train.jsonl`, text: data.train, precious: options.data === undefined },
        { name: `${folder}/test.jsonl`, text: data.test, precious: options.data === undefined },
        {
          name: '.github/workflows/lora-gate.yml',
          text: workflowText({
            ...{ branch, runsOn, action: options.action, timeoutMinutes: TIMEOUT_MINUTES },
            ...{ singleJob: options.singleJob ?? false, app: options.app ?? false },
          }),
        },
      ];
      const written = await writeNewFiles(root, files, options.force ?? false);
      for (const warning of data.warnings) logger.warn(warning);
      print([...written, `data: ${data.note}`, '', ...next(options, branch)].join('\n'));
    });
}

function next({ name, runsOn, action, singleJob, app }: InitOptions, branch: string): string[] {
  const pinned = /@[0-9a-f]{40}$/.test(action) || action.startsWith('./');
  return [
    'next:',
    `  lora-gate lint datasets/${name}/train.jsonl --test datasets/${name}/test.jsonl`,
    '  lora-gate doctor                              what this machine, the model, judge and Opik lack',
    `  lora-gate noise                               how large a margin the seed alone asks for`,
    `  commit the files and push them to ${branch}: policy and test set are read from there, so the first pull request after that is judged`,
    `  give a runner the labels ${runsOn}, then: lora-gate doctor --repo-slug OWNER/NAME`,
    `  require the check "lora-gate"${app ? ' with the App as its source' : ''} in the rules of the branch, so that a regression cannot be merged`,
    ...(pinned
      ? []
      : [`  pin ${action.split('@')[0]} by a commit in .github/workflows/lora-gate.yml: a tag can be moved`]),
    ...(singleJob
      ? [
          '  this workflow gives the training job a write token: keep it to a private repository without forks',
        ]
      : []),
  ];
}

function checkNames({ name, model }: InitOptions): void {
  const checks = [
    ['--name', AdapterName.safeParse(name)],
    ['--model', ModelReference.safeParse(model)],
  ] as const;
  for (const [option, { error }] of checks) {
    if (!error) continue;
    throw new UserError('init-option', `${option}: ${error.issues[0]?.message}`, {
      hint: 'see `lora-gate init --help`',
    });
  }
}

/** The root of the checkout. @throws UserError `not-a-repository` */
async function checkoutOf(folder: string): Promise<string> {
  const { exitCode, stdout } = await git(folder, ['rev-parse', '--show-toplevel']);
  if (exitCode === 0) return path.resolve(stdout.toString('utf8').replace(/\n$/, ''));
  throw new UserError('not-a-repository', `${folder} is not a git checkout`, {
    hint: 'Run `git init` there first, or name the checkout with --repo.',
  });
}

/** What the remote calls its default branch, else the branch that is checked out. */
async function defaultBranch(root: string): Promise<string> {
  const remote = await git(root, ['symbolic-ref', '--quiet', '--short', 'refs/remotes/origin/HEAD']);
  if (remote.exitCode === 0)
    return remote.stdout
      .toString('utf8')
      .trim()
      .replace(/^origin\//, '');
  const current = await git(root, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
  return current.stdout.toString('utf8').trim() || 'main';
}
