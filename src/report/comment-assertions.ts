/** The deterministic checks of the generated answers in the comment: rates, what they have to be, and which answers fail. */

import { signed } from '../gate/metric.ts';
import { outcomeWord, SYMBOLS } from './comment-headline.ts';
import {
  clip,
  code,
  details,
  join,
  list,
  type Markdown,
  md,
  nothing,
  paragraph,
  table,
} from './markdown-escape.ts';
import { ABSENT, countOf, formatCount, formatShare } from './numbers.ts';
import type { ResultSection } from './result-section.ts';

export interface AssertionLimits {
  /** Failing conversations named for each assertion. */
  failing: number;
}

type Assertion = NonNullable<ResultSection['assertions']>[number];

const share = (value: number | null) => (value === null ? ABSENT : formatShare(Number(value.toFixed(3))));
const points = (value: number) => signed(100 * value, 1);

function rateOf({ passed, total, rate }: Assertion['base']): Markdown {
  return md`${share(rate)} (${formatCount(passed)} of ${formatCount(total)})`;
}

function rates(assertions: readonly Assertion[], confidence: number): Markdown {
  const head = [
    md`Assertion`,
    md`Base`,
    md`Candidate`,
    md`Δ points [${formatShare(confidence)} CI]`,
    md`Wanted`,
    md`Outcome`,
  ];
  return table(
    head,
    assertions.map(({ name, type, base, candidate, difference, min_pass_rate, max_drop, outcome }) => [
      md`${clip(name, 64)} (${type})`,
      rateOf(base),
      rateOf(candidate),
      difference
        ? md`${points(difference.estimate)} [${points(difference.lower)} to ${points(difference.upper)}]`
        : md`${ABSENT}`,
      md`${share(min_pass_rate)} or more, drop ${share(max_drop)} at most`,
      md`${SYMBOLS[outcome]} ${outcomeWord(outcome)}`,
    ]),
  );
}

/** `file:line` of conversations by their id. */
function placesOf({ conversations, answers }: ResultSection): ReadonlyMap<string, string> {
  const rows = [...(answers?.items ?? []), ...conversations];
  return new Map(rows.map(({ id, file, line }) => [id, `${clip(file, 120)}:${line}`]));
}

function failing(
  { name, failing: ids, candidate, undecided, example }: Assertion,
  places: ReadonlyMap<string, string>,
  most: number,
): Markdown {
  const failed = candidate.total - candidate.passed;
  const shown = ids.slice(0, most).map((id) => {
    const place = places.get(id);
    return place === undefined ? code(clip(id, 80)) : md`${code(clip(id, 80))} at ${code(place)}`;
  });
  const left = failed - shown.length;
  if (shown.length > 0 && left > 0) shown.push(md`${formatCount(left)} more`);
  const where = shown.length > 0 ? md`: ${join(shown, md`, `)}` : nothing;
  const why = example === null || example === '' ? nothing : md`. The first one: ${clip(example, 200)}`;
  const late = undecided > 0 ? `, ${formatCount(undecided)} of them not decided in time` : '';
  return md`**${clip(name, 64)}** fails for ${countOf(failed, 'answer')} of the candidate${late}, the newly failing first${where}${why}`;
}

/** The assertions of one adapter; those that failed open with the answers that fail. */
export function assertionsPart(section: ResultSection, limits: AssertionLimits): Markdown {
  const { assertions, policy } = section;
  if (!assertions || assertions.length === 0) return nothing;
  const places = placesOf(section);
  const failed = assertions.filter(({ candidate }) => candidate.passed < candidate.total);
  const hold = assertions.filter(({ outcome }) => outcome === 'pass').length;
  return details(
    md`Assertions: ${formatCount(hold)} of ${formatCount(assertions.length)} pass`,
    join(
      [
        rates(assertions, policy.confidence),
        list(failed.map((assertion) => failing(assertion, places, limits.failing))),
      ],
      paragraph,
    ),
  );
}
