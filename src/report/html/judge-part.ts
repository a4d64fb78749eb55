/** What the judge said in sum, and what is known of the judge: canaries, flips, failures, bias, cost. */

import { ABSENT, countOf, formatCount, formatSeconds, formatShare } from '../numbers.ts';
import type { ResultJudge } from '../result-judge.ts';
import type { ResultSection } from '../result-section.ts';
import { type Html, html, nothing } from './html.ts';
import { column, details, facts, note, part, table } from './layout.ts';

const { text, number } = column;

const share = (value: number | null) => html`${value === null ? ABSENT : formatShare(value)}`;
const score = (value: number | null) => html`${value === null ? ABSENT : value.toFixed(2)}`;
const vote = (votes: boolean) => html`${votes ? 'yes' : 'no: advisory'}`;
const interval = (of: { lower: number; upper: number } | null, write: (value: number) => string) =>
  html`${of === null ? ABSENT : `${write(of.lower)} to ${write(of.upper)}`}`;

function dimensions({ dimensions: all, scale }: ResultJudge): Html {
  if (all.length === 0) return nothing;
  return table(
    `Scores from ${scale.lowest} to ${scale.highest}`,
    [
      text(`Score, ${scale.lowest} to ${scale.highest}`),
      number('Base'),
      number('Candidate'),
      number('Difference'),
      number('Interval'),
      number('Scored'),
      number('Failed'),
      text('Has a vote'),
    ],
    all.map((of) => [
      html`${of.name}`,
      score(of.baseline),
      score(of.candidate),
      score(of.difference),
      interval(of.interval, (value) => value.toFixed(2)),
      html`${formatCount(of.scored)}`,
      html`${formatCount(of.failed)}`,
      vote(of.votes),
    ]),
  );
}

function winRate({ win_rate: of }: ResultJudge): Html {
  return facts([
    ['Win rate of the candidate', share(of.rate)],
    ['Interval', interval(of.interval, formatShare)],
    [
      'Wins / ties / losses',
      html`${formatCount(of.wins)} / ${formatCount(of.ties)} / ${formatCount(of.losses)}`,
    ],
    ['Failed', html`${formatCount(of.failed)}`],
    ['Has a vote', vote(of.votes)],
  ]);
}

function quality(judge: ResultJudge): Html {
  const { canaries, length_bias: bias, repeat_agreement: repeats } = judge;
  return facts([
    [
      'Canaries told apart',
      html`${share(canaries.accuracy)} of ${formatCount(canaries.asked)}, ${canaries.passed ? 'enough' : 'too few'} (least ${formatShare(canaries.threshold)})`,
    ],
    ['Verdicts changed by the order', share(judge.position_flip_rate)],
    ['Unreadable replies', share(judge.parse_failure_rate)],
    [
      'The longer answer won',
      html`${share(bias.rate)} of ${countOf(bias.decided, 'pair')} [${interval(bias.interval, formatShare)}], correlation ${score(bias.correlation)}`,
    ],
    [
      'Same verdict when asked again',
      html`${share(repeats.rate)} (${formatCount(repeats.agreed)} of ${formatCount(repeats.asked)})`,
    ],
  ]);
}

function canaryTables({ canaries: { by_kind, by_metric } }: ResultJudge): Html {
  const tally = [number('Right'), number('Wrong'), number('Failed')];
  const counts = (of: { right: number; wrong: number; failed: number }) =>
    [of.right, of.wrong, of.failed].map((value) => html`${formatCount(value)}`);
  const kinds = table(
    'Canaries by kind',
    [text('Kind'), ...tally],
    by_kind.map((of) => [html`${of.kind.replaceAll('_', ' ')}`, ...counts(of)]),
  );
  const metrics = table(
    'Canaries by metric',
    [text('Metric'), ...tally, number('Accuracy'), text('Passed')],
    by_metric.map((of) => [
      html`${of.metric}`,
      ...counts(of),
      share(of.accuracy),
      html`${of.passed ? 'yes' : 'no'}`,
    ]),
  );
  return details('Canaries', html`${kinds}${metrics}`);
}

function failures({ failures: all }: ResultJudge): Html {
  if (all.length === 0) return nothing;
  return details(
    `Failures: ${formatCount(all.reduce((sum, { count }) => sum + count, 0))}`,
    table(
      'Failures of the judge',
      [text('Kind'), number('Count'), text('Example')],
      all.map(({ kind, count, example }) => [
        html`${kind.replaceAll('_', ' ')}`,
        html`${formatCount(count)}`,
        html`${example}`,
      ]),
    ),
  );
}

function cost({ cost: of }: ResultJudge): Html {
  return facts([
    ['Requests', html`${formatCount(of.requests)}, and ${formatCount(of.cached)} verdicts from earlier runs`],
    ['Tokens', html`${formatCount(of.prompt_tokens)} read, ${formatCount(of.completion_tokens)} written`],
    ['Spend', html`${of.spend === null ? ABSENT : of.spend.toFixed(2)}`],
    ['Time', html`${formatSeconds(of.seconds)}`],
  ]);
}

export function judgePart(id: string, { judge }: ResultSection): Html {
  if (!judge) return nothing;
  const reason =
    judge.reason === null
      ? nothing
      : html`<p><strong>${judge.advisory ? 'Advisory: ' : ''}</strong>${judge.reason}</p>`;
  return part(
    id,
    'Judge',
    html`${note(html`${judge.model} (${judge.provider}), ${countOf(judge.prompts, 'prompt')}`)}${reason}${winRate(judge)}${dimensions(judge)}<h4>How good the judge is</h4>${quality(judge)}${canaryTables(judge)}${failures(judge)}<h4>What the judge took</h4>${cost(judge)}`,
  );
}
