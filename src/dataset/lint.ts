/**
 * All that is known of a dataset before anything is trained, as data: every problem, the length statistics, and a preview
 * of what is learnt. The tokenizer is handed in; lint-text.ts turns the report into text.
 */

import { messageOf, UserError } from '../errors.ts';
import type { Conversation, TokenizedConversation } from './conversation.ts';
import type { DataFileOptions } from './data-file.ts';
import { type LengthStatistics, lengthProblems, lengthStatistics } from './lengths.ts';
import { type ReadRows, readRows } from './read.ts';

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

/** Checks one dataset file; the user's mistakes are in the report, not thrown. */
export async function lintDataset(file: string, options: LintOptions = {}): Promise<LintReport> {
  let read: ReadRows;
  try {
    read = await readRows(file, options);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const hint = error.hint === undefined ? {} : { hint: error.hint };
    return { file, rows: 0, problems: [error.message], ...hint, previews: [] };
  }

  const report: LintReport = { file, rows: read.conversations.length, problems: read.problems, previews: [] };
  if (!options.tokenize) return report;
  const tokenized = tokenizeAll(read.conversations, options.tokenize, report.problems);
  report.problems.push(
    ...lengthProblems(tokenized, { max_length: options.max_length ?? Number.POSITIVE_INFINITY }),
  );
  report.statistics = lengthStatistics(tokenized);
  const { decode } = options;
  if (decode) {
    report.previews = tokenized.slice(0, options.previews ?? 1).map((conversation) => ({
      id: conversation.id,
      line: conversation.line,
      spans: previewSpans(conversation, decode),
    }));
  }
  return report;
}

function tokenizeAll(
  conversations: readonly Conversation[],
  tokenize: (conversation: Conversation) => TokenizedConversation,
  problems: string[],
): TokenizedConversation[] {
  return conversations.flatMap((conversation) => {
    try {
      return [tokenize(conversation)];
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(`${conversation.file}:${conversation.line}: ${messageOf(error)}`);
      return [];
    }
  });
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
