/** Collects what the checks report: adds severity and novelty, leaves out what is switched off, sorts, and bounds the list. */

import type { Conversation } from '../conversation.ts';
import {
  CHECK_NAMES,
  type CheckName,
  type Finding,
  MAX_RELATED,
  type Report,
  type Severities,
} from './finding.ts';

/** Findings of one check that are listed, for each kind of row: of the test set, added by the change, there before. */
export const MOST_FINDINGS = 10_000;

/** A finding without its text: who brought it in is known of every one, however many there are. */
export type Placed = Pick<Finding, 'check' | 'severity' | 'file' | 'line' | 'introduced'>;

export interface Findings {
  /** Errors first, then warnings, then notes; within a check in the order of rows. */
  findings: Finding[];
  /** The findings that are not listed. */
  unlisted: Placed[];
  /** How many findings each check has, those that are not listed included. Checks without any are absent. */
  counts: Partial<Record<CheckName, number>>;
}

export interface FindingCollector {
  report: Report;
  result(): Findings;
}

export interface FindingOptions {
  severities: Severities;
  /** Training rows that the change adds or edits; absent when the rows before it aren't known. */
  introduced?: ReadonlySet<Conversation> | undefined;
  /** Rows that novelty is not asked of. */
  testRows: ReadonlySet<Conversation>;
}

export function createFindings({ severities, introduced, testRows }: FindingOptions): FindingCollector {
  const listed: Finding[] = [];
  const unlisted: Placed[] = [];
  // Each kind of row by itself: what the base has many of must not hide what the change brings in.
  const kept = new Map<string, number>();
  const counts: Partial<Record<CheckName, number>> = {};
  return {
    report(check, row, { message, fix }, related = []) {
      const severity = severities[check];
      if (severity === 'off') return;
      counts[check] = (counts[check] ?? 0) + 1;
      const { file, line } = row;
      const ofTest = testRows.has(row);
      const placed: Placed = { check, severity, file, line };
      if (introduced && !ofTest) placed.introduced = introduced.has(row);
      const kind = `${check} ${ofTest ? 'test' : placed.introduced}`;
      const count = (kept.get(kind) ?? 0) + 1;
      kept.set(kind, count);
      if (count > MOST_FINDINGS) {
        unlisted.push(placed);
        return;
      }
      const finding: Finding = { ...placed, message, fix };
      if (related.length > 0)
        finding.related = related
          .slice(0, MAX_RELATED)
          .map((place) => ({ file: place.file, line: place.line }));
      listed.push(finding);
    },
    result: () => ({ findings: sorted(listed), unlisted, counts }),
  };
}

const SEVERITIES = ['error', 'warning', 'note'];

function sorted(findings: readonly Finding[]): Finding[] {
  const files = [...new Set(findings.map(({ file }) => file))];
  const rank = ({ severity, check, file }: Finding) =>
    (SEVERITIES.indexOf(severity) * CHECK_NAMES.length + CHECK_NAMES.indexOf(check)) * files.length +
    files.indexOf(file);
  return findings.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line);
}
