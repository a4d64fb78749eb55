/**
 * The two kinds of failure: what the user can mend (UserError, exit code 2) and everything else (a bug of ours, exit
 * code 70). Knows nothing of terminals, Actions or HTTP.
 */

export interface UserErrorOptions {
  /** What to do next, one sentence. */
  hint?: string;
  /** Every problem found, one line each (`file:line: what, expected …`); printed below the message. */
  problems?: readonly string[];
  cause?: unknown;
}

/** The input, configuration or environment is wrong, and the user can mend it. `code` is stable: docs list it. */
export class UserError extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly problems: readonly string[];

  constructor(code: string, message: string, options: UserErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'UserError';
    this.code = code;
    this.hint = options.hint;
    this.problems = options.problems ?? [];
  }
}

/** The text of anything that was thrown, an Error or not. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** A UserError as it is shown: message, the problems below it, the hint last. */
export function formatUserError(error: UserError, limit = 50): string {
  const shown = error.problems.slice(0, limit).map((problem) => `  ${problem}`);
  const left = error.problems.length - shown.length;
  if (left > 0) shown.push(`  … and ${left} more`);
  const lines = [`error[${error.code}]: ${error.message}`, ...shown];
  if (error.hint) lines.push(`hint: ${error.hint}`);
  return lines.join('\n');
}
