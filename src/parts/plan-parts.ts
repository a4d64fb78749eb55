/**
 * Into which jobs a run is divided: an adapter stays whole on one machine unless it is expected to take longer than wanted; then its
 * roles are jobs of their own, and their scoring is divided into shares. Pure: sizes and rates are handed in.
 */

import type { Role } from '../evaluate/role-run.ts';
import { type Part, partName } from './part-name.ts';

export interface AdapterSize {
  name: string;
  reasons: readonly string[];
  /** Tokens to train on, all epochs; `baseline` is null for an adapter that the change introduces. */
  training: { baseline: number | null; candidate: number };
  /** Tokens that one role is scored on or generates. */
  scoring: number;
  /** Tokens a second; null where nothing is known. */
  rates: { training: number | null; scoring: number | null };
}

export interface Sharding {
  max_jobs: number;
  target_minutes: number;
  /** Most shares of a role. Several find their adapter in a store: where one cannot read what another wrote, there is one. */
  max_shares?: number | undefined;
}

/** An entry of a job's `strategy.matrix`. */
export interface PartEntry {
  /** Empty where one job does the whole run. */
  part: string;
  adapter: string;
  role: Role | 'all';
  shard: number;
  shards: number;
  reasons: string[];
  /** Expected; null where nothing is known. */
  minutes: number | null;
}

export interface PartPlan {
  /** These first, where there are any: adapters that several jobs of the other matrix need. */
  train: PartEntry[];
  evaluate: PartEntry[];
}

/** The whole run in one job, under the name that stands for no part. */
const WHOLE_RUN: PartEntry = {
  ...{ part: '', adapter: '', role: 'all', shard: 1, shards: 1, reasons: [], minutes: null },
};

const minutesOf = (tokens: number, rate: number | null) => (rate === null ? null : tokens / rate / 60);

interface Minutes {
  /** Of each role; those that are not trained take none. */
  training: { role: 'baseline' | 'candidate'; minutes: number | null }[];
  /** Of each role. */
  scoring: number | null;
  roles: Role[];
  /** Of the adapter on one machine. */
  all: number | null;
}

function minutesFor({ training, scoring, rates }: AdapterSize): Minutes {
  const trained = (role: 'baseline' | 'candidate', tokens: number) => ({
    role,
    minutes: minutesOf(tokens, rates.training),
  });
  const sides = [
    ...(training.baseline === null ? [] : [trained('baseline', training.baseline)]),
    trained('candidate', training.candidate),
  ];
  const roles: Role[] = ['bare', ...sides.map(({ role }) => role)];
  const score = minutesOf(scoring, rates.scoring);
  const all = [...sides.map(({ minutes }) => minutes), score && score * roles.length];
  // What is known is a lower bound, which is enough to divide by.
  const known = all.filter((minutes) => minutes !== null);
  return {
    ...{ training: sides, scoring: score, roles },
    all: known.length === 0 ? null : known.reduce((sum, minutes) => sum + minutes, 0),
  };
}

/** Adapters in the order of the plan; the longest are divided first, as far as `max_jobs` goes. */
export function planParts(
  sizes: readonly AdapterSize[],
  { max_jobs, target_minutes, max_shares = max_jobs }: Sharding,
): PartPlan {
  if (sizes.length > max_jobs) return { train: [], evaluate: [WHOLE_RUN] };
  let free = max_jobs - sizes.length;
  const sized = sizes.map((size) => ({ size, minutes: minutesFor(size), shares: 0 }));
  const longestFirst = sized.toSorted((a, b) => (b.minutes.all ?? 0) - (a.minutes.all ?? 0));
  for (const each of longestFirst) {
    const { all, scoring, roles } = each.minutes;
    if (all === null || all <= target_minutes) continue;
    const most = Math.min(max_shares, Math.floor((free + 1) / roles.length));
    if (most < 1) continue;
    each.shares = Math.min(most, Math.max(1, Math.ceil((scoring ?? 0) / target_minutes)));
    free -= each.shares * roles.length - 1;
  }
  const plan: PartPlan = { train: [], evaluate: [] };
  for (const { size, minutes, shares } of sized) {
    if (shares === 0) plan.evaluate.push(entry(size, { work: 'all', adapter: size.name }, minutes.all));
    else divide(plan, size, minutes, shares);
  }
  return plan;
}

function divide(plan: PartPlan, size: AdapterSize, minutes: Minutes, of: number): void {
  const { name: adapter } = size;
  if (of > 1) {
    for (const { role, minutes: training } of minutes.training)
      plan.train.push(entry(size, { work: 'train', adapter, role }, training));
  }
  for (const role of minutes.roles) {
    const own = of > 1 ? 0 : (minutes.training.find((side) => side.role === role)?.minutes ?? 0);
    for (let index = 1; index <= of; index += 1) {
      const expected = minutes.scoring === null ? null : minutes.scoring / of + own;
      plan.evaluate.push(entry(size, { work: 'score', adapter, role, shard: { index, of } }, expected));
    }
  }
}

function entry({ reasons }: AdapterSize, part: Part, minutes: number | null): PartEntry {
  const { index, of } = part.work === 'score' ? part.shard : { index: 1, of: 1 };
  return {
    part: partName(part),
    adapter: part.adapter,
    role: part.work === 'all' ? 'all' : part.role,
    shard: index,
    shards: of,
    reasons: [...new Set(reasons)],
    minutes: minutes === null ? null : Math.max(1, Math.round(minutes)),
  };
}
