/**
 * Where progress and messages go. The logger is handed in everywhere; nothing below the entries writes to a stream of
 * its own. This file knows the terminal and the silent logger; the Actions logger belongs to the Action's entry.
 */

import cliProgress from 'cli-progress';
import pc from 'picocolors';

export interface Progress {
  /** `done` in the unit of `total`; `note` is a short text behind the bar (loss, file name). */
  update(done: number, note?: string): void;
  /** Ends the bar, whether complete or not. */
  stop(): void;
}

export interface ProgressOptions {
  total: number;
  /** 'B' prints human sizes; any other unit is printed behind the counts. */
  unit?: string;
}

export interface Logger {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
  progress(label: string, options: ProgressOptions): Progress;
}

export const silentLogger: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  progress: () => ({ update() {}, stop() {} }),
};

export interface TerminalLoggerOptions {
  stream?: NodeJS.WriteStream;
  verbose?: boolean;
  quiet?: boolean;
  /** Seconds between progress lines when the stream is not a terminal. */
  intervalSeconds?: number;
}

function amount(value: number, unit: string | undefined): string {
  if (unit === 'B') {
    const mebibytes = value / 2 ** 20;
    return mebibytes >= 1024 ? `${(mebibytes / 1024).toFixed(2)} GiB` : `${mebibytes.toFixed(1)} MiB`;
  }
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}

function lineProgress(
  write: (text: string) => void,
  label: string,
  options: ProgressOptions,
  interval: number,
): Progress {
  let last = Date.now();
  let latest: [done: number, note: string] | undefined;
  let printed = -1;
  const print = () => {
    if (!latest || latest[0] === printed) return;
    const [done, note] = latest;
    printed = done;
    const share = options.total > 0 ? ` (${Math.floor((100 * done) / options.total)} %)` : '';
    const unit = options.unit && options.unit !== 'B' ? ` ${options.unit}` : '';
    write(
      `${label}: ${amount(done, options.unit)} of ${amount(options.total, options.unit)}${unit}${share}${note ? `  ${note}` : ''}`,
    );
  };
  return {
    update(done, note = '') {
      latest = [done, note];
      if (Date.now() - last < interval * 1000) return;
      last = Date.now();
      print();
    },
    stop: print,
  };
}

function barProgress(stream: NodeJS.WriteStream, label: string, options: ProgressOptions): Progress {
  const bar = new cliProgress.SingleBar(
    {
      stream,
      hideCursor: true,
      clearOnComplete: false,
      etaBuffer: 20,
      format: `${label} [{bar}] {percentage} %  {shown}  ETA {eta_formatted}  {note}`,
    },
    cliProgress.Presets.rect,
  );
  const unit = options.unit && options.unit !== 'B' ? ` ${options.unit}` : '';
  const shown = (done: number) =>
    `${amount(done, options.unit)}/${amount(options.total, options.unit)}${unit}`;
  bar.start(options.total, 0, { note: '', shown: shown(0) });
  return {
    update: (done, note = '') => bar.update(done, { note, shown: shown(done) }),
    stop: () => bar.stop(),
  };
}

/** Messages and progress on stderr: a bar when it is a terminal, one line per interval when it is not. */
export function createTerminalLogger(options: TerminalLoggerOptions = {}): Logger {
  const stream = options.stream ?? process.stderr;
  const quiet = options.quiet ?? false;
  const write = (text: string) => {
    stream.write(`${text}\n`);
  };
  return {
    debug: (message) => (options.verbose ? write(pc.dim(message)) : undefined),
    info: (message) => (quiet ? undefined : write(message)),
    warn: (message) => write(`${pc.yellow('warning:')} ${message}`),
    error: (message) => write(`${pc.red('error:')} ${message}`),
    progress(label, progressOptions) {
      if (quiet) return silentLogger.progress(label, progressOptions);
      if (stream.isTTY) return barProgress(stream, label, progressOptions);
      return lineProgress(write, label, progressOptions, options.intervalSeconds ?? 10);
    },
  };
}
