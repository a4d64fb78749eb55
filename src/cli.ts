/**
 * The command line: arguments and environment in, exit code out. The only reader of the process environment and caller of
 * process.exit on this way in; each command has a file of its own in `commands/`.
 */

import { Command, CommanderError, Option } from 'commander';
import { cacheAccessOf } from './adapter/store/cache-service.ts';
import { programVersion } from './assets.ts';
import { compareCommand } from './commands/compare.ts';
import type { CommandContext, GlobalOptions } from './commands/context.ts';
import { demoCommand } from './commands/demo.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evalCommand } from './commands/eval.ts';
import { generateCommand } from './commands/generate.ts';
import { initCommand } from './commands/init.ts';
import { judgeCommand } from './commands/judge.ts';
import { lintCommand } from './commands/lint.ts';
import { mergeCommand } from './commands/merge.ts';
import { noiseCommand } from './commands/noise.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { setupCommand } from './commands/setup.ts';
import { spotCheckCommand } from './commands/spot-check.ts';
import { storeCommand } from './commands/store.ts';
import { trackCommand } from './commands/track.ts';
import { trainCommand } from './commands/train.ts';
import { formatUserError, UserError } from './errors.ts';
import { createTerminalLogger } from './log.ts';
import { githubSource } from './report/result-source.ts';
import { defaultCacheDir } from './runtime/cache.ts';
import { RUNTIMES } from './runtime/load.ts';
import { launchVariables } from './train/accelerate/machines.ts';

const version = programVersion();

/** Exit codes beside those of the gate (0 pass, 1 regression, 3 inconclusive or not evaluated and blocked). */
const EXIT_USER_ERROR = 2;
const EXIT_BUG = 70;
const EXIT_INTERRUPTED = 130;

interface RawOptions extends GlobalOptions {
  cacheDir?: string;
  quiet?: true;
  verbose?: true;
}

const interruption = new AbortController();
let exitCode = 0;

function contextOf(command: Command): CommandContext {
  const { cacheDir, quiet, verbose, runtime, requireNative } = command.optsWithGlobals() as RawOptions;
  return {
    env: {
      cacheDir: cacheDir ?? defaultCacheDir(process.env),
      hfToken: process.env.HF_TOKEN,
      hfHome: process.env.HF_HOME,
      cudaVisibleDevices: process.env.CUDA_VISIBLE_DEVICES,
      launchVariables: launchVariables(process.env),
      opikApiKey: process.env.OPIK_API_KEY,
      opikUrl: process.env.OPIK_URL_OVERRIDE,
      opikWorkspace: process.env.OPIK_WORKSPACE,
      judgeKey: (variable) => process.env[variable],
      store: process.env.LORA_GATE_STORE,
      variable: (name) => process.env[name],
      actionsCache: cacheAccessOf(process.env),
      githubToken: process.env.GITHUB_TOKEN || process.env.GH_TOKEN,
      githubApiUrl: process.env.GITHUB_API_URL,
      source: githubSource({
        server: process.env.GITHUB_SERVER_URL,
        repository: process.env.GITHUB_REPOSITORY,
        ref: process.env.GITHUB_REF,
        baseRef: process.env.GITHUB_BASE_REF,
      }),
      program: [process.execPath, ...process.execArgv, process.argv[1] ?? ''],
      version,
    },
    options: { runtime, requireNative: requireNative ?? false },
    logger: createTerminalLogger({ quiet: quiet ?? false, verbose: verbose ?? false }),
    signal: interruption.signal,
    print: (text) => {
      process.stdout.write(`${text}\n`);
    },
    setExitCode: (code) => {
      exitCode = code;
    },
  };
}

function createProgram(): Command {
  const program = new Command('lora-gate')
    .description(
      'Tells whether new training data or a changed recipe makes a fine-tuned model better or worse.',
    )
    .version(version)
    .addOption(
      new Option('--runtime <kind>', 'what computes: TensorFlow for processors or CUDA, or WebGPU')
        .choices(RUNTIMES)
        .default('auto'),
    )
    .option('--require-native', 'an error instead of the slow fallback when TensorFlow cannot be had')
    .option(
      '--cache-dir <folder>',
      'where models, runtime and adapters are kept (default: ~/.cache/lora-gate)',
    )
    .option('--quiet', 'no progress')
    .option('--verbose', 'more messages')
    .addHelpText(
      'after',
      '\nExit codes: 0 pass, 1 regression, 2 wrong input, 3 inconclusive or not evaluated and the policy blocks, 70 a bug, 130 interrupted.',
    )
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'error[usage]: ')) })
    .showHelpAfterError('hint: see `lora-gate --help`')
    .exitOverride();
  const commands = [
    runCommand,
    mergeCommand,
    demoCommand,
    trainCommand,
    evalCommand,
    compareCommand,
    noiseCommand,
    generateCommand,
    judgeCommand,
    lintCommand,
    spotCheckCommand,
    trackCommand,
    storeCommand,
    initCommand,
    (context: typeof contextOf) => serveCommand(context, process.env),
    setupCommand,
    doctorCommand,
  ];
  for (const create of commands) {
    const command = create(contextOf);
    const hint = (name: string) => `hint: see \`lora-gate ${name} --help\``;
    command.copyInheritedSettings(program).showHelpAfterError(hint(command.name()));
    for (const part of command.commands)
      part.copyInheritedSettings(program).showHelpAfterError(hint(`${command.name()} ${part.name()}`));
    program.addCommand(command);
  }
  return program;
}

/** The first signal lets work end well (checkpoints are written); the second ends it at once. */
function interruptOn(signal: NodeJS.Signals): void {
  process.on(signal, () => {
    if (interruption.signal.aborted) process.exit(EXIT_INTERRUPTED);
    process.stderr.write(`\n${signal}: finishing up, once more to quit at once\n`);
    interruption.abort(new UserError('interrupted', 'interrupted'));
  });
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USER_ERROR;
  if (error instanceof UserError) {
    process.stderr.write(`${formatUserError(error)}\n`);
    return interruption.signal.aborted ? EXIT_INTERRUPTED : EXIT_USER_ERROR;
  }
  if (interruption.signal.aborted) return EXIT_INTERRUPTED;
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(
    `${text}\nThis is a bug in lora-gate ${version}; please report it with the lines above.\n`,
  );
  return EXIT_BUG;
}

/** Node's own exit code for an error that nobody caught is 1, which is a regression here. */
function endOn(event: 'uncaughtException' | 'unhandledRejection'): void {
  process.on(event, (error: unknown) => process.exit(exitCodeOf(error)));
}

for (const stream of [process.stdout, process.stderr]) {
  // A reader that has seen enough (`| head`) takes nothing from the verdict.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
  });
}
endOn('uncaughtException');
endOn('unhandledRejection');
interruptOn('SIGINT');
interruptOn('SIGTERM');
try {
  await createProgram().parseAsync();
} catch (error) {
  exitCode = exitCodeOf(error);
}
// A pipe takes 64 KiB at once; what waits for a slow reader would be lost.
await Promise.all(
  [process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))),
);
process.exit(exitCode);
