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

function eta(secondsSpent: number, share: number): string {
  const left = share > 0 ? (secondsSpent * (1 - share)) / share : Number.NaN;
  if (!Number.isFinite(left)) return '';
  return left < 90 ? `, ${Math.ceil(left)} s left` : `, ${Math.ceil(left / 60)} min left`;
}

function lineProgress(
  write: (text: string) => void,
  label: string,
  { total, unit }: ProgressOptions,
  intervalSeconds: number,
): Progress {
  const started = Date.now();
  let last = started;
  let latest: [done: number, note: string] | undefined;
  let printed = -1;
  const print = () => {
    if (!latest || latest[0] === printed) return;
    const [done, note] = latest;
    printed = done;
    const share = total > 0 ? done / total : 0;
    const left = share < 1 ? eta((Date.now() - started) / 1000, share) : '';
    const counts = `${amount(done, unit)} of ${amount(total, unit)}${unit && unit !== 'B' ? ` ${unit}` : ''}`;
    write(`${label}: ${counts} (${Math.floor(100 * share)} %${left})${note ? `  ${note}` : ''}`);
  };
  return {
    update(done, note = '') {
      latest = [done, note];
      if (Date.now() - last < intervalSeconds * 1000) return;
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
