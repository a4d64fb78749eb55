/** Probot's pino as the logger that the rest of the project writes to. */

import type { Probot } from 'probot';
import { type Logger, silentLogger } from '../log.ts';

/** `fields` stand beside each message: who it is about, never a secret and never a line of somebody's data. */
export function pinoLogger(log: Probot['log'], fields: Record<string, string | number> = {}): Logger {
  const child = log.child(fields);
  return {
    debug: (message) => child.debug(message),
    info: (message) => child.info(message),
    warn: (message) => child.warn(message),
    error: (message) => child.error(message),
    progress: silentLogger.progress,
  };
}
