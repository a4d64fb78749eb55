/**
 * Why a job that trains has no result, for the job that publishes. Like the result it comes from where a pull request could have
 * written it, so it is read as strictly.
 */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { replaceFile } from '../adapter/atomic-file.ts';
import { UserError } from '../errors.ts';
import { parseLimited } from './limited-json.ts';
import { type ToldError, tellError, toldError } from './result-failure.ts';

export const FAILURE_FILE = 'failure.json';

const failure = z.strictObject({
  schema: z.literal('lora-gate/failure/1'),
  head_sha: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
  ...toldError.shape,
  kind: z.enum(['user-error', 'bug', 'cancelled']),
});

export type Failure = z.output<typeof failure>;

export function failureOf(thrown: unknown, headSha: string, { cancelled = false } = {}): Failure {
  const told = tellError(thrown);
  return {
    schema: 'lora-gate/failure/1',
    head_sha: headSha,
    ...told,
    kind: cancelled ? 'cancelled' : told.kind,
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

/** As it was thrown where it happened, for whoever shows it. */
export function errorOf({ code, message, problems, hint }: Omit<ToldError, 'kind'>): UserError {
  return new UserError(code, message, { problems, ...(hint !== null && { hint }) });
}

/** As it was thrown where it happened: a bug stays one. */
export function thrownError(told: ToldError): Error {
  return told.kind === 'bug' ? new Error(told.message) : errorOf(told);
}
