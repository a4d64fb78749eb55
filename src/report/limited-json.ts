/**
 * Reads JSON that somebody else wrote: limited in size, checked against a schema, every problem named with the file
 * and the key. Knows no particular document.
 */

import { open } from 'node:fs/promises';
import type { z } from 'zod';
import { messageOf, UserError } from '../errors.ts';

export interface JsonSource {
  /** The name to show in errors. */
  file: string;
  /** What the document is, for errors: `an evaluation`. */
  what: string;
  /** The first part of error codes: `evaluation` gives `evaluation-too-large`, `evaluation-invalid`. */
  code: string;
  maxBytes: number;
}

const MOST_PROBLEMS = 200;

function tooLarge({ file, what, code, maxBytes }: JsonSource): UserError {
  return new UserError(`${code}-too-large`, `${file} is larger than ${what} may be (${maxBytes} bytes)`);
}

/** The text of a file of at most `maxBytes`. @throws UserError when it cannot be read or is larger. */
export async function readLimited(source: JsonSource): Promise<string> {
  const { file, what, code, maxBytes } = source;
  try {
    await using handle = await open(file, 'r');
    const stat = await handle.stat();
    if (!stat.isFile()) throw new Error('not a regular file');
    if (stat.size > maxBytes) throw tooLarge(source);
    const text = await handle.readFile('utf8');
    if (Buffer.byteLength(text) > maxBytes) throw tooLarge(source);
    return text;
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown;
    throw new UserError(`${code}-unreadable`, `cannot read ${what} from ${file}: ${messageOf(thrown)}`, {
      hint: 'Check the path and its permissions.',
      cause: thrown,
    });
  }
}

/** A key path as people write it: `conversations[3].nll`. */
function keyOf(path: readonly PropertyKey[]): string {
  const text = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('');
  return text.replace(/^\./, '') || '(the whole document)';
}

/** @throws UserError when the text is too large, no JSON or not what the schema wants; lists every problem. */
export function parseLimited<S extends z.ZodType>(text: string, schema: S, source: JsonSource): z.output<S> {
  const { file, what, code, maxBytes } = source;
  if (Buffer.byteLength(text) > maxBytes) throw tooLarge(source);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (thrown) {
    throw new UserError(`${code}-not-json`, `${file} is not JSON: ${messageOf(thrown).slice(0, 200)}`, {
      cause: thrown,
    });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${file}: ${keyOf(issue.path)}: ${issue.message}`);
  throw new UserError(`${code}-invalid`, `${file} is not ${what} that can be trusted`, {
    problems: problems.slice(0, MOST_PROBLEMS),
    hint: `Write it anew with the same version of lora-gate.`,
  });
}
