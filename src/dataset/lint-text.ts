/** A lint report as text for a terminal. Text of the dataset is shown with its control characters made visible. */

import { printable } from './json-line.ts';
import type { LintPreview, LintReport } from './lint.ts';

/** The report of one file: the verdict on the first line, then problems, statistics and the preview. */
export function renderLint(report: LintReport, options: { maxProblems?: number } = {}): string {
  const { file, rows, problems, hint, statistics, previews } = report;
  const limit = options.maxProblems ?? 50;
  const lines =
    problems.length === 0
      ? [`${file}: ${counted(rows, 'conversation')}, no problems`]
      : [`${file}: ${counted(problems.length, 'problem')}, ${counted(rows, 'readable conversation')}`];
  lines.push(...problems.slice(0, limit).map((problem) => `  ${problem}`));
  if (problems.length > limit) lines.push(`  … and ${problems.length - limit} more`);
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  if (statistics && statistics.count > 0) {
    const share = ((100 * statistics.supervised_tokens) / statistics.total_tokens).toFixed(1);
    lines.push(
      `  tokens a conversation: min ${statistics.min}, median ${number(statistics.median)}, p95 ${number(statistics.p95)}, max ${statistics.max}`,
      `  tokens in all: ${statistics.total_tokens}, learnt ${statistics.supervised_tokens} (${share} %) in ${counted(statistics.turns, 'assistant turn')}`,
    );
  }
  for (const preview of previews) lines.push(...renderPreview(preview));
  return lines.join('\n');
}

function renderPreview({ id, line, spans }: LintPreview): string[] {
  const lines = [`  preview of line ${line} (${printable(id)}):`];
  for (const { text, learnt } of spans) {
    const mark = learnt ? 'learnt' : 'read  ';
    // Line ends are shown: whether the one after an answer is learnt matters.
    for (const part of text.split(/(?<=\n)/))
      lines.push(`    ${mark} | ${printable(part.replace('\n', '↵'))}`);
  }
  return lines;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function number(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(1);
}
