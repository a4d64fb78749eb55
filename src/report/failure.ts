/**
 * Why a job that trains has no result, for the job that publishes. Like the result it comes from where a pull request could have
 * written it, so it is read as strictly.
 */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../adapter/atomic-file.ts';
import { messageOf, UserError } from '../errors.ts';
import { parseLimited } from './limited-json.ts';

export const FAILURE_FILE = 'failure.json';
const MOST_PROBLEMS = 50;

const failure = z.strictObject({
  schema: z.literal('lora-gate/failure/1'),
  head_sha: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
  kind: z.enum(['user-error', 'bug', 'cancelled']),
  code: z.string().regex(/^[a-z0-9-]{1,60}$/),
  message: z.string().max(4096),
  problems: z.array(z.string().max(2048)).max(MOST_PROBLEMS),
  hint: z.string().max(2048).nullable(),
});

export type Failure = z.output<typeof failure>;

export function failureOf(thrown: unknown, headSha: string, { cancelled = false } = {}): Failure {
  const known = thrown instanceof UserError ? thrown : undefined;
  return {
    schema: 'lora-gate/failure/1',
    head_sha: headSha,
    kind: cancelled ? 'cancelled' : known ? 'user-error' : 'bug',
    code: known?.code ?? 'bug',
    message: messageOf(thrown).slice(0, 4096),
    problems: (known?.problems ?? []).slice(0, MOST_PROBLEMS).map((problem) => problem.slice(0, 2048)),
    hint: known?.hint?.slice(0, 2048) ?? null,
  };
}

export async function writeFailure(folder: string, content: Failure): Promise<void> {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  await replaceFile(path.join(folder, FAILURE_FILE), (file) => writeFile(file, text));
}

/** @throws UserError when it is not one of ours */
export function parseFailure(text: string, file: string): Failure {
  return parseLimited(text, failure, { file, what: 'a failure', code: 'failure', maxBytes: 2 ** 20 });
}

/** As it was thrown where it happened. */
export function errorOf({ code, message, problems, hint }: Failure): UserError {
  return new UserError(code, message, { problems, ...(hint !== null && { hint }) });
}
