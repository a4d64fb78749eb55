/** What the checks of the data found, in the comment: what the change brings in line by line, the rest as a count. */

import { clip, code, join, list, type Markdown, md, nothing, paragraph, table } from './markdown-escape.ts';
import { countOf, formatCount } from './numbers.ts';
import type { ResultDataChecks } from './result-data-checks.ts';
import type { ResultSection } from './result-section.ts';

type Shape = ResultDataChecks['distributions']['head'];

function languages({ languages: found, languages_sampled: sampled }: Shape): string {
  if (sampled === 0) return '—';
  return found
    .slice(0, 3)
    .map(({ language, conversations }) => `${language} ${Math.round((100 * conversations) / sampled)} %`)
    .join(', ');
}

/** `210, 95 % to 480`: the median and where the long end begins. */
function lengths({ median, p95 }: Shape['answer_characters']): string {
  return `${formatCount(Math.round(median))}, 95 % to ${formatCount(Math.round(p95))}`;
}

/** The three most frequent numbers of answers in a conversation. */
function turns({ turns: counts, conversations }: Shape): string {
  if (conversations === 0) return '—';
  const last = counts.length - 1;
  return counts
    .map((found, i) => ({ found, answers: i === last && last > 0 ? `${i + 1} or more` : `${i + 1}` }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found)
    .slice(0, 3)
    .map(({ found, answers }) => `${answers}: ${Math.round((100 * found) / conversations)} %`)
    .join(', ');
}

/** How lengths, turns and languages of the training rows move from base to head, and what was added. */
function distributions({ base, added, head }: ResultDataChecks['distributions']): Markdown {
  const columns = [
    ...(base ? [['base', base] as const] : []),
    ...(base && added ? [['added', added] as const] : []),
    ['head', head] as const,
  ];
  return table(
    [
      md`Training rows`,
      md`Conversations`,
      md`Characters (median)`,
      md`Answer (median)`,
      md`Answers each`,
      md`Languages`,
    ],
    columns.map(([name, of]) => [
      md`${name}`,
      md`${formatCount(of.conversations)}`,
      md`${lengths(of.conversation_characters)}`,
      md`${lengths(of.answer_characters)}`,
      md`${turns(of)}`,
      md`${languages(of)}`,
    ]),
  );
}

/** At most `most` findings; nothing where nothing was found and the rows did not change. */
export function dataChecksPart({ data_checks: checks, data }: ResultSection, most: number): Markdown {
  const { counts, findings, blocking } = checks;
  const brought = counts.reduce((sum, { brought_in }) => sum + brought_in, 0);
  const before = counts.reduce((sum, { found }) => sum + found, 0) - brought;
  const moved = data.added + data.removed + data.changed > 0;
  if (brought + before === 0 && !moved) return nothing;
  const shown = findings
    .filter(({ brought_in }) => brought_in)
    .slice(0, most)
    .map(
      ({ severity, check, file, line, message, fix }) =>
        md`${severity}: ${check.replaceAll('_', ' ')} at ${code(`${clip(file, 120)}:${line}`)}: ${clip(message, 300)}. ${severity === 'error' ? clip(fix, 200) : ''}`,
    );
  if (brought > shown.length) shown.push(md`… and ${formatCount(brought - shown.length)} more`);
  const verdict =
    blocking > 0
      ? md`**Data checks: ${countOf(blocking, 'error')} in what this change brings in, so nothing was trained.**`
      : md`**Data checks:** ${brought === 0 ? 'nothing found in what this change brings in' : `${countOf(brought, 'finding')} in what this change brings in, none of them an error`}.`;
  const old =
    before > 0
      ? md`${countOf(before, 'finding')} that the base has as well: not held against this change.`
      : nothing;
  return join(
    [
      verdict,
      shown.length > 0 ? list(shown) : nothing,
      old,
      moved ? distributions(checks.distributions) : nothing,
    ],
    paragraph,
  );
}
