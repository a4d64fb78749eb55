import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OUTCOMES, type Outcome, verdictOf, worstOutcome } from '../../src/gate/outcome.ts';
import { blockersOf, type JudgedParts, outcomeOf, waive, waives } from '../../src/gate/waive.ts';

const policy = { on_inconclusive: 'block', mode: 'enforce' } as const;

function parts(metrics: Record<string, Outcome>, more: Partial<JudgedParts> = {}): JudgedParts {
  const listed = Object.entries(metrics).map(([name, outcome]) => ({ name, outcome, blocking: true }));
  return { metrics: listed, dataErrors: [], policy, ...more };
}

const judgedOutcome = (of: JudgedParts) =>
  outcomeOf(
    worstOutcome(of.metrics.filter(({ blocking }) => blocking).map(({ outcome }) => outcome)) ??
      'not_evaluated',
    of,
  );
const decided = (of: JudgedParts, names: string[]) => waive(judgedOutcome(of), of, names);

describe('a waived metric', () => {
  test('is still a regression, and no longer blocks', () => {
    const { verdict, waived, standing } = decided(parts({ perplexity: 'regression' }), ['perplexity']);
    expect(verdict).toEqual({ outcome: 'regression', blocked: false, exit_code: 0 });
    expect(waived.map(({ name }) => name)).toEqual(['perplexity']);
    expect(standing).toEqual([]);
  });

  test('leaves the others standing, and the exit code says what is left of them', () => {
    const of = parts({ perplexity: 'regression', style: 'regression', berth: 'inconclusive', ok: 'pass' });
    expect(decided(of, ['perplexity']).verdict).toEqual({
      outcome: 'regression',
      blocked: true,
      exit_code: 1,
    });
    const left = decided(of, ['perplexity', 'style']);
    expect(left.verdict).toEqual({ outcome: 'regression', blocked: true, exit_code: 3 });
    expect(left.standing.map(({ name }) => name)).toEqual(['berth']);
    expect(decided(of, ['perplexity', 'style', 'berth']).verdict.blocked).toBe(false);
  });

  test('that does not block, that is advisory or that is not there waives nothing', () => {
    const of = parts({ perplexity: 'regression', berth: 'inconclusive', ok: 'pass' });
    const lenient = { ...of, policy: { ...policy, on_inconclusive: 'warn' as const } };
    for (const name of ['berth', 'ok', 'nothing', 'Perplexity', '']) {
      expect(decided(lenient, [name])).toMatchObject({
        verdict: { blocked: true, exit_code: 1 },
        waived: [],
      });
    }
    const advisory = { ...of, metrics: [{ name: 'style', outcome: 'regression' as const, blocking: false }] };
    expect(decided(advisory, ['style']).verdict).toMatchObject({ outcome: 'not_evaluated', blocked: true });
  });

  test('of a policy that only warns is nothing to waive', () => {
    const of = parts({ perplexity: 'regression' }, { policy: { ...policy, mode: 'warn' } });
    expect(decided(of, ['perplexity'])).toMatchObject({ verdict: { blocked: false }, waived: [] });
  });

  test('cannot be waived where nothing was judged', () => {
    const { verdict, standing } = decided(parts({}), ['gate/blocking-metric', 'perplexity', 'data-checks']);
    expect(verdict).toEqual({ outcome: 'not_evaluated', blocked: true, exit_code: 3 });
    expect(standing[0]?.fixed).toMatch(/nothing was judged/);
  });
});

describe('errors in the data', () => {
  const data = (...checks: string[]) =>
    parts({}, { dataErrors: checks.map((check) => ({ check, brought_in: 2 })) });

  test('are waived one by one or all together', () => {
    const of = data('leakage', 'role_order');
    expect(decided(of, ['data-checks']).verdict).toEqual({
      outcome: 'not_evaluated',
      blocked: false,
      exit_code: 0,
    });
    expect(decided(of, ['data/leakage']).verdict).toMatchObject({ blocked: true, exit_code: 3 });
    expect(decided(of, ['data/leakage', 'data/role_order']).verdict.blocked).toBe(false);
  });

  test('that are secrets stay, whatever is waived', () => {
    const of = data('leakage', 'secrets');
    for (const names of [
      ['data-checks'],
      ['data-checks', 'data/secrets', 'secrets'],
      ['data/leakage', 'data/secrets'],
    ]) {
      const { verdict, standing } = decided(of, names);
      expect(verdict.blocked).toBe(true);
      expect(standing).toMatchObject([{ name: 'data/secrets', fixed: expect.stringMatching(/history/) }]);
    }
  });

  test('of the base alone block nothing', () => {
    expect(
      blockersOf(parts({ perplexity: 'pass' }, { dataErrors: [{ check: 'leakage', brought_in: 0 }] })),
    ).toEqual([]);
  });
});

describe('whatever was judged', () => {
  const names = ['perplexity', 'style', 'forgetting', 'data/leakage', 'data/secrets', 'data-checks'];
  const someParts = fc.record({
    metrics: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('perplexity', 'style', 'forgetting'),
        blocking: fc.boolean(),
        outcome: fc.constantFrom(...OUTCOMES),
      }),
      { selector: ({ name }) => name },
    ),
    dataErrors: fc.uniqueArray(
      fc.record({
        check: fc.constantFrom('leakage', 'secrets'),
        brought_in: fc.integer({ min: 0, max: 2 }),
      }),
      { selector: ({ check }) => check },
    ),
    policy: fc.record({
      on_inconclusive: fc.constantFrom('warn' as const, 'block' as const),
      mode: fc.constantFrom('enforce' as const, 'enforce' as const, 'warn' as const),
    }),
  });

  test('something blocks exactly where the verdict does, and without waivers the verdict is the gate’s', () => {
    fc.assert(
      fc.property(someParts, (of) => {
        const plain = verdictOf(judgedOutcome(of), of.policy);
        expect(blockersOf(of).length > 0).toBe(plain.blocked);
        expect(decided(of, []).verdict).toEqual(plain);
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('waivers never change the outcome, never block, and unblock only when each blocker is named', () => {
    fc.assert(
      fc.property(someParts, fc.subarray(names), (of, given) => {
        const [before, after] = [decided(of, []), decided(of, given)];
        expect(after.verdict.outcome).toBe(before.verdict.outcome);
        const named = blockersOf(of).every((blocker) => given.some((name) => waives(name, blocker)));
        expect(after.verdict.blocked).toBe(before.verdict.blocked && !named);
        expect(after.verdict.exit_code > 0).toBe(after.verdict.blocked);
      }),
      { seed: 2, numRuns: 1000 },
    );
  });
});
