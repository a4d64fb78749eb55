/** What the job ends with: its exit code, and the last words of its log. Pure. */

import { formatUserError, messageOf, UserError } from '../errors.ts';
import type { Result } from '../report/result.ts';
import type { FailOn } from './inputs.ts';
import type { Hold } from './target.ts';

/** The verdict's own code as far as the step is to fail on it; an error of the run fails it whatever is asked for. */
export function exitCodeOf({ outcome, blocked, exit_code }: Result['verdict'], failOn: FailOn): number {
  if (failOn === 'never' || !blocked) return 0;
  return failOn === 'regression' && outcome !== 'regression' ? 0 : exit_code;
}

/** An error as the log shows it, or why nothing was done. */
export function inWords(what: unknown, headSha = ''): string {
  if (what === 'draft') return 'a draft is not trained until it is marked as ready for review';
  if (what === ('fork' satisfies Hold)) {
    return `the change comes from a fork: somebody with write access has to say \`/lora-gate run ${headSha}\` first`;
  }
  if (what instanceof UserError) return formatUserError(what);
  const text = what instanceof Error ? (what.stack ?? what.message) : messageOf(what);
  return `${text}\nThis is a bug in lora-gate; please report it with the lines above.`;
}
