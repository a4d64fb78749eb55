/**
 * All that is known of datasets before anything is trained, as data: every problem of form, what the checks of the content
 * find, the length statistics, and a preview of what is learnt. The tokenizer is handed in; lint-text.ts turns the report
 * into text.
 */

import { messageOf, UserError } from '../errors.ts';
import { type CheckOptions, type CheckReport, checkDatasets } from './checks/check-datasets.ts';
import { withheldRows } from './checks/withheld-rows.ts';
import type { Conversation, TokenizedConversation } from './conversation.ts';
import type { DataFileOptions } from './data-file.ts';
import { type LengthStatistics, lengthProblems, lengthStatistics } from './lengths.ts';
import { readRows } from './read.ts';

export interface LintOptions extends DataFileOptions {
  /** Without it nothing is known of lengths, and there is no preview. */
  tokenize?: (conversation: Conversation) => TokenizedConversation;
  /** Tokens a conversation may have. */
  max_length?: number;
  /** How to show what is learnt: the tokens as text, special tokens included. */
  decode?: (ids: Int32Array) => string;
  /** How many conversations to preview. Default 1. */
  previews?: number;
}

/** A run of tokens that are all learnt or all only read. */
export interface PreviewSpan {
  text: string;
  tokens: number;
  learnt: boolean;
}

export interface LintPreview {
  id: string;
  line: number;
  spans: PreviewSpan[];
}

export interface LintReport {
  file: string;
  /** Rows without a problem in their form. */
  rows: number;
  /** Every problem, `file:line: …` where it has a line. Empty when the file can be used. */
  problems: string[];
  /** What to do about a file that could not be read at all. */
  hint?: string;
  /** Over the rows that could be read and tokenised. */
  statistics?: LengthStatistics;
  previews: LintPreview[];
}

export interface LintInput {
  /** Training files; together they are one training set. */
  train: readonly string[];
  /** Without it there is no check of leakage. */
  test?: string;
  /** The training files before the change. */
  base?: readonly string[];
}

/** What is wrong with several files, each for itself and all together. */
export interface LintRun extends CheckReport {
  /** Training files, then the test file, then those of the base. */
  files: LintReport[];
}

interface ReadFile {
  report: LintReport;
  conversations: Conversation[];
}

/**
 * Checks training files, their test file and the training files before the change; the user's mistakes are in the report,
 * not thrown. Rows that can be read are checked even where others cannot.
 * @throws the signal's reason once it is aborted.
 */
export async function lintFiles(
  input: LintInput,
  options: LintOptions & CheckOptions = {},
): Promise<LintRun> {
  const readAll = async (files: readonly string[]) => {
    const read: ReadFile[] = [];
    for (const file of files) {
      options.signal?.throwIfAborted();
      read.push(await readFile(file, options));
    }
    return read;
  };
  const train = await readAll(input.train);
  const test = await readAll(input.test === undefined ? [] : [input.test]);
  const base = input.base && (await readAll(input.base));

  const rowsOf = (read: readonly ReadFile[]) => read.flatMap(({ conversations }) => conversations);
  const checked = await checkDatasets(
    {
      train: { file: input.train.join(', '), conversations: rowsOf(train) },
      ...(input.test !== undefined && { test: { file: input.test, conversations: rowsOf(test) } }),
      ...(base && { baseTrain: rowsOf(base) }),
    },
    options,
  );
  const withheld = withheldRows(checked);
  const isShown = ({ file, line }: Conversation) => !withheld.has(`${file}:${line}`);
  for (const read of [...train, ...test]) tokenizeReport(read, options, isShown);
  return { files: [...train, ...test, ...(base ?? [])].map(({ report }) => report), ...checked };
}

/** Checks the form and the lengths of one dataset file; the user's mistakes are in the report, not thrown. */
export async function lintDataset(file: string, options: LintOptions = {}): Promise<LintReport> {
  const read = await readFile(file, options);
  tokenizeReport(read, options);
  return read.report;
}

async function readFile(file: string, options: DataFileOptions): Promise<ReadFile> {
  try {
    const { conversations, problems } = await readRows(file, options);
    return { report: { file, rows: conversations.length, problems, previews: [] }, conversations };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    return { report: { file, rows: 0, problems: [error.message], ...hint, previews: [] }, conversations: [] };
  }
}

/** Adds to a report what only a tokenizer can tell. Rows that aren't `isShown` are not previewed. */
function tokenizeReport(
  { report, conversations }: ReadFile,
  options: LintOptions,
  isShown: (conversation: Conversation) => boolean = () => true,
): void {
  if (!options.tokenize || conversations.length === 0) return;
  const { rows, tokenized } = tokenizeAll(conversations, options.tokenize, report.problems);
  report.problems.push(
    ...lengthProblems(tokenized, { max_length: options.max_length ?? Number.POSITIVE_INFINITY }),
  );
  report.statistics = lengthStatistics(tokenized);
  const { decode } = options;
  if (!decode) return;
  report.previews = tokenized
    .filter((_, i) => isShown(rows[i] as Conversation))
    .slice(0, options.previews ?? 1)
    .map((conversation) => ({
      id: conversation.id,
      line: conversation.line,
      spans: previewSpans(conversation, decode),
    }));
}

function tokenizeAll(
  conversations: readonly Conversation[],
  tokenize: (conversation: Conversation) => TokenizedConversation,
  problems: string[],
): { rows: Conversation[]; tokenized: TokenizedConversation[] } {
  const rows: Conversation[] = [];
  const tokenized: TokenizedConversation[] = [];
  for (const conversation of conversations) {
    try {
      tokenized.push(tokenize(conversation));
      rows.push(conversation);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(`${conversation.file}:${conversation.line}: ${messageOf(error)}`);
    }
  }
  return { rows, tokenized };
}

/** The conversation as runs of tokens, decoded, each learnt or only read. */
export function previewSpans(
  { ids, assistant_mask }: TokenizedConversation,
  decode: (ids: Int32Array) => string,
): PreviewSpan[] {
  const spans: PreviewSpan[] = [];
  let start = 0;
  for (let i = 1; i <= ids.length; i += 1) {
    if (i < ids.length && assistant_mask[i] === assistant_mask[start]) continue;
    const piece = ids.subarray(start, i);
    spans.push({ text: decode(piece), tokens: piece.length, learnt: assistant_mask[start] !== 0 });
    start = i;
  }
  return spans;
}
