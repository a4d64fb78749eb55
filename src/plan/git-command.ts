/**
 * Runs git: arguments as an array and no shell, nothing inherited that would point it at another repository, no prompt.
 * Knows no subcommand.
 */

import { execa } from 'execa';
import { messageOf, UserError } from '../errors.ts';

const MAX_OUTPUT_BYTES = 1024 * 2 ** 20;

/** Set by git around its hooks; they would send every call to another repository. */
const NOT_INHERITED = { GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined };

export interface Finished {
  exitCode: number;
  stdout: Buffer;
  stderr: string;
}

export interface GitOptions {
  /** Settings for this call alone, by the environment: the list of processes shows no secret. */
  config?: Readonly<Record<string, string>>;
  signal?: AbortSignal | undefined;
}

/** As GIT_CONFIG_COUNT and its pairs, which git reads after its files. */
function configEnvironment(config: Readonly<Record<string, string>>): Record<string, string> {
  const pairs = Object.entries(config);
  return Object.fromEntries([
    ['GIT_CONFIG_COUNT', String(pairs.length)],
    ...pairs.flatMap(([key, value], i) => [
      [`GIT_CONFIG_KEY_${i}`, key],
      [`GIT_CONFIG_VALUE_${i}`, value],
    ]),
  ]);
}

/** Runs git in `repo` with an array of arguments, never through a shell; any exit code comes back. @throws UserError */
export async function git(
  repo: string,
  args: readonly string[],
  { config, signal }: GitOptions = {},
): Promise<Finished> {
  const result = await execa('git', ['--no-replace-objects', '--literal-pathspecs', ...args], {
    cwd: repo,
    encoding: 'buffer',
    reject: false,
    stripFinalNewline: false,
    maxBuffer: MAX_OUTPUT_BYTES,
    env: {
      ...NOT_INHERITED,
      ...(config && configEnvironment(config)),
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
    },
    ...(signal && { cancelSignal: signal }),
  });
  signal?.throwIfAborted();
  if (result.exitCode === undefined) {
    if (result.code === 'ENOENT') {
      throw new UserError('git-missing', `cannot run git in ${repo}`, {
        hint: 'Install git 2.30 or newer and check that the folder exists.',
      });
    }
    throw new UserError('git-failed', `git ${args[0]} did not finish: ${messageOf(result.cause ?? result)}`);
  }
  return {
    exitCode: result.exitCode,
    stdout: Buffer.from(result.stdout),
    stderr: Buffer.from(result.stderr).toString('utf8').trim(),
  };
}

/** The error of a git command that should not have failed. */
export function failed(repo: string, what: string, { stderr, exitCode }: Finished): UserError {
  const said = stderr.split('\n').slice(-3).join(' ') || `exit code ${exitCode}`;
  return new UserError('git-failed', `${what} in ${repo}: ${said}`);
}
