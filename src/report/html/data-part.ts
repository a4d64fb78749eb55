/** What the checks of the data found, and how the training rows changed. */

import { ABSENT, countOf, formatCount } from '../numbers.ts';
import type { ResultDataChecks } from '../result-data-checks.ts';
import type { ResultSection } from '../result-section.ts';
import { type Html, html, nothing } from './html.ts';
import { code, column, details, note, part, table } from './layout.ts';

const MOST_FINDINGS = 200;
const { text, number } = column;

type Shape = ResultDataChecks['distributions']['head'];
type Lengths = Shape['answer_characters'];

function shares(parts: readonly (readonly [string, number])[], total: number): string {
  if (total === 0) return ABSENT;
  return parts
    .filter(([, count]) => count > 0)
    .slice(0, 8)
    .map(([label, count]) => `${label} ${Math.round((100 * count) / total)} %`)
    .join(', ');
}

function turns({ turns: counts, conversations }: Shape): string {
  const labels = counts.map((count, i) => [`${i + 1}`, count] as const);
  return shares(labels, conversations);
}

function distributions({ base, added, head }: ResultDataChecks['distributions']): Html {
  const sides = [
    ...(base ? [['base', base] as const] : []),
    ...(added ? [['added', added] as const] : []),
    ['head', head] as const,
  ];
  const lengths = ({ median, p95, max }: Lengths) =>
    html`${[median, p95, max].map((value) => formatCount(Math.round(value))).join(' / ')}`;
  return html`<h4>Training rows</h4>${table(
    'Training rows',
    [
      text('Rows'),
      number('Conversations'),
      number('Characters: median / p95 / max'),
      number('Characters of an answer: median / p95 / max'),
      text('Answers in a conversation'),
      text('Languages'),
    ],
    sides.map(([side, shape]) => [
      html`${side}`,
      html`${formatCount(shape.conversations)}`,
      lengths(shape.conversation_characters),
      lengths(shape.answer_characters),
      html`${turns(shape)}`,
      html`${shares(
        shape.languages.map(({ language, conversations }) => [language, conversations] as const),
        shape.languages_sampled,
      )}`,
    ]),
  )}`;
}

function counts({ counts: found }: ResultDataChecks): Html {
  return table(
    'Findings by check',
    [text('Check'), text('Severity'), number('Found'), number('Brought in by this change')],
    found.map(({ check, severity, found: all, brought_in }) => [
      html`${check.replaceAll('_', ' ')}`,
      html`${severity}`,
      html`${formatCount(all)}`,
      html`${formatCount(brought_in)}`,
    ]),
  );
}

function findings({ findings: listed, counts: by, unlisted }: ResultDataChecks): Html {
  const shown = listed.slice(0, MOST_FINDINGS);
  const all = by.reduce((sum, { found }) => sum + found, 0) + unlisted;
  return details(
    `Findings: ${formatCount(shown.length)} of ${formatCount(all)}, those that this change brings in first`,
    table(
      'Findings',
      [text('Where'), text('Check'), text('Finding'), text('What to do'), text('Since')],
      shown.map(({ file, line, check, severity, message, fix, brought_in }) => [
        code(`${file}:${line}`),
        html`${severity}: ${check.replaceAll('_', ' ')}`,
        html`${message}`,
        html`${fix}`,
        html`${brought_in ? 'this change' : 'the base'}`,
      ]),
    ),
  );
}

export function dataPart(id: string, { data, data_checks: checks, change, provenance }: ResultSection): Html {
  if (provenance.test_sha256 === null) return part(id, 'Data', html`<p>${code(data.path)}: not read.</p>`);
  const { counts: by, blocking, findings: listed } = checks;
  const brought = by.reduce((sum, { brought_in }) => sum + brought_in, 0);
  const verdict =
    blocking > 0
      ? html`<p><strong>${countOf(blocking, 'error')} in what this change brings in, so nothing was trained.</strong></p>`
      : html`<p>${brought === 0 ? 'Nothing found in what this change brings in.' : `${countOf(brought, 'finding')} in what this change brings in, none of them an error.`}</p>`;
  const rows = html`${code(data.path)}: ${formatCount(data.base_rows)} → ${countOf(data.head_rows, 'row')} (${formatCount(data.added)} added, ${formatCount(data.removed)} removed, ${formatCount(data.changed)} changed)`;
  const why = change.map(({ reason, detail }) => `${reason.replaceAll('_', ' ')}${detail && `: ${detail}`}`);
  return part(
    id,
    'Data',
    html`<p>${rows}</p>${why.length > 0 ? note(html`Judged because of: ${why.join('; ')}`) : nothing}${verdict}${by.length > 0 ? counts(checks) : nothing}${listed.length > 0 ? findings(checks) : nothing}${distributions(checks.distributions)}`,
  );
}
