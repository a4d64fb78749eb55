/** The pull requests of an organisation: when each is opened, pushed to and merged, and which adapters it touches. Knows no runners. */

import type { Rng } from '../../src/rng.ts';
import { AFFECTED, DAY, type Values } from './inputs.ts';
import { exponential, geometric, logNormal, weighted } from './statistics.ts';

const HOUR = 3600;

export interface PullRequest {
  number: number;
  repository: number;
  /** Numbers of the repository's adapters. */
  adapters: number[];
  /** Seconds; the first opens it. */
  pushes: number[];
  /** Undefined where it is closed without. */
  merged: number | undefined;
  ended: number;
}

export interface Size {
  prs_per_day: number;
  repositories: number;
  users: number;
}

export function sizeOf(values: Values, prs_per_day: number): Size {
  return {
    prs_per_day,
    repositories: Math.max(1, Math.round(prs_per_day / values.prs_per_repository)),
    users: Math.max(1, Math.round(prs_per_day / values.prs_per_user)),
  };
}

/** A Poisson process whose rate follows the day, by thinning; a burst counts as all its pull requests. */
function openings(values: Values, prsPerDay: number, seconds: number, rng: Rng): number[] {
  const perEvent = 1 + values.burst_share * (values.burst_size - 1);
  const whole = DAY.reduce((a, b) => a + b, 0);
  const most = (Math.max(...DAY) / whole) * (prsPerDay / perEvent / HOUR);
  const times: number[] = [];
  for (let time = exponential(rng, 1 / most); time < seconds; time += exponential(rng, 1 / most)) {
    const share = DAY[Math.floor(time / HOUR) % 24] as number;
    if (rng.uniform() * Math.max(...DAY) >= share) continue;
    if (rng.uniform() >= values.burst_share) times.push(time);
    else for (let i = 0; i < values.burst_size; i += 1) times.push(time + 600 * rng.uniform());
  }
  return times.sort((a, b) => a - b);
}

/** Opened in the first `seconds`. */
export function pullRequests(values: Values, size: Size, seconds: number, rng: Rng): PullRequest[] {
  const sizes = Array.from({ length: size.repositories }, (_, rank) => 1 / (rank + 1));
  const again = 1 - 1 / values.pushes;
  return openings(values, size.prs_per_day, seconds, rng.fork('openings')).map((opened, number) => {
    const own = rng.fork(`pull ${number}`);
    const repository = weighted(own, sizes);
    const all = Array.from({ length: values.adapters }, (_, adapter) => adapter);
    const adapters = own.shuffled(all).slice(0, weighted(own, AFFECTED));
    const pushes = [opened];
    for (let more = geometric(own, again); more > 0; more -= 1) {
      pushes.push((pushes.at(-1) as number) + logNormal(own, 60 * values.between_pushes, 1.2));
    }
    const ended = (pushes.at(-1) as number) + exponential(own, HOUR * values.until_merge);
    const merged = own.uniform() < values.merged ? ended : undefined;
    return { number, repository, adapters, pushes, merged, ended };
  });
}
