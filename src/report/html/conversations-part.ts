/** The test conversations: all of them as a scatter, those that changed most as tables. */

import { type ComparedConversation, comparedConversations } from '../compared-conversations.ts';
import { formatCount, formatNats } from '../numbers.ts';
import type { ResultSection } from '../result-section.ts';
import { clip } from '../visible-text.ts';
import { type Html, html, nothing } from './html.ts';
import { code, column, details, note, part, table } from './layout.ts';
import { scatterChart } from './scatter-chart.ts';

const MOST_LISTED = 50;
const PREVIEW_CHARACTERS = 300;

function listed(label: string, rows: readonly ComparedConversation[]): Html {
  const { text, number } = column;
  const previews = rows.some(({ row }) => row.preview !== undefined);
  const head = [text('Conversation'), text('Where'), number('Tokens'), number('Base'), number('Candidate')];
  const columns = [...head, number('Change'), ...(previews ? [text('Begins')] : [])];
  return table(
    label,
    columns,
    rows.map(({ row, base, candidate, change }) => [
      code(clip(row.id, 200)),
      code(`${clip(row.file, 200)}:${row.line}`),
      html`${formatCount(row.tokens)}`,
      html`${formatNats(base)}`,
      html`${formatNats(candidate)}`,
      html`${formatNats(change, true)}`,
      ...(previews ? [html`${clip(row.preview ?? '', PREVIEW_CHARACTERS)}`] : []),
    ]),
  );
}

export function conversationsPart(id: string, section: ResultSection): Html {
  const compared = comparedConversations(section);
  const unscored = section.conversations.length - compared.length;
  if (section.conversations.length === 0) return nothing;
  const missing =
    unscored > 0
      ? note(
          html`${formatCount(unscored)} of ${formatCount(section.conversations.length)} conversations have no score of one side and are not shown.`,
        )
      : nothing;
  if (compared.length === 0) return part(id, 'Conversations', missing);
  const sorted = compared.toSorted((a, b) => b.change - a.change);
  const worse = sorted.filter(({ change }) => change > 0);
  const better = sorted.filter(({ change }) => change < 0).reverse();
  const tables = [['Got worse most', worse] as const, ['Got better most', better] as const].map(
    ([title, rows]) =>
      rows.length === 0
        ? nothing
        : details(
            `${title}: ${formatCount(Math.min(MOST_LISTED, rows.length))} of ${formatCount(rows.length)}`,
            listed(title, rows.slice(0, MOST_LISTED)),
          ),
  );
  const points = compared.map(({ row, base, candidate }) => ({ id: row.id, base, candidate }));
  return part(
    id,
    'Conversations',
    html`<div class="figures">${scatterChart(points)}</div>${missing}${note(html`Values are nats a token; a change above zero is worse.`)}${tables}`,
  );
}
