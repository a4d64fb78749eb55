/** What the candidate does beyond the test set's likelihood: assertions on its answers, forgetting, its effect on the bare model. */

import { ABSENT, countOf, formatCount, formatNats, formatShare, formatValue } from '../numbers.ts';
import type { ResultSection } from '../result-section.ts';
import { badge } from './headline.ts';
import { type Html, html, nothing } from './html.ts';
import { code, column, details, facts, list, part, table } from './layout.ts';

const { text, number } = column;

const share = (value: number | null) => (value === null ? ABSENT : formatShare(value));
const signedShare = (value: number) => `${value < 0 ? '−' : '+'}${formatShare(Math.abs(value))}`;
const relative = (nats: number) => {
  const change = Math.expm1(nats);
  return Number.isFinite(change) ? signedShare(change) : ABSENT;
};

type Assertion = NonNullable<ResultSection['assertions']>[number];

function rate({ rate: value, passed, total }: Assertion['base']): Html {
  return html`${share(value)} <small>(${formatCount(passed)}/${formatCount(total)})</small>`;
}

function difference({ difference: found }: Assertion): Html {
  if (!found) return html`${ABSENT}`;
  return html`${signedShare(found.estimate)}<br><small>[${signedShare(found.lower)} to ${signedShare(found.upper)}]</small>`;
}

function failing({ name, failing: ids, example, undecided }: Assertion): Html {
  if (ids.length === 0 && undecided === 0) return nothing;
  const given =
    undecided > 0 ? html`${countOf(undecided, 'answer')} given up on in time, counted as failed. ` : nothing;
  const why = example === null ? nothing : html`<p>Why the first failed: ${example}</p>`;
  return details(
    `${name}: ${countOf(ids.length, 'failing answer')}`,
    html`${given}${why}${list(ids.map(code))}`,
  );
}

export function assertionsPart(id: string, { assertions }: ResultSection): Html {
  if (!assertions || assertions.length === 0) return nothing;
  const rows = assertions.map((of) => [
    html`${of.name} <small>(${of.type.replaceAll('_', ' ')})</small>`,
    rate(of.base),
    rate(of.candidate),
    difference(of),
    html`${share(of.min_pass_rate)}`,
    html`${share(of.max_drop)}`,
    badge(of.outcome),
  ]);
  const columns = [
    text('Assertion'),
    number('Base'),
    number('Candidate'),
    number('Change'),
    number('Least rate'),
    number('Largest drop'),
    text('Outcome'),
  ];
  return part(id, 'Assertions', html`${table('Assertions', columns, rows)}${assertions.map(failing)}`);
}

export function forgettingPart(id: string, { forgetting, adapter_effect: effect }: ResultSection): Html {
  if (!forgetting && !effect) return nothing;
  const general = forgetting
    ? facts([
        [
          'General texts',
          html`${countOf(forgetting.conversations, 'conversation')}, ${countOf(forgetting.tokens, 'token')}`,
        ],
        ['Perplexity: base model', html`${formatValue(forgetting.perplexity.bare)}`],
        ['Baseline', html`${formatValue(forgetting.perplexity.baseline)}`],
        ['Candidate', html`${formatValue(forgetting.perplexity.candidate)}`],
        [
          'Candidate against the base model',
          forgetting.increase === null
            ? html`${ABSENT}`
            : html`${relative(forgetting.increase.estimate)} [${relative(forgetting.increase.lower)} to ${relative(forgetting.increase.upper)}]`,
        ],
        [
          'Limit',
          forgetting.max_increase === null
            ? html`none set`
            : html`${signedShare(forgetting.max_increase)} against the ${forgetting.against === 'bare' ? 'base model' : 'baseline, which is above the limit itself'}`,
        ],
      ])
    : nothing;
  const changed = effect
    ? facts([
        ['Compared', html`${countOf(effect.tokens, 'token')} of the test set`],
        ['KL(base model ‖ candidate)', html`${formatNats(effect.kl_per_token)} nats a token`],
        ['Same most likely token', html`${share(effect.same_top_share)}`],
      ])
    : nothing;
  const title = (name: string, body: Html) => (body === nothing ? nothing : html`<h4>${name}</h4>${body}`);
  return part(
    id,
    'Forgetting and effect',
    html`${title('On general texts', general)}${title('What the adapter changes of the base model', changed)}`,
  );
}
