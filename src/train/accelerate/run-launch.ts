/**
 * Runs launch.py to its end, hands on what it tells, and stops it with everything it has started. Knows no training.
 */

import path from 'node:path';
import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { ownFile } from '../../assets.ts';

/** As lifeline.py writes it. */
const MARK = 'lora-gate-event ';
const KEPT_LINES = 200;
/** torchrun stops its workers when it is told to end. */
const GRACE_MILLISECONDS = 10_000;

export interface LaunchOptions {
  python: string;
  /** The job's folder. */
  folder: string;
  threads: number;
  env: Readonly<Record<string, string>>;
  signal: AbortSignal;
  onEvent: (event: Readonly<Record<string, unknown>>) => void;
  onLine: (line: string) => void;
}

export interface LaunchResult {
  ok: boolean;
  /** No such interpreter. */
  missing: boolean;
  exitCode: number | undefined;
  signal: string | undefined;
  /** The last lines of both streams, without events. */
  log: string[];
}

/** @throws the signal's reason when aborted, after every process has ended */
export async function runLaunch(options: LaunchOptions): Promise<LaunchResult> {
  const { signal, folder } = options;
  signal.throwIfAborted();
  const script = ownFile('src/train/accelerate/launch.py');
  const running = execa(options.python, [script, folder, String(options.threads)], {
    cwd: folder,
    env: { ...options.env, ...offline(folder) },
    extendEnv: false,
    detached: true,
    cleanup: false,
    reject: false,
    buffer: false,
    stdin: 'ignore',
  });
  // Workers are in sessions of their own: torchrun ends them on SIGTERM, and the kernel when torchrun is gone.
  const kill = (name: NodeJS.Signals) => {
    try {
      if (running.pid !== undefined) process.kill(-running.pid, name);
    } catch {
      // The group has ended already.
    }
  };
  let timer: NodeJS.Timeout | undefined;
  const stop = () => {
    kill('SIGTERM');
    timer = setTimeout(() => kill('SIGKILL'), GRACE_MILLISECONDS);
  };
  const onExit = () => kill('SIGKILL');
  signal.addEventListener('abort', stop, { once: true });
  process.once('exit', onExit);
  const log: string[] = [];
  const read = async (stream: NodeJS.ReadableStream) => {
    for await (const line of createInterface({ input: stream })) {
      if (line.startsWith(MARK)) {
        options.onEvent(JSON.parse(line.slice(MARK.length)) as Record<string, unknown>);
        continue;
      }
      if (line === '') continue;
      options.onLine(line);
      log.push(line);
      if (log.length > KEPT_LINES) log.shift();
    }
  };
  try {
    const [result] = await Promise.all([running, read(running.stdout), read(running.stderr)]);
    signal.throwIfAborted();
    const { exitCode } = result;
    return { ok: !result.failed, missing: result.code === 'ENOENT', exitCode, signal: result.signal, log };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
    process.off('exit', onExit);
  }
}

/** Nothing is fetched, nothing is reported, and nothing is written but into the job's folder. */
function offline(folder: string): Record<string, string> {
  return {
    HF_HOME: path.join(folder, 'hf'),
    HF_HUB_OFFLINE: '1',
    HF_DATASETS_OFFLINE: '1',
    TRANSFORMERS_OFFLINE: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
    TOKENIZERS_PARALLELISM: 'false',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONUNBUFFERED: '1',
    PYTHONNOUSERSITE: '1',
    // Of pinned packages about each other.
    PYTHONWARNINGS: 'ignore',
  };
}
