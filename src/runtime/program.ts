/**
 * Runs a program to its end, or stops it with everything it has started: python3 is often a wrapper script and g++ a
 * driver of other programs, so stopping only the first would leave the rest writing. Knows no program.
 */

import { execa } from 'execa';

/** Environment variables laid over the process's own for the programs that are run. */
export type ProgramEnv = Readonly<Record<string, string>>;

export interface ProgramOptions {
  env: ProgramEnv;
  signal?: AbortSignal;
  timeoutSeconds?: number;
}

export interface ProgramResult {
  ok: boolean;
  /** No program of that name on the PATH. */
  missing: boolean;
  /** Standard output and error as they came; what went wrong when there is none. */
  output: string;
}

/** Time a stopped program has to tidy up. */
const GRACE_MILLISECONDS = 2000;

/** Runs `file` in a process group of its own. @throws the signal's reason when aborted, after the group has ended */
export async function runProgram(
  file: string,
  args: readonly string[],
  options: ProgramOptions,
): Promise<ProgramResult> {
  const { env, signal, timeoutSeconds } = options;
  signal?.throwIfAborted();
  const running = execa(file, args, {
    env,
    detached: true,
    cleanup: false,
    reject: false,
    all: true,
    stdin: 'ignore',
  });
  const kill = (name: NodeJS.Signals) => {
    try {
      if (running.pid !== undefined) process.kill(-running.pid, name);
    } catch {
      // The group has ended already.
    }
  };
  const timers: NodeJS.Timeout[] = [];
  const stop = () => {
    kill('SIGTERM');
    timers.push(setTimeout(() => kill('SIGKILL'), GRACE_MILLISECONDS));
  };
  const onExit = () => kill('SIGKILL');
  signal?.addEventListener('abort', stop, { once: true });
  process.once('exit', onExit);
  if (timeoutSeconds !== undefined) timers.push(setTimeout(stop, timeoutSeconds * 1000));
  try {
    const result = await running;
    signal?.throwIfAborted();
    const output = result.all?.trim() || (result.failed ? (result.shortMessage ?? 'no answer') : '');
    return { ok: !result.failed, missing: result.code === 'ENOENT', output };
  } finally {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    process.off('exit', onExit);
  }
}
