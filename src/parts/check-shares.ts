/**
 * Whether the shares of one adapter are whole: every row and every prompt exactly once, of one adapter and one model a role. What a
 * share says of rows that are not there, or leaves out, is named with its file. Pure.
 */

import type { GeneralTexts } from '../evaluate/general-texts.ts';
import type { Role } from '../evaluate/role-run.ts';
import type { PreparedAdapter } from '../stages/prepare.ts';
import type { FittingPart } from './check-parts.ts';
import type { Share } from './part-document.ts';

export interface PlacedShare {
  file: string;
  name: string;
  share: Share;
  /** Whether it is the share that has what is scored once for a role. */
  first: boolean;
}

export interface SharesOf {
  /** Those with scores. */
  scored: Record<Role, PlacedShare[]>;
  /** Those that say who trained. */
  trainings: PlacedShare[];
}

export function sharesOf(parts: readonly FittingPart[]): SharesOf {
  const scored: SharesOf['scored'] = { bare: [], baseline: [], candidate: [] };
  const trainings: PlacedShare[] = [];
  for (const { file, document, part } of parts) {
    const first = part.work !== 'score' || part.shard.index === 1;
    for (const share of document.shares) {
      const placed = { file, name: document.part, share, first };
      if (share.test) scored[share.role].push(placed);
      else trainings.push(placed);
    }
  }
  return { scored, trainings };
}

/** @returns what is wrong, a line each */
export function shareProblems(
  { scored, trainings }: SharesOf,
  { base, head, data, questions }: Pick<PreparedAdapter, 'base' | 'head' | 'data' | 'questions'>,
  general: GeneralTexts,
): string[] {
  const problems: string[] = [];
  const damaged = ({ file, name }: PlacedShare, what: string) =>
    problems.push(`${file}: damaged: ${name} ${what}; run its job again`);
  const roles: Role[] = base ? ['bare', 'baseline', 'candidate'] : ['bare', 'candidate'];
  const places = (
    shares: PlacedShare[],
    of: (share: Share) => readonly number[] | undefined,
    wanted: Wanted,
  ) => problems.push(...placeProblems(shares, of, wanted));
  for (const role of roles) {
    const shares = scored[role];
    const compared = role !== 'bare' || base === null;
    places(shares, ({ test }) => test?.rows, { what: 'test rows', count: data.test.conversations.length });
    const edited = compared ? (data.editedTest?.conversations.length ?? null) : null;
    places(shares, (share) => share.edited?.rows, { what: 'rows of the edited test set', count: edited });
    const prompts = compared ? (questions?.prompts.length ?? null) : null;
    places(shares, ({ answers }) => answers?.map(({ at }) => at), { what: 'prompts', count: prompts });
    const firsts = shares.filter(({ first }) => first);
    places(firsts, (share) => share.general?.rows, {
      what: 'general texts',
      count: general.conversations.length,
    });
    for (const placed of shares) {
      const { general: texts, effect } = placed.share;
      if (!placed.first && (texts || effect)) damaged(placed, 'has what only the first share has');
      if (placed.first && (effect !== null) !== (role === 'candidate'))
        damaged(placed, 'has no effect of the adapter, or one of another role');
    }
    sameness([...shares, ...trainings.filter(({ share }) => share.role === role)]);
  }
  const models = roles.flatMap((role) => scored[role]);
  const bare = scored.bare[0]?.share.model;
  const changesModel = base !== null && base.config.model !== head.config.model;
  for (const placed of models) {
    if (placed.share.role === 'baseline' && changesModel) continue;
    if (bare && placed.share.model.revision !== bare.revision)
      damaged(
        placed,
        `rests on revision ${placed.share.model.revision} of the model, others on ${bare.revision}`,
      );
  }
  return problems;

  /** All shares of a role are of one adapter, one model and one way of scoring. */
  function sameness(shares: readonly PlacedShare[]): void {
    const facts = [
      ['adapter', ({ trained }) => trained?.hash],
      ['model', ({ model }) => `${model.spec} ${model.revision}`],
      ['key of the test scores', ({ test }) => test?.key],
      ['key of the edited test scores', ({ edited }) => edited?.key],
    ] as const satisfies [string, (share: Share) => string | undefined][];
    for (const [fact, of] of facts) {
      const known = shares.find(({ share }) => of(share) !== undefined);
      for (const placed of shares) {
        const own = of(placed.share);
        if (!known || own === undefined || own === of(known.share)) continue;
        problems.push(
          `${placed.file}: foreign: ${placed.name} has another ${fact} than ${known.name} in ${known.file}; run its job again on a machine of the same kind`,
        );
      }
    }
  }
}

interface Wanted {
  what: string;
  /** null where none are wanted. */
  count: number | null;
}

/** Every place from 0 exactly once over all shares. */
function placeProblems(
  shares: readonly PlacedShare[],
  of: (share: Share) => readonly number[] | undefined,
  { what, count }: Wanted,
): string[] {
  const problems: string[] = [];
  const by = new Map<number, PlacedShare>();
  for (const placed of shares) {
    const { file, name, share } = placed;
    const places = of(share);
    const damaged = (why: string) => problems.push(`${file}: damaged: ${name} ${why}; run its job again`);
    if ((places !== undefined) !== (count !== null)) {
      damaged(count === null ? `has ${what}, which nothing asked for` : `has no ${what}`);
      continue;
    }
    const outside = places?.find((place) => place >= (count ?? 0));
    if (outside !== undefined) damaged(`has number ${outside} of ${count} ${what}`);
    const twice = places?.find((place) => by.has(place));
    if (twice !== undefined)
      damaged(`has number ${twice} of the ${what} that ${by.get(twice)?.name} has already`);
    for (const place of places ?? []) by.set(place, placed);
    if (places && new Set(places).size !== places.length) damaged(`has some of the ${what} twice`);
  }
  const [first] = shares;
  if (problems.length > 0 || count === null || !first || by.size === count) return problems;
  const gone = Array.from({ length: count }, (_, place) => place).find((place) => !by.has(place));
  return [
    `${first.file}: damaged: ${first.name} and the others of its role have ${by.size} of ${count} ${what}, number ${gone} is missing; run their jobs again`,
  ];
}
