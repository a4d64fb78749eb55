/** The part of the result that holds what the checks of the data found, and how the training rows changed. */

import { z } from 'zod';
import type { Distribution } from '../dataset/checks/distribution.ts';
import { CHECK_NAMES } from '../dataset/checks/finding.ts';
import type { Check } from '../gate/metric-decision.ts';
import { blockingFindings, type ChangePlace, type DataChecks } from '../plan/data-checks.ts';
import { count, shortText } from './result-metric.ts';

/** The rest is counted: a document has to stay readable. */
const MOST_LISTED = 1000;
const MOST_REASONS = 20;
const MOST_LANGUAGES = 20;

const severity = z.enum(['error', 'warning', 'note']);
const file = z.string().min(1).max(1024);
const check = z.enum(CHECK_NAMES as [(typeof CHECK_NAMES)[number], ...typeof CHECK_NAMES]);
const amount = z.number().min(0);
const lengths = z.strictObject({ median: amount, p95: amount, max: amount });

const distribution = z.strictObject({
  conversations: count,
  conversation_characters: lengths,
  answer_characters: lengths,
  turns: z.array(count).max(100).describe('[i] conversations with i + 1 answers, the last of that or more'),
  languages: z.array(z.strictObject({ language: shortText, conversations: count })).max(MOST_LANGUAGES),
  languages_sampled: count,
});

export const dataChecks = z
  .strictObject({
    counts: z
      .array(z.strictObject({ check, severity, found: count, brought_in: count }))
      .max(CHECK_NAMES.length)
      .describe('Of each check that found something, all of it'),
    blocking: count.describe('Errors that this change brings in: the adapter is then not trained'),
    unlisted: count.describe('Findings that are counted, and that were too many to list'),
    findings: z
      .array(
        z.strictObject({
          check,
          severity,
          file,
          line: count,
          message: z.string().max(4096),
          fix: shortText,
          brought_in: z.boolean().describe('false for what the base commit has as well'),
        }),
      )
      .max(MOST_LISTED)
      .describe('Those that this change brings in first'),
    distributions: z
      .strictObject({ base: distribution.nullable(), added: distribution.nullable(), head: distribution })
      .describe('Of the training rows'),
  })
  .refine(
    ({ counts, blocking }) =>
      blocking === counts.filter((of) => of.severity === 'error').reduce((sum, of) => sum + of.brought_in, 0),
    { path: ['blocking'], message: 'does not follow from the counts' },
  );

export type ResultDataChecks = z.output<typeof dataChecks>;

function summary({ languages, ...rest }: Distribution): ResultDataChecks['distributions']['head'] {
  const short = ({ median, p95, max }: Distribution['answer_characters']) => ({ median, p95, max });
  return {
    conversations: rest.conversations,
    conversation_characters: short(rest.conversation_characters),
    answer_characters: short(rest.answer_characters),
    turns: rest.turns,
    languages: languages.slice(0, MOST_LANGUAGES),
    languages_sampled: rest.languages_sampled,
  };
}

function countsOf(findings: readonly ChangePlace[]): ResultDataChecks['counts'] {
  return CHECK_NAMES.flatMap((name) => {
    const of = findings.filter((finding) => finding.check === name);
    const [first] = of;
    if (!first) return [];
    const brought_in = of.filter((finding) => finding.brought_in).length;
    return [{ check: name, severity: first.severity, found: of.length, brought_in }];
  });
}

export function dataChecksToResult(checks: DataChecks): ResultDataChecks {
  const { findings, distributions, unlisted } = checks;
  const news = findings.toSorted((a, b) => Number(b.brought_in) - Number(a.brought_in));
  const { base, added, head } = distributions;
  return {
    counts: countsOf([...findings, ...unlisted]),
    blocking: blockingFindings(checks).length,
    unlisted: unlisted.length,
    findings: news.slice(0, MOST_LISTED).map((finding) => ({
      check: finding.check,
      severity: finding.severity,
      file: finding.file,
      line: finding.line,
      message: finding.message.slice(0, 4096),
      fix: finding.fix,
      brought_in: finding.brought_in,
    })),
    distributions: {
      base: base ? summary(base) : null,
      added: added ? summary(added) : null,
      head: summary(head),
    },
  };
}

/** Of data that could not be read: nothing was checked. */
export function noDataChecks(): ResultDataChecks {
  const none = { median: 0, p95: 0, max: 0 };
  const head = {
    conversations: 0,
    conversation_characters: none,
    answer_characters: none,
    turns: [],
    languages: [],
    languages_sampled: 0,
  };
  return {
    counts: [],
    blocking: 0,
    unlisted: 0,
    findings: [],
    distributions: { base: null, added: null, head },
  };
}

/** Why the adapter was not trained, one a finding; the last tells of the rest. */
export function dataCheckReasons(checks: DataChecks): Check[] {
  const blocking = blockingFindings(checks);
  const shown = blocking.slice(0, MOST_REASONS);
  const left = blocking.length - shown.length;
  return shown.map(({ check: name, file: where, line, ...rest }, i) => ({
    name: `data/${name}`,
    expected: 'no such finding among the rows that the change brings in',
    actual: `${where.slice(0, 900)}:${line}`,
    passed: false,
    reason:
      `${where}:${line}: ${'message' in rest ? rest.message : 'one of too many to tell of each'}${left > 0 && i === shown.length - 1 ? ` (and ${left} more findings)` : ''}`.slice(
        0,
        4096,
      ),
  }));
}
