/**
 * The parts in folders, as jobs leave them or as their artifacts are unpacked: `part.json` in a folder or in those right below it.
 * What cannot be read is a line for people, not an end: all of it is named at once.
 */

import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { messageOf, UserError } from '../errors.ts';
import { FAILURE_FILE, parseFailure } from '../report/failure.ts';
import { readLimited } from '../report/limited-json.ts';
import type { FoundPart } from './check-parts.ts';
import { PART_FILE, readPart } from './part-document.ts';

export interface FoundParts {
  found: FoundPart[];
  /** A line each. */
  problems: string[];
}

/** As many jobs as a plan has at most, twice. */
const MOST_FOLDERS = 1000;

const isFile = (file: string) =>
  lstat(file).then(
    (found) => found.isFile(),
    () => false,
  );

/** Why a document is none of ours, in one line. */
export function problemOf(file: string, thrown: unknown): string {
  if (!(thrown instanceof UserError)) return `${file}: damaged: ${messageOf(thrown)}; run its job again`;
  const [first, ...others] = thrown.problems;
  const more = others.length > 0 ? ` and ${others.length} more` : '';
  return `${file}: damaged: ${thrown.message}${first ? ` (${first}${more})` : ''}; run its job again`;
}

/** A job that left a reason instead of a part. */
export function failureProblem(file: string, text: string): string {
  const { code, message } = parseFailure(text, file);
  return `${file}: failed: error[${code}]: ${message}; mend it and run its job again`;
}

async function candidates(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const below = entries.filter((entry) => entry.isDirectory()).map(({ name }) => path.join(folder, name));
  return [folder, ...below.sort()].slice(0, MOST_FOLDERS);
}

export async function readParts(folders: readonly string[]): Promise<FoundParts> {
  const result: FoundParts = { found: [], problems: [] };
  for (const folder of folders) {
    const places = await candidates(folder).catch((thrown: unknown) => {
      result.problems.push(`${folder}: cannot be read: ${messageOf(thrown)}; correct the path`);
    });
    if (!places) continue;
    const before = result.found.length + result.problems.length;
    for (const place of places) await readPlace(place, result);
    if (result.found.length + result.problems.length === before)
      result.problems.push(
        `${folder}: no ${PART_FILE} in it or in the folders right below it; correct the path`,
      );
  }
  return result;
}

async function readPlace(folder: string, { found, problems }: FoundParts): Promise<void> {
  const [part, failure] = [path.join(folder, PART_FILE), path.join(folder, FAILURE_FILE)];
  if (await isFile(part)) {
    try {
      found.push({ file: part, document: await readPart(part) });
    } catch (thrown) {
      problems.push(problemOf(part, thrown));
    }
  } else if (await isFile(failure)) {
    const source = { file: failure, what: 'a failure', code: 'failure', maxBytes: 2 ** 20 };
    problems.push(
      await readLimited(source).then(
        (text) => failureProblem(failure, text),
        (thrown: unknown) => problemOf(failure, thrown),
      ),
    );
  }
}
