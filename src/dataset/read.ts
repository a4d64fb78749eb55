/**
 * Conversations from a JSON Lines file. Streams the file line by line; lists every bad row as `file:line: …` and neither
 * skips nor cuts one in silence. Knows nothing of tokens; the forms of a row are in row-forms.ts.
 */

import { createReadStream } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import type { Conversation } from './conversation.ts';
import { type DataFileOptions, LFS_POINTER, resolveDataFile, unreadable } from './data-file.ts';
import { parseJsonLine, printable } from './json-line.ts';
import { createLineSplitter, type Line } from './lines.ts';
import { parseRow } from './row-forms.ts';

/** The longest line read; a conversation of a megabyte is longer than any model's context. */
export const MAX_LINE_BYTES = 2 ** 20;

export interface ReadRows {
  conversations: Conversation[];
  /** One `file:line: what, expected …` a problem, in the order of lines. */
  problems: string[];
}

/**
 * Reads all conversations of a JSON Lines file.
 * @throws UserError `dataset-rows` that lists every bad row, `dataset-empty`, `dataset-lfs-pointer`, or those of
 *   `resolveDataFile`.
 */
export async function readConversations(
  given: string,
  options: DataFileOptions = {},
): Promise<Conversation[]> {
  return orThrow(await readRows(given, options), given);
}

/** As `readConversations`, but bad rows are returned beside the good ones. */
export async function readRows(given: string, options: DataFileOptions = {}): Promise<ReadRows> {
  const file = await resolveDataFile(given, options);
  const stream = createReadStream(file.location, { highWaterMark: 2 ** 20 });
  return await parseRows(stream, file.name);
}

/**
 * Reads all conversations from bytes that are not a file of the checkout, such as the blob of another commit.
 * @throws UserError as `readConversations`.
 */
export async function parseConversations(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
): Promise<Conversation[]> {
  return orThrow(await parseRows(chunks, file), file);
}

async function parseRows(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  file: string,
): Promise<ReadRows> {
  const reader = createRowReader(file);
  const lines = createLineSplitter(MAX_LINE_BYTES, reader.take);
  try {
    for await (const chunk of chunks) lines.push(chunk);
  } catch (error) {
    throw error instanceof UserError ? error : unreadable(file, error);
  }
  lines.end();
  const rows = reader.rows;
  if (rows.conversations.length === 0 && rows.problems.length === 0) {
    throw new UserError('dataset-empty', `${file} holds no rows`, {
      hint: 'Write one JSON object a line: {"messages": [{"role": "user", "content": "…"}, {"role": "assistant", "content": "…"}]}.',
    });
  }
  return rows;
}

function createRowReader(file: string): { rows: ReadRows; take: (line: Line) => void } {
  const rows: ReadRows = { conversations: [], problems: [] };
  const lineOfId = new Map<string, number>();
  let blank: number[] = [];

  const take = ({ number, bytes, length }: Line) => {
    const report = (problem: string, line = number) => void rows.problems.push(`${file}:${line}: ${problem}`);
    if (bytes && isBlank(bytes)) {
      blank.push(number); // an error only once a row follows: blank lines at the end do no harm
      return;
    }
    for (const line of blank) report('blank line between rows: delete it', line);
    blank = [];
    if (!bytes) {
      report(`${length} bytes on one line, more than the ${MAX_LINE_BYTES} read: split the conversation`);
      return;
    }
    if (number === 1 && bytes.subarray(0, LFS_POINTER.length).toString('latin1') === LFS_POINTER) {
      throw new UserError('dataset-lfs-pointer', `${file} is a Git LFS pointer, not the data itself`, {
        hint: 'Fetch it with `git lfs pull`, or set `lfs: true` for actions/checkout.',
      });
    }
    const json = parseJsonLine(bytes);
    if (json.problem !== undefined) return report(json.problem);
    const parsed = parseRow(json.value);
    if (parsed.problems) {
      for (const problem of parsed.problems) report(problem);
      return;
    }
    const { row } = parsed;
    const id = row.id ?? defaultId(file, number);
    const first = lineOfId.get(id);
    if (first !== undefined) {
      report(
        `id ${printable(JSON.stringify(id))} is also that of line ${first}: ids must differ, rename one`,
      );
      return;
    }
    lineOfId.set(id, number);
    rows.conversations.push({
      id,
      messages: row.messages,
      tags: row.tags,
      group: row.group ?? id,
      file,
      line: number,
    });
  };
  return { rows, take };
}

/** The id of a row that has none of its own: `<file name>:<line>`. */
export function defaultId(file: string, line: number): string {
  return `${path.basename(file)}:${line}`;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

function orThrow(rows: ReadRows, file: string): Conversation[] {
  if (rows.problems.length === 0) return rows.conversations;
  const count = rows.problems.length;
  throw new UserError('dataset-rows', `${count} problem${count === 1 ? '' : 's'} in the rows of ${file}`, {
    problems: rows.problems,
    hint: 'Mend the rows listed; no row is skipped or cut.',
  });
}
