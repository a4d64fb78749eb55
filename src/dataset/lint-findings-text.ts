/**
 * Findings and distributions as text for a terminal. Messages quote nothing of a dataset beyond masked beginnings; file
 * names, which a contributor chooses too, are shown with their control characters made visible.
 */

import type { CheckReport } from './checks/check-datasets.ts';
import type { Distribution } from './checks/distribution.ts';
import type { CheckName, Finding, Severity } from './checks/finding.ts';
import { printable } from './json-line.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

export interface FindingsTextOptions {
  /** Findings shown of each check. Default 10. */
  maxFindings?: number;
  /** Whether leakage could be looked for. */
  hasTest: boolean;
}

/** The verdict on the first line, then the findings by severity and check, then the distributions. */
export function renderFindings(
  { findings, counts, distributions }: CheckReport,
  options: FindingsTextOptions,
): string {
  const limit = options.maxFindings ?? 10;
  const lines = [`checks: ${verdict(findings, counts)}`];
  if (!options.hasTest) lines.push('  no test file was given: leakage was not looked for (--test)');
  for (const severity of SEVERITIES) {
    const ofSeverity = findings.filter((finding) => finding.severity === severity);
    for (const [check, group] of byCheck(ofSeverity)) {
      lines.push(`  ${severity}: ${check} (${counts[check] ?? group.length})`);
      lines.push(...group.slice(0, limit).map((finding) => `    ${oneLine(finding)}`));
      const left = (counts[check] ?? group.length) - Math.min(limit, group.length);
      if (left > 0) lines.push(`    … and ${left} more`);
      // One fix for a check nearly always; where there are several, each is said once.
      for (const fix of new Set(group.slice(0, limit).map((finding) => finding.fix)))
        lines.push(`    fix: ${fix}`);
    }
  }
  lines.push(...renderDistributions(distributions));
  return lines.join('\n');
}

function verdict(findings: readonly Finding[], counts: CheckReport['counts']): string {
  const severityOf = new Map(findings.map(({ check, severity }) => [check, severity]));
  const totals = SEVERITIES.map((severity) => {
    const of = (Object.entries(counts) as [CheckName, number][]).filter(
      ([check]) => severityOf.get(check) === severity,
    );
    const total = of.reduce((sum, [, count]) => sum + count, 0);
    return total === 0 ? '' : `${total} ${severity}${total === 1 ? '' : 's'}`;
  }).filter((text) => text !== '');
  return totals.length === 0 ? 'nothing found' : totals.join(', ');
}

function byCheck(findings: readonly Finding[]): Map<CheckName, Finding[]> {
  const groups = new Map<CheckName, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.check);
    if (group) group.push(finding);
    else groups.set(finding.check, [finding]);
  }
  return groups;
}

function oneLine({ file, line, message, introduced }: Finding): string {
  return printable(`${file}:${line}: ${message}${introduced ? ' [new]' : ''}`);
}

function renderDistributions({ base, added, head }: CheckReport['distributions']): string[] {
  const columns = [
    ...(base ? [{ name: 'base', of: base }] : []),
    ...(added ? [{ name: 'added', of: added }] : []),
    { name: base ? 'head' : 'all', of: head },
  ];
  const measures: [string, (of: Distribution) => string][] = [
    ['conversations', (of) => String(of.conversations)],
    ['characters a conversation', (of) => summary(of.conversation_characters)],
    ['characters an answer', (of) => summary(of.answer_characters)],
    ['answers a conversation', (of) => turns(of.turns)],
    ['languages', languages],
  ];
  return [
    '  distribution of the training rows:',
    ...measures.flatMap(([name, shown]) =>
      columns.map(
        ({ name: column, of }, i) => `    ${(i === 0 ? name : '').padEnd(26)}${column.padEnd(6)}${shown(of)}`,
      ),
    ),
  ];
}

function summary({ count, median, p95, max }: Distribution['answer_characters']): string {
  return count === 0 ? '–' : `median ${Math.round(median)}, p95 ${Math.round(p95)}, max ${max}`;
}

function turns(counts: readonly number[]): string {
  const last = counts.length - 1;
  const shown = counts.flatMap((count, i) =>
    count === 0 ? [] : [`${count} × ${i + 1}${i === last ? ' or more' : ''}`],
  );
  return shown.join(', ') || '–';
}

function languages({ languages: found, languages_sampled }: Distribution): string {
  if (languages_sampled === 0) return '–';
  const shown = found.slice(0, 6).map(({ language, conversations }) => {
    const share = (100 * conversations) / languages_sampled;
    return `${language} ${share < 1 ? '<1' : Math.round(share)} %`;
  });
  return shown.join(', ') + (found.length > 6 ? ', …' : '');
}
