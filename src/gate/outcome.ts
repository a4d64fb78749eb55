/**
 * The four outcomes, how they combine and what they do to a merge. Knows no statistics: it turns outcomes and the
 * policy's two switches into `blocked` and an exit code.
 */

/** From best to worst: the worst of several decides. A proven regression says more than a missing score. */
export const OUTCOMES = ['pass', 'inconclusive', 'not_evaluated', 'regression'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Of a whole run: `not_affected` when the change touches no adapter and nothing was judged. */
export const RUN_OUTCOMES = ['not_affected', ...OUTCOMES] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export const EXIT_CODES = [0, 1, 3] as const;
export type ExitCode = (typeof EXIT_CODES)[number];

export interface Enforcement {
  /** What an inconclusive result does. */
  on_inconclusive: 'warn' | 'block';
  /** `warn` reports everything and blocks nothing. */
  mode: 'enforce' | 'warn';
}

export interface Verdict<O extends RunOutcome = Outcome> {
  outcome: O;
  blocked: boolean;
  /** 0 not blocked, 1 blocked by a regression, 3 blocked by anything that could not be decided. */
  exit_code: ExitCode;
}

/** The worst outcome of several; undefined of none. */
export function worstOutcome<O extends RunOutcome>(outcomes: readonly O[]): O | undefined {
  return outcomes.reduce<O | undefined>(
    (worst, outcome) =>
      worst === undefined || RUN_OUTCOMES.indexOf(outcome) > RUN_OUTCOMES.indexOf(worst) ? outcome : worst,
    undefined,
  );
}

/** What an outcome means for the merge. */
export function verdictOf(outcome: Outcome, { on_inconclusive, mode }: Enforcement): Verdict {
  const blocked =
    mode === 'enforce' &&
    (outcome === 'regression' ||
      outcome === 'not_evaluated' ||
      (outcome === 'inconclusive' && on_inconclusive === 'block'));
  return { outcome, blocked, exit_code: blocked ? (outcome === 'regression' ? 1 : 3) : 0 };
}

/** The verdict of a run over several adapters: blocked when any is, by the gravest exit code. */
export function combineVerdicts(verdicts: readonly Verdict[]): Verdict<RunOutcome> {
  const codes = verdicts.map((verdict) => verdict.exit_code);
  return {
    outcome: worstOutcome(verdicts.map((verdict) => verdict.outcome)) ?? 'not_affected',
    blocked: verdicts.some((verdict) => verdict.blocked),
    exit_code: codes.includes(1) ? 1 : codes.includes(3) ? 3 : 0,
  };
}
